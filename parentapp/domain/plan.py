"""Goals and measures: adding them, and the plan as it stands."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import reach
from parentapp.bank import AREA_OF
from parentapp.db import transaction
from parentapp.domain import bank, recording, shown, writing
from parentapp.domain.owners import owners
from parentapp.domain.pressing import Press, once
from parentapp.domain.shown import ShownEntry
from parentapp.enums import EntryType, LifeArea, MeasureStatus, NoticeKind
from parentapp.enums.bank import GoalPhrase, MeasurePhrase
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Entry, Goal, Measure
from parentapp.models.content import OPEN_STATES

NO_OWNER = N_("Den som skal gjøre det, må kunne se planen.")


@dataclass(frozen=True)
class PlannedGoal:
    goal: ShownEntry
    measures: tuple[ShownEntry, ...]

    def count(self, *statuses: MeasureStatus) -> int:
        return sum(measure.status in statuses for measure in self.measures)


@dataclass(frozen=True)
class PlanBlock:
    goals: tuple[PlannedGoal, ...]

    @property
    def things(self) -> list[UUID]:
        return [each.id for planned in self.goals for each in (planned.goal, *planned.measures)]

    def open_of(self, account_id: UUID) -> tuple[ShownEntry, ...]:
        """The measures that go on and that this person does."""
        measures = (each for planned in self.goals for each in planned.measures if each.status in OPEN_STATES)
        return tuple(each for each in measures if each.owner and each.owner.account_id == account_id)


def plan_rows(sight: Sight, log: LogFacts) -> list[Any]:
    """The rows of goals and measures that the actor may see, for `shown.entries` and `plan_block`."""
    query = shown.select(sight).where((Entry.log == log.id) & Entry.type.in_((EntryType.GOAL, EntryType.MEASURE)))
    return list(query.select_extend(Goal.id.alias("goal_id"), Measure.goal.alias("of_goal")).objects())


def plan_block(rows: list[Any], entries: list[ShownEntry]) -> PlanBlock | None:
    """The goals with their measures, from `plan_rows` and how these are shown; None where there is no goal to see."""
    by_id = {each.id: each for each in entries}
    goals = [row for row in reversed(rows) if row.type is EntryType.GOAL]
    planned = [
        PlannedGoal(by_id[goal.id], tuple(by_id[row.id] for row in reversed(rows) if row.of_goal == goal.goal_id))
        for goal in goals
    ]
    return PlanBlock(tuple(planned)) if planned else None


def add_goal(
    actor: Actor,
    log_id: UUID,
    text: str | GoalPhrase,
    life_area: LifeArea,
    *,
    press: Press | None = None,
) -> UUID:
    """Where we want to get to, in own words or a phrase of the bank; that one has its own life area.

    Returns the goal's entry. Raises Hidden, Denied, Conflict.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.GOAL_ADD, log)

        def act() -> UUID:
            entry = writing.new_entry(sight, log, EntryType.GOAL, **_worded(actor, text))
            area = AREA_OF[text] if isinstance(text, GoalPhrase) else life_area
            Goal.create(entry=entry.id, life_area=area)
            recording.audit(actor, Action.GOAL_ADD, entry.id, log)
            writing.tell(sight, log, NoticeKind.ENTRY, entry)
            entry_id: UUID = entry.id
            return entry_id

        return once(actor, press, act)


def add_measure(
    actor: Actor,
    goal: UUID,
    text: str | MeasurePhrase,
    *,
    owner: UUID,
    owner_unit: UUID | None,
    starts: date,
    look_at: date,
    status: MeasureStatus = MeasureStatus.UNDER_WAY,
    meeting: UUID | None = None,
    press: Press | None = None,
) -> UUID:
    """What somebody does towards a goal (named by its entry), perhaps agreed in a meeting (likewise). In own words or a
    phrase of the bank.

    Raises Hidden, Denied; Conflict for an owner who does not see the plan.
    """
    with transaction():
        sight, found = reach(actor, Entry, goal)
        log = sight.log(found.log_id)
        require(sight, Action.MEASURE_ADD, log)
        towards = Goal.get_or_none(Goal.entry == goal)
        if towards is None:
            raise Hidden
        if (owner, owner_unit) not in {(each.person.account_id, each.unit_id) for each in owners(sight, log)}:
            raise Conflict(NO_OWNER)

        def act() -> UUID:
            part = {"owner": owner, "owner_unit": owner_unit, "status": status, "meeting": meeting}
            entry = put_measure(sight, log, towards, text, starts=starts, look_at=look_at, **part)
            writing.tell(sight, log, NoticeKind.ENTRY, entry)
            entry_id: UUID = entry.id
            return entry_id

        return once(actor, press, act)


def put_measure(sight: Sight, log: LogFacts, towards: Goal, text: str | MeasurePhrase, **part: Any) -> Entry:
    """The rows of a measure towards that goal, and the audit line. Whoever calls has decided, and tells of it."""
    entry = writing.new_entry(sight, log, EntryType.MEASURE, **_worded(sight.actor, text))
    Measure.create(entry=entry.id, goal=towards.id, **part)
    recording.audit(sight.actor, Action.MEASURE_ADD, entry.id, log)
    return entry


def _worded(actor: Actor, text: str | GoalPhrase | MeasurePhrase) -> dict[str, str]:
    """What is kept of it: of a phrase the key, and how it stands for whoever chose it."""
    if isinstance(text, str):
        return {"text": text}
    return {"text": bank.said(text, actor.locale), "phrase": text.value}
