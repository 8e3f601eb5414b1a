"""Which meetings, invitations, points of an agenda and «helst ikke» an actor may know exist."""

from typing import Any

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import may_read
from parentapp.enums import Kind, Relation
from parentapp.models import AgendaPoint, Entry, Invitation, Meeting, RatherNot


def meetings(sight: Sight) -> Any:
    """Those whose entry the actor may read; a guest's own, whatever the log lets them see, until the end of its day."""
    me, now = sight.actor.account_id, sight.actor.now
    known = Entry.select(Entry.id).where(may_read(sight))
    invited = Invitation.select(Invitation.meeting).where(
        (Invitation.account == me) & Invitation.guest & (Invitation.guest_until > now)
    )
    guest_logs = [log.id for log in sight.ties if Relation.GUEST in sight.relations(log)]
    as_guest = Meeting.log.in_(guest_logs) & Meeting.id.in_(invited) & Meeting.cancelled_at.is_null()
    return Meeting.select().where(Meeting.entry.in_(known) | as_guest)


def invitations(sight: Sight) -> Any:
    """Who is asked to a meeting is told to those who may know of the meeting in full; a guest knows of their own."""
    known = Meeting.select(Meeting.id).where(Meeting.entry.in_(Entry.select(Entry.id).where(may_read(sight))))
    own = (Invitation.account == sight.actor.account_id) & Invitation.meeting.in_(meetings(sight).select(Meeting.id))
    return Invitation.select().where(Invitation.meeting.in_(known) | own)


def agenda(sight: Sight) -> Any:
    """The points of meetings the actor may know of."""
    return AgendaPoint.select().where(AgendaPoint.meeting.in_(meetings(sight).select(Meeting.id)))


def rather_nots(sight: Sight) -> Any:
    """«Helst ikke»: one's own; and, for the contact person who must answer, all of the log."""
    me = sight.actor.account_id
    mine = [log.id for log in sight.logs() if sight.is_family(log)]
    held = [log.id for log in sight.logs() if Relation.HOLDER in sight.relations(log) and hears_of_meetings(sight, log)]
    about_me = Invitation.select(Invitation.id).where(Invitation.account == me)
    answerable = RatherNot.log.in_(held) & RatherNot.invitation.not_in(about_me)
    return RatherNot.select().where((RatherNot.log.in_(mine) & (RatherNot.author == me)) | answerable)


def hears_of_meetings(sight: Sight, log: LogFacts) -> bool:
    """Whether the actor's service may see meetings."""
    return Kind.MEETINGS in sight.kinds(log)
