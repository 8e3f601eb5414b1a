"""Proposed times of a meeting: what fits whom, and choosing one. Until then the meeting has no time at all.

What people answered stays when one is chosen, and when the meeting is moved.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look_around
from parentapp.access.visible import find, reach
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.inviting import require_open, tell
from parentapp.domain.meeting_shown import ShownMeeting
from parentapp.domain.meetings import NO_TIME
from parentapp.domain.pressing import Press, once
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.i18n import N_
from parentapp.models import Invitation, Meeting, ProposedTime, TimeAnswer, TimeWish

CHOSEN = N_("Tiden er valgt. Si heller om du kommer.")


@dataclass(frozen=True)
class Wish:
    """When it would fit somebody, in their words."""

    text: str
    lang: str


@dataclass(frozen=True)
class ShownTime:
    id: UUID
    starts: datetime
    ends: datetime
    gone: bool  # it can no longer be chosen


@dataclass(frozen=True)
class Times:
    """The proposed times of a meeting without one; none where it has a time."""

    proposed: tuple[ShownTime, ...] = ()
    may_answer: bool = False
    may_wish: bool = False
    may_choose: bool = False


def of(sight: Sight, log: LogFacts, when: ShownMeeting) -> Times:
    """What the actor may see of them, and do. One query, and none for a meeting with a time."""
    if when.decided or when.guest:
        return Times()
    query = visible.proposed_times(sight).where(ProposedTime.meeting == when.id).order_by(ProposedTime.starts)
    asked = when.invited and when.open
    return Times(
        proposed=tuple(ShownTime(row.id, row.starts, row.ends, row.starts <= sight.actor.now) for row in query),
        may_answer=asked and can(sight, Action.MEETING_ANSWER, log),
        may_wish=asked and can(sight, Action.TIME_WISH, log),
        may_choose=when.open and can(sight, Action.MEETING_CHANGE, log),
    )


def joined(sight: Sight, query: Any) -> Any:
    """A query of invitations, each once for every answer to a proposed time, as far as the actor may know."""
    answers, wishes = (told(sight) for told in (visible.time_answers, visible.time_wishes))
    said = (TimeAnswer.invitation == Invitation.id) & TimeAnswer.id.in_(answers.select(TimeAnswer.id))
    wished = (TimeWish.invitation == Invitation.id) & TimeWish.id.in_(wishes.select(TimeWish.id))
    query = query.select_extend(TimeAnswer, TimeWish)
    query = query.join_from(Invitation, TimeAnswer, JOIN.LEFT_OUTER, on=said, attr="answered")
    return query.join_from(Invitation, TimeWish, JOIN.LEFT_OUTER, on=wished, attr="wished")


def fits_of(rows: list[Any]) -> dict[UUID, bool]:
    """Of the rows of one invitation: which times fit."""
    answers = [each.answered for each in rows if getattr(each, "answered", None)]
    return {each.time_id: each.fits for each in answers if each.id}


def wish_of(invitation: Any) -> Wish | None:
    wished = getattr(invitation, "wished", None)
    return Wish(wished.text, wished.lang) if wished is not None and wished.id else None


def answer(actor: Actor, meeting_id: UUID, *, fits: bool, time: UUID | None = None, press: Press | None = None) -> UUID:
    """Say whether a proposed time fits, or (without `time`) whether all of them do. A later answer takes its place.

    Raises Hidden; Denied for somebody who is not invited; Conflict for a meeting that has a time, or is cancelled.
    """
    with transaction():
        _, meeting, log, mine = _asked(actor, meeting_id, Action.MEETING_ANSWER)

        def act() -> UUID:
            _say(actor, _times(meeting, time), mine, fits=fits)
            recording.audit(actor, Action.MEETING_ANSWER, meeting.entry_id, log)
            return meeting_id

        return once(actor, press, act)


def wish(actor: Actor, meeting_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """Say that none of the times fits, and when it would. The one who leads is told. Raises as `answer`."""
    with transaction():
        sight, meeting, log, mine = _asked(actor, meeting_id, Action.TIME_WISH)

        def act() -> UUID:
            _say(actor, _times(meeting), mine, fits=False)
            TimeWish.delete().where(TimeWish.invitation == mine).execute()
            TimeWish.create(invitation=mine, log=log.id, text=text, lang=actor.locale, at=actor.now)
            recording.audit(actor, Action.TIME_WISH, meeting.entry_id, log)
            tell(sight, log, meeting, only={log.holder_id})
            return meeting_id

        return once(actor, press, act)


def choose(actor: Actor, time_id: UUID, *, press: Press | None = None) -> UUID:
    """Decide for one of the times: from now on it is a meeting as any other, and everybody is told. Returns it.

    Raises Hidden, Denied; Conflict for a time that has been, a meeting that has a time already, or is cancelled.
    """
    with transaction():
        sight = look_around(actor, ProposedTime, time_id)
        time = find(sight, ProposedTime, time_id)
        log = sight.visited(time.log_id)
        require(sight, Action.MEETING_CHANGE, log)
        meeting = find(sight, Meeting, time.meeting_id)
        require_open(actor, meeting)

        def act() -> UUID:
            _require_none_chosen(meeting)
            if time.starts <= actor.now:
                raise Conflict(NO_TIME)
            Meeting.update(starts=time.starts, ends=time.ends).where(Meeting.id == meeting.id).execute()
            recording.audit(actor, Action.MEETING_CHANGE, meeting.entry_id, log)
            tell(sight, log, meeting)
            meeting_id: UUID = meeting.id
            return meeting_id

        return once(actor, press, act)


def _asked(actor: Actor, meeting_id: UUID, action: Action) -> tuple[Sight, Meeting, LogFacts, UUID]:
    """The meeting, and the actor's own invitation to it."""
    sight, meeting = reach(actor, Meeting, meeting_id)
    log = sight.visited(meeting.log_id)
    require(sight, action, log)
    mine = Invitation.get_or_none((Invitation.meeting == meeting_id) & (Invitation.account == actor.account_id))
    if mine is None:
        raise Denied
    require_open(actor, meeting)
    return sight, meeting, log, mine.id


def _require_none_chosen(meeting: Meeting) -> None:
    if meeting.starts is not None:
        raise Conflict(CHOSEN)


def _times(meeting: Meeting, time: UUID | None = None) -> list[UUID]:
    """Its proposed times, or the one of them. Raises Conflict where one was chosen, Hidden for a time of another."""
    _require_none_chosen(meeting)
    times = [row.id for row in ProposedTime.select(ProposedTime.id).where(ProposedTime.meeting == meeting.id)]
    if time is not None and time not in times:
        raise Hidden
    return times if time is None else [time]


def _say(actor: Actor, times: list[UUID], invitation: UUID, *, fits: bool) -> None:
    TimeAnswer.delete().where(TimeAnswer.time.in_(times) & (TimeAnswer.invitation == invitation)).execute()
    for time in times:
        TimeAnswer.create(time=time, invitation=invitation, fits=fits, at=actor.now)
