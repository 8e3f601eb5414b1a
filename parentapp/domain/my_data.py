"""What is held about the one who asks, to keep: also outside the logs. Of what others wrote, and keep, nothing.

Everything is asked in one question, of what `visible` gives; each file holds a part of it, so that none is heavy.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import ForeignKeyField, Select, fn

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts, as_uuid
from parentapp.access.sight import Sight, look
from parentapp.db import database, transaction
from parentapp.domain import bank, recording
from parentapp.domain.held import SORTS, WIDTHS
from parentapp.domain.held_sort import Sort, arm, names_of, open_row, value_of
from parentapp.domain.people import Shown, asking_unit, shown_people
from parentapp.enums import Relation, SeenPage, ServiceKind
from parentapp.errors import Hidden
from parentapp.models import Account, Draft, Entry, Message, SeenLine, Unit

NAMES = names_of(WIDTHS)
PART, PART_FOR_PROGRAMS = 300, 3000  # things in one file: to read, and for other programs


@dataclass(frozen=True)
class MyDataPage:
    parts: int
    parts_for_programs: int
    own_logs: tuple[UUID, ...]  # about the one who reads
    protected: bool  # one of the logs is a protected child's


@dataclass(frozen=True)
class HeldLog:
    """A log that something is held in. `child` is None where its name is not told."""

    number: int  # by which the things name it
    child: str | None
    own: bool
    relations: tuple[tuple[Relation, ServiceKind | None], ...]


@dataclass(frozen=True)
class Words:
    """`lang` is None of a name, and of what is in no known language."""

    text: str
    lang: str | None


@dataclass(frozen=True)
class Thing:
    """One row, its texts in `said`. `facts` by the keys of its sort: numbers, dates, words of closed lists, names."""

    sort: str
    log: HeldLog | None
    at: tuple[str, date | datetime | str | None]  # and under which key
    facts: Mapping[str, Any]
    said: Mapping[str, Words]


@dataclass(frozen=True)
class MyDataFile:
    part: int
    parts: int
    name: str
    made_at: datetime
    logs: tuple[HeldLog, ...]
    things: tuple[Thing, ...]


def page(actor: Actor) -> MyDataPage:
    """How many files there are. Shows nothing of any log."""
    with transaction():
        sight = look(actor)
        held, arms = _held(sight)
        (count,) = next(iter(Select((held,), (fn.COUNT(held.c.id),)).with_cte(*arms).bind(database).tuples()))
        return MyDataPage(
            parts=_parts(count, PART),
            parts_for_programs=_parts(count, PART_FOR_PROGRAMS),
            own_logs=tuple(log.id for log in sight.logs() if log.youth_id == actor.account_id),
            protected=any(log.protected for log in sight.logs()),
        )


def file(actor: Actor, number: int, *, for_programs: bool) -> MyDataFile:
    """One of the files. Raises Hidden where there is no such part."""
    size = PART_FOR_PROGRAMS if for_programs else PART
    with transaction():
        sight = look(actor)
        rows = _rows(sight, number, size)
        if not rows:
            raise Hidden
        recording.seen_all(sight, _lines(sight, rows))
        logs = _logs(sight, {as_uuid(row.log_id) for row in rows})
        own = _own_entries(sight) if any(_sort(row).raw for row in rows) else {}
        things = [_thing(sight, logs, own, row) for row in rows]
        return MyDataFile(
            part=number,
            parts=_parts(rows[0].total, size),
            name=Account(id=actor.account_id, name_sealed=rows[0].reader).name,
            made_at=actor.now,
            logs=tuple(log for _, log, _ in logs.values()),
            things=tuple(each for each in things if each is not None),
        )


def _parts(count: int, size: int) -> int:
    return -(-count // size)


def _held(sight: Sight) -> tuple[Any, list[Any]]:
    """All that is held, of every sort: a query of which few rows are read; and the named arms that it is made of, as
    SQLite reads only so deep.
    """
    arms = [arm(sort, number, sight, WIDTHS).cte(f"arm_{number}") for number, sort in enumerate(SORTS)]
    every = [Select((each,), [getattr(each.c, name) for name in NAMES]) for each in arms]
    held: Any = every[0]
    for each in every[1:]:
        held = held.union_all(each)
    return held.alias("held"), arms


def _rows(sight: Sight, number: int, size: int) -> list[Any]:
    """What is in that part: sort by sort, the oldest first. Nothing for part 0."""
    (held, arms), me = _held(sight), Account.alias("me")
    reader = me.select(me.name_sealed).where(me.id == sight.actor.account_id)
    columns = [getattr(held.c, name) for name in NAMES]
    query = Select((held,), (*columns, fn.COUNT(held.c.id).over().alias("total"), reader.alias("reader")))
    query = query.order_by(held.c.number, held.c.at, held.c.id).limit(size).offset((number - 1) * size)
    return list(query.with_cte(*arms).bind(database).namedtuples()) if number > 0 else []


def _sort(row: Any) -> Sort:
    number: int = row.number
    return SORTS[number]


Logs = dict[UUID, tuple[LogFacts, HeldLog, dict[UUID, Shown]]]


def _logs(sight: Sight, named: set[UUID | None]) -> Logs:
    """Those the actor may know of, by the child's name; after them, by a number, those they are only tied to and that
    something in the file is of: of others nothing tells that they are there.
    """
    known, found = {log.id for log in sight.logs()}, Logs()
    told = [log for log in sight.ties if log.id in known or log.id in named]
    for number, log in enumerate(sorted(told, key=lambda each: (each.id not in known, each.id)), 1):
        services = {each.unit_id: each.service for each in sight.around if each.log_id == log.id}
        ties = sorted({(tie.relation, services.get(tie.unit_id)) for tie in sight.ties[log]}, key=str)
        own = log.youth_id == sight.actor.account_id
        held = HeldLog(number, log.child if log.id in known else None, own, tuple(ties))
        found[log.id] = (log, held, shown_people(sight, log))
    return found


def _own_entries(sight: Sight) -> dict[UUID, dict[str, Any]]:
    """What the actor wrote and may read, as a line of who has seen it tells of it."""
    mine = visible.entries(sight).where(Entry.author == sight.actor.account_id)
    return {row.id: {"type": row.type, "written_at": row.at} for row in mine.select(Entry.id, Entry.type, Entry.at)}


def _thing(sight: Sight, logs: Logs, own: Mapping[UUID, dict[str, Any]], row: Any) -> Thing | None:
    """None for somebody's reading in which nothing stood that the actor wrote."""
    sort, log_id = _sort(row), as_uuid(row.log_id)
    log = logs.get(log_id)
    columns = zip(sort.facts.items(), [getattr(row, f"fact_{place}") for place in range(len(sort.facts))], strict=True)
    facts = {key: _told(sight, log, column, value_of(column, text)) for (key, column), text in columns}
    if sort.raw:
        line = SeenLine(things=row.sealed_0)
        facts["showed"] = [own[each] for each in visible.things_of(line) if each in own]
        if not facts["showed"] and facts["page"] is not SeenPage.CONVERSATION:
            return None
    at = (sort.at[0], value_of(sort.at[1], row.at))
    said = {} if sort.raw else _said(sight, sort, row, log_id, facts)
    return Thing(sort.name, log[1] if log else None, at, facts, said)


def _told(sight: Sight, log: Any, column: Any, value: Any) -> Any:
    """A person by name, a unit as the actor may see it; all else as it is."""
    if value is None or not isinstance(column, ForeignKeyField) or log is None:
        return value
    facts, _, people = log
    if column.rel_model is Unit:
        return asking_unit(sight, facts, value)
    shown = people.get(value)
    return shown.name if shown else None


def _said(sight: Sight, sort: Sort, row: Any, log_id: UUID | None, facts: dict[str, Any]) -> dict[str, Words]:
    sealed = [getattr(row, f"sealed_{place}") for place in range(len(sort.said))]
    opened = open_row(sort, as_uuid(row.id), log_id, sight.actor.account_id, sealed)
    if "phrase" in sort.said:  # of the bank: as the reader reads it
        opened.lang = row.lang
        stands = bank.words(opened, sight.actor.locale)
        facts["phrase"] = stands.phrase
        return {"text": Words(stands.text, stands.lang)} if stands.text else {}
    if sort.table is Draft:
        return {name: Words(str(text), None) for name, text in json.loads(opened.fields).items() if text}
    langs = {"answer": facts.pop("answer_lang", None)}
    texts = {key: getattr(opened, name) for key, name in sort.said.items()}
    return {key: Words(text, langs.get(key) or row.lang) for key, text in texts.items() if text}


def _lines(sight: Sight, rows: Collection[Any]) -> list[recording.Line]:
    """A line for each log of which something is in the file: with its entries. Where its child is not named, with what
    whoever may know of it finds there.
    """
    known = {log.id: log for log in sight.logs()}
    named: dict[LogFacts, dict[UUID, None]] = {}
    alone: dict[tuple[UUID, UUID], None] = {}
    for row in rows:
        log_id, thing = as_uuid(row.log_id), as_uuid(row.thing)
        if log_id in known:
            of_log = named.setdefault(known[log_id], {})
            of_log |= {thing: None} if thing and _sort(row).table is not Message else {}
        elif log_id and thing:
            alone[log_id, thing] = None
    lines = recording.of_logs(sight, SeenPage.MY_DATA_KEPT, named)
    return lines + recording.of_things(sight, SeenPage.MY_DATA_KEPT, alone)
