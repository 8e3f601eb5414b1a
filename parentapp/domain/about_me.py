"""«Dette er meg»: what the child wants every new helper to know, told once."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.audience import Written
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import notices, recording, revising, shown, writing
from parentapp.domain.pressing import Press, once
from parentapp.domain.revising import Earlier
from parentapp.domain.shown import ShownEntry, ShownFor
from parentapp.enums import AboutMeTopic, EntryType, NoticeKind, SeenPage
from parentapp.models import AboutMe, Entry


@dataclass(frozen=True)
class Part:
    """What is told of one topic: the newest first, and how each stood before."""

    topic: AboutMeTopic
    told: tuple[tuple[ShownEntry, tuple[Earlier, ...]], ...]
    mine: str  # what the actor would change: their own words, else what stands there


@dataclass(frozen=True)
class Page:
    log: LogFacts
    child: str
    own: bool  # it is about the one who reads
    parts: tuple[Part, ...]
    may_write: bool
    shown_for: ShownFor | None  # who can read it: for the family
    anything_new: bool


def page(actor: Actor, log_id: UUID, *, to_write: bool = False) -> Page:
    """All of it, in the order of the topics. Raises Hidden; `to_write` also Denied, and Conflict where nobody may."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.ABOUT_ME_SEE, log)
        if to_write:
            require(sight, Action.ABOUT_ME_WRITE, log)
        rows = _rows(sight, log)
        entries = shown.entries(sight, rows)
        earlier = revising.earlier([each.id for each in entries if each.edited], actor.locale)
        recording.seen(sight, log, SeenPage.ABOUT_ME, [each.id for each in entries])
        written = Written(EntryType.ABOUT_ME, actor.account_id)
        return Page(
            log=log,
            child=log.child,
            own=log.youth_id == actor.account_id,
            parts=tuple(_part(sight, topic, rows, entries, earlier) for topic in AboutMeTopic),
            may_write=can(sight, Action.ABOUT_ME_WRITE, log),
            shown_for=shown.shown_for(sight, log, written) if sight.is_family(log) else None,
            anything_new=notices.anything_new(sight),
        )


def told(sight: Sight, log: LogFacts) -> tuple[Part, ...]:
    """The topics of which something is told that this sight shows."""
    if not can(sight, Action.ABOUT_ME_SEE, log):
        return ()
    rows = _rows(sight, log)
    entries = shown.entries(sight, rows)
    parts = (_part(sight, topic, rows, entries, {}) for topic in AboutMeTopic)
    return tuple(each for each in parts if each.told)


def _part(
    sight: Sight,
    topic: AboutMeTopic,
    rows: list[Any],
    entries: list[ShownEntry],
    earlier: dict[UUID, list[Earlier]],
) -> Part:
    told = [each for row, each in zip(rows, entries, strict=True) if row.topic is topic]
    there = _own_or_newest(sight, rows, topic)
    mine = there.text if there else ""
    return Part(topic, tuple((each, tuple(earlier.get(each.id, ()))) for each in told), mine)


def _own_or_newest(sight: Sight, rows: list[Any], topic: AboutMeTopic) -> Any:
    """The row a new text takes the place of: the actor's own, else the newest they may see, else None."""
    of_topic = [row for row in rows if row.topic is topic]
    own = [row for row in of_topic if row.author_id == sight.actor.account_id]
    return next(iter(own or of_topic), None)


def _rows(sight: Sight, log: LogFacts) -> list[Any]:
    query = shown.select(sight).where((Entry.log == log.id) & (Entry.type == EntryType.ABOUT_ME))
    joined = query.join_from(Entry, AboutMe, on=(AboutMe.entry == Entry.id))
    return list(joined.select_extend(AboutMe.topic.alias("topic")).objects())


def write(actor: Actor, log_id: UUID, topic: AboutMeTopic, text: str, *, press: Press | None = None) -> UUID:
    """Tell of one topic; what stood there before is kept. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.ABOUT_ME_WRITE, log)

        def act() -> UUID:
            there = _own_or_newest(sight, _rows(sight, log), topic)
            entry_id = _changed(sight, there.id, text) if there else _new(sight, log, topic, text)
            recording.audit(actor, Action.ABOUT_ME_WRITE, entry_id, log)
            return entry_id

        return once(actor, press, act)


def _new(sight: Sight, log: LogFacts, topic: AboutMeTopic, text: str) -> UUID:
    entry = writing.new_entry(sight, log, EntryType.ABOUT_ME, text)
    AboutMe.create(entry=entry.id, log=log.id, topic=topic)
    writing.tell(sight, log, NoticeKind.ENTRY, entry)
    entry_id: UUID = entry.id
    return entry_id


def _changed(sight: Sight, entry_id: UUID, text: str) -> UUID:
    entry = Entry.get_by_id(entry_id)
    if text != entry.text:
        revising.keep(sight, entry, None)
        entry.text, entry.lang = text, sight.actor.locale
        entry.save()
    return entry_id
