"""«Now» is aware and can be set only among invented people; a date is always Oslo's."""

from datetime import UTC, date, datetime, timedelta, timezone
from threading import Thread

import pytest

from parentapp import clock

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def settable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "_settable", True)


def test_now_is_aware_and_moves() -> None:
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().utcoffset() == timedelta(0)
    assert clock.today() == clock.local_date(clock.now())


def test_it_can_be_set_within_a_block() -> None:
    with clock.at(NOON):
        assert clock.now() == NOON
        with clock.at(NOON + timedelta(days=1)):
            assert clock.today() == date(2026, 3, 3)
        assert clock.now() == NOON
    assert clock.now() != NOON


def test_it_is_set_back_after_an_error() -> None:
    with pytest.raises(ZeroDivisionError), clock.at(NOON):
        _ = 1 / 0
    assert clock.now() != NOON


def test_an_instant_of_another_zone_is_told_in_utc() -> None:
    with clock.at(datetime(2026, 3, 2, 15, tzinfo=timezone(timedelta(hours=3)))):
        assert clock.now() == NOON
        assert clock.now().tzinfo is UTC


def test_it_is_not_set_for_others() -> None:
    seen = []
    with clock.at(NOON):
        other = Thread(target=lambda: seen.append(clock.now()))
        other.start()
        other.join()
    assert seen[0] != NOON


def test_it_cannot_be_set_in_production() -> None:
    clock.allow_setting(False)
    with pytest.raises(RuntimeError, match="only in the demo and in tests"), clock.at(NOON):
        pass
    clock.allow_setting(True)
    with clock.at(NOON):
        assert clock.now() == NOON


def test_a_naive_instant_is_refused() -> None:
    naive = NOON.replace(tzinfo=None)
    with pytest.raises(ValueError, match="time zone"), clock.at(naive):
        pass
    with pytest.raises(ValueError, match="time zone"):
        clock.local_date(naive)


@pytest.mark.parametrize(
    ("instant", "day"),
    [
        ("2026-01-15T22:59:59", "2026-01-15"),  # winter: one hour ahead
        ("2026-01-15T23:00:00", "2026-01-16"),
        ("2026-07-15T21:59:59", "2026-07-15"),  # summer: two hours ahead
        ("2026-07-15T22:00:00", "2026-07-16"),
        ("2026-03-28T22:59:59", "2026-03-28"),  # the last midnight of winter
        ("2026-03-28T23:00:00", "2026-03-29"),
        ("2026-03-29T00:59:59", "2026-03-29"),  # clocks go forward
        ("2026-03-29T01:00:00", "2026-03-29"),
        ("2026-03-29T21:59:59", "2026-03-29"),  # a day of 23 hours
        ("2026-03-29T22:00:00", "2026-03-30"),
        ("2026-10-24T22:00:00", "2026-10-25"),  # the last midnight of summer
        ("2026-10-25T22:59:59", "2026-10-25"),  # a day of 25 hours
        ("2026-10-25T23:00:00", "2026-10-26"),
        ("2026-12-31T23:00:00", "2027-01-01"),
    ],
)
def test_the_date_is_that_of_oslo(instant: str, day: str) -> None:
    moment = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert clock.local_date(moment) == date.fromisoformat(day)
    with clock.at(moment):
        assert clock.today() == date.fromisoformat(day)
