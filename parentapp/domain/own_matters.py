"""What is written about an adult's own health, money or relationship: a draft for the adult and its author, until the
adult has chosen which services may read it.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from uuid import UUID

from parentapp.access import own_matters as rule
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.audience import could_show
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look, look_around
from parentapp.crypto import new_id
from parentapp.db import MICROSECOND, transaction
from parentapp.domain import recording, shown
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.domain.pressing import Press, once
from parentapp.domain.shown import ShownEntry
from parentapp.enums import NoticeKind, SeenPage
from parentapp.errors import Hidden
from parentapp.models import Entry, Notice, OwnMatterChoice


@dataclass(frozen=True)
class ToWrite:
    """What an empty form for a note needs: the child's name, and whose own matters it can be about."""

    child: str
    adults: tuple[Shown, ...]


@dataclass(frozen=True)
class Offered:
    """A service that the adult may let read it."""

    unit: ShownUnit
    ticked: bool
    sees: bool  # its yes covers such an entry now; else a tick shows it nothing


@dataclass(frozen=True)
class OwnMatter:
    """An entry about the one who looks. It does not name the child: neither does its line in the access log."""

    log: LogFacts
    entry: ShownEntry
    offered: tuple[Offered, ...]
    may_choose: bool

    @property
    def ticked(self) -> bool:
        return any(each.ticked for each in self.offered)


def to_write(actor: Actor, log_id: UUID, action: Action) -> ToWrite:
    """Whose log an empty form is for, and the guardians it can be about. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, action, log)
        recording.seen(sight, log, SeenPage.DESK)
        people = shown_people(sight, log)
        adults = sorted((people[each] for each in rule.adults(sight, log)), key=lambda each: each.name or "")
        return ToWrite(log.child, tuple(adults))


def page(actor: Actor, entry_id: UUID) -> OwnMatter:
    """What is about the actor, and which services they let read it. Raises Hidden, Denied."""
    with transaction():
        sight, log, row = _about_me(actor, entry_id, Action.OWN_MATTER_SEE)
        recording.seen_all(sight, recording.of_things(sight, SeenPage.LOG, [(log.id, entry_id)]))
        entry = shown.entries(sight, [row])[0]
        may_choose = can(sight, Action.OWN_MATTER_SHARE, log)
        return OwnMatter(log, entry, _offered(sight, log, row), may_choose)


def choose(actor: Actor, entry_id: UUID, units: Collection[UUID], *, press: Press | None = None) -> UUID:
    """Let these services read it, and no other. Who may read it already is not asked again.

    Raises Hidden, also for a unit that is not offered; Denied, Conflict.
    """
    with transaction():
        sight, log, row = _about_me(actor, entry_id, Action.OWN_MATTER_SHARE)

        def act() -> UUID:
            offered = {each.unit.id: each for each in _offered(sight, log, row)}
            if not offered.keys() >= set(units):
                raise Hidden
            turned = [id_ for id_, each in sorted(offered.items()) if each.ticked != (id_ in units)]
            for unit in turned:
                _decide(sight, log, row, unit, shows=unit in units)
            _tell(sight, log, row, {unit for unit in turned if unit in units})
            return entry_id

        return once(actor, press, act)


def _about_me(actor: Actor, entry_id: UUID, action: Action) -> tuple[Sight, LogFacts, Entry]:
    sight = look_around(actor, Entry, entry_id)
    row = shown.select(sight).where(Entry.id == entry_id).objects().first()
    if row is None:
        raise Hidden
    log = sight.log(row.log_id)
    require(sight, action, log)
    rule.require_about_oneself(sight, row)
    return sight, log, row


def _offered(sight: Sight, log: LogFacts, row: Entry) -> tuple[Offered, ...]:
    """The services with a yes that covers it, and those that are ticked, by name."""
    ticked = shown.ticked(row)
    seeing = {each.unit_id for each in could_show(shown.written(row), sight.consents.grants.get(log.id, ()))}
    units = (shown_unit(sight, log, each) for each in seeing | ticked)
    found = [Offered(unit, unit.id in ticked, unit.id in seeing) for unit in units if unit]
    return tuple(sorted(found, key=lambda each: (each.unit.name or "", each.unit.service.value, each.unit.id)))


def _decide(sight: Sight, log: LogFacts, row: Entry, unit: UUID, *, shows: bool) -> None:
    """One more decision, after all that were there, and after the words it is about."""
    c, actor = OwnMatterChoice, sight.actor
    last = c.select(c.at).where((c.entry == row.id) & (c.unit == unit)).order_by(c.at.desc()).first()
    before = [each + MICROSECOND for each in (last and last.at, row.edited_at) if each]
    said = {"entry": row.id, "log": log.id, "account": actor.account_id, "unit": unit, "shows": shows}
    made = c.create(id=new_id(), lang=actor.locale, at=max([actor.now, *before]), **said)
    recording.audit(actor, Action.OWN_MATTER_SHARE, made.id, log)


def _tell(sight: Sight, log: LogFacts, row: Entry, units: set[UUID]) -> None:
    """The people of services that may read it from now on: each once, however often it is ticked."""
    if not units:
        return
    told = {each.account_id for each in Notice.select(Notice.account).where(Notice.thing == row.id)}
    readers = recording.readers_of(sight, log, replace(shown.written(row), ticked=frozenset(units)))
    recording.tell(sight, log, NoticeKind.ENTRY, row.id, readers - told - {row.author_id})
