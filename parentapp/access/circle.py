"""Everybody who belongs, or has belonged, to some logs. One query."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from peewee import JOIN, SQL, Case, Value, fn

from parentapp.access.actor import Actor
from parentapp.access.ages import guardians_are_out
from parentapp.access.days import is_here, is_told_health
from parentapp.access.facts import LogFacts, as_uuid, works_at
from parentapp.access.freezing import let_in
from parentapp.access.prepared import Prepared
from parentapp.access.signers import Family, Signer
from parentapp.access.windows import going_on
from parentapp.enums import Basis, Relation, ServiceKind
from parentapp.models import (
    Absence,
    Account,
    Block,
    Employment,
    Guardian,
    Handover,
    InterpreterAssignment,
    Invitation,
    Meeting,
    NetworkPerson,
    Participation,
    StafettholderPeriod,
    Stafettlogg,
    Subject,
    Translation,
    Unit,
)


@dataclass(frozen=True)
class Belonging:
    """Somebody who belongs, or has belonged, to a log; `active` holds today, never of one who answers on paper.

    Dates are set for family. A successor's `since` is the last day for an answer, as of the leader who waits for it;
    `until` when we look at a transition.
    """

    log_id: UUID
    account_id: UUID
    relation: Relation
    unit_id: UUID | None
    since: date | None
    until: date | None
    signs: bool
    parent: bool  # a guardian by parental responsibility
    active: bool
    account: Account  # for its name, sealed until asked for
    title: str | None
    unit_name: str | None
    service: ServiceKind | None
    away_until: date | None  # the last day of an absence that holds today
    told_health: bool = False  # a guardian with whom the young person of 16 shares what is marked as health
    out: bool = False  # kept out by a freeze for now; else as ever, also in what is shown of who belongs

    @cached_property
    def name(self) -> str:
        """Unsealed once, however often it stands on a page."""
        name: str = self.account.name
        return name


def circle(actor: Actor, logs: Collection[LogFacts]) -> list[Belonging]:
    """Everybody who belongs or has belonged to these logs, in one query and a steady order."""
    rows = _around(today=actor.today, now=actor.now, ids=[log.id for log in logs])
    grown = {log.id for log in logs if guardians_are_out(log.born, actor.today)}
    around = [_belonging(row, grown) for row in rows]
    frozen = {log.id for log in logs if log.frozen_until}
    return [_as_frozen(each, around) if each.log_id in frozen else each for each in around]


def _as_frozen(each: Belonging, around: Collection[Belonging]) -> Belonging:
    """In a frozen log whoever is not let in is out for as long as it lasts. Who belongs and has a say is as it was."""
    same = (other for other in around if (other.log_id, other.account_id) == (each.log_id, each.account_id))
    still = let_in({other.relation for other in same if other.active})
    return replace(each, out=each.active and each.relation not in still)


def _around_query(today: date, now: datetime, ids: list[UUID]) -> Any:
    arms = _circle_arms(today, now, ids)
    around = arms[0]
    for arm in arms[1:]:
        around = around.union_all(arm)
    around = around.alias("around")
    c, works = around.c, Employment.alias("works")
    at_work = (works.account == Account.id) & (works.unit == c.unit_id)
    holds_today = (Absence.account == Account.id) & (Absence.since <= today) & (Absence.until >= today)
    away = Absence.select(fn.MAX(Absence.until)).where(holds_today).alias("away")
    columns = (c.log_id, c.relation, c.unit_id, c.since, c.until, c.signs, c.parent, c.told_health, c.active)
    query = (
        Account.select(Account, *columns, works.title.alias("title"), Unit.name.alias("unit"), Unit.service, away)
        .join(around, on=(c.account_id == Account.id))
        .join(works, JOIN.LEFT_OUTER, on=at_work)
        .join(Unit, JOIN.LEFT_OUTER, on=(Unit.id == c.unit_id))
        .order_by(Account.id, c.relation)
    )
    return query.objects()


_around = Prepared(_around_query)


def _circle_arms(today: date, now: datetime, ids: list[UUID]) -> list[Any]:
    no_unit, no_day, yes = SQL("CAST(NULL AS UUID)"), SQL("CAST(NULL AS DATE)"), SQL("(1 = 1)")
    arms = []
    for relation, table in ((Relation.GUARDIAN, Guardian), (Relation.NETWORK, NetworkPerson)):
        signs: Any = SQL("(1 = 0)")
        of_guardian: dict[str, Any] = {}
        if table is Guardian:
            signs, parent = table.signs, table.basis == Basis.PARENTAL_RESPONSIBILITY
            of_guardian = {"parent": parent, "told_health": is_told_health(today)}
        active = is_here(table, today, now) & _let_in(table.log, table.account)
        row = (table.log, table.account, relation, no_unit, table.since, table.until, signs, active)
        arms.append(_circle_arm(table, row, **of_guardian).where(table.log.in_(ids)))
    p, h, s, no = Participation, StafettholderPeriod, Stafettlogg, SQL("(1 = 0)")
    taking_part = (p.until.is_null() | (p.until > now)) & works_at(p.account, today, p.unit)
    holding = h.until.is_null() & works_at(h.account, today, h.unit)
    covering = works_at(s.deputy, today, s.deputy_unit)
    staff: tuple[tuple[Any, Any], ...] = (
        (p, (p.log, p.account, Relation.PARTICIPANT, p.unit, no_day, no_day, no, taking_part)),
        (h, (h.log, h.account, Relation.HOLDER, h.unit, no_day, no_day, no, holding)),
        (s, (s.id, s.deputy, Relation.DEPUTY, s.deputy_unit, no_day, no_day, no, covering)),
    )
    for part, (*columns, active) in staff:
        let_in = active & _let_in(columns[0], columns[1])
        arms.append(_circle_arm(part, (*columns, let_in)).where(columns[0].in_(ids)))
    subject = (s.id, Subject.account, Relation.SUBJECT, no_unit, no_day, no_day, yes, yes)
    arms.append(_circle_arm(s, subject).join(Subject).where(s.id.in_(ids)))
    return [*arms, *_visitors_arms(today, now, ids), _successors_arm(today, ids), _leaders_arm(ids)]


def _let_in(log: Any, account: Any) -> Any:
    """Whoever is blocked from a log is around it no longer, in whichever way they were."""
    return ~fn.EXISTS(Block.select(SQL("1")).where((Block.log == log) & (Block.account == account)))


def _visitors_arms(today: date, now: datetime, ids: list[UUID]) -> list[Any]:
    i, a, t = Invitation, InterpreterAssignment, Translation
    no_unit, no_day, no = SQL("CAST(NULL AS UUID)"), SQL("CAST(NULL AS DATE)"), SQL("(1 = 0)")
    invited = (i.guest_until > now) & (i.unit.is_null() | works_at(i.account, today, i.unit))
    assigned = a.meeting.in_(Meeting.select(Meeting.id).where(going_on(now)))
    translating = (t.until >= today) & t.ended_at.is_null()
    visitors = (
        (i, i.account, Relation.GUEST, i.unit, invited, i.guest),
        (a, a.interpreter, Relation.INTERPRETER, no_unit, assigned, a.interpreter.is_null(False)),
        (t, t.translator, Relation.TRANSLATOR, no_unit, translating, t.translator.is_null(False)),
    )
    return [
        _circle_arm(table, (table.log, who, relation, unit, no_day, no_day, no, active & _let_in(table.log, who)))
        .where(table.log.in_(ids) & there)
        .distinct()
        for table, who, relation, unit, active, there in visitors
    ]


def _successors_arm(today: date, ids: list[UUID]) -> Any:
    """Those who are asked to take over; and who did, where we look at how a transition went."""
    h, no = Handover, SQL("(1 = 0)")
    asked = h.answered_at.is_null()
    active = asked & works_at(h.successor, today, h.unit) & _let_in(h.log, h.successor)
    row = (h.log, h.successor, Relation.SUCCESSOR, h.unit, h.answer_by, h.check_on, no, active)
    return _circle_arm(h, row).where(h.log.in_(ids) & (asked | h.check_on.is_null(False)))


def _leaders_arm(ids: list[UUID]) -> Any:
    """Leaders who ask somebody to take over, or did: named by what they wrote, and of the log no more than before."""
    h, no = Handover, SQL("(1 = 0)")
    asks, day = h.answered_at.is_null(), SQL("CAST(NULL AS DATE)")
    since = Case(None, [(asks, h.answer_by)], day)
    row = (h.log, h.leader, Relation.LEADER, h.holder_unit, since, day, no, no)
    there = h.leader.is_null(False) & (asks | h.entry.is_null(False))
    return _circle_arm(h, row).where(h.log.in_(ids) & there)


def _circle_arm(table: Any, row: tuple[Any, ...], **of_guardian: Any) -> Any:
    log, account, relation, unit, since, until, signs, active = row
    no = SQL("(1 = 0)")
    return table.select(
        log.alias("log_id"),
        account.alias("account_id"),
        Value(relation.value).alias("relation"),
        unit.alias("unit_id"),
        since.alias("since"),
        until.alias("until"),
        signs.alias("signs"),
        of_guardian.get("parent", no).alias("parent"),
        of_guardian.get("told_health", no).alias("told_health"),
        active.alias("active"),
    )


def _belonging(row: Any, grown: set[UUID]) -> Belonging:
    log_id, relation = as_uuid(row.log_id), Relation(row.relation)
    out = row.on_paper or (relation is Relation.GUARDIAN and log_id in grown)
    return Belonging(
        log_id=log_id,
        account_id=row.id,
        relation=relation,
        unit_id=as_uuid(row.unit_id),
        since=_date(row.since),
        until=_date(row.until),
        signs=bool(row.signs),
        parent=bool(row.parent),
        told_health=bool(row.told_health),
        active=bool(row.active) and not out,
        account=row,
        title=row.title,
        unit_name=row.unit,
        service=ServiceKind(row.service) if row.service else None,
        away_until=_date(row.away),
    )


def families(
    logs: Collection[LogFacts], around: Collection[Belonging], care: Mapping[UUID, tuple[Signer, ...]]
) -> dict[UUID, Family]:
    """Who could have to say yes, per log; `care`: the units that have, or have had, care of the child."""
    signers: dict[UUID, list[Signer]] = defaultdict(list)
    for each in around:
        if each.relation is Relation.GUARDIAN and each.signs and each.since:
            signers[each.log_id].append(Signer(each.account_id, each.since, each.until, each.parent))
    return {
        log.id: Family(log.born, log.youth_id, log.pregnant, tuple(signers[log.id]), care.get(log.id, ()))
        for log in logs
    }


def _date(value: Any) -> Any:
    """Columns of a union come as the driver gives them."""
    return date.fromisoformat(value) if isinstance(value, str) else value
