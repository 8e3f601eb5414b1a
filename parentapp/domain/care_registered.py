"""Registering, from «Hvem er med», that child welfare has care of a child, and that it has no longer."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import care, recording
from parentapp.domain.guardians import adding, tell_family
from parentapp.domain.people import ShownUnit
from parentapp.domain.pressing import Press, once
from parentapp.enums import SeenPage, ServiceKind
from parentapp.errors import Unknown
from parentapp.models import Unit


@dataclass(frozen=True)
class ToRegister:
    log: LogFacts
    child: str
    units: list[ShownUnit]  # of child welfare in the municipality: that they exist tells nothing of any log


def to_register(actor: Actor, log_id: UUID) -> ToRegister:
    """For an empty form. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, log = adding(actor, log_id, Action.CARE_REGISTER)
        recording.seen(sight, log, SeenPage.PEOPLE)
        return ToRegister(log, log.child, _units(log))


def begin(actor: Actor, log_id: UUID, unit: UUID, since: date, how: str, *, press: Press | None = None) -> UUID:
    """As `care.begin`; the family is told. Raises likewise; Unknown for a unit that is not offered."""
    with transaction():
        _, log = adding(actor, log_id, Action.CARE_REGISTER)

        def act() -> UUID:
            if unit not in {each.id for each in _units(log)}:
                raise Unknown
            care.begin(actor, log_id, unit, since=since, verified_how=how)
            tell_family(look(actor, log_id), log)
            return unit

        return once(actor, press, act)


def end(actor: Actor, log_id: UUID, *, press: Press | None = None) -> UUID:
    """As `care.end`; the family is told. Raises likewise."""
    with transaction():
        sight, log = adding(actor, log_id, Action.CARE_REGISTER)

        def act() -> UUID:
            care.end(actor, log_id)
            tell_family(sight, log)
            return log_id

        return once(actor, press, act)


def _units(log: LogFacts) -> list[ShownUnit]:
    here = (Unit.municipality == log.municipality_id) & (Unit.service == ServiceKind.CHILD_WELFARE)
    rows = Unit.select(Unit.id, Unit.service, Unit.name).where(here).order_by(Unit.name).tuples()
    return [ShownUnit(*row) for row in rows]
