"""Putting an entry on the timeline: the row, its audit line and its notices, once."""

from collections.abc import Collection, Sequence
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.audience import Written
from parentapp.access.facts import LogFacts
from parentapp.access.own_matters import require_adult
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import attached, recording
from parentapp.domain.attached import Chosen
from parentapp.domain.pressing import Press, once
from parentapp.enums import KIND_OF, Audience, EntryType, NoticeKind
from parentapp.models import Entry, Hiding


def write(
    actor: Actor,
    log_id: UUID,
    action: Action,
    type_: EntryType,
    text: str,
    *,
    health: bool = False,
    about: UUID | None = None,
    files: Sequence[Chosen] = (),
    press: Press | None = None,
) -> UUID:
    """One entry of that type by a professional, its audit line and its notices. `about`: whose own matters it tells of.

    Raises Conflict too where that is no guardian of today, or where there is no room for its files.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, action, log)

        def act() -> UUID:
            whom: dict[str, object] = {}
            if about is not None:
                require_adult(sight, log, about)
                whom = {"audience": Audience.ADULT, "addressee": about}
            entry = new_entry(sight, log, type_, text, health=health, **whom)
            attached.keep(actor, entry, files)
            recording.audit(actor, action, entry.id, log)
            tell(sight, log, NoticeKind.ENTRY, entry)
            entry_id: UUID = entry.id
            return entry_id

        return once(actor, press, act)


def require_may(actor: Actor, log_id: UUID, action: Action) -> None:
    """Asked before files are looked at, which takes time and memory. Raises Hidden, Denied, Conflict as `write`."""
    with transaction():
        sight = look(actor, log_id)
        require(sight, action, sight.log(log_id))


def tell(
    sight: Sight,
    log: LogFacts,
    kind: NoticeKind,
    entry: Entry,
    *,
    but: Collection[UUID] = frozenset(),
    only: Collection[UUID] | None = None,
) -> set[UUID]:
    """A notice to everybody who can read this entry (or, of these, `only` some, and `but` some not).

    It, or what it belongs to, may be kept from some.

    Returns the accounts that can read it.
    """
    hidden = kept_from(entry)
    written = Written(entry.type, entry.author_id, entry.health, entry.audience, entry.addressee_id, hidden)
    read = recording.readers_of(sight, log, written)
    told = read if only is None else read & set(only)
    recording.tell(sight, log, kind, entry.id, told - set(but))
    return read


def kept_from(entry: Entry) -> frozenset[UUID]:
    """The guardians that the young person keeps it from, also by keeping what it belongs to."""
    above = Entry.select(Entry.about).where((Entry.id == entry.about_id) & Entry.about.is_null(False))
    hung_on = Hiding.entry.in_([entry.id, entry.about_id]) | Hiding.entry.in_(above)
    return frozenset(guardian for (guardian,) in Hiding.select(Hiding.guardian).where(hung_on).tuples())


def new_entry(sight: Sight, log: LogFacts, type_: EntryType, text: str, **more: object) -> Entry:
    """The row everything on the timeline hangs on, written by the actor now."""
    actor = sight.actor
    entry: Entry = Entry.create(
        log=log.id,
        type=type_,
        kind=KIND_OF[type_],
        author=actor.account_id,
        author_unit=sight.tie(log).unit_id,
        text=text,
        lang=actor.locale,
        at=actor.now,
        **more,
    )
    return entry
