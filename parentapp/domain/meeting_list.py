"""Lists of meetings: a log's own, those somebody is asked to, the next one for Hjem, the coming ones for the desk."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import meeting_shown, notices, recording
from parentapp.domain.inviting import Candidate, candidates, require_open
from parentapp.domain.meeting_shown import ShownMeeting
from parentapp.enums import SeenPage
from parentapp.models import Invitation, Meeting

SOON = timedelta(days=7)


@dataclass(frozen=True)
class MeetingList:
    log: LogFacts
    child: str
    coming: tuple[ShownMeeting, ...]  # the earliest first
    past: tuple[ShownMeeting, ...]  # the latest first
    may_call: bool
    anything_new: bool


@dataclass(frozen=True)
class EmptyCall:
    """What an empty form for a meeting needs."""

    log: LogFacts
    child: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class Change:
    """What a form that moves a meeting, or invites somebody more, needs."""

    log: LogFacts
    child: str
    when: ShownMeeting
    candidates: tuple[Candidate, ...]  # those who are not invited yet


def meetings(actor: Actor, log_id: UUID) -> MeetingList:
    """The log's meetings, as the actor may see them. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.MEETINGS_SEE, log)
        found = meeting_shown.shown_all(sight, meeting_shown.select(sight).where(Meeting.log == log_id))
        recording.seen(sight, log, SeenPage.MEETING, [each.entry_id for each in found])
        return MeetingList(
            log=log,
            child=log.child,
            coming=tuple(each for each in found if not each.over),
            past=tuple(each for each in reversed(found) if each.over),
            may_call=can(sight, Action.MEETING_CALL, log),
            anything_new=notices.anything_new(sight),
        )


def mine(actor: Actor) -> list[ShownMeeting]:
    """The meetings to come that the actor is asked to, of whatever log. It tells of no child."""
    with transaction():
        sight = look(actor)
        mine = Invitation.id.is_null(False) & ((Meeting.ends > actor.now) | meeting_shown.undecided())
        found = meeting_shown.shown_all(sight, meeting_shown.select(sight).where(mine))
        things = [(each.log_id, each.entry_id) for each in found]
        recording.seen_all(sight, recording.of_things(sight, SeenPage.MEETING, things))
        return found


def next_ones(sight: Sight, log: LogFacts) -> list[ShownMeeting]:
    """The next meeting of this log, and those without a time."""
    which = Meeting.id.in_(meeting_shown.next_of(sight, log).select(Meeting.id))
    return meeting_shown.shown_all(sight, meeting_shown.select(sight).where(which))


def soon(sight: Sight, logs: Collection[LogFacts]) -> Any:
    """The condition on Meeting: in these logs those of the next days, and those without a time; and all that the actor
    is a guest at.
    """
    now, me = sight.actor.now, sight.actor.account_id
    here = Meeting.log.in_([log.id for log in logs])
    near = here & (Meeting.starts < now + SOON)
    as_guest = Invitation.select(Invitation.meeting).where((Invitation.account == me) & Invitation.guest)
    return ((Meeting.ends > now) & (near | Meeting.id.in_(as_guest))) | (here & meeting_shown.undecided())


def empty_call(actor: Actor, log_id: UUID) -> EmptyCall:
    """For whom an empty form is, and who can be asked. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.MEETING_CALL, log)
        recording.seen(sight, log, SeenPage.DESK)
        return EmptyCall(log, log.child, tuple(candidates(sight, log)))


def to_change(actor: Actor, meeting_id: UUID) -> Change:
    """The meeting as it stands, for a form. Raises Hidden, Denied; Conflict for one that is over or cancelled."""
    return _for_form(actor, meeting_id, Action.MEETING_CHANGE)


def to_invite(actor: Actor, meeting_id: UUID) -> Change:
    """The same, and who else can be asked."""
    return _for_form(actor, meeting_id, Action.MEETING_INVITE)


def _for_form(actor: Actor, meeting_id: UUID, action: Action) -> Change:
    with transaction():
        sight, row = reach(actor, Meeting, meeting_id)
        log = sight.visited(row.log_id)
        require(sight, action, log)
        require_open(actor, row)
        (when,) = meeting_shown.shown_all(sight, meeting_shown.select(sight).where(Meeting.id == meeting_id))
        invited = Invitation.select(Invitation.account).where(Invitation.meeting == meeting_id).tuples()
        there = {account for (account,) in invited}
        recording.seen(sight, log, SeenPage.MEETING, [when.entry_id])
        free = (each for each in candidates(sight, log) if each.person.account_id not in there)
        return Change(log, log.child, when, tuple(free))
