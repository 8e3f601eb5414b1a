"""What of the rows of `shown.select` is kept from guardians: told to the young person, and to health staff."""

from collections.abc import Collection
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access.actions import Action
from parentapp.access.facts import as_uuid
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.enums import Relation
from parentapp.models import Entry, Hiding


def hidden(sight: Sight, rows: Collection[Any]) -> dict[UUID, frozenset[UUID]]:
    """What the young person keeps from whom, also by keeping what it belongs to: for the young person's eyes only."""
    if sight.borrowed:
        return {}
    own = {log.id for log in sight.logs() if Relation.SUBJECT in sight.relations(log)}
    mine = [row for row in rows if row.log_id in own]
    chain = {row.id: [each for each in (row.id, row.about_id, as_uuid(row.high_above)) if each] for row in mine}
    ids = {each for above in chain.values() for each in above}
    found: dict[UUID, set[UUID]] = {}
    query = Hiding.select(Hiding.entry, Hiding.guardian).where(Hiding.entry.in_(list(ids))).tuples() if ids else ()
    for entry, guardian in query:
        found.setdefault(entry, set()).add(guardian)
    return {entry: frozenset(who for each in above for who in found.get(each, ())) for entry, above in chain.items()}


def withheld(sight: Sight) -> Any:
    """Whether the row is about health and kept from a guardian, where the actor may keep it so for a child."""
    logs = [log.id for log in sight.logs() if not sight.borrowed and can(sight, Action.ENTRY_WITHHOLD, log)]
    kept = Hiding.select(Hiding.id).where((Hiding.entry == Entry.id) | (Hiding.entry == Entry.about))
    return Entry.health & Entry.log.in_(logs) & fn.EXISTS(kept)
