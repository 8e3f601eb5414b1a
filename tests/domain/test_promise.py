"""When an answer is promised: working days by the Norwegian calendar; and a date once shown stands."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from parentapp.clock import at
from parentapp.domain import absences, conversations
from parentapp.domain.promise import answer_by
from parentapp.models import Municipality
from tests.cast import Cast


@pytest.mark.parametrize(
    ("asked", "days", "by"),
    [
        (date(2026, 3, 10), 1, date(2026, 3, 11)),  # day 1 is the working day after
        (date(2026, 3, 10), 2, date(2026, 3, 12)),
        (date(2026, 3, 10), 5, date(2026, 3, 17)),
        (date(2026, 3, 6), 1, date(2026, 3, 9)),  # a Friday
        (date(2026, 3, 6), 2, date(2026, 3, 10)),
        (date(2026, 3, 7), 2, date(2026, 3, 10)),  # a Saturday
        (date(2026, 3, 8), 2, date(2026, 3, 10)),  # a Sunday
        (date(2026, 4, 1), 2, date(2026, 4, 8)),  # the Wednesday before Easter
        (date(2026, 4, 2), 1, date(2026, 4, 7)),  # Maundy Thursday
        (date(2026, 4, 30), 1, date(2026, 5, 4)),  # 1 May is a Friday
        (date(2026, 5, 13), 2, date(2026, 5, 18)),  # Ascension, and 17 May on a Sunday
        (date(2028, 5, 16), 1, date(2028, 5, 18)),  # 17 May on a Wednesday
        (date(2026, 5, 22), 2, date(2026, 5, 27)),  # Whit Monday
        (date(2026, 12, 24), 1, date(2026, 12, 28)),  # Christmas
        (date(2026, 12, 30), 2, date(2027, 1, 4)),  # New Year, on a Friday
        (date(2026, 12, 31), 1, date(2027, 1, 4)),
    ],
)
def test_only_working_days_count(asked: date, days: int, by: date) -> None:
    assert answer_by(asked, days) == by


@pytest.fixture
def talk(cast: Cast) -> UUID:
    """Oksana's conversation with Kari, in which nobody waits for an answer."""
    found = cast.conversations["sofia.oksana"]
    conversations.write(cast.actor("kari"), found, "Ja, Erik kan hente.")
    assert promised(cast, found) is None
    return found


def promised(cast: Cast, talk: UUID, who: str = "oksana") -> date | None:
    return conversations.conversation(cast.actor(who), talk).answer_by


def written(cast: Cast, talk: UUID, when: datetime, who: str = "oksana") -> date | None:
    """What is promised after a message at that time."""
    with at(when):
        conversations.write(cast.actor(who), talk, "Hei!")
        return promised(cast, talk)


@pytest.mark.parametrize(
    ("when", "by"),
    [
        (datetime(2026, 3, 13, 22, 30, tzinfo=UTC), date(2026, 3, 17)),  # half past eleven on a Friday evening
        (datetime(2026, 3, 12, 22, 30, tzinfo=UTC), date(2026, 3, 16)),  # Thursday in winter
        (datetime(2026, 6, 11, 22, 30, tzinfo=UTC), date(2026, 6, 16)),  # Friday already, in summer
        (datetime(2026, 3, 29, 0, 59, tzinfo=UTC), date(2026, 3, 31)),  # the last minute of winter
        (datetime(2026, 3, 29, 22, 30, tzinfo=UTC), date(2026, 4, 1)),  # Monday already, in that night
    ],
)
def test_the_day_it_was_written_is_the_day_in_oslo(cast: Cast, talk: UUID, when: datetime, by: date) -> None:
    assert written(cast, talk, when) == by


def test_a_date_once_shown_stands_until_it_is_answered(cast: Cast, talk: UUID) -> None:
    day = timedelta(days=1)
    first = written(cast, talk, cast.now)
    assert first == date(2026, 3, 12)
    assert written(cast, talk, cast.now + day) == first
    assert written(cast, talk, cast.now + 5 * day) == first
    Municipality.update(reply_days=5).execute()
    absences.go_away(cast.actor("kari"), cast.today, cast.today + 13 * day)
    assert written(cast, talk, cast.now + 6 * day) == first
    assert written(cast, talk, cast.now + 7 * day, "kari") is None
    assert written(cast, talk, cast.now + 15 * day) == date(2026, 4, 1)


def test_who_waits_has_waited_since_the_first_message(cast: Cast, talk: UUID) -> None:
    for minutes in (0, 30):
        written(cast, talk, cast.now + timedelta(minutes=minutes))
    shown = conversations.conversation(cast.actor("kari"), talk)
    assert shown.waiting_since == cast.now


def test_days_count_from_when_the_contact_person_is_back(cast: Cast, talk: UUID) -> None:
    absences.go_away(cast.actor("kari"), cast.today, date(2026, 3, 20))
    absences.go_away(cast.actor("kari"), cast.today, date(2026, 3, 18))
    assert written(cast, talk, cast.now) == date(2026, 3, 24)


def test_days_count_from_the_message_where_it_is_the_other_who_is_away(cast: Cast) -> None:
    """Lina answers for Kari: her two days are hers."""
    absences.go_away(cast.actor("kari"), cast.today, date(2026, 3, 20))
    with_lina = conversations.start(cast.actor("oksana"), cast.logs["sofia"])
    assert with_lina != cast.conversations["sofia.oksana"]
    assert written(cast, with_lina, cast.now) == date(2026, 3, 12)
