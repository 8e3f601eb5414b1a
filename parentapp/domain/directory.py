"""«Tjenesteoversikten»: what each unit helps with, how to reach it, who keeps that right, when it was checked."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access import directory, office
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.office import enter
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.pressing import Press, once
from parentapp.enums import ServiceKind
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import DirectoryEntry, Unit

GOES_STALE = timedelta(days=183)  # half a year; then whoever keeps it is asked whether it is still right
NOTHING_YET = N_("Her står det ikke noe ennå. Skriv det først.")


@dataclass(frozen=True)
class Words:
    """What a unit says about itself. Only the first and the last are always there."""

    helps_with: str
    phone: str
    hours: str
    reach: str

    @property
    def dialled(self) -> str:
        """The telephone number as a telephone takes it."""
        return "".join(each for each in self.phone if each.isdigit() or each == "+")


@dataclass(frozen=True)
class Said:
    """The same as it stands."""

    words: Words
    lang: str
    checked_on: date
    checked_by: str


@dataclass(frozen=True)
class Listed:
    """One unit of the directory. Without an owner the municipality's administrators keep it right."""

    id: UUID
    name: str
    service: ServiceKind
    said: Said | None
    owners: tuple[str, ...]
    mine: bool  # the reader keeps it right
    to_check: bool  # nothing stands there, or it was checked long ago: told to whoever keeps it right


@dataclass(frozen=True)
class Directory:
    units: list[Listed]  # of the sort that was asked for
    kinds: list[ServiceKind]  # that there are


def page(actor: Actor, kind: ServiceKind | None = None) -> Directory:
    """Every unit of the actor's municipality, or those of one sort, by sort and name. The same for everybody there."""
    with transaction():
        rows = list(directory.listed(actor))
        mine = {unit for (unit,) in directory.kept(actor).select(Unit.id).tuples()}
        owners = _owners(rows, actor.today)
        kinds = {row.service for row in rows}
        units = [_listed(actor, row, owners.get(row.id, ()), mine) for row in rows if kind in (None, row.service)]
        units.sort(key=lambda each: (_rank(each.service), each.name.casefold(), str(each.id)))
        return Directory(units, sorted(kinds, key=_rank))


def to_describe(actor: Actor, unit_id: UUID) -> Listed:
    """What stands there of a unit that the actor keeps right. Raises Hidden."""
    with transaction():
        office.require(enter(actor), Action.SERVICE_DESCRIBE)
        office.find(directory.kept(actor), Unit, unit_id)
        row = office.find(directory.listed(actor), Unit, unit_id)
        return _listed(actor, row, (), {unit_id})


def to_check(actor: Actor) -> int:
    """Of how many units that the actor keeps right the words are to be checked. Inside the caller's transaction."""
    fresh = DirectoryEntry.checked_on >= actor.today - GOES_STALE
    checked = DirectoryEntry.select(DirectoryEntry.unit).where(fresh)
    found: int = directory.kept(actor).select(fn.COUNT(Unit.id)).where(Unit.id.not_in(checked)).scalar()
    return found


def describe(actor: Actor, unit_id: UUID, words: Words, *, press: Press | None = None) -> UUID:
    """Say what a unit helps with, in the actor's language; that also says that it is right. Raises Hidden."""
    with transaction():
        office.require(enter(actor), Action.SERVICE_DESCRIBE)
        directory.held(actor, unit_id)

        def act() -> UUID:
            d = DirectoryEntry
            said = {d.helps_with: words.helps_with, d.phone: words.phone, d.hours: words.hours, d.reach: words.reach}
            checked = {d.checked_on: actor.today, d.checked_by: actor.account_id}
            row = {d.unit: unit_id, **said, d.lang: actor.locale, **checked, d.at: actor.now}
            changed = [column for column in row if column is not d.unit]
            d.insert(row).on_conflict(conflict_target=[d.unit], preserve=changed).execute()
            recording.audit(actor, Action.SERVICE_DESCRIBE, unit_id, None)
            return unit_id

        return once(actor, press, act)


def check(actor: Actor, unit_id: UUID, *, press: Press | None = None) -> UUID:
    """«Det stemmer fortsatt»: in one press. Raises Hidden; Conflict where nothing stands there yet."""
    with transaction():
        office.require(enter(actor), Action.SERVICE_CHECK)
        directory.held(actor, unit_id)

        def act() -> UUID:
            now = {"checked_on": actor.today, "checked_by": actor.account_id}
            if not DirectoryEntry.update(now).where(DirectoryEntry.unit == unit_id).execute():
                raise Conflict(NOTHING_YET)
            recording.audit(actor, Action.SERVICE_CHECK, unit_id, None)
            return unit_id

        return once(actor, press, act)


def _rank(service: ServiceKind) -> int:
    return list(ServiceKind).index(service)


def _owners(rows: list[Any], today: date) -> dict[UUID, tuple[str, ...]]:
    """Who leads each unit, by name."""
    found: dict[UUID, set[str]] = {}
    for row in directory.keepers([each.id for each in rows], today):
        found.setdefault(row.unit_id, set()).add(row.account.name)
    return {unit: tuple(sorted(names)) for unit, names in found.items()}


def _listed(actor: Actor, row: Any, owners: tuple[str, ...], mine: set[UUID]) -> Listed:
    entry = getattr(row, "directoryentry", None)
    said = None
    if entry is not None and entry.id is not None:
        words = Words(entry.helps_with, entry.phone, entry.hours, entry.reach)
        said = Said(words, entry.lang, entry.checked_on, entry.checked_by.name)
    old = said is None or said.checked_on < actor.today - GOES_STALE
    return Listed(row.id, row.name, row.service, said, owners, row.id in mine, row.id in mine and old)
