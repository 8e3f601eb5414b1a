"""The administrator's first page; units and the promised days of an answer. Nothing here reads a log."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access import office
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.office import Office, enter
from parentapp.db import transaction
from parentapp.domain import directory, recording
from parentapp.domain.age_table import AgesOfService, ages_of
from parentapp.domain.pressing import Press, once
from parentapp.enums import ServiceKind
from parentapp.models import Employment, Municipality, Unit


@dataclass(frozen=True)
class UnitShown:
    id: UUID
    name: str
    service: ServiceKind
    people: int = 0  # who work there today


@dataclass(frozen=True)
class Start:
    """The municipality as its administrator sees it."""

    name: str
    reply_days: int  # working days
    units: list[UnitShown]
    ages: list[AgesOfService]
    to_check: int  # units whose words in the service directory are to be checked


def start(actor: Actor) -> Start:
    """Raises Hidden for everybody but an administrator."""
    with transaction():
        here = enter(actor)
        office.require(here, Action.MUNICIPALITY_SEE)
        municipality = Municipality.get_by_id(here.municipality_id)
        working = _working(here, actor.today)
        units = [shown_unit(row, working.get(row.id, 0)) for row in office.units(here)]
        units.sort(key=lambda unit: (unit.name.casefold(), str(unit.id)))
        return Start(municipality.name, municipality.reply_days, units, ages_of(here), directory.to_check(actor))


def shown_unit(row: Any, people: int = 0) -> UnitShown:
    return UnitShown(row.id, row.name, row.service, people)


def _working(here: Office, today: date) -> dict[UUID, int]:
    """How many people work in each unit today."""
    works = (Employment.since <= today) & (Employment.until.is_null() | (Employment.until >= today))
    query = office.employments(here).where(works).group_by(Employment.unit)
    counted = query.select(Employment.unit, fn.COUNT(Employment.account.distinct()))
    return dict(counted.tuples())


def set_promise(actor: Actor, days: int, *, press: Press | None = None) -> UUID:
    """Promise an answer within so many working days. Days that families were shown before stand. Raises Hidden."""
    with transaction():
        here = enter(actor)
        office.require(here, Action.PROMISE_SET)
        municipality: Any = here.municipality_id

        def act() -> UUID:
            Municipality.update(reply_days=days).where(Municipality.id == municipality).execute()
            recording.audit(actor, Action.PROMISE_SET, municipality, None)
            promised: UUID = municipality
            return promised

        return once(actor, press, act)


def may_add_unit(actor: Actor) -> None:
    """Raises Hidden."""
    with transaction():
        office.require(enter(actor), Action.UNIT_ADD)


def add_unit(actor: Actor, name: str, service: ServiceKind, *, press: Press | None = None) -> UUID:
    """A new place where professionals work. Raises Hidden."""
    with transaction():
        here = enter(actor)
        office.require(here, Action.UNIT_ADD)

        def act() -> UUID:
            unit: UUID = Unit.create(municipality=here.municipality_id, name=name, service=service).id
            recording.audit(actor, Action.UNIT_ADD, unit, None)
            return unit

        return once(actor, press, act)


def rename_unit(actor: Actor, unit_id: UUID, name: str, *, press: Press | None = None) -> UUID:
    """Call a unit something else, everywhere at once. What sort of service it is stays: consents hang on that.

    Raises Hidden.
    """
    with transaction():
        here = enter(actor)
        office.require(here, Action.UNIT_RENAME)
        unit = office.find(office.units(here), Unit, unit_id)

        def act() -> UUID:
            unit.name = name
            unit.save()
            recording.audit(actor, Action.UNIT_RENAME, unit_id, None)
            return unit_id

        return once(actor, press, act)
