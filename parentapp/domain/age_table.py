"""The municipality's dated table of ages: what holds today, where a row is missing, and adding a coming row.

Rows are only ever added: a request is bound by the row of the day it was asked.
"""

from dataclasses import dataclass
from uuid import UUID

from peewee import IntegrityError

from parentapp.access import office
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.ages import STRICTEST, AgeRow
from parentapp.access.office import Office, enter
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.pressing import Press, once
from parentapp.enums import ServiceKind
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import AgePolicy

THERE_ALREADY = N_("Det finnes alt en rad for denne tjenesten fra den dagen. Rader kan ikke endres. Velg en annen dag.")
TOO_SOON = N_("Velg en dag fra i morgen av.")


@dataclass(frozen=True)
class AgesOfService:
    """What holds for one kind of service."""

    service: ServiceKind
    today: AgeRow  # the strictest reading where there is a gap
    gap: bool
    coming: tuple[AgeRow, ...]


def ages_of(here: Office) -> list[AgesOfService]:
    """For every kind of service, in one query."""
    day = here.actor.today
    rows = [
        AgeRow(row.service, row.valid_from, row.heard, row.co_signs, row.alone)
        for row in office.age_rows(here).order_by(AgePolicy.valid_from)
    ]
    found = []
    for service in ServiceKind:
        mine = [row for row in rows if row.service is service]
        holding = [row for row in mine if row.valid_from <= day]
        coming = tuple(row for row in mine if row.valid_from > day)
        found.append(AgesOfService(service, holding[-1] if holding else STRICTEST, not holding, coming))
    return found


def ages(actor: Actor) -> list[AgesOfService]:
    """The table. Raises Hidden for everybody but an administrator."""
    with transaction():
        here = enter(actor)
        office.require(here, Action.MUNICIPALITY_SEE)
        return ages_of(here)


def may_add(actor: Actor, row: AgeRow) -> None:
    """Raises Hidden; Conflict for a day that is past or has a row."""
    with transaction():
        here = enter(actor)
        office.require(here, Action.AGE_ROW_ADD)
        _require_free(here, row)


def add_row(actor: Actor, row: AgeRow, *, press: Press | None = None) -> UUID:
    """A row from today or a coming day. It binds new questions and renewals; it is never changed or taken away.

    Raises Hidden; Conflict for a day that is past or has a row.
    """
    with transaction():
        here = enter(actor)
        office.require(here, Action.AGE_ROW_ADD)

        def act() -> UUID:
            _require_free(here, row)
            told = {"service": row.service, "valid_from": row.valid_from}
            ages = {"heard": row.heard, "co_signs": row.co_signs, "alone": row.alone}
            try:
                made: UUID = AgePolicy.create(municipality=here.municipality_id, **told, **ages).id
            except IntegrityError:  # at this very moment
                raise Conflict(THERE_ALREADY) from None
            recording.audit(actor, Action.AGE_ROW_ADD, made, None)
            return made

        return once(actor, press, act)


def _require_free(here: Office, row: AgeRow) -> None:
    if row.valid_from <= here.actor.today:  # what was answered earlier today must not become enough by it
        raise Conflict(TOO_SOON)
    same = (AgePolicy.service == row.service) & (AgePolicy.valid_from == row.valid_from)
    if office.age_rows(here).where(same).exists():
        raise Conflict(THERE_ALREADY)
