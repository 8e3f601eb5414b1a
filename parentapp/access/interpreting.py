"""What an interpreter may be shown, and when: nothing but names, language and time until everything is in order."""

from collections.abc import Mapping
from enum import Enum
from typing import Any
from uuid import UUID

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.enums import Answer, Relation


class Stage(Enum):
    """How far an assignment has come. Content only while it is open."""

    DECLARING = "declaring"  # the interpreter has not said whether there is a conflict of interest
    WAITING = "waiting"  # not everybody in the family has said yes
    EARLY = "early"  # more than 48 hours before the meeting
    OPEN = "open"
    OVER = "over"  # ended, refused, in conflict, cancelled, or two hours after the meeting


def approvers(sight: Sight, log: LogFacts) -> frozenset[UUID]:
    """Everybody whose words may be shown: guardians who sign today, and the young person who has a login."""
    family = (each for each in sight.around if each.log_id == log.id and each.active)
    return frozenset(
        each.account_id
        for each in family
        if each.relation is Relation.SUBJECT or (each.relation is Relation.GUARDIAN and each.signs)
    )


def stage(sight: Sight, log: LogFacts, assignment: Any, answers: Mapping[UUID, Answer], *, cancelled: bool) -> Stage:
    """Of an assignment row, with what the family has answered. The first thing that stands in the way decides."""
    now, needed = sight.actor.now, approvers(sight, log)
    if assignment.ended_at is not None or assignment.conflict_at is not None or cancelled or now >= assignment.closes:
        return Stage.OVER
    if any(answer is not Answer.YES for answer in answers.values()):
        return Stage.OVER
    if assignment.declared_at is None:
        return Stage.DECLARING
    if not needed or any(answers.get(account) is not Answer.YES for account in needed):
        return Stage.WAITING
    return Stage.OPEN if now >= assignment.opens else Stage.EARLY
