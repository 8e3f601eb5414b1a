"""Before there is a log: through which unit somebody opens one, who works there, and whose yes it will take.

Nothing here is about any log that is there.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access.actor import Actor
from parentapp.access.ages import ADULT, ALWAYS_HEARD, AgeRow, age_on, chooses_guardians, row_for
from parentapp.access.facts import works_at
from parentapp.enums import ServiceKind
from parentapp.errors import Hidden
from parentapp.models import Account, AgePolicy, Employment, Unit


@dataclass(frozen=True)
class Workplace:
    """A unit in which the actor works today."""

    id: UUID
    municipality_id: UUID
    name: str
    service: ServiceKind


@dataclass(frozen=True)
class Needed:
    """Who is to answer whether there may be a log, and whether its opener's service may take part."""

    guardians: bool  # they can come in, and sign
    own: bool  # the young person, or the woman herself
    heard: bool  # the child is asked what it thinks


def workplaces(actor: Actor) -> list[Workplace]:
    """By name. Raises Hidden for somebody who works nowhere: nothing of this is there for them."""
    here = works_at(actor.account_id, actor.today, Unit.id)
    rows = Unit.select(Unit.id, Unit.municipality, Unit.name, Unit.service).where(here).order_by(Unit.name, Unit.id)
    found = [Workplace(*row) for row in rows.tuples()]
    if not found:
        raise Hidden
    return found


def workplace(actor: Actor, unit: UUID | None) -> Workplace:
    """One of these; without a unit the only one there is. Raises Hidden for any other."""
    found = workplaces(actor)
    if unit is None and len(found) == 1:
        return found[0]
    chosen = next((each for each in found if each.id == unit), None)
    if chosen is None:
        raise Hidden
    return chosen


def colleagues(actor: Actor, unit: UUID) -> Any:
    """The accounts, with their title, of the others who work in the unit today and can log in."""
    works = (Employment.account == Account.id) & (Employment.unit == unit)
    there = works_at(Account.id, actor.today, unit) & Account.disabled_at.is_null()
    columns = (Account, Employment.title.alias("title"))
    return Account.select(*columns).join(Employment, on=works).where(there & (Account.id != actor.account_id))


def needed(actor: Actor, here: Workplace, born: date, *, pregnant: bool) -> Needed:
    """By the ages of the day for having a log, and for that unit's service: whoever's yes either of them takes."""
    p, services, today = AgePolicy, (ServiceKind.OPEN, here.service), actor.today
    of_both = (p.municipality == here.municipality_id) & p.service.in_(services)
    rows = p.select(p.service, p.valid_from, p.heard, p.co_signs, p.alone).where(of_both).tuples()
    known, age = [AgeRow(*row) for row in rows], age_on(born, today)
    binding = [row_for(known, service, today) for service in services]
    own = pregnant or any(age >= min(row.co_signs, row.alone, ADULT) for row in binding)
    heard = not pregnant and any(min(row.heard, ALWAYS_HEARD) <= age < row.co_signs for row in binding)
    return Needed(not chooses_guardians(born, pregnant, today), own, heard)
