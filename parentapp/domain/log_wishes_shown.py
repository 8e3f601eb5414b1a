"""A question for a log as those see it who may: its asker, whoever leads the unit, and whoever it was handed to."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN, SqliteDatabase, fn

from parentapp.access import visible
from parentapp.access.sight import Sight
from parentapp.db import EPOCH, MICROSECOND, database
from parentapp.models import Account, AuditLine, LogWish, Unit


@dataclass(frozen=True)
class Reader:
    """Who has read it, and when for the last time."""

    name: str
    at: datetime


@dataclass(frozen=True)
class Wish:
    """One question. `handed_to`: who is to talk with the family. `log_id`: that was opened, if the reader sees it."""

    id: UUID
    asker: str
    own: bool  # about the asker
    child: str
    born: int  # the year
    unit_id: UUID
    unit: str
    text: str
    lang: str
    asked_at: datetime
    handed_to: str | None
    unhanded: bool  # it waits, and nobody was handed it who works there still
    handed_at: datetime | None
    answer: str | None
    answer_lang: str | None
    answered_by: str | None
    answered_at: datetime | None
    log_id: UUID | None = None
    readers: tuple[Reader, ...] = ()

    @property
    def waits(self) -> bool:
        return self.answered_at is None


@dataclass(frozen=True)
class WaitingWish:
    """That one waits for an answer: of which unit, since when."""

    unit: str
    since: datetime


def waiting(sight: Sight) -> Any:
    """A column: what the actor has asked and waits for, for `listed`. No question of its own."""
    w, sqlite = LogWish, isinstance(database.obj, SqliteDatabase)
    mine = visible.wished_by_oneself(sight) & w.taken_back_at.is_null() & w.answered_at.is_null()
    said = w.asked_at.cast("text").concat(" ").concat(Unit.name)
    together = fn.GROUP_CONCAT(said, "\n") if sqlite else fn.STRING_AGG(said, "\n")
    return visible.log_wishes(sight).where(mine).join(Unit).select(together.coerce(False))


def listed(column: str | None) -> list[WaitingWish]:
    """What such a column tells of, the oldest first."""
    said = [line.split(" ", 1) for line in (column or "").split("\n") if line]
    found = [WaitingWish(unit, EPOCH + int(at) * MICROSECOND) for at, unit in said]
    return sorted(found, key=lambda each: each.since)


def own(sight: Sight) -> list[Wish]:
    """What the actor has asked and not taken back, the oldest first, each with who has read it. Two queries."""
    known = {log.id for log in sight.logs()}
    readers = _readers(sight)
    rows = _rows(sight, visible.log_wishes(sight).where(visible.wished_by_oneself(sight)))
    return [_wish(row, row.log_id if row.log_id in known else None, tuple(readers.get(row.id, ()))) for row in rows]


def others(sight: Sight, query: Any) -> list[Wish]:
    """Those of the query, of `visible.log_wishes`, the oldest first. Whether one was opened is told to nobody."""
    return [_wish(row) for row in _rows(sight, query)]


def _rows(sight: Sight, query: Any) -> Any:
    w, to, by = LogWish, Account.alias("to"), Account.alias("by")
    return (
        query.select(w, Account, Unit, to, by, visible.unhanded(sight.actor).alias("unhanded"))
        .join(Account, on=(w.asker == Account.id), attr="asking")
        .join_from(w, Unit, attr="place")
        .join_from(w, to, JOIN.LEFT_OUTER, on=(w.handed_to == to.id), attr="handing")
        .join_from(w, by, JOIN.LEFT_OUTER, on=(w.answered_by == by.id), attr="answering")
        .where(w.taken_back_at.is_null())
        .order_by(w.asked_at, w.id)
    )


def _wish(row: Any, log_id: UUID | None = None, readers: tuple[Reader, ...] = ()) -> Wish:
    return Wish(
        id=row.id,
        asker=row.asking.name,
        own=row.own,
        child=row.child,
        born=row.born,
        unit_id=row.unit_id,
        unit=row.place.name,
        text=row.text,
        lang=row.lang,
        asked_at=row.asked_at,
        handed_to=row.handing.name if row.handed_to_id else None,
        unhanded=bool(row.unhanded),
        handed_at=row.handed_at,
        answer=row.answer,
        answer_lang=row.answer_lang,
        answered_by=row.answering.name if row.answered_by_id else None,
        answered_at=row.answered_at,
        log_id=log_id,
        readers=readers,
    )


def _readers(sight: Sight) -> dict[UUID, list[Reader]]:
    """By question, each person once, who read it first stands first."""
    a = AuditLine
    query = visible.wish_reads(sight).select(a.thing, a.at, a.account, Account).join(Account).order_by(a.at, a.id)
    found: dict[UUID, dict[UUID, Reader]] = {}
    for row in query:
        found.setdefault(row.thing, {})[row.account_id] = Reader(row.account.name, row.at)
    return {thing: list(people.values()) for thing, people in found.items()}
