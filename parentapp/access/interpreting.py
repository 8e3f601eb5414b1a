"""What an interpreter may be shown, and when: nothing but names, language and time until everything is in order."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from parentapp.access.ages import ADULT, age_on
from parentapp.access.facts import LogFacts, Tie
from parentapp.access.sight import Sight
from parentapp.access.windows import closes, opens
from parentapp.enums import FAMILY, IMPARTIAL, Answer, Kind, Relation
from parentapp.errors import Hidden
from parentapp.models import Block, Subject

SHOWN = frozenset({Kind.PLAN, Kind.MEETINGS})  # of what the person interpreted for may see


class Stage(Enum):
    """How far an assignment has come. Content only while it is open."""

    DECLARING = "declaring"  # the interpreter has not said whether there is a conflict of interest
    WAITING = "waiting"  # not everybody in the family has said yes
    EARLY = "early"  # more than 48 hours before the meeting
    OPEN = "open"
    OVER = "over"  # ended, refused, in conflict, cancelled, or two hours after the meeting


def approvers(sight: Sight, log: LogFacts, kept: frozenset[UUID] = frozenset()) -> frozenset[UUID]:
    """Everybody whose words may be shown: the young person who has a login, and every guardian of today.

    `kept`: whom the young person keeps the meeting from. They know nothing of it, and cannot answer.
    """
    family = (each for each in sight.around if each.log_id == log.id and each.active and each.relation in FAMILY)
    return frozenset(each.account_id for each in family if not each.out) - kept


def stage(
    sight: Sight, log: LogFacts, row: Any, answers: Mapping[UUID, Answer], kept: frozenset[UUID] = frozenset()
) -> Stage:
    """Of an assignment with its meeting, and what the family has answered. The first thing in the way decides.

    Of a protected child not even a name is shown before the family has said yes. For somebody the meeting is kept
    from it waits for an answer that does not come: were it over at once, the contact person would see why.
    """
    needed = approvers(sight, log, kept)
    if row.reader_id in kept and not _is_over(sight, log, row):
        return Stage.WAITING
    if _is_over(sight, log, row) or row.reader_id not in needed:
        return Stage.OVER
    approved = log.id in sight.consents.awake and all(answers.get(account) is Answer.YES for account in needed)
    if row.declared_at is None and (approved or not log.protected):
        return Stage.DECLARING
    if not approved:
        return Stage.WAITING
    return Stage.OPEN if sight.actor.now >= opens(row) else Stage.EARLY


def _is_over(sight: Sight, log: LogFacts, row: Any) -> bool:
    stopped = row.ended_at is not None or row.meeting.cancelled_at is not None or log.closed
    return stopped or sight.actor.now >= closes(row) or not is_impartial(sight, log, row.interpreter_id)


def is_impartial(sight: Sight, log: LogFacts, account_id: UUID) -> bool:
    """Whether that person is let into the log today, as nothing but an interpreter or a translator."""
    ways = _ways(sight, log, account_id, today=True)
    return Relation.INTERPRETER in ways and ways <= IMPARTIAL


def belongs(sight: Sight, log: LogFacts, account_id: UUID) -> bool:
    """Whether that person belongs, or has belonged, to the log: as family, as a helper, as a guest."""
    return not _ways(sight, log, account_id, today=False) <= IMPARTIAL


def may_be_asked(sight: Sight, log: LogFacts, account_id: UUID) -> bool:
    """Whether that person may interpret or translate here: neither near to the log, nor kept out, nor a child."""
    near = belongs(sight, log, account_id) or _is_kept_out(log, account_id)
    return not near and not _is_a_child(account_id, sight.actor.today)


def _is_kept_out(log: LogFacts, account_id: UUID) -> bool:
    return bool(Block.select().where((Block.log == log.id) & (Block.account == account_id)).exists())


def _is_a_child(account_id: UUID, today: date) -> bool:
    """Children neither interpret nor translate, whatever somebody has registered them as."""
    born = Subject.select(Subject.born).where(Subject.account == account_id).tuples()
    return any(age_on(day, today) < ADULT for (day,) in born)


def _ways(sight: Sight, log: LogFacts, account_id: UUID, *, today: bool) -> frozenset[Relation]:
    theirs = (each for each in sight.around if (each.log_id, each.account_id) == (log.id, account_id))
    return frozenset(each.relation for each in theirs if each.active or not today)


def through_eyes_of(sight: Sight, log: LogFacts, reader_id: UUID, locale: str) -> Sight:
    """The log as that family member may see it today, and of that the plan and the meetings only. Raises Hidden."""
    ties = frozenset(Tie(way, None) for way in _ways(sight, log, reader_id, today=True) & FAMILY)
    if not ties:
        raise Hidden
    actor = replace(sight.actor, account_id=reader_id, locale=locale, session_id=None)
    return Sight(actor, {log: ties}, sight.consents, sight.around, only=SHOWN)
