"""Who somebody is to which logs: one query behind every decision. And the lock that decisions are taken under."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import SQL, SqliteDatabase, Value, fn

from parentapp.access.actor import Actor
from parentapp.access.ages import guardians_are_out
from parentapp.access.days import is_here
from parentapp.access.freezing import frozen_until, let_in
from parentapp.access.leading import received, to_find
from parentapp.access.letting import let_read, listed
from parentapp.access.prepared import Prepared
from parentapp.access.windows import going_on
from parentapp.db import EPOCH, MICROSECOND, database
from parentapp.enums import Relation
from parentapp.models import (
    Block,
    ContactRequest,
    Employment,
    Guardian,
    Handover,
    InterpreterAssignment,
    Invitation,
    Meeting,
    Municipality,
    NetworkPerson,
    Notice,
    Participation,
    Stafettlogg,
    Subject,
    Translation,
)


@dataclass(frozen=True)
class LogFacts:
    """What every decision about a log needs to know of it."""

    id: UUID
    municipality_id: UUID
    subject_id: UUID
    youth_id: UUID | None
    born: date
    pregnant: bool
    protected: bool
    sealed_name: bytes
    holder_id: UUID
    holder_unit_id: UUID
    deputy_id: UUID | None
    deputy_unit_id: UUID | None
    opener_id: UUID
    asked_at: datetime
    opened_at: datetime | None
    closed_at: datetime | None
    reply_days: int  # working days within which the municipality promises an answer
    frozen_micros: int | None = None  # a freeze holds until then; see `frozen_until`

    def __hash__(self) -> int:
        return hash(self.id)  # a key of many look-ups for each page: hashing sixteen values each time is slow

    @property
    def child(self) -> str:
        """The child's name. Only for those who were let into the log."""
        name: str = Subject(id=self.subject_id, name_sealed=self.sealed_name).name
        return name

    @property
    def frozen_until(self) -> datetime | None:
        """Until when nobody but its services, and whom it is about, is let in; None where it is not frozen."""
        return None if self.frozen_micros is None else EPOCH + self.frozen_micros * MICROSECOND

    @property
    def asked(self) -> bool:
        """Asked for, and never yet agreed to."""
        return self.opened_at is None

    @property
    def closed(self) -> bool:
        return self.closed_at is not None


@dataclass(frozen=True)
class Tie:
    """One way in which the actor belongs to a log; professionals through a unit."""

    relation: Relation
    unit_id: UUID | None
    let_read: frozenset[UUID] = field(default=frozenset(), compare=False)  # by adults, of what is about themselves


_COLUMNS = (
    Stafettlogg.id,
    Stafettlogg.municipality,
    Subject.id,
    Subject.account,
    Subject.born,
    Stafettlogg.pregnant,
    Subject.protected,
    Subject.name_sealed,
    Stafettlogg.holder,
    Stafettlogg.holder_unit,
    Stafettlogg.deputy,
    Stafettlogg.deputy_unit,
    Stafettlogg.opener,
    Stafettlogg.asked_at,
    Stafettlogg.opened_at,
    Stafettlogg.closed_at,
    Municipality.reply_days,
)


def log_columns(now: datetime) -> list[Any]:
    """What makes a `LogFacts`."""
    return [*_COLUMNS, frozen_until(Stafettlogg.id, now)]


def ties(actor: Actor, log_id: UUID | None = None) -> dict[LogFacts, frozenset[Tie]]:
    """Every log the actor belongs to (or only that one), with the ways. A block cuts all of them; a freeze some."""
    asks = {"me": actor.account_id, "today": actor.today, "now": actor.now}
    rows = _tied(**asks) if log_id is None else _tied(**asks, log=log_id)
    found: dict[LogFacts, set[Tie]] = defaultdict(set)
    for *facts, relation, unit_id, let in rows:
        log, tie = LogFacts(*facts), Tie(Relation(relation), as_uuid(unit_id), listed(let))
        if tie.relation is not Relation.GUARDIAN or not guardians_are_out(log.born, actor.today):
            found[log].add(tie)
    for log in [log for log in found if log.frozen_until]:
        still = let_in({tie.relation for tie in found[log]})
        found[log] = {tie for tie in found[log] if tie.relation in still}
    return {log: frozenset(ways) for log, ways in found.items() if ways}


def _tied_query(me: UUID, today: date, now: datetime, log: UUID | None = None) -> Any:
    arms = _staff_arms(me, today, now) + _family_arms(me, today, now) + _visitor_arms(me, today, now)
    tied = arms[0]
    for arm in arms[1:]:
        tied = tied.union_all(arm)
    tied = tied.alias("tied")
    read = let_read(Stafettlogg.id, tied.c.unit_id, today, now)
    columns = (*log_columns(now), tied.c.relation, tied.c.unit_id, read)
    query = (
        Stafettlogg.select(*columns)
        .join(Subject)
        .join_from(Stafettlogg, Municipality)
        .join_from(Stafettlogg, tied, on=(tied.c.log_id == Stafettlogg.id))
        .where(_not_blocked(me, tied))
    )
    return (query if log is None else query.where(Stafettlogg.id == log)).tuples()


_tied = Prepared(_tied_query)


def _staff_arms(me: UUID, today: date, now: datetime) -> list[Any]:
    """Professionals, each through a unit where they work today. Having opened a log counts until it is answered."""
    s = Stafettlogg
    logs = (
        (Relation.HOLDER, s.holder_unit, s.holder == me),
        (Relation.DEPUTY, s.deputy_unit, s.deputy == me),
        (Relation.OPENER, s.holder_unit, (s.opener == me) & s.opened_at.is_null()),
    )
    arms = [_arm(s.id, relation, unit, s).where(mine & works_at(me, today, unit)) for relation, unit, mine in logs]
    here = (Participation.account == me) & (Participation.until.is_null() | (Participation.until > now))
    taking_part = _arm(Participation.log, Relation.PARTICIPANT, Participation.unit, Participation)
    return [*arms, taking_part.where(here & works_at(me, today, Participation.unit))]


def _family_arms(me: UUID, today: date, now: datetime) -> list[Any]:
    no_unit = SQL("NULL").alias("unit_id")
    subject = _arm(Stafettlogg.id, Relation.SUBJECT, no_unit, Stafettlogg).join(Subject).where(Subject.account == me)
    dated = [
        _arm(table.log, relation, no_unit, table).where((table.account == me) & is_here(table, today, now))
        for relation, table in ((Relation.GUARDIAN, Guardian), (Relation.NETWORK, NetworkPerson))
    ]
    return [subject, *dated]


def _visitor_arms(me: UUID, today: date, now: datetime) -> list[Any]:
    """Guests and interpreters of a meeting, translators of a text, leaders who are asked for another contact person
    or told to find one, who is asked to take over: never of the log itself.
    """
    i, a, t, c, h, n = Invitation, InterpreterAssignment, Translation, ContactRequest, Handover, Notice
    there = i.unit.is_null() | works_at(me, today, i.unit)
    invited = (i.account == me) & i.guest & (i.guest_until > now) & there
    assigned = (a.interpreter == me) & going_on(now)
    asked = (t.translator == me) & (t.until >= today) & t.ended_at.is_null()
    offered = (h.successor == me) & h.answered_at.is_null() & works_at(me, today, h.unit)
    no_unit = SQL("CAST(NULL AS UUID)").alias("unit_id")
    return [
        _arm(i.log, Relation.GUEST, i.unit.alias("unit_id"), i).where(invited),
        _arm(a.log, Relation.INTERPRETER, no_unit, a).join(Meeting).where(assigned),
        _arm(t.log, Relation.TRANSLATOR, no_unit, t).where(asked).distinct(),
        _arm(c.log, Relation.LEADER, c.unit.alias("unit_id"), c).where(received(me, today)).distinct(),
        _arm(n.log, Relation.LEADER, Stafettlogg.holder_unit, n).join(Stafettlogg).where(to_find(me, today)).distinct(),
        _arm(h.log, Relation.SUCCESSOR, h.unit, h).where(offered),
    ]


def _arm(log: Any, relation: Relation, unit: Any, table: Any) -> Any:
    return table.select(log.alias("log_id"), Value(relation.value).alias("relation"), unit.alias("unit_id"))


def works_at(account: Any, today: date, unit: Any) -> Any:
    """Whether that account is employed in that unit on the day."""
    works = Employment.alias("works")
    return fn.EXISTS(
        works.select(SQL("1")).where(
            (works.account == account)
            & (works.unit == unit)
            & (works.since <= today)
            & (works.until.is_null() | (works.until >= today))
        )
    )


def _not_blocked(me: UUID, tied: Any) -> Any:
    """A block keeps the person out whatever else they are; nobody can be blocked from a log about themselves."""
    blocks = Block.select(SQL("1")).where((Block.log == Stafettlogg.id) & (Block.account == me))
    return (tied.c.relation == Relation.SUBJECT.value) | ~fn.EXISTS(blocks)


def lock(*log_ids: UUID) -> None:
    """Hold these logs until the transaction ends, so that a withdrawal and a read cannot overlap.

    On SQLite the transaction itself already does (`IMMEDIATE`). Locks are taken in one order: no ring of waiters.
    """
    if isinstance(database.obj, SqliteDatabase) or not log_ids:
        return
    query = Stafettlogg.select(Stafettlogg.id).where(Stafettlogg.id.in_(sorted(log_ids)))
    list(query.order_by(Stafettlogg.id).for_update().tuples())


def lock_log_of(model: Any, row_id: UUID) -> UUID | None:
    """The same for the log that a row belongs to: its id, in the same query; None where there is no such row."""
    log = model.select(model.log).where(model.id == row_id)
    query = Stafettlogg.select(Stafettlogg.id).where(Stafettlogg.id == log)
    if not isinstance(database.obj, SqliteDatabase):
        query = query.for_update()
    found = query.tuples().first()
    return found[0] if found else None


def as_uuid(value: Any) -> Any:
    """Columns of a union come as the driver gives them."""
    return value if value is None or isinstance(value, UUID) else UUID(value)
