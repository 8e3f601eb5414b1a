"""Hanging more files on what one wrote oneself."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from parentapp.access.actor import Actor
from parentapp.access.attaching import require_attaching
from parentapp.access.facts import LogFacts
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import locking, recording, shown, writing
from parentapp.domain.attached import MOST, Chosen, keep
from parentapp.domain.pressing import Press, once
from parentapp.domain.shown import ShownEntry
from parentapp.enums import NoticeKind, SeenPage
from parentapp.models import Entry


@dataclass(frozen=True)
class Attaching:
    """One's own entry with what hangs on it, for a form for more files."""

    log: LogFacts
    child: str
    entry: ShownEntry
    room: int  # for how many more


def add(actor: Actor, entry_id: UUID, files: Sequence[Chosen], *, press: Press | None = None) -> UUID:
    """More files on what one wrote oneself. Whoever can read it is told that there is something new.

    Raises Hidden, Denied; Conflict, also for minutes that are locked and for what is an adult's own; NoRoom.
    """
    with transaction():
        sight, entry = reach(actor, Entry, entry_id)
        log = sight.log(entry.log_id)
        action = require_attaching(sight, log, entry)

        def act() -> UUID:
            locking.require_changeable(entry, actor.now)
            keep(actor, entry, files)
            recording.audit(actor, action, entry.id, log)
            writing.tell(sight, log, NoticeKind.ENTRY, entry)
            return entry_id

        return once(actor, press, act)


def require_may(actor: Actor, entry_id: UUID) -> None:
    """Asked before files are looked at, which takes time and memory. Raises as `add`, save NoRoom."""
    with transaction():
        sight, entry = reach(actor, Entry, entry_id)
        require_attaching(sight, sight.log(entry.log_id), entry)


def to_add(actor: Actor, entry_id: UUID) -> Attaching:
    """One's own entry, and for how many more files there is room. Raises Hidden, Denied, Conflict as `add`."""
    with transaction():
        sight, entry = reach(actor, Entry, entry_id)
        log = sight.log(entry.log_id)
        require_attaching(sight, log, entry)
        locking.require_changeable(entry, actor.now)
        row = shown.select(sight).where(Entry.id == entry.id).objects().get()
        recording.seen(sight, log, SeenPage.LOG, [entry.id])
        there = shown.entries(sight, [row])[0]
        return Attaching(log, log.child, there, MOST - len(there.files))
