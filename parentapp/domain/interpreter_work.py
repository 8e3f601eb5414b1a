"""What an interpreter is shown of one meeting: first names, language and time; then, in its window, the meeting itself.

Each page asks everything anew, so that whatever has ended in the meantime is not there. Never a conversation, a phone
number, or what was written for one person.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.interpreting import Stage, through_eyes_of
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look_around
from parentapp.db import transaction
from parentapp.domain import recording, translated
from parentapp.domain.assigned import Assigned, assigned, of_ones_own
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.summary import Summary, summary_for
from parentapp.domain.translated import Translatable
from parentapp.enums import SeenPage
from parentapp.errors import Hidden
from parentapp.i18n import SOURCE
from parentapp.models import AgendaPoint, Entry, InterpreterAssignment, Invitation, Meeting


@dataclass(frozen=True)
class Job:
    """An assignment in the interpreter's list: nothing of whom it is about."""

    id: UUID
    locale: str
    starts: datetime
    ends: datetime
    opens: datetime
    closes: datetime
    stage: Stage
    declared: bool


@dataclass(frozen=True)
class Named:
    """Who one might know: enough to say whether there is a conflict of interest."""

    child: str
    family: tuple[Shown, ...]
    contact: Shown
    reader: Shown


@dataclass(frozen=True, kw_only=True)
class Point(Translatable):
    author: Shown


@dataclass(frozen=True)
class Content:
    """The meeting as the person interpreted for may see it."""

    child: str
    reader: Shown
    purpose: str
    lang: str
    place: str | None
    link: str | None
    people: tuple[Shown, ...]  # who comes
    agenda: tuple[Point, ...]


@dataclass(frozen=True)
class Work:
    """One assignment: `named` while the interpreter has to declare, `content` while it is open."""

    job: Job
    named: Named | None
    content: Content | None


@dataclass(frozen=True)
class InShort:
    job: Job
    reader: Shown
    summary: Summary


def jobs(sight: Sight) -> list[Job]:
    """An interpreter's own that are not over, the next meeting first. One query."""
    return [_job(each) for each in assigned(sight, visible.work(sight)) if not each.over]


def work(actor: Actor, assignment_id: UUID) -> Work:
    """The assignment as far as it has come. Raises Hidden, also once it is over."""
    with transaction():
        sight, of_it = _reached(actor, assignment_id)
        named = _named(sight, of_it) if of_it.stage is Stage.DECLARING else None
        content = _content(sight, of_it) if of_it.stage is Stage.OPEN else None
        if named or content:
            _record(sight, of_it, [of_it.row.meeting.entry_id] if content else [])
        return Work(_job(of_it), named, content)


def _reached(actor: Actor, assignment_id: UUID) -> tuple[Sight, Assigned]:
    sight = look_around(actor, InterpreterAssignment, assignment_id)
    of_it = of_ones_own(sight, assignment_id)
    require(sight, Action.ASSIGNMENT_SEE, of_it.log)
    return sight, of_it


def _record(sight: Sight, of_it: Assigned, entries: list[UUID]) -> None:
    """The assignment stands first: whoever may not know of the meeting is not told that somebody interprets."""
    things = [(of_it.log.id, each) for each in (of_it.row.id, *entries)]
    recording.seen_all(sight, recording.of_things(sight, SeenPage.ASSIGNMENT, things))


def _job(of_it: Assigned) -> Job:
    row, meeting = of_it.row, of_it.row.meeting
    return Job(
        id=row.id,
        locale=row.locale,
        starts=meeting.starts,
        ends=meeting.ends,
        opens=of_it.opens,
        closes=of_it.closes,
        stage=of_it.stage,
        declared=row.declared_at is not None,
    )


def _named(sight: Sight, of_it: Assigned) -> Named:
    """The child, the family, the contact person. No other helper: that a service helps is itself confidential."""
    people, log = shown_people(sight, of_it.log), of_it.log
    return Named(
        child=log.child,
        family=_in_order(people[each] for each in of_it.approvers - {log.youth_id}),
        contact=people[log.holder_id],
        reader=people[of_it.row.reader_id],
    )


def _in_order(people: Any) -> tuple[Shown, ...]:
    return tuple(sorted(people, key=lambda each: each.name or ""))


def _content(sight: Sight, of_it: Assigned) -> Content:
    """Raises Hidden where the person interpreted for does not see the meeting."""
    log, meeting = of_it.log, of_it.row.meeting
    eyes = through_eyes_of(sight, log, of_it.row.reader_id, of_it.row.locale)
    people = shown_people(eyes, log)
    rows = list(_rows(eyes, meeting))
    if not rows:
        raise Hidden
    where = Meeting(id=meeting.id, log=log.id, place_sealed=rows[0].place_sealed, link_sealed=rows[0].link_sealed)
    entry = Entry(id=meeting.entry_id, log=log.id, text_sealed=rows[0].purpose_sealed)
    return Content(
        child=log.child,
        reader=people[of_it.row.reader_id],
        purpose=entry.text,
        lang=rows[0].purpose_lang,
        place=None if log.protected else where.place,
        link=None if log.protected else where.link,
        people=_in_order(people[each] for each in dict.fromkeys(row.account_id for row in rows) if each in people),
        agenda=tuple(_points(eyes, people, log, rows)),
    )


def _rows(eyes: Sight, meeting: Any) -> Any:
    """Who is asked to come, with the meeting's own words and place, each beside every point of the agenda: one query.

    None where these eyes do not see the meeting.
    """
    p = AgendaPoint
    seen = p.id.in_(visible.agenda(eyes).select(p.id))
    more = (Meeting.place_sealed, Meeting.link_sealed, Entry.text_sealed.alias("purpose_sealed"))
    point = (p.id.alias("point_id"), p.author.alias("point_author"), p.text_sealed, p.lang.alias("point_lang"))
    query = visible.invitations(eyes).where(Invitation.meeting.in_(_seen(eyes, meeting)))
    query = (
        query.join(Meeting).join(Entry).join_from(Meeting, p, JOIN.LEFT_OUTER, on=((p.meeting == Meeting.id) & seen))
    )
    query = query.select_extend(*more, Entry.lang.alias("purpose_lang"), *point)
    return translated.joined(eyes, query, p).order_by(p.at, p.id).objects()


def _seen(eyes: Sight, meeting: Any) -> Any:
    """That meeting, where these eyes may read its entry."""
    readable = Entry.select(Entry.id).where(visible.may_read(eyes) & (Entry.id == meeting.entry_id))
    return Meeting.select(Meeting.id).where(Meeting.entry.in_(readable))


def _points(eyes: Sight, people: dict[UUID, Shown], log: LogFacts, rows: list[Any]) -> Iterator[Point]:
    """Each once, though it stands beside everybody who comes."""
    for row in {row.point_id: row for row in rows if row.point_id}.values():
        text = AgendaPoint(id=row.point_id, log=log.id, text_sealed=row.text_sealed).text
        yield Point(
            text=text,
            lang=row.point_lang,
            translation=translated.of_text(text, row, eyes.actor.locale, people),
            author=people.get(row.point_author, Shown(row.point_author, None)),
        )


def in_short(actor: Actor, assignment_id: UUID) -> InShort:
    """«Kort fortalt» as the person interpreted for may see it, in Norwegian and in their language. Raises Hidden.

    Who else helps or sees the log, what is new, and other meetings are left out: an interpreter comes to one meeting.
    """
    with transaction():
        sight, of_it = _reached(actor, assignment_id)
        if of_it.stage is not Stage.OPEN:
            raise Hidden
        row, log = of_it.row, of_it.log
        eyes = through_eyes_of(sight, log, row.reader_id, row.locale)
        whole = summary_for(eyes, log, [SOURCE, row.locale])
        this = whole.meeting if whole.meeting and whole.meeting.entry.id == row.meeting.entry_id else None
        told = replace(whole, people=(), since=None, changes=(), sees=None, meeting=this)
        _record(sight, of_it, [each.id for each in told.entries])
        return InShort(_job(of_it), shown_people(eyes, log)[row.reader_id], told)
