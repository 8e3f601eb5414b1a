"""A freeze as a professional of the log may see it: that it holds, why, who confirmed; or what pressing would do."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from parentapp.access import freezing as frozen
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import freezes
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import freezing, notices, recording
from parentapp.domain.people import Shown, shown_people
from parentapp.enums import SeenPage
from parentapp.models import Freeze, FreezeConfirmation


@dataclass(frozen=True)
class SaidWhy:
    """Whoever pressed or confirmed, and their words."""

    by: Shown
    reason: str
    lang: str
    at: datetime


@dataclass(frozen=True)
class ShownFreeze:
    id: UUID
    pressed: SaidWhy | None  # None, and nobody below, where the log is out of the actor's sight
    spoken: bool  # with a safe parent, before
    confirmed: tuple[SaidWhy, ...]
    last_day: date | None  # None: until somebody ends it


@dataclass(frozen=True)
class FreezePage:
    log: LogFacts
    child: str  # empty where the log is out of the actor's sight
    youth: bool  # whom the log is about has a login
    freeze: ShownFreeze | None  # that holds now
    would_last: date  # until and including that day, pressed today
    may_press: bool
    may_confirm: bool
    may_end: bool
    anything_new: bool


def page(actor: Actor, log_id: UUID) -> FreezePage:
    """Raises Hidden for everybody but professionals who could press, or can end what holds.

    That the child was named is written down as on the desk: what the family reads must not tell of a freeze.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.visited(log_id)
        row = freezes(sight).where(Freeze.log == log.id).order_by(Freeze.until.desc(), Freeze.at.desc()).first()
        if row is None:
            require(sight, Action.FREEZE_SEE, log)
        if sight.may_know(log):
            recording.seen(sight, log, SeenPage.DESK)
        return _page(sight, log, row if row and row.until > actor.now else None)


def last_day(until: datetime) -> date | None:
    """The last day on which it holds; None where that is when somebody ends it."""
    return None if until == freezing.UNTIL_ENDED else local_date(until - timedelta(microseconds=1))


def _page(sight: Sight, log: LogFacts, row: Any) -> FreezePage:
    actor = sight.actor
    shown, signed = _shown(sight, log, row) if row else (None, frozenset[UUID]())
    return FreezePage(
        log=log,
        child=log.child if sight.may_know(log) else "",
        youth=log.youth_id is not None,
        freeze=shown,
        would_last=actor.today + freezing.DAYS,
        may_press=row is None and can(sight, Action.FREEZE_PRESS, log),
        may_confirm=shown is not None
        and shown.last_day is not None
        and actor.account_id not in signed
        and can(sight, Action.FREEZE_CONFIRM, log),
        may_end=shown is not None and frozen.may_end(actor.account_id, log.holder_id, signed),
        anything_new=notices.anything_new(sight),
    )


def _shown(sight: Sight, log: LogFacts, row: Any) -> tuple[ShownFreeze, frozenset[UUID]]:
    people, c = shown_people(sight, log), FreezeConfirmation
    found = list(c.select().where(c.freeze == row.id).order_by(c.at, c.id))

    def why(each: Any, who: UUID) -> SaidWhy:
        return SaidWhy(people.get(who, Shown(who, None)), each.reason, each.lang, each.at)

    sees = sight.may_know(log)
    confirmed = tuple(why(each, each.account_id) for each in found if sees)
    pressed = why(row, row.pressed_by_id) if sees else None
    shown = ShownFreeze(row.id, pressed, row.spoken, confirmed, last_day(row.until))
    return shown, frozenset({row.pressed_by_id, *(each.account_id for each in found)})
