"""Dates and times in every language, compared with Babel's over years of days."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from babel.dates import format_date, format_time

from parentapp import clock, i18n
from parentapp.i18n import dates, speak

ALL = list(i18n.LANGUAGES)
MARCH = datetime(2026, 3, 5, 8, 0, tzinfo=UTC)

EVERY_DAY = [date(2023, 12, 25) + timedelta(days=n) for n in range(800)]
INSTANTS = [datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=7 * n, minutes=13 * n) for n in range(1300)]
EVERY_DAY += [date(1900, 1, 1), date(1970, 1, 1), date(2000, 2, 29), date(2099, 12, 31)]


@pytest.mark.parametrize("locale", ALL)
def test_dates_are_those_of_babel(locale):
    t = speak(locale)
    for day in EVERY_DAY:
        assert t.date_numeric(day) == format_date(day, "dd.MM.y", locale)
        assert t.weekday_date(day) == format_date(day, "EEEE dd.MM.y", locale)
        assert t.month_title(day) == format_date(day, "LLLL y", locale)
        assert t.month_name(day) == format_date(day, "LLLL", locale)
        assert t.day_number(day) == format_date(day, "d", locale)


@pytest.mark.parametrize("locale", ["nb", "nn"])
def test_norwegian_days_are_those_of_babel(locale):
    t, today = speak(locale), date(2024, 6, 1)
    for day in EVERY_DAY:
        pattern = "EEEE d.\u00a0MMMM" if day.year == 2024 else "EEEE d.\u00a0MMMM y"
        assert t.day(day, today) == format_date(day, pattern, locale)


@pytest.mark.parametrize("locale", ALL)
def test_times_are_those_of_babel_in_oslo(locale):
    t = speak(locale)
    pattern = "HH.mm" if locale in {"nb", "nn"} else "HH:mm"
    for instant in INSTANTS:
        local = instant.astimezone(clock.OSLO)
        assert t.clock(instant) == format_time(instant, pattern, clock.OSLO, locale)
        assert t.weekday_date(instant) == format_date(local.date(), "EEEE dd.MM.y", locale)


def test_the_comparison_would_see_another_language():
    day = date(2026, 3, 7)
    assert speak("nn").weekday_date(day) != format_date(day, "EEEE dd.MM.y", "nb")


@pytest.mark.parametrize("locale", ALL)
def test_every_language_has_its_own_day_and_month_names_and_western_digits(locale):
    t = speak(locale)
    week = {t.weekday_date(date(2026, 3, 2) + timedelta(days=n)).split(" 0")[0] for n in range(7)}
    months = {t.month_name(date(2026, month, 1)) for month in range(1, 13)}
    assert len(week) == 7
    assert len(months) == 12
    assert not any(re.search(r"\d|^M0", name) for name in week | months)
    assert re.search(r"\b05\.03\.2026$", t.weekday_date(date(2026, 3, 5)))


def test_days_as_people_say_them():
    today = date(2026, 3, 5)
    t = speak("nb")
    assert t.day(date(2026, 3, 5), today) == "torsdag 5.\u00a0mars"
    assert t.day(date(2025, 3, 5), today) == "onsdag 5.\u00a0mars 2025"
    assert t.moment(MARCH, today) == "torsdag 5.\u00a0mars kl. 09.00"
    assert [t.relative_day(today + timedelta(days=n), today) for n in (-2, -1, 0, 1, 2)] == [
        "tirsdag 3.\u00a0mars",
        "i går",
        "i dag",
        "i morgen",
        "lørdag 7.\u00a0mars",
    ]


def test_days_in_arabic(folder):
    today = date(2026, 3, 5)
    assert speak("ar").day(today, today) == "الخميس 05.03.2026"
    assert speak("ar").relative_day(today, today) == "اليوم"
    assert speak("ar").moment(MARCH, today) == "الخميس 05.03.2026 الساعة 09:00"


def test_late_in_the_evening_in_london_it_is_tomorrow_in_oslo():
    late = datetime(2026, 3, 5, 23, 30, tzinfo=UTC)
    assert speak("nb").date_numeric(late) == "06.03.2026"
    assert speak("nb").clock(late) == "00.30"
    assert speak("nb").relative_day(late, date(2026, 3, 6)) == "i dag"


def test_an_instant_without_a_zone_is_refused():
    naive = MARCH.replace(tzinfo=None)
    for say in (speak("nb").day, speak("nb").clock, speak("nb").moment, dates.on):
        with pytest.raises(ValueError, match="time zone"):
            say(naive)
