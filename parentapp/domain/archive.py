"""The log as files to keep: what the family shares, and apart from it what is for the one who reads alone.

Each file holds a part of at most `PART` things, the oldest first, so that a long log is no heavy one.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import SQL, Select, Value, fn

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.clock import local_date
from parentapp.db import database, transaction
from parentapp.domain import bank, notices, recording, revising, shown, talk_shown, versions_shown
from parentapp.domain.contact import contact
from parentapp.domain.individual_plan_page import InShort, in_short
from parentapp.domain.people import Shown
from parentapp.domain.revising import Earlier
from parentapp.domain.shown import ShownEntry
from parentapp.domain.talk_shown import ShownMessage
from parentapp.domain.versions_shown import Saw
from parentapp.enums import SeenPage
from parentapp.errors import Hidden
from parentapp.models import AgendaPoint, Conversation, Entry, Meeting, Message

PART = 300  # entries and messages in one file


@dataclass(frozen=True)
class Part:
    """One file: from and including which day, until and including which."""

    number: int  # from 1
    first: date
    last: date


@dataclass(frozen=True)
class ArchivePage:
    log: LogFacts
    child: str
    own: bool  # the log is about the one who reads
    shared: tuple[Part, ...]
    private: tuple[Part, ...]
    anything_new: bool


@dataclass(frozen=True)
class Words:
    """What somebody wrote, and in which language."""

    text: str
    lang: str


@dataclass(frozen=True)
class Said:
    """A message, and who else was in the conversation."""

    message: ShownMessage
    others: tuple[Shown, ...]


@dataclass(frozen=True)
class Item:
    """One thing in a file: an entry with all that belongs to it, or a message."""

    at: datetime
    entry: ShownEntry | None = None
    about: Words | None = None  # of an entry that hangs on another: what stands there
    earlier: tuple[Earlier, ...] = ()
    points: tuple[Words, ...] = ()  # of a meeting: what was to be spoken of
    saw: tuple[Saw, ...] = ()  # how others in the family saw it, and what they were answered
    said: Said | None = None

    @property
    def month(self) -> date:
        """Its month, by the first day of it."""
        return local_date(self.at).replace(day=1)


@dataclass(frozen=True)
class ArchiveFile:
    log: LogFacts
    child: str
    own: bool
    private: bool
    part: Part
    parts: int  # how many there are of this sort
    reader: str
    holder: Shown
    individual: InShort | None  # the latest, also one that is over; of what is shared
    items: tuple[Item, ...]
    made_at: datetime


@dataclass(frozen=True)
class _Place:
    """Where a thing stands in the order of all."""

    at: datetime
    id: UUID
    message: bool


def page(actor: Actor, log_id: UUID) -> ArchivePage:
    """Which files there are: of the log no more than from when until when something stands in it. Raises Hidden."""
    with transaction():
        sight, log = _enter(actor, log_id)
        recording.seen(sight, log, SeenPage.ARCHIVE)
        return ArchivePage(
            log=log,
            child=log.child,
            own=log.youth_id == actor.account_id,
            shared=_parts(_places(sight, log, private=False)),
            private=_parts(_places(sight, log, private=True)),
            anything_new=notices.anything_new(sight),
        )


def file(actor: Actor, log_id: UUID, number: int, *, private: bool) -> ArchiveFile:
    """One of the files. Raises Hidden, also where there is no such part."""
    with transaction():
        sight, log = _enter(actor, log_id)
        here, parts = _part(_places(sight, log, private=private), number)
        if not here:
            raise Hidden
        items = _items(sight, log, here)
        # Of both sorts the same line: that somebody has a file of their own is nothing to tell.
        recording.seen(sight, log, SeenPage.ARCHIVE_KEPT, _things(items))
        return ArchiveFile(
            log=log,
            child=log.child,
            own=log.youth_id == actor.account_id,
            private=private,
            part=Part(number, local_date(here[0].at), local_date(here[-1].at)),
            parts=parts,
            reader=next(each.account.name for each in sight.around if each.account_id == actor.account_id),
            holder=contact(sight, log).holder,
            individual=None if private else in_short(sight, log),
            items=items,
            made_at=actor.now,
        )


def _enter(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    sight = look(actor, log_id)
    log = sight.log(log_id)
    require(sight, Action.ARCHIVE_SEE, log)
    return sight, log


def _places(sight: Sight, log: LogFacts, *, private: bool) -> Any:
    """All that goes into files of this sort, numbered from 1, the oldest first: a query of which few rows are read."""
    apart, no, yes = visible.apart(sight, log), Value(0).alias("message"), Value(1)
    query = visible.entries(sight).where((Entry.log == log.id) & (apart if private else ~apart))
    query = query.select(Entry.id, Entry.at, no)
    if private:
        query = query.union_all(_messages(sight, log).select(Message.id, Message.at, yes))
    things = query.alias("things")
    number = fn.ROW_NUMBER().over(order_by=[things.c.at, things.c.id]).alias("number")
    total = fn.COUNT(things.c.id).over().alias("total")
    return Select((things,), (things.c.id, things.c.at, things.c.message, number, total)).alias("places")


def _part(places: Any, number: int) -> tuple[list[_Place], int]:
    """What is in that part, and how many parts there are."""
    c = places.c
    here = c.number.between((number - 1) * PART + 1, number * PART)
    rows = list(_asked(Select((places,), (c.id, c.at, c.message, c.total)).where(here).order_by(c.number)))
    found = [_Place(_instant(at), Entry.id.python_value(id_), bool(message)) for id_, at, message, _ in rows]
    return found, -(-rows[0][3] // PART) if rows else 0


def _instant(stored: Any) -> datetime:
    """As it stands in a column of a subquery."""
    at: Any = Entry.at.python_value(stored)
    return at  # type: ignore[no-any-return]  # peewee tells no types


def _asked(query: Any) -> Any:
    return query.bind(database).tuples()


def _messages(sight: Sight, log: LogFacts) -> Any:
    mine = visible.conversations(sight).where(Conversation.log == log.id).select(Conversation.id)
    return Message.select().where(Message.conversation.in_(mine))


def _parts(places: Any) -> tuple[Part, ...]:
    """From when until when each goes: read from the first and the last of each alone."""
    c = places.c
    part = (c.number - 1) / PART  # of whole numbers, and so a whole number
    edges = Select((places,), (part.alias("part"), fn.MIN(c.at), fn.MAX(c.at))).group_by(SQL("part"))
    found = [[local_date(_instant(at)) for at in each[1:]] for each in _asked(edges.order_by(SQL("part")))]
    return tuple(Part(number, first, last) for number, (first, last) in enumerate(found, 1))


def _items(sight: Sight, log: LogFacts, places: Collection[_Place]) -> tuple[Item, ...]:
    entries = _entries(sight, log, [each.id for each in places if not each.message])
    said = _said(sight, log, [each.id for each in places if each.message])
    return tuple(entries[each.id] if not each.message else Item(each.at, said=said[each.id]) for each in places)


def _entries(sight: Sight, log: LogFacts, ids: list[UUID]) -> dict[UUID, Item]:
    if not ids:
        return {}
    rows = list(shown.select(sight).where((Entry.log == log.id) & Entry.id.in_(ids)).objects())
    entries = shown.entries(sight, rows)
    earlier = revising.earlier([each.id for each in entries if each.edited], sight.actor.locale)
    about, points = _about(sight, entries), _points(sight, rows)
    saw = versions_shown.beside(sight, log, entries)
    return {
        each.id: Item(
            at=each.at,
            entry=each,
            about=about.get(each.about) if each.about else None,
            earlier=tuple(earlier.get(each.id, ())),
            points=tuple(points.get(each.id, ())),
            saw=saw.get(each.id, ()),
        )
        for each in entries
    }


def _about(sight: Sight, entries: Collection[ShownEntry]) -> dict[UUID, Words]:
    """What the entries stand about, as far as the reader may read it."""
    ids = sorted({each.about for each in entries if each.about})
    found = visible.entries(sight).where(Entry.id.in_(ids)) if ids else ()
    said = ((row.id, bank.words(row, sight.actor.locale)) for row in found)
    return {id_: Words(each.text, each.lang) for id_, each in said}


def _points(sight: Sight, rows: Collection[Any]) -> dict[UUID, list[Words]]:
    """The agendas of the meetings among these rows, by the meeting's entry."""
    ids = [row.meeting_id for row in rows if row.meeting_id]
    found: dict[UUID, list[Words]] = {}
    query = visible.agenda(sight).where(AgendaPoint.meeting.in_(ids)).join(Meeting).select(AgendaPoint, Meeting.entry)
    for point in query.order_by(AgendaPoint.at, AgendaPoint.id) if ids else ():
        found.setdefault(point.meeting.entry_id, []).append(Words(point.text, point.lang))
    return found


def _said(sight: Sight, log: LogFacts, ids: list[UUID]) -> dict[UUID, Said]:
    if not ids:
        return {}
    messages = list(_messages(sight, log).where(Message.id.in_(ids)))
    about = talk_shown.asked_about(sight, log, messages)
    found: dict[UUID, Said] = {}
    for talk in talk_shown.talks(visible.conversations(sight).where(Conversation.log == log.id)):
        of_talk = [each for each in messages if each.conversation_id == talk.row.id]
        others = talk_shown.others(sight, talk)
        said = talk_shown.messages_of(sight, talk, of_talk, about)
        found |= {each.id: Said(each, others) for each in said}
    return found


def _things(items: Collection[Item]) -> list[UUID]:
    """Entries, each once; a message stands for itself in no line, as its conversation is its members' alone."""
    return [each.entry.id for each in items if each.entry]
