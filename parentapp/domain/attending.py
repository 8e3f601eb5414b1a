"""Who came to a meeting, what each did there, and who came beside them: written once, with the minutes."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from parentapp.access import visible
from parentapp.access.sight import Sight
from parentapp.enums import MeetingRole
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Attendance, Invitation, Meeting, Minutes, SupportPerson

NOT_THERE = N_("En av dem er ikke invitert lenger. Last siden på nytt.")


@dataclass(frozen=True)
class Came:
    """Somebody who came: `who` is their invitation, or what the family wrote of a support person.

    `beside`: who came together with them.
    """

    who: UUID
    roles: frozenset[MeetingRole] = frozenset()
    beside: str = ""


@dataclass(frozen=True)
class Attended:
    """The same as the actor may see it."""

    who: UUID
    roles: frozenset[MeetingRole]
    beside: str | None
    lang: str


def put(sight: Sight, meeting: Meeting, minutes: Minutes, came: Collection[Came]) -> None:
    """Their rows. Raises Conflict for somebody whom the actor does not know to be invited, or brought."""
    asked = visible.invitations(sight).where(Invitation.meeting == meeting.id).select(Invitation.id)
    brought = visible.supports(sight).where(SupportPerson.meeting == meeting.id).select(SupportPerson.id)
    invited, supports = {row.id for row in asked}, {row.id for row in brought}
    if not (invited | supports).issuperset(each.who for each in came):
        raise Conflict(NOT_THERE)
    for each in came:
        which = "invitation" if each.who in invited else "support"
        said = {"roles": each.roles, "beside": each.beside or None, "lang": sight.actor.locale}
        Attendance.create(minutes=minutes.id, log=meeting.log_id, **{which: each.who}, **said)


def of(sight: Sight, minutes_entry: UUID) -> dict[UUID, Attended]:
    """Who came, as far as the actor may know: by invitation, or by support person. One query."""
    query = visible.attendances(sight).join(Minutes).where(Minutes.entry == minutes_entry)
    rows = [(row.invitation_id or row.support_id, row) for row in query]
    return {who: Attended(who, row.roles, row.beside, row.lang) for who, row in rows}
