"""What a family takes along to somebody new: chosen goals of the plan, what was tried for each, and if it helped."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import about_me, notices, plan_page, recording
from parentapp.domain.about_me import Part
from parentapp.domain.contact import contact
from parentapp.domain.people import Shown, ShownUnit
from parentapp.domain.plan_page import GoalPart
from parentapp.domain.shown import ShownEntry
from parentapp.enums import SeenPage


@dataclass(frozen=True)
class Chosen:
    """What is to be on the sheet: goals by their entries; whether the words about each, and «Dette er meg», too."""

    goals: frozenset[UUID]
    words: bool = False
    about_me: bool = False


@dataclass(frozen=True)
class ToChoose:
    """What there is to choose among."""

    log: LogFacts
    child: str
    own: bool  # the log is about the one who reads
    goals: tuple[ShownEntry, ...]
    about_me: bool  # whether anything is told there
    anything_new: bool


@dataclass(frozen=True)
class Referral:
    log: LogFacts
    child: str
    holder: Shown
    unit: ShownUnit | None
    goals: tuple[GoalPart, ...]
    about_me: tuple[Part, ...]
    made_by: str
    made_at: datetime


def to_choose(actor: Actor, log_id: UUID) -> ToChoose:
    """The goals the actor may see. Raises Hidden."""
    with transaction():
        sight, log = _enter(actor, log_id)
        goals, _ = plan_page.goals(sight, log)
        recording.seen(sight, log, SeenPage.REFERRAL, [each.entry.id for each in goals])
        return ToChoose(
            log=log,
            child=log.child,
            own=log.youth_id == actor.account_id,
            goals=tuple(each.entry for each in goals),
            about_me=bool(about_me.told(sight, log)),
            anything_new=notices.anything_new(sight),
        )


def referral(actor: Actor, log_id: UUID, chosen: Chosen) -> Referral | None:
    """The sheet, with the chosen goals in the plan's order; None where none of them is a goal the actor may see.

    Raises Hidden.
    """
    with transaction():
        sight, log = _enter(actor, log_id)
        found = [each for each in plan_page.goals(sight, log)[0] if each.entry.id in chosen.goals]
        if not found:
            return None
        goals = tuple(found if chosen.words else map(_without_words, found))
        told = about_me.told(sight, log) if chosen.about_me else ()
        recording.seen(sight, log, SeenPage.REFERRAL_KEPT, _things(goals, told))
        here = contact(sight, log)
        return Referral(
            log=log,
            child=log.child,
            holder=here.holder,
            unit=here.unit,
            goals=goals,
            about_me=told,
            made_by=next(each.account.name for each in sight.around if each.account_id == actor.account_id),
            made_at=actor.now,
        )


def _enter(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    sight = look(actor, log_id)
    log = sight.log(log_id)
    require(sight, Action.REFERRAL_MAKE, log)
    return sight, log


def _without_words(goal: GoalPart) -> GoalPart:
    """Whether it helped, and nothing of what was said about it."""
    measures = (
        replace(each, latest=tuple(replace(said, text="", translation=None) for said in each.latest))
        for each in goal.measures
    )
    return replace(goal, measures=tuple(measures))


def _things(goals: Collection[GoalPart], told: Collection[Part]) -> list[UUID]:
    found = [each.entry.id for each in goals]
    for measure in (measure for goal in goals for measure in goal.measures):
        found += [measure.entry.id, *(said.id for said in measure.latest)]
    return [*found, *(entry.id for part in told for entry, _ in part.told)]
