"""The one source of «now». Can be set only where all people are invented: in the demo and in tests."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

OSLO = ZoneInfo("Europe/Oslo")

_settable = False
_set_to: ContextVar[datetime | None] = ContextVar("set_to", default=None)


def allow_setting(allowed: bool) -> None:
    """Called once at start with the settings' word on it."""
    global _settable  # noqa: PLW0603 - one process, one clock
    _settable = allowed


def now() -> datetime:
    """The present instant, aware, in UTC."""
    return _set_to.get() or datetime.now(UTC)


def today() -> date:
    """The present date in Oslo."""
    return local_date(now())


def local_date(instant: datetime) -> date:
    """The date in Oslo at an aware instant. Raises ValueError for a naive one."""
    return _aware(instant).astimezone(OSLO).date()


def oslo_instant(day: date, at: time) -> datetime | None:
    """That time of that day in Oslo; None where the clocks skip it. Of an hour that comes twice, the first."""
    instant = datetime.combine(day, at, OSLO).astimezone(UTC)
    there = instant.astimezone(OSLO)
    return instant if (there.date(), there.time()) == (day, at) else None


def end_of_day(instant: datetime) -> datetime:
    """Midnight in Oslo after that instant."""
    return midnight_after(local_date(instant))


def midnight_after(day: date) -> datetime:
    """When that day in Oslo is over."""
    return datetime.combine(day + timedelta(days=1), time.min, OSLO).astimezone(UTC)


@contextmanager
def at(instant: datetime) -> Iterator[None]:
    """Let it be `instant` inside the block. Raises RuntimeError in production, ValueError if naive."""
    if not _settable:
        raise RuntimeError("The clock can be set only in the demo and in tests.")
    token = _set_to.set(_aware(instant).astimezone(UTC))
    try:
        yield
    finally:
        _set_to.reset(token)


def _aware(instant: datetime) -> datetime:
    """Python would take a naive instant for the server's local time, silently."""
    if instant.tzinfo is None:
        raise ValueError("an instant must say its time zone")
    return instant
