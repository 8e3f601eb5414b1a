"""«Enheten min»: how many and how long, for whoever leads a unit. Shows nothing of any log, and so writes no line."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import directory
from parentapp.domain.promise import answer_by
from parentapp.errors import Hidden


@dataclass(frozen=True)
class Waiting:
    """So many messages, or families, have waited for so many days."""

    count: int
    days: int


@dataclass(frozen=True)
class UnitNumbers:
    name: str
    logs: int
    without_holder: int
    to_find: int
    asked: int
    resting: int
    overdue: int
    waiting: tuple[Waiting, ...]  # the longest first


@dataclass(frozen=True)
class UnitPage:
    units: tuple[UnitNumbers, ...]
    requests: int  # for another contact person, not answered yet
    wishes: tuple[Waiting, ...]  # families that ask for a log, whom nobody was handed; the longest first
    to_check: int  # units whose words in the service directory are to be checked

    @property
    def asking(self) -> int:
        """How many families wait."""
        return sum(each.count for each in self.wishes)

    @property
    def to_find(self) -> int:
        """In how many logs somebody must take over."""
        return sum(each.to_find for each in self.units)


def unit(actor: Actor) -> UnitPage:
    """The numbers of each unit the actor leads. Raises Hidden for somebody who leads none."""
    with transaction():
        counts = visible.counts(actor, lambda promised, days: answer_by(promised, days) < actor.today)
        if not counts:
            raise Hidden
        numbers = tuple(_numbers(actor, each) for each in counts)
        wishes = _by_age([local_date(since) for since in visible.waiting_wishes(actor)], actor.today)
        return UnitPage(numbers, visible.waiting_requests(actor), wishes, directory.to_check(actor))


def _numbers(actor: Actor, found: visible.Counts) -> UnitNumbers:
    return UnitNumbers(
        name=found.name,
        logs=found.logs,
        without_holder=found.without_holder,
        to_find=found.to_find,
        asked=found.asked,
        resting=found.resting,
        overdue=found.overdue,
        waiting=_by_age([local_date(since) for since in found.waiting], actor.today),
    )


def _by_age(since: list[date], today: date) -> tuple[Waiting, ...]:
    ages = Counter((today - day).days for day in since)
    return tuple(Waiting(count, days) for days, count in sorted(ages.items(), reverse=True))
