"""Whom the family brings to a meeting, and who came to it, as an actor may know of them."""

from typing import Any

from parentapp.access.sight import Sight
from parentapp.access.visible.meeting import invitations, known_in_full
from parentapp.access.visible.timeline import may_read
from parentapp.models import Attendance, Entry, Invitation, Meeting, Minutes, SupportPerson


def supports(sight: Sight) -> Any:
    """Support persons: for whoever sees who comes to the meeting, which a guest does not."""
    full = Meeting.select(Meeting.id).where(known_in_full(sight))
    return SupportPerson.select().where(SupportPerson.meeting.in_(full))


def attendances(sight: Sight) -> Any:
    """Who came: with the minutes, and only of whom one may know that they were asked, or brought.

    That a service takes part is itself confidential: so also that it came, what it did there, who came beside.
    """
    readable = Entry.select(Entry.id).where(may_read(sight))
    written = Minutes.select(Minutes.id).where(Minutes.entry.in_(readable))
    asked = Attendance.invitation.in_(invitations(sight).select(Invitation.id))
    return Attendance.select().where(Attendance.minutes.in_(written) & (asked | Attendance.support.is_null(False)))
