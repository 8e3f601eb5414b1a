"""The municipality's register of interpreters and translators. Being in it gives no sight of anything."""

from dataclasses import dataclass
from uuid import UUID

from parentapp.access import office
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.office import enter
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.newcomers import Login, Newcomer, chosen
from parentapp.domain.pressing import Press, once
from parentapp.domain.staff import Known, known
from parentapp.enums import Relation
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Qualification

THERE_ALREADY = N_("Personen er alt registrert for dette språket.")


@dataclass(frozen=True)
class Registration:
    """What somebody is registered for."""

    role: Relation  # interpreter or translator
    locale: str
    level: str  # «statsautorisert tolk»
    agency: str


@dataclass(frozen=True)
class Registered:
    name: str
    told: Registration


@dataclass(frozen=True)
class RegisterPage:
    registered: list[Registered]
    others: list[Known]  # who may be registered for something more


def register_page(actor: Actor) -> RegisterPage:
    """Everybody in the register, by name. Raises Hidden."""
    with transaction():
        here = enter(actor)
        office.require(here, Action.MUNICIPALITY_SEE)
        rows = [
            Registered(row.account.name, Registration(row.role, row.locale, row.level, row.agency))
            for row in office.qualifications(here)
        ]
        rows.sort(key=lambda each: (each.name, each.told.role.value, each.told.locale))
        return RegisterPage(rows, known(here))


def register(
    actor: Actor, who: Newcomer | UUID, told: Registration, *, press: Press | None = None
) -> tuple[UUID, Login | None]:
    """Register somebody for one language. For somebody new, the first time only, what they log in with.

    Raises Hidden; Conflict for oneself, and for what somebody is registered for already.
    """
    made: list[Login] = []
    with transaction():
        here = enter(actor)
        office.require(here, Action.QUALIFICATION_ADD)

        def act() -> UUID:
            account = chosen(here, who, made)
            mine = {"account": account, "role": told.role, "locale": told.locale}
            if Qualification.get_or_none(**mine) is not None:
                raise Conflict(THERE_ALREADY)
            row = Qualification.create(level=told.level, agency=told.agency, **mine)
            recording.audit(actor, Action.QUALIFICATION_ADD, row.id, None)
            registered: UUID = row.id
            return registered

        return once(actor, press, act), next(iter(made), None)
