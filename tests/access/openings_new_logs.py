"""The conditions of `access` about opening a log, and about the logins that are made for it. Part of `openings`."""

from uuid import UUID

from peewee import SQL

from parentapp.access import by_name, opening
from parentapp.access.actor import Actor
from parentapp.access.opening import Workplace
from parentapp.models import Unit
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")


def conditions() -> list[Removal]:
    """Through which unit, beside whom, with whose yes; and what a login opens that somebody else knows."""
    alone, who = " and len(found) == 1", " & (Account.id != actor.account_id)"
    return [
        instead("units one works in", opening, "workplaces", lambda actor: _all()),
        instead("one of one's own units", opening, "workplace", _any_unit),
        cut_out("which of several units", opening, "workplace", alone),
        cut_out("colleagues of today", opening, "colleagues", "works_at(Account.id, actor.today, unit) & "),
        cut_out("colleagues who can log in", opening, "colleagues", " & Account.disabled_at.is_null()"),
        cut_out("a colleague, and not oneself", opening, "colleagues", who),
        cut_out("ages of one's own municipality", opening, "needed", "(p.municipality == here.municipality_id) & "),
        cut_out("the yes of a pregnant woman", opening, "needed", "pregnant or "),
        cut_out("the yes of one who signs too", opening, "needed", "row.co_signs, row.alone", "row.alone"),
        cut_out("the view of a child, not of a mother", opening, "needed", "not pregnant and "),
        cut_out("the view of one who does not sign", opening, "needed", " < row.co_signs"),
        cut_out(
            "guardians of those who have them",
            opening,
            "needed",
            "not chooses_guardians(born, pregnant, today)",
            "True",
        ),
        instead("a login that is one's own", by_name, "_is_their_own", lambda log: ALWAYS),
        cut_out("a password that is one's own", by_name, "_is_their_own", "Account.password_at.is_null(False) | "),
        cut_out("a login in its own log", by_name, "_is_their_own", ".where(FirstLogin.log != log.id)"),
    ]


def _all() -> list[Workplace]:
    return [Workplace(each.id, each.municipality_id, each.name, each.service) for each in Unit.select()]


def _any_unit(actor: Actor, unit: UUID | None) -> Workplace:
    known = {each.id: each for each in _all()}
    return known[unit] if unit else next(iter(known.values()))
