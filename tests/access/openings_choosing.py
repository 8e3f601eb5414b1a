"""The conditions of `access` about whom a young person lets in as a guardian, each opened. Part of `openings`."""

from peewee import SQL

from parentapp.access import ages, audience, circle, days, ending, policy, rules, sight
from parentapp.access.visible import belonging, telling
from parentapp.models import Guardian, GuardianChoice
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")


def conditions() -> list[Removal]:
    return [*_choosing(), *_seeing()]


def _choosing() -> list[Removal]:
    """Who chooses, whom, and from when."""
    return [
        instead("who chooses their guardians", rules, "chooses_whose_guardian", lambda *_: True),
        cut_out("the young person chooses", rules, "chooses_whose_guardian", "is_subject(sight, log) and "),
        cut_out("from 18 there is none", rules, "chooses_whose_guardian", " and not grown"),
        instead("the age for that", ages, "chooses_guardians", lambda *_: False),
        cut_out("and in a pregnancy", ages, "chooses_guardians", "pregnant or "),
        instead("the young person's yes to a guardian", policy, "asks_youth", lambda *_: False),
        instead("who can come in as a guardian", policy, "may_propose_guardian", lambda *_: True),
        instead("no guardian of an adult", policy, "require_new_guardian", lambda *_: None),
    ]


def _seeing() -> list[Removal]:
    """Until when a guardian sees anything, what they are told of health, and what the young person knows."""
    mine, gone = " & (g.ended_by == me)", " & ~fn.EXISTS(over)"
    running, until = " & c.replaced_at.is_null()", " & (c.until >= today)"
    here = " and each.active"
    return [
        instead("a guardian's days", days, "is_here", lambda *_: ALWAYS),
        cut_out("from the first day", days, "is_here", "(table.since <= today) & "),
        cut_out("until the last day", days, "is_here", " & (table.until.is_null() | (table.until >= today))"),
        instead("let go at once", days, "_not_let_go", lambda *_: ALWAYS),
        instead("guardians of today and to come", days, "is_or_will_be", lambda *_: ALWAYS),
        instead("health that is shared", days, "is_told_health", lambda _: ALWAYS),
        cut_out("health that is shared still", days, "is_told_health", running),
        cut_out("health that is shared until a day", days, "is_told_health", until),
        cut_out("and with whom", days, "is_told_health", " & (c.guardian == Guardian.account)"),
        instead("whoever is told of health", sight.Sight, "is_told_health", lambda *_: True),
        cut_out("only a guardian of today is", sight.Sight, "is_told_health", here),
        cut_out("health that is shared, in notices", audience, "_kept_from", " and not guardian.told_health"),
        instead("whom other guardians do not know of", belonging, "_told_guardians", lambda *_: ALWAYS),
        instead("whom one is asked about", belonging, "asked_about", belonging.proposed),
        instead("whom one has let go", belonging, "let_go", lambda _: Guardian.select()),
        cut_out("whom one has let go oneself", belonging, "let_go", mine),
        cut_out("whoever is back", belonging, "let_go", gone),
        cut_out("nobody whose time was ended since", belonging, "let_go", " | ended"),
        instead("one's own choices", belonging, "guardian_choices", lambda _: GuardianChoice.select()),
        instead("the logs of these choices", belonging, "_choosing", lambda s: [log.id for log in s.logs()]),
        instead("of whom one is asked", telling, "_of_asked", lambda sight: ALWAYS),
        instead("what ends with a guardian", ending, "ends_without", lambda *_: ()),
        instead("what is left without them", ending, "_leaves", lambda family, guardian, day: family),
        instead("health on a guardian's row", circle, "is_told_health", lambda _: SQL("(1 = 0)")),
    ]


LET_BE = ("visible.belonging._lasts",)  # says again what stands in `days`
