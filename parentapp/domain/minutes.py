"""Minutes: what a meeting decided, and the measures agreed in it, written once, in one press."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight
from parentapp.access.visible import reach
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import (
    attached,
    attending,
    locking,
    meeting_people,
    meeting_words,
    meetings,
    plan,
    recording,
    revising,
    shown,
    support,
    writing,
)
from parentapp.domain.attached import Chosen
from parentapp.domain.attending import Came
from parentapp.domain.evaluating import PAST
from parentapp.domain.meeting_people import Invitee
from parentapp.domain.owners import Owner, owners
from parentapp.domain.plan import NO_OWNER
from parentapp.domain.pressing import Press, once
from parentapp.domain.shown import ShownEntry
from parentapp.domain.support import Support
from parentapp.enums import Coming, EntryType, MeasureStatus, NoticeKind, SeenPage
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Entry, Goal, Meeting, Minutes

CANCELLED = N_("Møtet er avlyst. Det blir ikke noe referat.")
TO_COME = N_("Møtet har ikke begynt ennå. Referatet kan skrives når dere er i gang.")
ALREADY = N_("Referatet er skrevet allerede. Det dere ble enige om, står i møtet.")
NO_GOAL = N_("Velg hvilket mål tiltaket hører til.")


@dataclass(frozen=True)
class Agreed:
    """A measure agreed in the meeting; `row`: where it stood in the form."""

    row: int
    goal: UUID  # the entry
    text: str
    owner: UUID
    owner_unit: UUID | None
    look_at: date


@dataclass(frozen=True)
class Next:
    """When those who were there meet again, and what for."""

    purpose: str
    starts: datetime
    ends: datetime


class Unfit(Conflict):
    """One of the measures cannot be: `what` of it («goal», «owner», «look_at») in which row."""

    def __init__(self, row: int, what: str, reason: str) -> None:
        super().__init__(reason)
        self.row, self.what = row, what


@dataclass(frozen=True)
class ToWrite:
    """What an empty form for minutes needs."""

    log: LogFacts
    child: str
    meeting_id: UUID
    starts: datetime
    purpose: str
    lang: str
    goals: tuple[ShownEntry, ...]  # none where the actor may not add to the plan
    owners: tuple[Owner, ...]
    invited: tuple[Invitee, ...]  # those the actor may know of
    supports: tuple[Support, ...]
    read_out: tuple[ShownEntry, ...]  # when the meeting begins
    may_call: bool  # the next meeting

    @property
    def who(self) -> list[UUID]:
        """Who can have come: by invitation, and by support person."""
        return [each.invitation_id for each in self.invited] + [each.id for each in self.supports]

    @property
    def likely(self) -> list[UUID]:
        """Those who said that they would, and whom the family brings."""
        said_yes = [each.invitation_id for each in self.invited if each.coming is Coming.YES]
        return said_yes + [each.id for each in self.supports]


@dataclass(frozen=True)
class Present:
    """The minutes that are there."""

    log: LogFacts
    child: str
    meeting_id: UUID
    text: str
    lang: str
    lines: list[str]
    locked: bool


class Already(Conflict):
    """There are minutes of this meeting: `to_change` shows them."""


def write(
    actor: Actor,
    meeting_id: UUID,
    decisions: Sequence[str],
    measures: Sequence[Agreed] = (),
    *,
    files: Sequence[Chosen] = (),
    came: Sequence[Came] = (),
    next_time: Next | None = None,
    press: Press | None = None,
) -> UUID:
    """What was decided, what somebody is to do, who came, and when one meets again: all of it or nothing.

    Returns the minutes' entry. Who reads the minutes is told once; who reads a measure and not the minutes is told of
    the measure. Raises Hidden, Denied; Conflict for a meeting that is cancelled or to come, for somebody who was not
    asked, for a next time that cannot be; Already, Unfit, NoRoom.
    """
    with transaction():
        sight, meeting, log = _of(actor, meeting_id, Action.MINUTES_WRITE)
        if measures:
            require(sight, Action.MEASURE_ADD, log)

        def act() -> UUID:
            _require_writable(actor, meeting)
            towards = _fitting(sight, log, measures)
            entry = writing.new_entry(sight, log, EntryType.MINUTES, "\n".join(decisions), about=meeting.entry_id)
            attending.put(sight, meeting, Minutes.create(entry=entry.id, meeting=meeting.id), came)
            attached.keep(actor, entry, files)
            recording.audit(actor, Action.MINUTES_WRITE, entry.id, log)
            told = writing.tell(sight, log, NoticeKind.ENTRY, entry)
            for each in measures:
                measure = _put(sight, log, meeting, towards[each.goal], each)
                writing.tell(sight, log, NoticeKind.ENTRY, measure, but=told)
            if next_time is not None:
                meetings.call_next(sight, log, meeting, next_time.purpose, next_time.starts, next_time.ends)
            entry_id: UUID = entry.id
            return entry_id

        return once(actor, press, act)


def require_may(actor: Actor, meeting_id: UUID) -> None:
    """Asked before files are looked at, which takes time and memory. Raises Hidden, Denied, Conflict."""
    with transaction():
        _of(actor, meeting_id, Action.MINUTES_WRITE)


def to_write(actor: Actor, meeting_id: UUID) -> ToWrite | Present:
    """For an empty form; or what is there already. Raises Hidden, Denied; Conflict as `write`."""
    with transaction():
        sight, meeting, log = _of(actor, meeting_id, Action.MINUTES_WRITE)
        _require_begun(actor, meeting)
        found = _seen(sight, _goals_of(log) | meeting_words.in_the_room(meeting))
        there = next((each for each in found if each.type is EntryType.MINUTES), None)
        if there is not None:
            return _present(sight, log, meeting, there)
        purpose = next(each for each in found if each.type is EntryType.MEETING)
        goals = [each for each in found if each.type is EntryType.GOAL] if can(sight, Action.MEASURE_ADD, log) else []
        read_out = [each for each in found if each.type in meeting_words.READ_OUT]
        recording.seen(sight, log, SeenPage.MEETING, [meeting.entry_id, *(each.id for each in (*goals, *read_out))])
        return ToWrite(
            log=log,
            child=log.child,
            meeting_id=meeting_id,
            starts=meeting.starts,
            purpose=purpose.text,
            lang=purpose.lang,
            goals=tuple(goals),
            owners=tuple(owners(sight, log)),
            invited=tuple(meeting_people.invited(sight, log, meeting_id)),
            supports=tuple(support.of(sight, log, meeting_id)),
            read_out=tuple(read_out),
            may_call=can(sight, Action.MEETING_CALL, log),
        )


def change(actor: Actor, meeting_id: UUID, decisions: Sequence[str], *, press: Press | None = None) -> UUID:
    """Other words; what stood before is kept. Raises Hidden, Denied; Conflict once they are locked."""
    with transaction():
        _, meeting, _ = _of(actor, meeting_id, Action.MINUTES_CHANGE)
        return revising.change_text(actor, _there(meeting).id, "\n".join(decisions), press=press)


def to_change(actor: Actor, meeting_id: UUID) -> Present:
    """The minutes, for a form in which to change them. Raises as `change`."""
    with transaction():
        sight, meeting, log = _of(actor, meeting_id, Action.MINUTES_CHANGE)
        there = _there(meeting)
        locking.require_changeable(there, actor.now)
        return _present(sight, log, meeting, there)


def _of(actor: Actor, meeting_id: UUID, action: Action) -> tuple[Sight, Meeting, LogFacts]:
    sight, meeting = reach(actor, Meeting, meeting_id)
    log = sight.visited(meeting.log_id)
    require(sight, action, log)
    return sight, meeting, log


def _require_begun(actor: Actor, meeting: Meeting) -> None:
    """Raises Conflict where there can be no minutes."""
    if meeting.cancelled_at is not None:
        raise Conflict(CANCELLED)
    if meeting.starts is None or meeting.starts > actor.now:
        raise Conflict(TO_COME)


def _require_writable(actor: Actor, meeting: Meeting) -> None:
    """Raises Conflict likewise, Already where there are some."""
    _require_begun(actor, meeting)
    if _found(meeting) is not None:
        raise Already(ALREADY)


def _found(meeting: Meeting) -> Entry | None:
    """The minutes' entry, whoever may see it."""
    found: Entry | None = Entry.select().join(Minutes).where(Minutes.meeting == meeting.id).first()
    return found


def _there(meeting: Meeting) -> Entry:
    there = _found(meeting)
    if there is None:
        raise Hidden
    return there


def _present(sight: Sight, log: LogFacts, meeting: Meeting, entry: Entry | ShownEntry) -> Present:
    recording.seen(sight, log, SeenPage.MEETING, [meeting.entry_id, entry.id])
    lines = [line for line in entry.text.split("\n") if line.strip()]
    locked = locking.is_locked(entry.at, sight.actor.now)
    return Present(log, log.child, meeting.id, entry.text, entry.lang, lines, locked)


def _goals_of(log: LogFacts) -> Any:
    return (Entry.log == log.id) & (Entry.type == EntryType.GOAL)


def _seen(sight: Sight, which: Any) -> list[ShownEntry]:
    """Those of these entries that the actor may see, the first first. One query."""
    return shown.entries(sight, list(shown.select(sight).where(which).objects()))[::-1]


def _fitting(sight: Sight, log: LogFacts, measures: Sequence[Agreed]) -> dict[UUID, Goal]:
    """The goals of these measures, by their entries. Raises Unfit for the first measure that cannot be."""
    if not measures:
        return {}
    seen = [each.id for each in _seen(sight, _goals_of(log))]
    goals = {goal.entry_id: goal for goal in Goal.select().where(Goal.entry.in_(seen))}
    known = {(each.person.account_id, each.unit_id) for each in owners(sight, log)}
    for each in measures:
        if each.goal not in goals:
            raise Unfit(each.row, "goal", NO_GOAL)
        if (each.owner, each.owner_unit) not in known:
            raise Unfit(each.row, "owner", NO_OWNER)
        if each.look_at <= sight.actor.today:
            raise Unfit(each.row, "look_at", PAST)
    return goals


def _put(sight: Sight, log: LogFacts, meeting: Meeting, towards: Goal, agreed: Agreed) -> Entry:
    """It begins on the day of the meeting."""
    return plan.put_measure(
        sight,
        log,
        towards,
        agreed.text,
        owner=agreed.owner,
        owner_unit=agreed.owner_unit,
        starts=local_date(meeting.starts),
        look_at=agreed.look_at,
        status=MeasureStatus.UNDER_WAY,
        meeting=meeting.entry_id,
    )
