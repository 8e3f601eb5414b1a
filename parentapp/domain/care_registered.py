"""Registering, from «Hvem er med», that child welfare has care of a child, and that it has no longer."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import care, recording
from parentapp.domain.guardians import adding, tell_family
from parentapp.domain.people import Shown, ShownUnit, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import SeenPage, ServiceKind
from parentapp.errors import Hidden, Unknown
from parentapp.models import Account, CareWaiting, Unit

W, U = CareWaiting.alias("waits"), Unit.alias("of_care")


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


@dataclass(frozen=True)
class Waiting:
    """That a service has care, which a second professional has not confirmed yet."""

    id: UUID
    unit: ShownUnit
    since: date
    by: Shown
    how: str | None  # not for the family
    at: datetime


@dataclass(frozen=True)
class ToConfirm:
    log: LogFacts
    child: str
    waiting: Waiting


def begin(actor: Actor, log_id: UUID, unit: UUID, since: date, how: str, *, press: Press | None = None) -> UUID:
    """As `care.begin`. Raises likewise; Unknown for a unit that is not offered."""
    with transaction():
        _, log = adding(actor, log_id, Action.CARE_REGISTER)

        def act() -> UUID:
            if unit not in {each.id for each in _units(log)}:
                raise Unknown
            return care.begin(actor, log_id, unit, since=since, verified_how=how)

        return once(actor, press, act)


def beside_account(sight: Sight, log: LogFacts, query: Any) -> Any:
    """A query of the actor's account, with what waits of this log as they may know it: one at most."""
    there = visible.care_waiting(sight).where(CareWaiting.log == log.id).select(CareWaiting.id)
    columns = {"id": W.id, "unit": W.unit, "since": W.since, "by": W.registered_by, "at": W.at}
    columns |= {"how": W.verified_how_sealed, "service": U.service, "name": U.name}
    query = query.select_extend(*(column.alias(f"w_{name}") for name, column in columns.items()))
    query = query.join_from(Account, W, JOIN.LEFT_OUTER, on=W.id.in_(there))
    return query.join_from(W, U, JOIN.LEFT_OUTER, on=(W.unit == U.id))


def waiting(sight: Sight, log: LogFacts, row: Any) -> Waiting | None:
    """`row`: of such a query."""
    if row.w_id is None:
        return None
    by = shown_people(sight, log).get(row.w_by, Shown(row.w_by, None))
    unit = ShownUnit(row.w_unit, row.w_service, None if log.protected else row.w_name)
    sealed = CareWaiting(id=row.w_id, log=log.id, verified_how_sealed=row.w_how)
    return Waiting(row.w_id, unit, row.w_since, by, None if sight.is_family(log) else sealed.verified_how, row.w_at)


def to_confirm(actor: Actor, log_id: UUID, waiting_id: UUID) -> ToConfirm:
    """What the first one has registered, for a second one. Raises Hidden, Denied."""
    with transaction():
        sight, log, _ = care.confirming(actor, log_id, waiting_id)
        recording.seen(sight, log, SeenPage.PEOPLE)
        row = beside_account(sight, log, Account.select()).where(Account.id == actor.account_id).objects().get()
        found = waiting(sight, log, row)
        if found is None:
            raise Hidden
        return ToConfirm(log, log.child, found)


def confirm(actor: Actor, log_id: UUID, waiting_id: UUID, how: str, *, press: Press | None = None) -> UUID:
    """As `care.confirm`; the family is told. Raises likewise."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.visited(log_id)
        require(sight, Action.CARE_CONFIRM, log)

        def act() -> UUID:
            care.confirm(actor, log_id, waiting_id, how)
            tell_family(look(actor, log_id), log)
            return waiting_id

        return once(actor, press, act)


def take_back(actor: Actor, log_id: UUID, waiting_id: UUID, *, press: Press | None = None) -> UUID:
    """As `care.take_back`. Raises likewise."""
    with transaction():
        adding(actor, log_id, Action.CARE_REGISTER)

        def act() -> UUID:
            care.take_back(actor, log_id, waiting_id)
            return waiting_id

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
