"""Who could have to say yes about a child, and on which days: guardians, the young person, a service with care."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from parentapp.clock import local_date

NO_ACCOUNT = UUID(int=0)  # stands for a young person whose yes is needed and who cannot log in yet


@dataclass(frozen=True)
class Signer:
    """A guardian with a say, or a unit that has care; from and including `since`, until and including `until`."""

    id: UUID
    since: date
    until: date | None = None
    parent: bool = False  # by parental responsibility: does not sign while a service has care
    known: datetime | None = None  # when care was registered: what parents said before, on that day too, stands

    def signs_on(self, day: date) -> bool:
        return self.since <= day and (self.until is None or day <= self.until)


@dataclass(frozen=True)
class Family:
    """Who could have to say yes about this child."""

    born: date
    youth: UUID | None  # the young person's account, once there is one
    pregnant: bool
    guardians: tuple[Signer, ...]
    care: tuple[Signer, ...] = ()  # the units that have, or have had, care of the child

    @property
    def young(self) -> UUID:
        """Who answers for the young person: they alone. Without an account nobody can, and nothing starts."""
        return self.youth or NO_ACCOUNT

    def caring(self, day: date) -> frozenset[UUID]:
        """The unit that has care on that day; else none."""
        return frozenset(each.id for each in self.care if each.signs_on(day))

    def adults(self, day: date) -> frozenset[UUID]:
        """Who signs for the child on that day: the guardians; with care, the unit in place of the parents."""
        guardians = frozenset(each.id for each in self.guardians if each.signs_on(day))
        return (guardians | self.caring(day)) - self.replaced(day)

    def replaced(self, day: date) -> frozenset[UUID]:
        """The parents who do not sign on that day because a service has care. A no of theirs counts once they do."""
        parents = (each.id for each in self.guardians if each.parent and each.signs_on(day))
        return frozenset(parents) if self.caring(day) else frozenset()

    def unheard(self, at: datetime) -> frozenset[UUID]:
        """The parents whose answer at that instant does not count, because a service was known to have care."""
        day = local_date(at)
        known = any(each.signs_on(day) and (each.known is None or each.known <= at) for each in self.care)
        return self.replaced(day) if known else frozenset()
