"""How others saw what stands in the log, as this actor may read it; and what waits for whose answer."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import SqliteDatabase, fn

from parentapp.access import visible
from parentapp.access.audience import Written, readers
from parentapp.access.facts import LogFacts
from parentapp.access.letting import listed, ticked_by
from parentapp.access.sight import Sight
from parentapp.access.versions import who_answers
from parentapp.db import EPOCH, MICROSECOND, database
from parentapp.domain import recording
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.domain.shown import ShownEntry
from parentapp.models import Entry, Version


@dataclass(frozen=True)
class ShownVersion:
    """How one person saw it; or the answer to that, which has none itself."""

    id: UUID
    author: Shown
    unit: ShownUnit | None
    text: str
    lang: str
    at: datetime
    of_earlier: bool  # written beside words that have been changed since
    answer: "ShownVersion | None"


@dataclass(frozen=True)
class Saw:
    """How one person saw it: what they wrote last, and before that, the newest first."""

    latest: ShownVersion
    before: tuple[ShownVersion, ...]


@dataclass(frozen=True)
class Waiting:
    """Somebody saw it otherwise, and has had no answer."""

    log_id: UUID
    child: str
    entry_id: UUID
    latest: UUID  # the version to answer
    who: Shown
    asked: UUID | None  # who is to answer; None: nobody can today
    since: datetime


def beside(sight: Sight, log: LogFacts, entries: Collection[ShownEntry]) -> dict[UUID, tuple[Saw, ...]]:
    """What stands beside these entries, which the actor may read, by entry: whoever wrote first, first. One query,
    where there is something.
    """
    changed = {each.id: each.edited_at for each in entries if each.versions}
    if not changed:
        return {}
    query = visible.versions(sight).where(Version.entry.in_(list(changed)))
    rows, people = list(query.order_by(Version.at, Version.id)), shown_people(sight, log)
    answers = {row.answers_id: row for row in rows if row.answers_id}

    def one(row: Any) -> ShownVersion:
        edited, answer = changed[row.entry_id], answers.get(row.id)
        return ShownVersion(
            id=row.id,
            author=people.get(row.author_id) or Shown(row.author_id, None),
            unit=shown_unit(sight, log, row.author_unit_id),
            text=row.text,
            lang=row.lang,
            at=row.at,
            of_earlier=edited is not None and row.at < edited,
            answer=one(answer) if answer else None,
        )

    said: dict[UUID, dict[UUID, list[ShownVersion]]] = {}
    for row in (row for row in rows if not row.answers_id):
        said.setdefault(row.entry_id, {}).setdefault(row.author_id, []).insert(0, one(row))
    return {entry: tuple(Saw(each[0], tuple(each[1:])) for each in by.values()) for entry, by in said.items()}


def with_ticks(query: Any) -> Any:
    """A query with entries, and of each (as `ticks`) the services an adult lets read what is about them."""
    return query.select_extend(ticked_by(Entry.addressee, Entry.id).alias("ticks"))


def written(entry: Any, ticks: str | None, hidden: frozenset[UUID] = frozenset()) -> Written:
    """What decides who reads the entry, and so what stands beside it. `ticks`: as of `with_ticks`."""
    about = (entry.type, entry.author_id, entry.health, entry.audience, entry.addressee_id)
    return Written(*about, hidden, listed(ticks))


def asked_to_answer(sight: Sight, log: LogFacts, entry: Any, ticks: str | None) -> UUID | None:
    """Who is to answer what stands beside the entry; None: nobody can today."""
    grants = sight.consents.grants.get(log.id, ())
    found = readers(written(entry, ticks), log, recording.belonging(sight, log), grants, sight.actor.today)
    return who_answers(entry.author_id, found, log)


def unanswered(logs: Collection[LogFacts]) -> Any:
    """What nobody has answered in these logs. Nobody waits in a closed one."""
    v, later, answer = Version, Version.alias("later"), Version.alias("answer")
    same = (later.entry == v.entry) & (later.author == v.author) & (later.at >= v.at)
    answered = later.select(later.id).join(answer, on=(answer.answers == later.id)).where(same)
    here = [log.id for log in logs if not log.closed]
    return v.select().where(v.answers.is_null() & v.log.in_(here) & ~fn.EXISTS(answered))


def with_unanswered(query: Any, logs: Collection[LogFacts]) -> Any:
    """A query of entries that the actor may read, with what `waiting` needs of each: no question of its own."""
    of_it = unanswered(logs).select(_listed(Version)).where(Version.entry == Entry.id)
    return with_ticks(query).select_extend(of_it.alias("unanswered"))


def _listed(v: Any) -> Any:
    """Of each: its id, who wrote it and when (in microseconds), with commas between."""
    if isinstance(database.obj, SqliteDatabase):
        return fn.GROUP_CONCAT(v.id.concat(" ").concat(v.author).concat(" ").concat(v.at))
    said = [each.cast("text") for each in (v.id, v.author, v.at)]
    return fn.STRING_AGG(fn.CONCAT_WS(" ", *said), ",")


def waiting(sight: Sight, rows: Collection[Any]) -> list[Waiting]:
    """Of the rows of such a query, who has waited longest first: each person beside each entry once."""
    found = []
    for row in rows:
        by: dict[str, list[tuple[int, str]]] = {}
        for id_, author, at in (each.split(" ") for each in (row.unanswered or "").split(",") if each):
            by.setdefault(author, []).append((int(at), id_))
        found += [_waiting(sight, row, UUID(author), sorted(said)) for author, said in by.items()]
    return sorted(found, key=lambda each: (each.since, str(each.latest)))


def _waiting(sight: Sight, row: Any, author: UUID, said: list[tuple[int, str]]) -> Waiting:
    log = sight.log(row.log_id)
    return Waiting(
        log_id=log.id,
        child=log.child,
        entry_id=row.id,
        latest=UUID(said[-1][1]),
        who=shown_people(sight, log).get(author) or Shown(author, None),
        asked=asked_to_answer(sight, log, row, row.ticks),
        since=EPOCH + said[0][0] * MICROSECOND,
    )
