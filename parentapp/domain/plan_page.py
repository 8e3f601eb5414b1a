"""The plan as its own page: goals, measures, and what the child, the parents and the helpers say of each."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import notices, recording, revising, shown
from parentapp.domain.evaluating import OPEN
from parentapp.domain.individual_plan_page import InShort, in_short
from parentapp.domain.owners import Owner, owners
from parentapp.domain.progress import Progress, progress
from parentapp.domain.revising import Earlier
from parentapp.domain.shown import ShownEntry
from parentapp.enums import EntryType, LifeArea, SeenPage, Voice
from parentapp.errors import Hidden
from parentapp.models import Concern, Entry, Evaluation, Goal, Measure

PLAN = (EntryType.GOAL, EntryType.MEASURE, EntryType.EVALUATION)


@dataclass(frozen=True)
class MeasurePart:
    entry: ShownEntry
    latest: tuple[ShownEntry, ...]  # the last word of each who has said whether it helps: child, parents, helpers
    before: tuple[ShownEntry, ...]  # what they said earlier, the newest first
    progress: Progress | None  # all of it as a drawing, where there is something to draw
    earlier: tuple[Earlier, ...]  # how the measure stood before it was changed
    open: bool
    may_change: bool


@dataclass(frozen=True)
class GoalPart:
    entry: ShownEntry
    measures: tuple[MeasurePart, ...]
    earlier: tuple[Earlier, ...]


@dataclass(frozen=True)
class Plan:
    log: LogFacts
    child: str
    goals: tuple[GoalPart, ...]
    individual: InShort | None  # the log is the child's individual plan, or was until it was closed
    may_individual: bool  # wish for that, or suggest it
    may_add: bool
    may_change_goals: bool
    may_evaluate: bool
    may_call: bool  # to a meeting
    may_hear: bool  # write down what a child without a login says
    today: date
    anything_new: bool


@dataclass(frozen=True)
class Empty:
    """What an empty form for a goal or a measure needs."""

    log: LogFacts
    child: str
    goal: ShownEntry | None
    owners: tuple[Owner, ...]
    area: LifeArea | None = None  # what the log was opened about, where that is one thing


def plan(actor: Actor, log_id: UUID) -> Plan:
    """The plan as the actor may see it. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.PLAN_SEE, log)
        found, things = goals(sight, log)
        recording.seen(sight, log, SeenPage.PLAN, things)
        return Plan(
            log=log,
            child=log.child,
            goals=found,
            individual=in_short(sight, log),
            may_individual=can(sight, Action.INDIVIDUAL_PLAN_WISH, log)
            or can(sight, Action.INDIVIDUAL_PLAN_SUGGEST, log),
            may_add=can(sight, Action.GOAL_ADD, log),
            may_change_goals=can(sight, Action.GOAL_CHANGE, log),
            may_evaluate=can(sight, Action.MEASURE_EVALUATE, log),
            may_call=can(sight, Action.MEETING_CALL, log),
            may_hear=can(sight, Action.MEASURE_HEAR, log),
            today=actor.today,
            anything_new=notices.anything_new(sight),
        )


def goals(sight: Sight, log: LogFacts) -> tuple[tuple[GoalPart, ...], list[UUID]]:
    """All goals with their measures, as this sight shows them; and every entry of the plan, for the access line."""
    rows = _rows(sight, log)
    entries = {each.id: each for each in shown.entries(sight, rows)}
    earlier = revising.earlier([each.id for each in entries.values() if each.edited], sight.actor.locale)
    return tuple(_goals(sight, log, rows, entries, earlier)), list(entries)


def _rows(sight: Sight, log: LogFacts) -> list[Any]:
    """Goals and measures in the order they were written, evaluations the newest first."""
    query = shown.select(sight).where((Entry.log == log.id) & Entry.type.in_(PLAN))
    of = (Goal.id.alias("goal_id"), Measure.goal.alias("of_goal"), Measure.id.alias("measure_id"))
    return list(query.select_extend(*of, Evaluation.measure.alias("of_measure")).objects())


def _goals(
    sight: Sight,
    log: LogFacts,
    rows: list[Any],
    entries: dict[UUID, ShownEntry],
    earlier: dict[UUID, list[Earlier]],
) -> list[GoalPart]:
    def measures_of(goal: Any) -> tuple[MeasurePart, ...]:
        of_goal = (row for row in upwards if row.of_goal == goal.goal_id)
        return tuple(_measure(sight, log, row, rows, entries, earlier) for row in of_goal)

    upwards = rows[::-1]
    goals = [row for row in upwards if row.type is EntryType.GOAL]
    return [GoalPart(entries[row.id], measures_of(row), tuple(earlier.get(row.id, ()))) for row in goals]


def _measure(
    sight: Sight,
    log: LogFacts,
    row: Any,
    rows: list[Any],
    entries: dict[UUID, ShownEntry],
    earlier: dict[UUID, list[Earlier]],
) -> MeasurePart:
    said = [entries[each.id] for each in rows if each.of_measure == row.measure_id]
    last = {(each.voice, each.author.account_id): each for each in reversed(said)}
    latest = sorted(last.values(), key=lambda each: list(Voice).index(each.voice or Voice.PROFESSIONAL))
    return MeasurePart(
        entry=entries[row.id],
        latest=tuple(latest),
        before=tuple(each for each in said if each not in latest),
        progress=progress(said),
        earlier=tuple(earlier.get(row.id, ())),
        open=row.status in OPEN,
        may_change=revising.may_change(sight, log, EntryType.MEASURE, row.author_id, row.owner_id),
    )


def empty_goal(actor: Actor, log_id: UUID) -> Empty:
    """For whom an empty form for a goal is. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.GOAL_ADD, log)
        recording.seen(sight, log, SeenPage.DESK)
        return Empty(log, log.child, None, (), _area(sight, log))


def _area(sight: Sight, log: LogFacts) -> LifeArea | None:
    c = Concern
    query = c.select(c.life_areas).join(Entry).where((Entry.log == log.id) & visible.may_read(sight)).tuples()
    found = frozenset[LifeArea]().union(*(areas for (areas,) in query))
    return next(iter(found)) if len(found) == 1 else None


def empty_measure(actor: Actor, log_id: UUID, goal: UUID) -> Empty:
    """The goal an empty form for a measure is for, and who can answer for it. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        found = shown.entries(sight, [row for row in _rows(sight, log) if row.id == goal])
        if not found:
            raise Hidden
        require(sight, Action.MEASURE_ADD, log)
        recording.seen(sight, log, SeenPage.PLAN, [goal])
        return Empty(log, log.child, found[0], tuple(owners(sight, log)))
