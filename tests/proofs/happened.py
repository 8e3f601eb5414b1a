"""What has happened in a log, as the `oracle` is told it, and its own calendar."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from parentapp.enums import Kind, ServiceKind

Name = str  # of a person or a unit


@dataclass(frozen=True)
class Ages:
    """A row of the table."""

    service: ServiceKind
    valid_from: date
    heard: int
    co_signs: int
    alone: int


STRICTEST = Ages(ServiceKind.OPEN, date.min, heard=7, co_signs=15, alone=18)


@dataclass(frozen=True)
class Signing:
    """Somebody who signs, or a unit that has care, and on which days."""

    name: Name
    since: date
    until: date = date.max
    parental: bool = True  # by parental responsibility: not while a service has care
    known: datetime | None = None  # of care: when it was registered

    def on(self, day: date) -> bool:
        return self.since <= day <= self.until


@dataclass(frozen=True, eq=False)
class Question:
    name: str
    unit: Name | None  # None: about the log itself
    service: ServiceKind
    asked: datetime
    heard: bool  # the child's own view was noted


@dataclass(frozen=True)
class Said:
    question: str
    who: Name
    yes: bool
    at: datetime
    kinds: frozenset[Kind] = frozenset()
    until: date = date.max
    going_on: bool = False  # a no to going on, where a yes of theirs runs out


@dataclass(frozen=True, eq=False)
class History:
    """All that has happened; each list in the order in which it did. No two things happened at the same instant."""

    born: date
    young: Name = "young"
    pregnant: bool = False
    ages: tuple[Ages, ...] = ()
    guardians: tuple[Signing, ...] = ()
    care: tuple[Signing, ...] = ()
    questions: tuple[Question, ...] = ()
    said: tuple[Said, ...] = ()
    closed: datetime | None = None


def birthday(born: date, age: int) -> date:
    """When somebody born that day turns so many years; of 29 February in other years the 28th."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return date(born.year + age, 2, 28)


def day_of(instant: datetime) -> date:
    """The date in Oslo."""
    return instant.astimezone(ZoneInfo("Europe/Oslo")).date()


def midnight(day: date) -> datetime:
    """When that day begins in Oslo."""
    return datetime.combine(day, time(0), ZoneInfo("Europe/Oslo")).astimezone(UTC)
