"""What is translated: an entry's words, or a point of an agenda. And which version of them."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.audience import Written, readers
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight, look_around
from parentapp.crypto import lookup_hash
from parentapp.domain import bank, recording
from parentapp.enums import FAMILY, EntryType
from parentapp.errors import Hidden
from parentapp.models import AgendaPoint, Entry, Meeting

FIELD = "text"  # of whatever it is


@dataclass(frozen=True)
class Source:
    """One text as it stands."""

    thing: UUID
    entry: Entry  # itself; of a point the meeting's, which says who reads it
    text: str
    lang: str
    sendable: bool = False  # to a translator, by the contact person who looks at it

    @property
    def type(self) -> EntryType | None:
        """None for a point of an agenda."""
        entry_type: EntryType = self.entry.type
        return entry_type if self.thing == self.entry.id else None

    @property
    def version(self) -> str:
        """As in a form: another as soon as the words are others."""
        return digest(self.text).hex()


def digest(text: str) -> bytes:
    """Keyed: from a stolen database nobody can try out what a short text says."""
    return lookup_hash("translated text", text)


def find(actor: Actor, thing: UUID) -> tuple[Sight, LogFacts, Source]:
    """The text and the log it is of, for somebody who may read it. Raises Hidden."""
    for model, read in ((Entry, _entry), (AgendaPoint, _point)):
        try:
            sight = look_around(actor, model, thing)
        except Hidden:
            continue
        for log in sight.logs():
            source = read(sight, log, thing)
            if source is not None:
                return sight, log, source
    raise Hidden


def _entry(sight: Sight, log: LogFacts, entry_id: UUID) -> Source | None:
    sendable = visible.may_be_sent(sight, log).alias("sendable")
    row = visible.entries(sight).where(Entry.id == entry_id).select_extend(sendable).get_or_none()
    if row is None:
        return None
    said = bank.words(row, sight.actor.locale)
    return Source(row.id, row, said.text, said.lang, bool(row.sendable))


def _point(sight: Sight, log: LogFacts, point_id: UUID) -> Source | None:
    sendable = visible.may_be_sent(sight, log).alias("sendable")
    query = visible.agenda(sight).select(AgendaPoint, Meeting, Entry, sendable).join(Meeting).join(Entry)
    row = query.where(AgendaPoint.id == point_id).get_or_none()
    return Source(row.id, row.meeting.entry, row.text, row.lang, bool(row.sendable)) if row else None


def of(things: Collection[UUID]) -> dict[UUID, Source]:
    """The texts of these, which somebody was let into before: two questions, one where all are entries."""
    found = {row.id: Source(row.id, row, row.text, row.lang) for row in Entry.select().where(Entry.id.in_(set(things)))}
    points = set(things) - set(found)
    for point, entry in _points(points) if points else ():
        found[point.id] = Source(point.id, entry, point.text, point.lang)
    return found


def _points(ids: set[UUID]) -> list[tuple[Any, Any]]:
    query = AgendaPoint.select(AgendaPoint, Meeting, Entry).join(Meeting).join(Entry).where(AgendaPoint.id.in_(ids))
    return [(point, point.meeting.entry) for point in query]


def family_readers(sight: Sight, log: LogFacts, source: Source) -> dict[UUID, str]:
    """Whoever of the family may read it today, and the language they read."""
    entry = source.entry
    written = Written(entry.type, entry.author_id, entry.health, entry.audience, entry.addressee_id)
    found = readers(written, log, recording.belonging(sight, log), (), sight.actor.today)
    family = {person.account_id for person in found if person.relation in FAMILY}
    return {each.account_id: each.account.locale for each in sight.around if each.account_id in family}
