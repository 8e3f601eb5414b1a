"""Which proposed times of a meeting an actor may know of, and whose answers to them."""

from typing import Any

from parentapp.access.rules import leads_meetings
from parentapp.access.sight import Sight
from parentapp.access.visible.meeting import invitations, known_in_full
from parentapp.models import Invitation, Meeting, ProposedTime, TimeAnswer, TimeWish


def proposed_times(sight: Sight) -> Any:
    """For whoever knows of the meeting in full. To a guest nothing opens before one of them is chosen."""
    full = Meeting.select(Meeting.id).where(known_in_full(sight))
    return ProposedTime.select().where(ProposedTime.meeting.in_(full))


def time_answers(sight: Sight) -> Any:
    """One's own; and, for the one who leads, those of everybody whom they may know to be asked."""
    return TimeAnswer.select().where(TimeAnswer.invitation.in_(_told(sight)))


def time_wishes(sight: Sight) -> Any:
    """The same of what somebody wrote beside."""
    return TimeWish.select().where(TimeWish.invitation.in_(_told(sight)))


def _told(sight: Sight) -> Any:
    held = [log.id for log in sight.logs() if leads_meetings(sight, log)]
    mine = Invitation.account == sight.actor.account_id
    return invitations(sight).where(mine | Invitation.log.in_(held)).select(Invitation.id)
