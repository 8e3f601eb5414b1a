"""One's own words as plain text, to be copied into one's own service's record while they may still be read."""

from dataclasses import dataclass
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.copying import may_copy
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import look_around
from parentapp.db import transaction
from parentapp.domain import recording, shown
from parentapp.domain.shown import ShownEntry
from parentapp.enums import SeenPage
from parentapp.errors import Hidden
from parentapp.models import Entry


@dataclass(frozen=True)
class CopyPage:
    """It names nobody: nor does its line."""

    log: LogFacts
    entry: ShownEntry


def page(actor: Actor, entry_id: UUID) -> CopyPage:
    """Raises Hidden, also for what the actor may read and did not write."""
    with transaction():
        sight = look_around(actor, Entry, entry_id)
        row = shown.select(sight).where(Entry.id == entry_id).objects().first()
        if row is None:
            raise Hidden
        log = sight.log(row.log_id)
        require(sight, Action.ENTRY_COPY, log)
        if not may_copy(sight, log, row):
            raise Hidden
        recording.seen_all(sight, recording.of_things(sight, SeenPage.LOG, [(log.id, entry_id)]))
        return CopyPage(log, shown.entries(sight, [row])[0])
