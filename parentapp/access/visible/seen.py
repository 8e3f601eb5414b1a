"""Which lines of the access log an actor may know exist, and what is left of each."""

from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access.rules import has_own_say
from parentapp.access.sight import Sight
from parentapp.access.visible.handing import handovers
from parentapp.access.visible.languages import assignments
from parentapp.access.visible.meeting import rather_nots
from parentapp.access.visible.talk import conversations, requests
from parentapp.access.visible.timeline import NOTHING, all_of, any_of, may_read
from parentapp.access.visible.unit import contact_requests
from parentapp.enums import STAFF, VISITORS, Relation
from parentapp.models import (
    ConsentRequest,
    ContactRequest,
    Conversation,
    Entry,
    Handover,
    InterpreterAssignment,
    RatherNot,
    SeenLine,
    SeenThing,
)


def seen_lines(sight: Sight) -> Any:
    """Professionals', visitors' and network persons' reading, for the family; guardians' for the young person only.

    A line of which nothing is left for the actor is left out: it would tell that there was something. One that showed
    the log itself, which names the child, always stays. An interpreter's goes with the meeting it was for.
    """
    whose: dict[frozenset[Relation], list[UUID]] = {}
    for log in sight.logs():
        shown = STAFF | VISITORS | {Relation.NETWORK} if sight.is_family(log) else frozenset[Relation]()
        shown |= {Relation.GUARDIAN} if has_own_say(sight, log) else frozenset()
        whose.setdefault(shown, []).append(log.id)
    clauses = [
        SeenLine.log.in_(logs) & SeenLine.relation.in_(sorted(shown, key=lambda r: r.value))
        for shown, logs in whose.items()
    ]
    talk = SeenLine.conversation.is_null() | SeenLine.conversation.in_(conversations(sight).select(Conversation.id))
    whoms = any_of(clauses, SeenLine.id.is_null())
    left = _something_left(sight)
    return SeenLine.select().where(all_of([whoms, talk, left, ~_of_unknown_interpreters(sight)]))


def own_readings(sight: Sight) -> Any:
    """What the actor has read themselves, of logs they may know of now: a line of which nothing is left is left out."""
    of_mine = (SeenLine.account == sight.actor.account_id) & SeenLine.log.in_([log.id for log in sight.logs()])
    talk = SeenLine.conversation.is_null() | SeenLine.conversation.in_(conversations(sight).select(Conversation.id))
    return SeenLine.select().where(all_of([of_mine, talk, _something_left(sight)]))


def _of_unknown_interpreters(sight: Sight) -> Any:
    """That somebody interprets tells of a meeting, which may be kept from the actor."""
    a, known = InterpreterAssignment, assignments(sight)
    unknown = SeenThing.thing.in_(a.select(a.id)) & SeenThing.thing.not_in(known.select(a.id))
    lines = SeenThing.select(SeenThing.line).where(unknown)
    return (SeenLine.relation == Relation.INTERPRETER) & SeenLine.id.in_(lines)


def _something_left(sight: Sight) -> Any:
    """Whether the actor may know of anything that the line showed. The log itself stands first."""
    named = fn.SUBSTR(SeenLine.things, 1, 16).in_([log.id.bytes for log in sight.logs()])
    known = (
        (Conversation, conversations(sight)),
        (ConsentRequest, requests(sight)),
        (RatherNot, rather_nots(sight)),
        (InterpreterAssignment, assignments(sight)),
        (ContactRequest, contact_requests(sight)),
        (Handover, handovers(sight)),
    )
    things = [SeenThing.thing.in_(rows.select(table.id)) for table, rows in known]
    besides = SeenThing.select(SeenThing.line).where(any_of(things, NOTHING))
    read = Entry.select(Entry.id).join(SeenThing, on=(SeenThing.thing == Entry.id))
    entry = fn.EXISTS(read.where((SeenThing.line == SeenLine.id) & may_read(sight)))
    return any_of([named, SeenLine.id.in_(besides), entry], NOTHING)


def cut(sight: Sight, lines: list[Any]) -> list[tuple[Any, list[Entry]]]:
    """Each of these visible lines with those of its entries the actor may see. One query."""
    things = {line.id: things_of(line) for line in lines}
    wanted = list({thing for found in things.values() for thing in found})
    query = Entry.select(Entry.id, Entry.type, Entry.health).where(may_read(sight) & Entry.id.in_(wanted))
    seen = {entry.id: entry for entry in query} if wanted else {}
    return [(line, [seen[thing] for thing in things[line.id] if thing in seen]) for line in lines]


def things_of(line: Any) -> list[UUID]:
    """The ids packed into a line of the access log, 16 bytes each."""
    packed = bytes(line.things)
    return [UUID(bytes=packed[at : at + 16]) for at in range(0, len(packed), 16)]
