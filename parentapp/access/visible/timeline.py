"""Which entries of the timelines an actor may know exist."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import SQL, NodeList, fn

from parentapp.access.ages import HEALTH_IS_ONES_OWN, age_on
from parentapp.access.facts import LogFacts
from parentapp.access.letting import ticked_by
from parentapp.access.sight import Sight
from parentapp.enums import FAMILY, OF_OTHERS, Audience, EntryType, Kind, Relation
from parentapp.models import Entry, Hiding, LevelChange

NOTHING = Entry.id.is_null()
SIDE_BY_SIDE = 200  # clauses of a condition


def entries(sight: Sight) -> Any:
    """Everything on the timelines the actor may read."""
    return Entry.select().where(may_read(sight))


def may_read(sight: Sight) -> Any:
    """The condition on Entry, for queries that join more to it. Logs that are seen alike share a part of it."""
    alike: dict[_Ways, list[UUID]] = {}
    for log in sight.logs():
        alike.setdefault(_ways(sight, log), []).append(log.id)
    readable = any_of([_entry_clause(sight, ways, logs) for ways, logs in alike.items()], NOTHING)
    if sight.within is not None:
        readable &= may_read(sight.within)
    return readable if sight.only is None else readable & for_service(sight.only)


def levels(sight: Sight) -> Any:
    """How many services help together, said in an entry that the actor may read."""
    return LevelChange.select(LevelChange).join(Entry).where(may_read(sight))


@dataclass(frozen=True)
class _Ways:
    """The actor's ways into a log."""

    family: bool
    network: bool
    ticked: tuple[frozenset[Kind], ...]  # as a professional, by each consent
    let_read: tuple[tuple[frozenset[Kind], frozenset[UUID]], ...]  # by adults, of what is about themselves
    opens: bool
    guardian: bool
    own_health: bool  # the young person is old enough that health is kept from guardians, and does not share it


def _ways(sight: Sight, log: LogFacts) -> _Ways:
    relations = sight.relations(log)
    return _Ways(
        family=bool(relations & FAMILY),
        network=Relation.NETWORK in relations,
        ticked=tuple(dict.fromkeys(grant.kinds for grant in sight.grants(log))),
        let_read=sight.let_read(log),
        opens=sight.opens(log),
        guardian=Relation.GUARDIAN in relations,
        own_health=age_on(log.born, sight.actor.today) >= HEALTH_IS_ONES_OWN and not sight.is_told_health(log),
    )


def _entry_clause(sight: Sight, ways: _Ways, logs: list[UUID]) -> Any:
    """Any of the actor's ways in is enough; but what is kept from a guardian is kept however else they are here."""
    found = []
    if ways.family:
        found.append(_meant_for(sight))
    if ways.network:
        found.append((Entry.type == EntryType.LYSGLIMT) & _network_meant_for(sight))
    found += [_meant_for(sight) & _ticked(kinds, sight.actor.account_id) for kinds in ways.ticked]
    found += [_let_read(entries) & _ticked(kinds) for kinds, entries in ways.let_read]
    if ways.guardian:
        found.append(_about_me(sight))
    if ways.opens:
        found.append((Entry.type == EntryType.CONCERN) & _meant_for(sight))
    clauses = [Entry.log.in_(logs), any_of(found, NOTHING)]
    return all_of([*clauses, _not_kept(sight, own_health=ways.own_health)] if ways.guardian else clauses)


def _meant_for(sight: Sight) -> Any:
    """Written for the log, by the actor, or to the actor."""
    me = sight.actor.account_id
    to_me = (Entry.audience == Audience.CONTACT) & (Entry.addressee == me)
    return any_of([Entry.audience == Audience.LOG, Entry.author == me, to_me], NOTHING)


def _about_me(sight: Sight) -> Any:
    """About this guardian's own matters."""
    return (Entry.audience == Audience.ADULT) & (Entry.addressee == sight.actor.account_id)


def _let_read(entries: frozenset[UUID]) -> Any:
    """About an adult's own matters, where that adult lets this service read it."""
    return (Entry.audience == Audience.ADULT) & Entry.id.in_(sorted(entries))


def ticked(sight: Sight) -> Any:
    """A column: the services that the actor, as a guardian, lets read what is about them. Told to nobody else."""
    guards = any(Relation.GUARDIAN in sight.relations(log) for log in sight.logs())
    return ticked_by(sight.actor.account_id, Entry.id) if guards and not sight.borrowed else SQL("NULL")


def _network_meant_for(sight: Sight) -> Any:
    """Written for the log, or by the actor: nobody writes to a network person."""
    return (Entry.audience == Audience.LOG) | (Entry.author == sight.actor.account_id)


def _not_kept(sight: Sight, *, own_health: bool) -> Any:
    """What the young person does not keep from this guardian: hidden entries, and health from 16 unless shared. What is
    about the guardian's own matters is not the young person's to keep.
    """
    me = sight.actor.account_id
    hidden = Hiding.select(Hiding.entry).where(Hiding.guardian == me)
    kept = hangs_on(hidden)
    if own_health:
        kept |= Entry.health
    return any_of([~kept, Entry.author == me, _about_me(sight)], NOTHING)


def hangs_on(kept: Any) -> Any:
    """The entries of this query of `Hiding`, what hangs on one, and what hangs on that: comments on minutes."""
    between, above = Entry.alias("between"), fn.COALESCE(Entry.about, Entry.id)
    of_kept = kept.select(between.id).join(between, on=(between.about == Hiding.entry))
    return any_of([Entry.id.in_(kept), above.in_(kept), above.in_(of_kept)], NOTHING)


def apart(sight: Sight, log: LogFacts) -> Any:
    """The condition on Entry of what is not the whole family's: it goes into a file of the reader's own.

    What was not written for the log; for whom the log is about also what they keep from a guardian, and health from 16.
    A guardian is not told that another reads less, and so finds in the shared file what is kept from that one.
    """
    found = Entry.audience != Audience.LOG
    if Relation.SUBJECT not in sight.relations(log):
        return found
    found |= hangs_on(Hiding.select(Hiding.entry))
    return found | Entry.health if age_on(log.born, sight.actor.today) >= HEALTH_IS_ONES_OWN else found


def for_service(kinds: frozenset[Kind]) -> Any:
    """What a service with a yes to these kinds sees of what was written for the log."""
    return (Entry.audience == Audience.LOG) & _ticked(kinds)


def _ticked(kinds: frozenset[Kind], me: UUID | None = None) -> Any:
    """The kinds ticked; health needs its own tick too; what tells of others «who else», save for who wrote it."""
    clause = Entry.kind.in_(sorted(kinds, key=lambda kind: kind.value))
    if Kind.HEALTH not in kinds:
        clause &= ~Entry.health
    if Kind.WHO_ELSE not in kinds:
        between = (Entry.author == me) | (Entry.addressee == me) if me else NOTHING
        clause &= Entry.type.not_in(sorted(OF_OTHERS, key=lambda each: each.value)) | between
    return clause


def all_of(clauses: list[Any]) -> Any:
    """All of the conditions, side by side likewise."""
    return NodeList(clauses, " AND ", parens=True)


def any_of(clauses: list[Any], otherwise: Any) -> Any:
    """Any of the conditions; without one, `otherwise`. Side by side, and many of them nested by halves: SQLite can
    read only so deep.
    """
    if len(clauses) <= 1:
        return clauses[0] if clauses else otherwise
    if len(clauses) <= SIDE_BY_SIDE:
        return NodeList(clauses, " OR ", parens=True)
    half = len(clauses) // 2
    return any_of(clauses[:half], otherwise) | any_of(clauses[half:], otherwise)
