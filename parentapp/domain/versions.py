"""«Det var ikke slik»: somebody in the family writes how they saw it, and its author must answer.

What is written stands beside the entry for all who may read that, save network persons, for good.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look_around
from parentapp.access.visible import reach
from parentapp.db import MICROSECOND, transaction
from parentapp.domain import recording, revising, shown, versions_shown, writing
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.domain.revising import Earlier
from parentapp.domain.shown import ShownEntry, ShownFor
from parentapp.domain.versions_shown import Saw, asked_to_answer, with_ticks
from parentapp.enums import FAMILY, STAFF, NoticeKind, Relation, SeenPage
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.i18n import N_
from parentapp.models import Entry, Version

ANSWERED_BEFORE = N_("Dette er besvart fra før.")
WRITTEN_AGAIN = N_("Det er skrevet på nytt siden. Les det nye, og svar på det.")


@dataclass(frozen=True)
class VersionsPage:
    """One entry, how it stood before, how others saw it. It does not name the child: nor does its line."""

    log: LogFacts
    entry: ShownEntry
    earlier: tuple[Earlier, ...]
    saw: tuple[Saw, ...]
    asked: Shown | None  # who is to answer; None: nobody can today
    shown_for: ShownFor | None  # who can read what the actor writes; for the family
    may_write: bool
    may_answer: bool  # what has no answer yet
    may_change: bool  # the actor's own note: what stood before is kept


def page(actor: Actor, entry_id: UUID) -> VersionsPage:
    """The entry with all that stands beside it. Raises Hidden."""
    with transaction():
        return _page(look_around(actor, Entry, entry_id), entry_id)


def to_write(actor: Actor, entry_id: UUID) -> VersionsPage:
    """The same for a form that could not be understood. Raises as `write`."""
    with transaction():
        sight, _, entry = _to_write(actor, entry_id)
        return _page(sight, entry.id)


def to_answer(actor: Actor, version_id: UUID) -> VersionsPage:
    """The same. Raises as `answer`."""
    with transaction():
        sight, _, version, entry = _to_answer(actor, version_id)
        _require_open(version)
        return _page(sight, entry.id)


def _page(sight: Sight, entry_id: UUID) -> VersionsPage:
    row = with_ticks(shown.select(sight).where(Entry.id == entry_id)).objects().first()
    if row is None:
        raise Hidden
    log = sight.log(row.log_id)
    require(sight, Action.VERSIONS_SEE, log)
    entry = shown.entries(sight, [row])[0]
    asked = asked_to_answer(sight, log, row, row.ticks)
    recording.seen_all(sight, recording.of_things(sight, SeenPage.VERSIONS, [(log.id, entry_id)]))
    return VersionsPage(
        log=log,
        entry=entry,
        earlier=tuple(revising.earlier([entry_id] if entry.edited else [], sight.actor.locale).get(entry_id, ())),
        saw=versions_shown.beside(sight, log, [entry]).get(entry_id, ()),
        asked=shown_people(sight, log).get(asked) if asked else None,
        shown_for=_without_network(entry.shown_for),
        may_write=entry.may_object,
        may_change=entry.type in revising.CHANGES_OWN
        and revising.may_change(sight, log, entry.type, row.author_id, None),
        may_answer=asked == sight.actor.account_id and can(sight, Action.VERSION_ANSWER, log),
    )


def _without_network(found: ShownFor | None) -> ShownFor | None:
    if found is None:
        return None
    people = tuple(each for each in found.people if each.relation is not Relation.NETWORK)
    return ShownFor(people, found.units, found.guardians)


def write(actor: Actor, entry_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """How the actor saw it, beside an entry by somebody else; written before, it is written once more.

    Returns the version. Raises Hidden, Denied; Conflict in a closed log.
    """
    with transaction():
        sight, log, entry = _to_write(actor, entry_id)

        def act() -> UUID:
            version = _put(sight, entry, text)
            recording.audit(actor, Action.VERSION_WRITE, version.id, log)
            _tell(sight, log, NoticeKind.VERSION, entry)
            version_id: UUID = version.id
            return version_id

        return once(actor, press, act)


def answer(actor: Actor, version_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """The answer to how somebody saw it: its author's; once the author is gone, the contact person's own.

    Returns the entry. Raises Hidden, Denied; Conflict where it is answered, or was written once more, and in a closed
    log.
    """
    with transaction():
        sight, log, version, entry = _to_answer(actor, version_id)

        def act() -> UUID:
            _require_open(version)
            made = _put(sight, entry, text, answers=version.id)
            recording.audit(actor, Action.VERSION_ANSWER, made.id, log)
            _tell(sight, log, NoticeKind.VERSION_ANSWERED, entry)
            entry_id: UUID = entry.id
            return entry_id

        return once(actor, press, act)


def _to_write(actor: Actor, entry_id: UUID) -> tuple[Sight, LogFacts, Any]:
    sight = look_around(actor, Entry, entry_id)
    entry = _readable(sight, entry_id)
    log = sight.log(entry.log_id)
    require(sight, Action.VERSION_WRITE, log)
    if entry.author_id == actor.account_id:
        raise Denied
    return sight, log, entry


def _to_answer(actor: Actor, version_id: UUID) -> tuple[Sight, LogFacts, Version, Any]:
    sight, version = reach(actor, Version, version_id)
    log = sight.log(version.log_id)
    require(sight, Action.VERSION_ANSWER, log)
    entry = _readable(sight, version.entry_id)
    if version.answers_id is not None:
        raise Hidden
    if asked_to_answer(sight, log, entry, entry.ticks) != actor.account_id:
        raise Denied
    return sight, log, version, entry


def _readable(sight: Sight, entry_id: UUID) -> Any:
    """The entry, with what says who answers beside it. Raises Hidden."""
    row = with_ticks(visible.entries(sight).where(Entry.id == entry_id)).first()
    if row is None:
        raise Hidden
    return row


def _require_open(version: Version) -> None:
    """Raises Conflict for what is answered, or was written once more."""
    v = Version
    if v.select().where(v.answers == version.id).exists():
        raise Conflict(ANSWERED_BEFORE)
    again = (v.entry == version.entry_id) & (v.author == version.author_id) & v.answers.is_null()
    if v.select().where(again & (v.at > version.at)).exists():
        raise Conflict(WRITTEN_AGAIN)


def _put(sight: Sight, entry: Entry, text: str, **more: Any) -> Version:
    """One more, after all that stand there already."""
    actor, v = sight.actor, Version
    last = v.select(v.at).where(v.entry == entry.id).order_by(v.at.desc()).first()
    at = max([actor.now, *([last.at + MICROSECOND] if last else [])])
    unit = sight.tie(sight.log(entry.log_id)).unit_id
    said = {"author": actor.account_id, "author_unit": unit, "text": text, "lang": actor.locale, "at": at}
    made: Version = v.create(entry=entry.id, log=entry.log_id, **said, **more)
    return made


def _tell(sight: Sight, log: LogFacts, kind: NoticeKind, entry: Any) -> None:
    """Everybody of the family and the professionals who reads the entry."""
    of_it = versions_shown.written(entry, entry.ticks, writing.kept_from(entry))
    here = {each.account_id for each in recording.belonging(sight, log) if each.relation in FAMILY | STAFF}
    told = recording.readers_of(sight, log, of_it) | ({log.opener_id} if log.asked else set())
    recording.tell(sight, log, kind, entry.id, told & here)
