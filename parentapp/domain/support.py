"""Whom the family brings to a meeting: a name, and what they are to the family. Never an interpreter, never a login."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look_around
from parentapp.access.visible import find, reach
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.inviting import require_open, tell
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_
from parentapp.models import Attendance, Meeting, SupportPerson

MOST = 3  # that one of the family brings to a meeting
ENOUGH = N_("Du har skrevet opp tre allerede. Ta bort en av dem først.")


@dataclass(frozen=True)
class Support:
    id: UUID
    name: str
    who: str  # what they are to the family
    lang: str
    brought_by: Shown
    came: bool = False  # as the minutes say


def bring(actor: Actor, meeting_id: UUID, name: str, who: str, *, press: Press | None = None) -> UUID:
    """Say whom one brings. The contact person is told. They see nothing of the log by it.

    Raises Hidden, Denied; Conflict for a meeting that is over or cancelled, and for more than three.
    """
    with transaction():
        sight, meeting = reach(actor, Meeting, meeting_id)
        log = sight.visited(meeting.log_id)
        require(sight, Action.SUPPORT_BRING, log)
        require_open(actor, meeting)

        def act() -> UUID:
            mine = (SupportPerson.meeting == meeting_id) & (SupportPerson.brought_by == actor.account_id)
            if SupportPerson.select().where(mine).count() >= MOST:
                raise Conflict(ENOUGH)
            of_it = {"meeting": meeting_id, "log": log.id, "brought_by": actor.account_id}
            there = SupportPerson.create(name=name, who=who, lang=actor.locale, at=actor.now, **of_it)
            recording.audit(actor, Action.SUPPORT_BRING, there.id, log)
            tell(sight, log, meeting, only={log.holder_id})
            return meeting_id

        return once(actor, press, act)


def leave_out(actor: Actor, support_id: UUID, *, press: Press | None = None) -> UUID:
    """Bring somebody no longer: nothing is left of the name. Returns the meeting.

    Raises Hidden; Denied for whoever did not bring them; Conflict as `bring`.
    """
    with transaction():
        sight = look_around(actor, SupportPerson, support_id)
        there = find(sight, SupportPerson, support_id)
        log = sight.visited(there.log_id)
        require(sight, Action.SUPPORT_BRING, log)
        if there.brought_by_id != actor.account_id:
            raise Denied
        meeting = find(sight, Meeting, there.meeting_id)
        require_open(actor, meeting)

        def act() -> UUID:
            recording.audit(actor, Action.SUPPORT_BRING, support_id, log)
            SupportPerson.delete().where(SupportPerson.id == support_id).execute()
            meeting_id: UUID = meeting.id
            return meeting_id

        return once(actor, press, act)


def joined(sight: Sight, query: Any) -> Any:
    """A query of meetings, each once for every support person whom the actor may know of, and whether they came."""
    s, told = SupportPerson, SupportPerson.id.in_(visible.supports(sight).select(SupportPerson.id))
    here = visible.attendances(sight).where(Attendance.support == s.id).select(Attendance.id)
    of_it = (s.name_sealed, s.who_sealed, s.lang.alias("support_lang"), s.brought_by.alias("support_of"))
    query = query.select_extend(s.id.alias("support_id"), *of_it, fn.EXISTS(here).alias("support_came"))
    return query.join_from(Meeting, s, JOIN.LEFT_OUTER, on=((s.meeting == Meeting.id) & told))


def beside(sight: Sight, log: LogFacts, rows: list[Any]) -> list[Support]:
    """Of the rows of such a query, each once."""
    people, found = shown_people(sight, log), {row.support_id: row for row in rows if row.support_id}
    sealed = {
        id_: SupportPerson(id=id_, log=log.id, name_sealed=row.name_sealed, who_sealed=row.who_sealed)
        for id_, row in found.items()
    }
    return [
        Support(
            id=id_,
            name=sealed[id_].name,
            who=sealed[id_].who,
            lang=row.support_lang,
            brought_by=people.get(row.support_of) or Shown(row.support_of, None),
            came=bool(row.support_came),
        )
        for id_, row in found.items()
    ]


def of(sight: Sight, log: LogFacts, meeting_id: UUID) -> list[Support]:
    """All that the actor may know of, in the order they were written down. One query."""
    people = shown_people(sight, log)
    query = visible.supports(sight).where(SupportPerson.meeting == meeting_id)
    return [
        Support(row.id, row.name, row.who, row.lang, people.get(row.brought_by_id) or Shown(row.brought_by_id, None))
        for row in query.order_by(SupportPerson.at, SupportPerson.id)
    ]
