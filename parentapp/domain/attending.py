"""Who came to a meeting, what each did there, and who came beside them: written once, with the minutes."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import JOIN

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
    """The same of somebody invited, as the actor may see it."""

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


def joined(sight: Sight, query: Any) -> Any:
    """A query of invitations, each with what the minutes say of it, as far as the actor may know."""
    told = Attendance.id.in_(visible.attendances(sight).select(Attendance.id))
    on = (Attendance.invitation == Invitation.id) & told
    query = query.select_extend(Attendance)
    return query.join_from(Invitation, Attendance, JOIN.LEFT_OUTER, on=on, attr="there")


def of(invitation: Any) -> Attended | None:
    """Of a row of such a query: None where they did not come, as far as the actor may know."""
    there = getattr(invitation, "there", None)
    return Attended(there.roles, there.beside, there.lang) if there is not None and there.id else None
