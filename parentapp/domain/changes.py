"""«Hva er endret»: the latest changes in the administrator's office, who made them and when. Nothing of any log."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from parentapp.access import office
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.office import Office, enter
from parentapp.db import transaction
from parentapp.enums import Relation, ServiceKind
from parentapp.models import Account, AgePolicy, AuditLine, Employment, Qualification, Unit

LATEST = 50


@dataclass(frozen=True)
class Thing:
    """What was changed, as it stands today. What does not belong to it is None."""

    name: str | None = None  # of a person, or of a unit
    unit: str | None = None
    service: ServiceKind | None = None
    day: date | None = None
    role: Relation | None = None
    locale: str | None = None


@dataclass(frozen=True)
class Change:
    action: Action
    thing: Thing
    who: str
    at: datetime


def changes(actor: Actor) -> list[Change]:
    """The latest, the newest first: a query for each sort of thing, however many there are. Raises Hidden."""
    with transaction():
        here = enter(actor)
        office.require(here, Action.MUNICIPALITY_SEE)
        lines = list(office.changes(here).order_by(AuditLine.at.desc(), AuditLine.id).limit(LATEST))
        things = _things(here, [line.thing for line in lines])
        return [_change(line, things) for line in lines]


def _change(line: Any, things: dict[UUID, Thing]) -> Change:
    return Change(Action(line.action), things.get(line.thing, Thing()), line.account.name, line.at)


def _things(here: Office, ids: list[UUID]) -> dict[UUID, Thing]:
    units = _rows(office.units(here), Unit, ids)
    people = _rows(office.people(here), Account, ids)
    works = _rows(office.employments(here), Employment, ids)
    rows = _rows(office.age_rows(here), AgePolicy, ids)
    registered = _rows(office.qualifications(here), Qualification, ids)
    return {
        **{row.id: Thing(unit=row.name, service=row.service) for row in units},
        **{row.id: Thing(name=row.name) for row in people},
        **{row.id: Thing(name=row.account.name, unit=row.unit.name) for row in works},
        **{row.id: Thing(service=row.service, day=row.valid_from) for row in rows},
        **{row.id: Thing(name=row.account.name, role=row.role, locale=row.locale) for row in registered},
    }


def _rows(rows: Any, model: Any, ids: list[UUID]) -> Iterable[Any]:
    found: Iterable[Any] = rows.where(model.id.in_(ids))
    return found
