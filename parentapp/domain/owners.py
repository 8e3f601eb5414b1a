"""Who can answer for a measure: the family, and those who take part for a service that sees the plan."""

from dataclasses import dataclass
from uuid import UUID

from parentapp.access import names
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.domain import recording
from parentapp.domain.people import Shown, shown_people
from parentapp.enums import FAMILY, Relation

AT_WORK = frozenset({Relation.HOLDER, Relation.DEPUTY, Relation.PARTICIPANT})


@dataclass(frozen=True)
class Owner:
    """Somebody who can answer for a measure; professionals through a unit."""

    person: Shown
    unit_id: UUID | None

    @property
    def key(self) -> str:
        """As in a form."""
        return f"{self.person.account_id}{f'.{self.unit_id}' if self.unit_id else ''}"


def owners(sight: Sight, log: LogFacts) -> list[Owner]:
    """Those of them whom the actor may be told of, by name."""
    people, covered = shown_people(sight, log), sight.covered(log)
    found = []
    for each in recording.belonging(sight, log):
        family = each.relation in FAMILY
        works = each.relation in AT_WORK and each.unit_id in covered
        if (family or works) and names.may_name(sight, log, each.account_id, each.unit_id):
            found.append(Owner(people[each.account_id], each.unit_id))
    return sorted({owner.key: owner for owner in found}.values(), key=lambda owner: owner.person.name or "")
