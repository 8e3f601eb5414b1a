"""The individual plan as somebody may see it: in a few words on other pages, and its own page."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, SQL, Case

from parentapp.access import coordinating, visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.rules import closes
from parentapp.access.sight import Sight, look
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import notices, recording
from parentapp.domain.owners import Owner
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.enums import SeenPage, ServiceKind
from parentapp.models import Coordinator, IndividualPlan, Stafettlogg


@dataclass(frozen=True)
class Coordinating:
    """Who coordinates it, or is asked to."""

    id: UUID
    person: Shown
    unit: ShownUnit | None
    accepted: bool


@dataclass(frozen=True)
class InShort:
    """The plan that goes on, was last, or waits. `coordinator`: who does so today."""

    id: UUID
    since: date | None  # None: it waits
    until: date | None
    suggested: bool  # by the contact person: it waits for the family
    coordinator: Coordinating | None

    @property
    def goes_on(self) -> bool:
        return self.since is not None and self.until is None

    def stands(self, log: LogFacts) -> bool:
        """Whether it goes on, or did so until the log was closed."""
        return self.since is not None and (self.until is None or log.closed)


@dataclass(frozen=True)
class PlanPage:
    """`plan`: the one that goes on or waits; None where there is none."""

    log: LogFacts
    child: str
    own: bool  # the log is about the one who reads
    family: bool
    plan: InShort | None
    wished: bool  # by the family: it waits for the contact person
    decided_by: ServiceKind | None  # told to the family and the contact person alone
    decided_on: date | None
    asked: Coordinating | None  # who has not answered yet
    others: tuple[Owner, ...]  # who could be asked
    may_wish: bool
    may_suggest: bool
    may_decide: bool
    may_agree: bool
    may_end: bool
    may_ask_coordinator: bool
    may_accept: bool
    may_end_coordinator: bool
    anything_new: bool


def in_short(sight: Sight, log: LogFacts) -> InShort | None:
    """The latest that the actor may know of. One question."""
    return with_column(sight, log, SQL("NULL"))[0]


def with_column(sight: Sight, log: LogFacts, column: Any) -> tuple[InShort | None, Any]:
    """The same, and what that column of `Stafettlogg` holds, in the same question."""
    row = _query(sight, log).select_extend(column.alias("beside")).first()
    return _short(sight, log, row) if row.id else None, row.beside


def page(actor: Actor, log_id: UUID) -> PlanPage:
    """Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.INDIVIDUAL_PLAN_SEE, log)
        found = _query(sight, log).first()
        row = found if found.id and found.ended_at is None else None
        recording.seen(sight, log, SeenPage.PLAN)
        return _page(sight, log, row)


def _page(sight: Sight, log: LogFacts, row: Any) -> PlanPage:
    plan = _short(sight, log, row) if row else None
    who = _coordinating(sight, log, row) if row else None
    knows = sight.is_family(log) or closes(sight, log) or can(sight, Action.INDIVIDUAL_PLAN_DECIDE, log)
    ways = _ways(sight, log, plan, row) | _ways_of_coordinator(sight, log, plan, who, row)
    return PlanPage(
        log=log,
        child=log.child,
        own=log.youth_id == sight.actor.account_id,
        family=sight.is_family(log),
        plan=plan,
        wished=plan is not None and not plan.goes_on and not plan.suggested,
        decided_by=row.decided_by if row and knows else None,
        decided_on=row.decided_on if row and knows else None,
        asked=who if who and not who.accepted else None,
        others=_others(sight, log) if ways["may_ask_coordinator"] else (),
        **ways,
        anything_new=notices.anything_new(sight),
    )


def _ways(sight: Sight, log: LogFacts, plan: InShort | None, row: Any) -> dict[str, bool]:
    """What the actor can do about the plan: whoever asked does not answer, but may take it back."""
    if plan is None:
        wish, suggest = (
            can(sight, each, log) for each in (Action.INDIVIDUAL_PLAN_WISH, Action.INDIVIDUAL_PLAN_SUGGEST)
        )
        return {"may_wish": wish, "may_suggest": suggest, "may_decide": False, "may_agree": False, "may_end": False}
    asks = row.asked_by_id == sight.actor.account_id
    to_answer = not plan.goes_on and not asks
    return {
        "may_wish": False,
        "may_suggest": False,
        "may_decide": to_answer and not plan.suggested and can(sight, Action.INDIVIDUAL_PLAN_DECIDE, log),
        "may_agree": to_answer and plan.suggested and can(sight, Action.INDIVIDUAL_PLAN_AGREE, log),
        "may_end": can(sight, Action.INDIVIDUAL_PLAN_END, log) and (closes(sight, log) or (asks and not plan.goes_on)),
    }


def _ways_of_coordinator(
    sight: Sight, log: LogFacts, plan: InShort | None, who: Coordinating | None, row: Any
) -> dict[str, bool]:
    """What the actor can do about who coordinates it."""
    mine = who is not None and who.person.account_id == sight.actor.account_id
    asked_by_me = who is not None and row.c_asked_by == sight.actor.account_id
    free = plan is not None and plan.goes_on and who is None
    may_accept = who is not None and mine and not who.accepted and can(sight, Action.COORDINATOR_ACCEPT, log)
    ends = mine or asked_by_me or (who is not None and closes(sight, log))
    return {
        "may_ask_coordinator": free and can(sight, Action.COORDINATOR_ASK, log),
        "may_accept": may_accept,
        "may_end_coordinator": ends and can(sight, Action.COORDINATOR_END, log),
    }


def _query(sight: Sight, log: LogFacts) -> Any:
    """The log with its plans, the latest first, each with the coordinator of today or who is asked: as far as known.

    Where there is none, a row without one.
    """
    p, c, s = IndividualPlan.alias("p"), Coordinator.alias("c"), Stafettlogg
    known = visible.individual_plans(sight).where(IndividualPlan.log == log.id).select(IndividualPlan.id)
    there = visible.coordinators(sight).where(Coordinator.ended_at.is_null()).select(Coordinator.id)
    columns = (c.id, c.account, c.unit, c.accepted_at, c.asked_by)
    names = ("c_id", "c_account", "c_unit", "c_accepted", "c_asked_by")
    query = s.select(p.id, p.asked_by.alias("asked_by_id"), p.decided_by, p.decided_on, p.began_at, p.ended_at)
    query = query.select_extend(*(column.alias(name) for column, name in zip(columns, names, strict=True)))
    query = query.join(p, JOIN.LEFT_OUTER, on=(p.log == s.id) & p.id.in_(known))
    query = query.join(c, JOIN.LEFT_OUTER, on=(c.plan == p.id) & c.id.in_(there)).where(s.id == log.id)
    return query.order_by(Case(None, [(p.ended_at.is_null(), 0)], 1), p.asked_at.desc(), p.id).objects()


def _short(sight: Sight, log: LogFacts, row: Any) -> InShort:
    who = _coordinating(sight, log, row)
    since = local_date(row.began_at) if row.began_at else None
    until = local_date(row.ended_at) if row.ended_at else None
    suggested = since is None and row.decided_on is not None
    return InShort(row.id, since, until, suggested, who if who and who.accepted else None)


def _coordinating(sight: Sight, log: LogFacts, row: Any) -> Coordinating | None:
    """None where nobody is asked, or whoever was could not coordinate it today."""
    if row.c_id is None or not coordinating.coordinates(sight, log, row.c_account, row.c_unit):
        return None
    person = shown_people(sight, log)[row.c_account]
    return Coordinating(row.c_id, person, shown_unit(sight, log, row.c_unit), row.c_accepted is not None)


def _others(sight: Sight, log: LogFacts) -> tuple[Owner, ...]:
    people = shown_people(sight, log)
    return tuple(Owner(people[each.account_id], each.unit_id) for each in coordinating.can_be_asked(sight, log))
