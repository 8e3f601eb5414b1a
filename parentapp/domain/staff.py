"""Who works where: adding somebody to a unit, who leads it, and when somebody stops. No family's account is shown."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from parentapp.access import office
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.office import Office, enter
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.administration import UnitShown, shown_unit
from parentapp.domain.newcomers import Login, Newcomer, chosen
from parentapp.domain.pressing import Press, once
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Account, Employment, Unit

WORKS_HERE = N_("Personen jobber alt i denne enheten.")
ENDED_BEFORE = N_("Personen har sluttet i denne enheten.")
BEFORE_TODAY = N_("Velg i dag eller en dag som kommer. Skal det være slutt nå, velger du «Med en gang».")


@dataclass(frozen=True)
class Work:
    """One person's time in one unit."""

    id: UUID
    account_id: UUID
    name: str
    title: str
    since: date
    until: date | None  # the last day
    leads: bool
    over: bool
    me: bool


@dataclass(frozen=True)
class Known:
    """Somebody who may be given work."""

    account_id: UUID
    name: str


@dataclass(frozen=True)
class UnitPage:
    unit: UnitShown
    working: list[Work]  # now, or from a coming day
    stopped: list[Work]
    others: list[Known]  # who may be added here


@dataclass(frozen=True)
class WorkPage:
    unit: UnitShown
    work: Work


def unit_page(actor: Actor, unit_id: UUID) -> UnitPage:
    """Who works in a unit. Raises Hidden."""
    with transaction():
        here = enter(actor)
        office.require(here, Action.MUNICIPALITY_SEE)
        unit = office.find(office.units(here), Unit, unit_id)
        rows = office.employments(here).where(Employment.unit == unit_id)
        found = sorted((_work(here, row) for row in rows), key=lambda work: (not work.leads, work.name, work.since))
        working = [work for work in found if not work.over]
        stopped = [work for work in found if work.over and work.until and work.until >= work.since]
        taken = {work.account_id for work in working}
        others = [each for each in known(here) if each.account_id not in taken]
        return UnitPage(shown_unit(unit, len(taken)), working, stopped, others)


def work_page(actor: Actor, employment_id: UUID) -> WorkPage:
    """One person's time in one unit. Raises Hidden."""
    with transaction():
        here = enter(actor)
        office.require(here, Action.MUNICIPALITY_SEE)
        row = office.find(office.employments(here), Employment, employment_id)
        return WorkPage(shown_unit(row.unit), _work(here, row))


def known(here: Office) -> list[Known]:
    """Those the administrator may choose among, by name: never themselves."""
    rows = office.people(here).where(Account.id != here.actor.account_id)
    return sorted((Known(row.id, row.name) for row in rows), key=lambda each: (each.name, str(each.account_id)))


def _work(here: Office, row: Any) -> Work:
    over = row.until is not None and row.until < here.actor.today
    me = row.account_id == here.actor.account_id
    return Work(row.id, row.account_id, row.account.name, row.title, row.since, row.until, row.leads, over, me)


def employ(
    actor: Actor,
    unit_id: UUID,
    who: Newcomer | UUID,
    title: str,
    since: date,
    *,
    leads: bool = False,
    press: Press | None = None,
) -> tuple[UUID, Login | None]:
    """Let somebody work in a unit. It gives no sight of any log: there they are added by a contact person.

    Returns the employment, and for somebody new, the first time only, what they log in with.
    Raises Hidden; Conflict for oneself, and for somebody who works there already.
    """
    made: list[Login] = []
    with transaction():
        here = enter(actor)
        office.require(here, Action.EMPLOYMENT_ADD)
        office.find(office.units(here), Unit, unit_id)

        def act() -> UUID:
            account = chosen(here, who, made)
            if _works_in(here, account, unit_id):
                raise Conflict(WORKS_HERE)
            row = Employment.create(account=account, unit=unit_id, title=title, since=since, leads=leads)
            recording.audit(actor, Action.EMPLOYMENT_ADD, row.id, None)
            employment: UUID = row.id
            return employment

        return once(actor, press, act), next(iter(made), None)


def _works_in(here: Office, account: UUID, unit_id: UUID) -> bool:
    going_on = Employment.until.is_null() | (Employment.until >= here.actor.today)
    mine = (Employment.account == account) & (Employment.unit == unit_id)
    return bool(office.employments(here).where(mine & going_on).exists())


def end(actor: Actor, employment_id: UUID, last_day: date | None = None, *, press: Press | None = None) -> UUID:
    """Somebody stops in a unit: after that day, or (None) at once. What they saw through it they see no longer then.

    Raises Hidden; Conflict for oneself, a day that is past, and one who has stopped.
    """
    with transaction():
        here = enter(actor)
        office.require(here, Action.EMPLOYMENT_END)
        row = _theirs(here, employment_id)

        def act() -> UUID:
            _require_going_on(here, row)
            if last_day is not None and last_day < actor.today:
                raise Conflict(BEFORE_TODAY)
            row.until = last_day or actor.today - timedelta(days=1)
            row.save()
            recording.audit(actor, Action.EMPLOYMENT_END, employment_id, None)
            return employment_id

        return once(actor, press, act)


def set_leading(actor: Actor, employment_id: UUID, *, leads: bool, press: Press | None = None) -> UUID:
    """Somebody leads the unit they work in from now on, or does so no longer.

    Raises Hidden; Conflict for oneself, and for one who has stopped.
    """
    action = Action.LEADER_NAME if leads else Action.LEADER_END
    with transaction():
        here = enter(actor)
        office.require(here, action)
        row = _theirs(here, employment_id)

        def act() -> UUID:
            _require_going_on(here, row)
            row.leads = leads
            row.save()
            recording.audit(actor, action, employment_id, None)
            return employment_id

        return once(actor, press, act)


def _theirs(here: Office, employment_id: UUID) -> Any:
    row = office.find(office.employments(here), Employment, employment_id)
    office.require_somebody_else(here, row.account_id)
    return row


def _require_going_on(here: Office, row: Any) -> None:
    if row.until is not None and row.until < here.actor.today:
        raise Conflict(ENDED_BEFORE)
