"""Which meetings, invitations, points of an agenda and «helst ikke» an actor may know exist."""

from typing import Any

from parentapp.access.facts import LogFacts
from parentapp.access.rules import is_guest, leads_meetings
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import all_of, any_of, may_read
from parentapp.enums import STAFF, EntryType, Kind
from parentapp.models import AgendaPoint, Entry, Hiding, Invitation, Meeting, RatherNot

NO_INVITATION = Invitation.id.is_null()


def meetings(sight: Sight) -> Any:
    """Those whose entry the actor may read; a guest's own, until the end of its day and while the log is awake."""
    return Meeting.select().where(known_in_full(sight) | _as_guest(sight))


def known_in_full(sight: Sight) -> Any:
    """The condition on Meeting that tells who is no mere guest: its purpose, and who comes, is for these."""
    called = Entry.select(Entry.id).where(all_of([Entry.type == EntryType.MEETING, may_read(sight)]))
    return Meeting.entry.in_(called)


def _as_guest(sight: Sight) -> Any:
    """Also a guardian can be asked by user name: what the young person keeps from them stays kept."""
    me, now = sight.actor.account_id, sight.actor.now
    invited = Invitation.select(Invitation.meeting).where(
        (Invitation.account == me) & Invitation.guest & (Invitation.guest_until > now)
    )
    logs = [log.id for log in sight.ties if is_guest(sight, log)]
    kept = Hiding.select(Hiding.entry).where(Hiding.guardian == me)
    return Meeting.log.in_(logs) & Meeting.id.in_(invited) & Meeting.entry.not_in(kept)


def invitations(sight: Sight) -> Any:
    """Who is asked to a meeting is told to those who may know of it in full; a guest knows of their own.

    That a service is asked is itself confidential, so that nothing stands in the place of one that may not be told of.
    """
    full = Meeting.select(Meeting.id).where(known_in_full(sight))
    told = any_of([_told_of(sight, log) for log in sight.logs()], NO_INVITATION)
    own = (Invitation.account == sight.actor.account_id) & Invitation.meeting.in_(meetings(sight).select(Meeting.id))
    return Invitation.select().where((Invitation.meeting.in_(full) & told) | own)


def _told_of(sight: Sight, log: LogFacts) -> Any:
    """`names.may_name`, for the invited; and whoever asked somebody knows whom they asked."""
    here, by_me = Invitation.log == log.id, Invitation.invited_by == sight.actor.account_id
    if sight.is_family(log) or Kind.WHO_ELSE in sight.kinds(log):
        return here
    mine = [tie.unit_id for tie in sight.ties[log] if tie.relation in STAFF]
    told = Invitation.unit.is_null() | (Invitation.account == log.holder_id) | Invitation.unit.in_(mine)
    return here & (told | by_me)


def agenda(sight: Sight) -> Any:
    """The points of meetings the actor may know of."""
    return AgendaPoint.select().where(AgendaPoint.meeting.in_(meetings(sight).select(Meeting.id)))


def rather_nots(sight: Sight) -> Any:
    """«Helst ikke»: one's own; and, for the contact person who must answer, all of the log but about themselves.

    None of a meeting that one may not know of.
    """
    me = sight.actor.account_id
    mine = [log.id for log in sight.logs() if sight.is_family(log)]
    held = [log.id for log in sight.logs() if leads_meetings(sight, log)]
    about_me = Invitation.select(Invitation.id).where(Invitation.account == me)
    known = RatherNot.invitation.in_(Invitation.select(Invitation.id).join(Meeting).where(known_in_full(sight)))
    answerable = RatherNot.log.in_(held) & RatherNot.invitation.not_in(about_me)
    return RatherNot.select().where(known & ((RatherNot.log.in_(mine) & (RatherNot.author == me)) | answerable))
