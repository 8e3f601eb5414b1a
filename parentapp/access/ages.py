"""Ages, and the dated table that says who must say yes. The ages themselves are rows a municipality confirms."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from parentapp.enums import ServiceKind

ADULT = 18
ALWAYS_HEARD = 7  # a child of this age is always asked, whatever the table says
OWN_SAY = 15  # from then on the young person keeps entries private, and sees what guardians have read
WISH_COUNTS = 12  # from then on health staff may agree with a child that something is not told to the guardians
AHEAD = timedelta(days=90)  # before a birthday that changes something, the young person is told
STAY_OR_NOT = (OWN_SAY, ADULT)  # birthdays on which the young person is asked who around them is to stay
CHOOSES_GUARDIANS = 16  # from then on nobody becomes a guardian without the young person's yes
HEALTH_IS_ONES_OWN = 16  # from then on guardians see health information only if the youth shares it


def chooses_guardians(born: date, pregnant: bool, day: date) -> bool:
    """Whether nobody becomes a guardian without the young person's yes: from 16, and in a pregnancy."""
    return pregnant or age_on(born, day) >= CHOOSES_GUARDIANS


def guardians_are_out(born: date, day: date) -> bool:
    """From 18 the person alone decides, and no guardian sees the log by being one."""
    return age_on(born, day) >= ADULT


@dataclass(frozen=True)
class AgeRow:
    """From `valid_from`, for this kind of service: years of age for being heard, co-signing, deciding alone."""

    service: ServiceKind
    valid_from: date
    heard: int
    co_signs: int
    alone: int


STRICTEST = AgeRow(ServiceKind.OPEN, date.min, heard=7, co_signs=15, alone=ADULT)


def birthday(born: date, years: int) -> date:
    """The day somebody turns `years`. Born on 29 February: 28 February in other years."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 2, 28)


def age_on(born: date, day: date) -> int:
    """Whole years."""
    years = day.year - born.year
    return years if birthday(born, years) <= day else years - 1


def asked_who_stays(born: date, day: date) -> date | None:
    """The latest birthday, by that day, on which the young person is asked which network persons are to stay."""
    return max((turned for age in STAY_OR_NOT if (turned := birthday(born, age)) <= day), default=None)


def signs_soon(born: date, row: AgeRow, day: date) -> bool:
    """Whether the birthday that makes the young person's own yes needed comes within 90 days: they are told then."""
    first = birthday(born, min(row.co_signs, row.alone, ADULT))
    return first - AHEAD <= day < first


def row_for(rows: Iterable[AgeRow], service: ServiceKind, day: date) -> AgeRow:
    """The row that holds on that day; without one, the strictest reading."""
    holding = [row for row in rows if row.service is service and row.valid_from <= day]
    return max(holding, key=lambda row: row.valid_from, default=STRICTEST)


def binding_row(bound: AgeRow, now: AgeRow) -> AgeRow:
    """What binds a request that `bound` bound until now; the row of now binds at once only where the youth gains."""
    if now.co_signs < bound.co_signs:
        return AgeRow(now.service, now.valid_from, bound.heard, now.co_signs, max(bound.alone, now.co_signs))
    return bound


def strictest_of(one: AgeRow, other: AgeRow) -> AgeRow:
    """As a row: whoever's yes is needed by either of them."""
    ages = min(one.heard, other.heard), min(one.co_signs, other.co_signs), max(one.alone, other.alone)
    return AgeRow(one.service, max(one.valid_from, other.valid_from), *ages)
