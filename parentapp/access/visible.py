"""Which rows an actor may know exist: one query per kind of row, used by every list, page, count and job.

Default is no. `find` turns a row outside its query into Hidden, which is answered as if the row did not exist.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from peewee import SQL, SqliteDatabase, fn

from parentapp.access.actor import Actor
from parentapp.access.ages import HEALTH_IS_ONES_OWN, age_on
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight, look_around
from parentapp.db import database
from parentapp.enums import FAMILY, STAFF, Audience, EntryType, Kind, NoticeKind, Relation
from parentapp.errors import Hidden
from parentapp.models import (
    ConsentRequest,
    Conversation,
    Entry,
    Hiding,
    Member,
    Notice,
    SeenLine,
)

NOTHING = Entry.id.is_null()
ABOUT_ENTRY = (NoticeKind.LYSGLIMT, NoticeKind.ENTRY)
ABOUT_CONSENT = (NoticeKind.CONSENT_ASKED, NoticeKind.CONSENT_ENDED, NoticeKind.CONSENT_GIVEN)


def find(sight: Sight, model: Any, row_id: UUID) -> Any:
    """The row, if the actor may know of it. Raises Hidden; KeyError for a table without a rule."""
    row = RULES[model](sight).where(model.id == row_id).get_or_none()
    if row is None:
        raise Hidden
    return row


def reach(actor: Actor, model: Any, row_id: UUID) -> tuple[Sight, Any]:
    """The actor's sight of the log that the row belongs to, and the row. Raises Hidden."""
    sight = look_around(actor, model, row_id)
    return sight, find(sight, model, row_id)


def entries(sight: Sight) -> Any:
    """Everything on the timelines the actor may read."""
    return Entry.select().where(may_read(sight))


def may_read(sight: Sight) -> Any:
    """The condition on Entry, for queries that join more to it."""
    return _any([_entry_clause(sight, log) for log in sight.logs()], NOTHING)


def _entry_clause(sight: Sight, log: LogFacts) -> Any:
    relations = sight.relations(log)
    ways = []
    if Relation.SUBJECT in relations:
        ways.append(_meant_for(sight))
    if Relation.GUARDIAN in relations:
        ways.append(_guardian_clause(sight, log))
    if Relation.NETWORK in relations:
        ways.append((Entry.type == EntryType.LYSGLIMT) & _network_meant_for(sight))
    ways += [_meant_for(sight) & _ticked(grant.kinds) for grant in sight.grants(log)]
    if sight.opens(log):
        ways.append(Entry.type == EntryType.CONCERN)
    return (Entry.log == log.id) & _any(ways, NOTHING)


def _meant_for(sight: Sight) -> Any:
    """Written for the log, by the actor, or to the actor."""
    me = sight.actor.account_id
    to_me = (Entry.audience == Audience.CONTACT) & (Entry.addressee == me)
    return (Entry.audience == Audience.LOG) | (Entry.author == me) | to_me


def _network_meant_for(sight: Sight) -> Any:
    return (Entry.audience == Audience.LOG) | (Entry.author == sight.actor.account_id)


def _guardian_clause(sight: Sight, log: LogFacts) -> Any:
    """All that is meant for the log, save what the young person keeps: hidden entries, and health from 16."""
    me = sight.actor.account_id
    hidden = Hiding.select(Hiding.entry).where(Hiding.guardian == me)
    kept = Entry.id.in_(hidden)
    if age_on(log.born, sight.actor.today) >= HEALTH_IS_ONES_OWN:
        kept |= Entry.health
    return _meant_for(sight) & (~kept | (Entry.author == me))


def for_service(kinds: frozenset[Kind]) -> Any:
    """What a service with a yes to these kinds sees of what was written for the log."""
    return (Entry.audience == Audience.LOG) & _ticked(kinds)


def _ticked(kinds: frozenset[Kind]) -> Any:
    """The kinds ticked; health needs its own tick too; who handed over to whom needs «who else»."""
    clause = Entry.kind.in_(sorted(kinds, key=lambda kind: kind.value))
    if Kind.HEALTH not in kinds:
        clause &= ~Entry.health
    if Kind.WHO_ELSE not in kinds:
        clause &= Entry.type != EntryType.HANDOVER
    return clause


def conversations(sight: Sight) -> Any:
    """Those the actor is a member of, while the log lets the actor in. The named holder stays reachable."""
    mine = Member.select(Member.conversation).where(
        (Member.account == sight.actor.account_id) & Member.left_at.is_null()
    )
    logs = [log.id for log in sight.ties if _may_talk(sight, log)]
    return Conversation.select().where(Conversation.log.in_(logs) & Conversation.id.in_(mine))


def _may_talk(sight: Sight, log: LogFacts) -> bool:
    relations = sight.relations(log)
    return bool(relations & FAMILY or sight.grants(log) or (Relation.HOLDER in relations and not log.closed))


def requests(sight: Sight) -> Any:
    """The family's questions and answers are the family's."""
    logs = [log.id for log in sight.logs() if sight.is_family(log)]
    return ConsentRequest.select().where(ConsentRequest.log.in_(logs))


def seen_lines(sight: Sight) -> Any:
    """Professionals' and network persons' reading, for the family; guardians' reading, for the young person only.

    A line of which nothing is left for the actor is left out: it would tell that there was something. One that showed
    the log itself, which names the child, always stays.
    """
    clauses = []
    for log in sight.logs():
        relations = sight.relations(log)
        shown = list(STAFF | {Relation.NETWORK}) if relations & FAMILY else []
        shown += [Relation.GUARDIAN] if Relation.SUBJECT in relations else []
        clauses.append((SeenLine.log == log.id) & SeenLine.relation.in_(sorted(shown, key=lambda r: r.value)))
    talk = SeenLine.conversation.is_null() | SeenLine.conversation.in_(conversations(sight).select(Conversation.id))
    return SeenLine.select().where(_any(clauses, SeenLine.id.is_null()) & talk & _something_left(sight))


def _something_left(sight: Sight) -> Any:
    """Whether the actor may know of anything that the line showed. The log itself stands first."""
    named = [fn.SUBSTR(SeenLine.things, 1, 16) == log.id.bytes for log in sight.logs()]
    known = ((Entry, entries(sight)), (Conversation, conversations(sight)), (ConsentRequest, requests(sight)))
    besides = [fn.EXISTS(rows.select(SQL("1")).where(_stands_in(table.id))) for table, rows in known]
    return _any(named + besides, NOTHING)


def _stands_in(row_id: Any) -> Any:
    """Whether the id is one of those packed into the line."""
    if isinstance(database.obj, SqliteDatabase):
        return fn.INSTR(fn.LOWER(fn.HEX(SeenLine.things)), row_id) > 0
    return fn.STRPOS(fn.ENCODE(SeenLine.things, "hex"), fn.REPLACE(row_id.cast("TEXT"), "-", "")) > 0


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


def notices(sight: Sight) -> Any:
    """One's own, as long as what they tell of may still be seen."""
    logs = [log.id for log in sight.logs()]
    family = [log.id for log in sight.logs() if sight.is_family(log)]
    readable = Entry.select(Entry.id).where(may_read(sight))
    about = (
        (Notice.kind.in_(ABOUT_ENTRY) & Notice.log.in_(logs) & Notice.thing.in_(readable))
        | _of_message(sight)
        | (Notice.kind.in_(ABOUT_CONSENT) & Notice.log.in_(family))
    )
    return Notice.select().where((Notice.account == sight.actor.account_id) & about)


def message_notices(sight: Sight) -> Any:
    """Those of `notices` that tell of a message: asked for the menu of each page."""
    return Notice.select().where((Notice.account == sight.actor.account_id) & _of_message(sight))


def _of_message(sight: Sight) -> Any:
    talks = conversations(sight).select(Conversation.id)
    return (Notice.kind == NoticeKind.MESSAGE) & Notice.thing.in_(talks)


def _any(clauses: list[Any], otherwise: Any) -> Any:
    if not clauses:
        return otherwise
    whole = clauses[0]
    for clause in clauses[1:]:
        whole |= clause
    return whole


RULES: dict[Any, Callable[[Sight], Any]] = {
    Entry: entries,
    Conversation: conversations,
    ConsentRequest: requests,
    SeenLine: seen_lines,
    Notice: notices,
}
