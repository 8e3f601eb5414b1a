"""Looking for words in one log: what the actor may see of it is opened and read through, the newest first.

There is no index, so that nothing of what is sealed lies open anywhere; and what was looked for is kept nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from peewee import SQL, Value

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import recording, translated
from parentapp.domain.matching import Piece, matches, pieces, words_of
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.domain.translated import Translatable
from parentapp.enums import EntryType, SeenPage
from parentapp.models import AgendaPoint, Entry, Meeting, Version

MOST = 50  # shown at a time


@dataclass(frozen=True)
class Found:
    """A text in which all the words stand, as the reader is shown it first; or as it was written."""

    who: Shown | None  # of what stands beside an entry; None: the entry's own words
    pieces: tuple[Piece, ...]
    lang: str


@dataclass(frozen=True)
class Hit:
    """An entry that has the words, or beside which they stand."""

    id: UUID
    type: EntryType
    author: Shown
    unit: ShownUnit | None
    at: datetime
    found: tuple[Found, ...]


@dataclass(frozen=True)
class SearchPage:
    log: LogFacts
    child: str
    hits: list[Hit]
    more: UUID | None  # the last entry's id when there may be more
    looked: bool  # for something
    reads_beside: bool  # may open an entry with what stands beside it


def search(actor: Actor, log_id: UUID, text: str, *, before: UUID | None = None) -> SearchPage:
    """What has all these words, after that entry. As many questions whatever there is. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.LOG_SEE, log)
        words = words_of(text)
        hits = list(islice(_hits(sight, log, words, before), MOST + 1)) if words else []
        recording.seen(sight, log, SeenPage.LOG, [each.id for each in hits[:MOST]])
        return SearchPage(
            log=log,
            child=log.child,
            hits=hits[:MOST],
            more=hits[MOST - 1].id if len(hits) > MOST else None,
            looked=bool(words),
            reads_beside=can(sight, Action.VERSIONS_SEE, log),
        )


def _hits(sight: Sight, log: LogFacts, words: tuple[str, ...], before: UUID | None) -> Iterator[Hit]:
    """One after the other: no more of them are in memory than are asked for."""
    people, beside = shown_people(sight, log), _beside(sight, log, words)
    for row in _entries(sight, log, before):
        found = [*_own(sight, row, words, people), *beside.get(row.id, ())]
        if found:
            author = people.get(row.author_id) or Shown(row.author_id, None)
            yield Hit(row.id, row.type, author, shown_unit(sight, log, row.author_unit_id), row.at, tuple(found))


def _entries(sight: Sight, log: LogFacts, before: UUID | None) -> Iterator[Any]:
    query = visible.entries(sight).where(Entry.log == log.id)
    if before is not None:  # one that the actor may not read has nothing after it
        at = visible.entries(sight).select(Entry.at).where(Entry.id == before)
        query = query.where((Entry.at < at) | ((Entry.at == at) & (Entry.id < before)))
    ordered = query.order_by(Entry.at.desc(), Entry.id.desc())
    return iter(translated.joined(sight, ordered, Entry).objects().iterator())


def _beside(sight: Sight, log: LogFacts, words: tuple[str, ...]) -> dict[UUID, list[Found]]:
    """What stands beside entries and has the words, by entry: how others saw it, with the answers; what is on a
    meeting's agenda. One question.
    """
    v, p = Version, AgendaPoint
    versions = visible.versions(sight).select(
        v.id, v.entry, v.author, v.lang, v.text_sealed, v.at, Value("v").alias("of")
    )
    points = visible.agenda(sight).select(p.id, Meeting.entry, p.author, p.lang, p.text_sealed, p.at, Value("p"))
    both = versions.where(v.log == log.id).union_all(points.join(Meeting).where(p.log == log.id)).order_by(SQL("at"))
    people = shown_people(sight, log)
    found: dict[UUID, list[Found]] = {}
    for id_, entry, author, lang, sealed, _, of in both.tuples().iterator():
        table = Version if of == "v" else AgendaPoint
        text = table(id=id_, log=log.id, text_sealed=sealed).text
        if matches(text, words):
            who = people.get(author) or Shown(author, None)
            found.setdefault(entry, []).append(Found(who, pieces(text, words), lang))
    return found


def _own(sight: Sight, row: Any, words: tuple[str, ...], people: dict[UUID, Shown]) -> Iterator[Found]:
    """The entry's own text as it is shown first, if it has the words; else as it was written."""
    made = translated.of_text(row.text, row, sight.actor.locale, people)
    shown = Translatable(text=row.text, lang=row.lang, translation=made)
    for text, lang in dict.fromkeys((shown.first, (shown.text, shown.lang))):
        if matches(text, words):
            yield Found(None, pieces(text, words), lang)
            return
