"""What a municipality's administrator may do and see: units, staff, ages, languages. Nothing of it is about a log.

So it has its own short table beside `policy`. Everybody else gets `Hidden`: for them none of it exists. What a
unit says about itself in the service directory its leader changes too: of which unit, `directory.kept` says.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import SqliteDatabase, fn

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.leading import led
from parentapp.db import database
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Account, AgePolicy, AuditLine, Employment, Municipality, Qualification, Unit

ONESELF = N_("Du kan ikke gi deg selv tilgang. Be en annen administrator om det.")


@dataclass(frozen=True)
class Office:
    """Who administers which municipality; None for somebody who administers none."""

    actor: Actor
    municipality_id: UUID | None


Rule = Callable[[Office], bool]


def enter(actor: Actor) -> Office:
    """The actor's office, one query. The municipality is held until the transaction ends: two presses take turns."""
    mine = Account.select(Account.administers).where((Account.id == actor.account_id) & Account.disabled_at.is_null())
    query = Municipality.select(Municipality.id).where(Municipality.id == mine)
    if not isinstance(database.obj, SqliteDatabase):
        query = query.for_update("FOR NO KEY UPDATE")  # rows that point here can still be added meanwhile
    found = query.tuples().first()
    return Office(actor, found[0] if found else None)


def administers(office: Office) -> bool:
    """Is the administrator of a municipality, by their own account."""
    return office.municipality_id is not None


def leads(office: Office) -> bool:
    """Leads a unit today."""
    return bool(led(office.actor))


POLICY: dict[Action, tuple[Rule, ...]] = {
    Action.MUNICIPALITY_SEE: (administers,),
    Action.PROMISE_SET: (administers,),
    Action.UNIT_ADD: (administers,),
    Action.UNIT_RENAME: (administers,),
    Action.ACCOUNT_ADD: (administers,),
    Action.EMPLOYMENT_ADD: (administers,),
    Action.EMPLOYMENT_END: (administers,),
    Action.LEADER_NAME: (administers,),
    Action.LEADER_END: (administers,),
    Action.SERVICE_DESCRIBE: (administers, leads),
    Action.SERVICE_CHECK: (administers, leads),
    Action.AGE_ROW_ADD: (administers,),
    Action.QUALIFICATION_ADD: (administers,),
}


def require(office: Office, action: Action) -> None:
    """Raises Hidden where no rule lets the actor."""
    if not any(rule(office) for rule in POLICY.get(action, ())):
        raise Hidden


def require_somebody_else(office: Office, account_id: UUID) -> None:
    """An administrator gives nothing to themselves. Raises Conflict."""
    if account_id == office.actor.account_id:
        raise Conflict(ONESELF)


def units(office: Office) -> Any:
    """The units of the municipality."""
    return Unit.select().where(Unit.municipality == office.municipality_id)


def employments(office: Office) -> Any:
    """Who works, worked or will work in these units. Joined with the person and the unit."""
    here = Unit.municipality == office.municipality_id
    return Employment.select(Employment, Account, Unit).join(Account).switch(Employment).join(Unit).where(here)


def qualifications(office: Office) -> Any:
    """Interpreters and translators registered by the municipality. Joined with the person."""
    here = Account.municipality == office.municipality_id
    return Qualification.select(Qualification, Account).join(Account).where(here)


def people(office: Office) -> Any:
    """Accounts that work or worked in these units, or are registered to interpret or translate.

    No others: a list of accounts would tell which families have a log.
    """
    works = Employment.select(Employment.id).where(
        (Employment.account == Account.id) & Employment.unit.in_(units(office).select(Unit.id))
    )
    registered = Qualification.select(Qualification.id).where(Qualification.account == Account.id)
    here = (Account.municipality == office.municipality_id) & Account.disabled_at.is_null()
    return Account.select().where(here & (fn.EXISTS(works) | fn.EXISTS(registered)))


def age_rows(office: Office) -> Any:
    """The municipality's table of ages."""
    return AgePolicy.select().where(AgePolicy.municipality == office.municipality_id)


def changes(office: Office) -> Any:
    """What was changed in this office, never what happened in a log. Joined with who did it."""
    ours = AuditLine.action.in_([action.value for action in POLICY]) & AuditLine.log.is_null()
    here = Account.municipality == office.municipality_id
    return AuditLine.select(AuditLine, Account).join(Account).where(ours & here)


def own_changes(actor: Actor) -> Any:
    """Of these, what the actor has changed themselves, as long as they administer it."""
    mine = Account.select(Account.id).where((Account.id == actor.account_id) & Account.administers.is_null(False))
    ours = AuditLine.action.in_([action.value for action in POLICY]) & AuditLine.log.is_null()
    return AuditLine.select().where(ours & AuditLine.account.in_(mine))


def find(rows: Any, model: Any, row_id: UUID) -> Any:
    """One of these rows. Raises Hidden for any other."""
    row = rows.where(model.id == row_id).get_or_none()
    if row is None:
        raise Hidden
    return row
