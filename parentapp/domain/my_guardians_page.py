"""«Foresatte og jeg»: whom the young person lets in as a guardian, what they see, and what would end with them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.consent import MONTHS
from parentapp.access.ending import ends_without
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import asking, notices
from parentapp.domain.choosing import Length
from parentapp.domain.my_guardians import Standing, choosing, stands
from parentapp.domain.people import Shown, ShownUnit, asking_unit, shown_people
from parentapp.enums import Basis, GuardianAnswer
from parentapp.models import Guardian, GuardianChoice, ProposedGuardian


@dataclass(frozen=True)
class MyGuardian:
    """One who is here, who is proposed, or whom the young person has let go."""

    account_id: UUID
    name: str
    basis: Basis
    signs: bool
    on_paper: bool  # never logs in, and reads nothing
    here: bool
    proposed_by: Shown | None
    gone_since: datetime | None
    since: date
    until: date | None
    health_until: date | None  # the last day of what the young person shares of health
    said_no: bool


@dataclass(frozen=True)
class MyGuardiansPage:
    log: LogFacts
    guardians: list[MyGuardian]
    today: date
    anything_new: bool


@dataclass(frozen=True)
class Said:
    """Something the young person has decided about somebody, and when."""

    answer: GuardianAnswer
    at: datetime
    until: date | None


@dataclass(frozen=True)
class MyGuardianPage:
    log: LogFacts
    guardian: MyGuardian
    offers: frozenset[GuardianAnswer]
    lengths: list[Length]
    may_return: bool  # whoever is let go now can be let in again by the young person alone
    ends: list[ShownUnit | None]  # what is over at midnight if they are let go; None: the log itself
    said: list[Said]  # newest first
    today: date


def page(actor: Actor, log_id: UUID) -> MyGuardiansPage:
    """All of them: who is asked about first, who is gone last. Raises Hidden."""
    with transaction():
        sight, log = choosing(actor, log_id)
        running = _running(sight, log)
        found: dict[UUID, MyGuardian] = {}
        for standing in _all(sight, log):
            shown = _shown(sight, log, standing, running)
            found.setdefault(shown.account_id, shown)
        ordered = sorted(found.values(), key=lambda each: (each.proposed_by is None, not each.here, each.name))
        return MyGuardiansPage(log, ordered, actor.today, notices.anything_new(sight))


def person(actor: Actor, log_id: UUID, account: UUID) -> MyGuardianPage:
    """One of them, with what there is to choose. Raises Hidden."""
    with transaction():
        sight, log = choosing(actor, log_id)
        standing = stands(sight, log, account)
        c = GuardianChoice
        about = visible.guardian_choices(sight).where((c.log == log.id) & (c.guardian == account))
        rows = list(about.order_by(c.at.desc(), c.id))
        return MyGuardianPage(
            log=log,
            guardian=_shown(sight, log, standing, _latest(each for each in rows if each.replaced_at is None)),
            offers=standing.offers(actor.today),
            lengths=[Length(each, asking.last_day(actor.today, each)) for each in MONTHS],
            may_return=not log.closed and bool(standing.here) and standing.here.ended_by_id is None,
            ends=_ends(sight, log, account) if standing.here else [],
            said=[Said(each.answer, each.at, each.until) for each in rows],
            today=actor.today,
        )


def _all(sight: Sight, log: LogFacts) -> list[Standing]:
    p = ProposedGuardian
    rows = _here_or_gone(sight, log)
    proposed = visible.asked_about(sight).where(p.log == log.id).order_by(p.at)
    standings = [Standing(here=each) for each in rows if each.here] + [Standing(proposed=each) for each in proposed]
    gone = sorted((each for each in rows if not each.here), key=lambda each: each.ended_at, reverse=True)
    return standings + [Standing(gone=each) for each in gone]


def _here_or_gone(sight: Sight, log: LogFacts) -> list[Any]:
    """In one question those of today and to come, by their first day, and those whom the young person has let go."""
    g, here, gone = Guardian, visible.guardians(sight), visible.let_go(sight)
    is_here, is_gone = (g.id.in_(rows.select(g.id)) for rows in (here, gone))
    query = g.select(g, is_here.alias("here")).where((g.log == log.id) & (is_here | is_gone))
    return list(query.order_by(g.since))


def _running(sight: Sight, log: LogFacts) -> dict[tuple[UUID, GuardianAnswer], GuardianChoice]:
    """The young person's latest word about each, by topic."""
    c = GuardianChoice
    return _latest(visible.guardian_choices(sight).where((c.log == log.id) & c.replaced_at.is_null()))


def _latest(rows: Iterable[Any]) -> dict[tuple[UUID, GuardianAnswer], GuardianChoice]:
    return {(each.guardian_id, each.answer): each for each in rows}


def _shown(sight: Sight, log: LogFacts, standing: Standing, running: Any) -> MyGuardian:
    row = standing.here or standing.proposed or standing.gone
    people = shown_people(sight, log)
    health = running.get((row.account_id, GuardianAnswer.SHARE_HEALTH))
    shared = standing.here and health and health.until >= sight.actor.today
    said_no = running.get((row.account_id, GuardianAnswer.NOT_IN))
    by = people.get(row.verified_by_id, Shown(row.verified_by_id, None)) if standing.proposed else None
    return MyGuardian(
        account_id=row.account_id,
        name=_name(people, row),
        basis=row.basis,
        signs=row.signs,
        on_paper=sight.is_on_paper(row.account_id) or bool(standing.proposed and row.account.on_paper),
        here=standing.here is not None,
        proposed_by=by,
        gone_since=row.ended_at if standing.gone else None,
        since=row.since,
        until=row.until if standing.here else None,
        health_until=health.until if shared else None,
        said_no=bool(standing.proposed and said_no and said_no.at >= row.at),
    )


def _name(people: dict[UUID, Shown], row: Any) -> str:
    """Of one who waits too, and stands around the log in no other way."""
    known = people.get(row.account_id)
    name: str = known.name if known and known.name else row.account.name
    return name


def _ends(sight: Sight, log: LogFacts, account: UUID) -> list[ShownUnit | None]:
    family = sight.consents.families[log.id]
    carried = {each.request_id for each in sight.running(log)}
    asked = [each for each in sight.consents.requests if each.log_id == log.id]
    ending = ends_without(asked, family, account, sight.actor.today, carried)
    return [asking_unit(sight, log, each.unit_id) for each in ending]
