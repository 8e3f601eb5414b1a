"""What the demo has built so far, by name, and who acts at which moment. Everything is done through the domain."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from uuid import UUID

import holidays

from parentapp import clock
from parentapp.access.actor import Actor
from parentapp.demo.people import EVERYBODY

SCHOOLS = ("school", "sordal_school")
SUMMER = ((6, 20), (8, 17))
CHRISTMAS = (12, 21)  # until New Year


@dataclass(frozen=True)
class Stage:
    """Names to ids. `now` is the moment that all history leads up to.

    Requests, entries, conversations and translations are named after their log: `sofia.school`, `sofia.goal`,
    `sofia.oksana`, `amina.goal`.
    """

    now: datetime
    municipalities: dict[str, UUID] = field(default_factory=dict)
    units: dict[str, UUID] = field(default_factory=dict)
    accounts: dict[str, UUID] = field(default_factory=dict)
    logs: dict[str, UUID] = field(default_factory=dict)
    requests: dict[str, UUID] = field(default_factory=dict)
    entries: dict[str, UUID] = field(default_factory=dict)
    conversations: dict[str, UUID] = field(default_factory=dict)
    meetings: dict[str, UUID] = field(default_factory=dict)
    invitations: dict[str, UUID] = field(default_factory=dict)  # `sofia.meeting.oksana`
    rather_nots: dict[str, UUID] = field(default_factory=dict)  # `amina.meeting.amina`, by who said it
    handovers: dict[str, UUID] = field(default_factory=dict)  # `ella.handover`
    freezes: dict[str, UUID] = field(default_factory=dict)  # none in the demo; tests put one there
    closings: dict[str, UUID] = field(default_factory=dict)  # `elias.closing`
    assignments: dict[str, UUID] = field(default_factory=dict)  # of interpreters: `sofia.halyna`
    translations: dict[str, UUID] = field(default_factory=dict)
    contact_requests: dict[str, UUID] = field(default_factory=dict)  # `amina.yusuf`, by who asked

    @property
    def today(self) -> date:
        return clock.local_date(self.now)

    def actor(self, username: str, locale: str | None = None) -> Actor:
        """That person, at the clock's moment."""
        return Actor(self.accounts[username], clock.now(), locale or EVERYBODY[username].locale)

    def day(self, days_ago: int) -> date:
        return self.today - timedelta(days=days_ago)

    def born(self, years: int, days: int) -> date:
        """The birthday of somebody who turned so many years so many days ago."""
        turned = self.day(days)
        if (turned.month, turned.day) == (2, 29):
            turned -= timedelta(days=1)
        return turned.replace(year=turned.year - years)

    def moment(self, days_ago: int, at: str) -> datetime:
        """That day at that time in Oslo (`14.20`), and always before now."""
        return _before(self.now, _instant(self.day(days_ago), at))

    def is_there(self, username: str, days_ago: int) -> bool:
        """Whether that person does their part that day: professionals on working days, teachers in school terms."""
        unit, day = EVERYBODY[username].unit, self.day(days_ago)
        return unit is None or (works(day) and (unit not in SCHOOLS or in_term(day)))

    def working_moment(self, days_ago: int, at: str) -> datetime:
        """The same on that working day, or else on the next one that has been, or else on the last."""
        day = self.day(days_ago)
        forward = next(each for each in _days(day, 1) if works(each))
        backward = next(each for each in _days(day, -1) if works(each))
        chosen = forward if _instant(forward, at) < self.now else backward
        return _before(self.now, _instant(chosen, at))


def in_term(day: date) -> bool:
    """Whether there is school: not in summer, not around Christmas."""
    return not (SUMMER[0] <= (day.month, day.day) <= SUMMER[1]) and (day.month, day.day) < CHRISTMAS


def works(day: date) -> bool:
    """Whether professionals are at work."""
    return day.weekday() < 5 and day not in _free(day.year)


@cache
def _free(year: int) -> holidays.HolidayBase:
    return holidays.country_holidays("NO", years=year)


def _days(first: date, step: int) -> list[date]:
    return [first + timedelta(days=step * count) for count in range(12)]


def _instant(day: date, at: str) -> datetime:
    hour, minute = at.split(".")
    return datetime.combine(day, time(int(hour), int(minute)), clock.OSLO)


def _before(now: datetime, instant: datetime) -> datetime:
    return min(instant, now - timedelta(minutes=2))
