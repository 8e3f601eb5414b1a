"""Which entries of the timelines an actor may know exist."""

from typing import Any

from peewee import fn

from parentapp.access.ages import HEALTH_IS_ONES_OWN, age_on
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.enums import FAMILY, Audience, EntryType, Kind, Relation
from parentapp.models import Entry, Hiding

NOTHING = Entry.id.is_null()


def entries(sight: Sight) -> Any:
    """Everything on the timelines the actor may read."""
    return Entry.select().where(may_read(sight))


def may_read(sight: Sight) -> Any:
    """The condition on Entry, for queries that join more to it."""
    readable = any_of([_entry_clause(sight, log) for log in sight.logs()], NOTHING)
    return readable if sight.only is None else readable & for_service(sight.only)


def _entry_clause(sight: Sight, log: LogFacts) -> Any:
    """Any of the actor's ways in is enough; but what is kept from a guardian is kept however else they are here."""
    relations = sight.relations(log)
    ways = []
    if relations & FAMILY:
        ways.append(_meant_for(sight))
    if Relation.NETWORK in relations:
        ways.append((Entry.type == EntryType.LYSGLIMT) & _network_meant_for(sight))
    ways += [_meant_for(sight) & _ticked(grant.kinds) for grant in sight.grants(log)]
    if sight.opens(log):
        ways.append(Entry.type == EntryType.CONCERN)
    shown = (Entry.log == log.id) & any_of(ways, NOTHING)
    return shown & _not_kept(sight, log) if Relation.GUARDIAN in relations else shown


def _meant_for(sight: Sight) -> Any:
    """Written for the log, by the actor, or to the actor."""
    me = sight.actor.account_id
    to_me = (Entry.audience == Audience.CONTACT) & (Entry.addressee == me)
    return (Entry.audience == Audience.LOG) | (Entry.author == me) | to_me


def _network_meant_for(sight: Sight) -> Any:
    """Written for the log, or by the actor: nobody writes to a network person."""
    return (Entry.audience == Audience.LOG) | (Entry.author == sight.actor.account_id)


def _not_kept(sight: Sight, log: LogFacts) -> Any:
    """What the young person does not keep from this guardian: hidden entries, and health from 16."""
    me = sight.actor.account_id
    hidden = Hiding.select(Hiding.entry).where(Hiding.guardian == me)
    kept = Entry.id.in_(hidden) | fn.COALESCE(Entry.about, Entry.id).in_(hidden)
    if age_on(log.born, sight.actor.today) >= HEALTH_IS_ONES_OWN:
        kept |= Entry.health
    return ~kept | (Entry.author == me)


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


def any_of(clauses: list[Any], otherwise: Any) -> Any:
    """Any of the conditions; without one, `otherwise`. Nested by halves: SQLite can read only so deep."""
    if not clauses:
        return otherwise
    if len(clauses) == 1:
        return clauses[0]
    half = len(clauses) // 2
    return any_of(clauses[:half], otherwise) | any_of(clauses[half:], otherwise)
