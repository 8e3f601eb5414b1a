"""Dates and times of day for a reader: Oslo time, Western digits, Gregorian calendar. Faster than Babel."""

from datetime import date, datetime

from babel import Locale

from parentapp import clock
from parentapp.i18n.locales import is_norwegian

_NO_BREAK = "\N{NO-BREAK SPACE}"


class Dates:
    """The date words of one language. Instants are aware; a naive one raises ValueError."""

    def __init__(self, locale: str) -> None:
        names = Locale.parse(locale)
        self._weekdays = [names.days["format"]["wide"][day] for day in range(7)]
        self._in_date = [""] + [names.months["format"]["wide"][month] for month in range(1, 13)]
        self._alone = [""] + [names.months["stand-alone"]["wide"][month] for month in range(1, 13)]
        self._norwegian = is_norwegian(locale)

    def day(self, when: date, today: date | None = None) -> str:
        """«torsdag 5. mars», with the year when it is not this one; in other languages weekday and number.

        A month's name is bent differently in each language, and 05.03.2026 is what people meet in letters.
        """
        local = on(when)
        if not self._norwegian:
            return self.weekday_date(local)
        text = f"{self._weekdays[local.weekday()]} {local.day}.{_NO_BREAK}{self._in_date[local.month]}"
        return text if local.year == (today or clock.today()).year else f"{text} {local.year}"

    def weekday_date(self, when: date) -> str:
        """«torsdag 05.03.2026»."""
        local = on(when)
        return f"{self._weekdays[local.weekday()]} {self.date_numeric(local)}"

    def date_numeric(self, when: date) -> str:
        """«05.03.2026»."""
        local = on(when)
        return f"{local.day:02}.{local.month:02}.{local.year}"

    def month_title(self, when: date) -> str:
        """«mars 2026»."""
        local = on(when)
        return f"{self._alone[local.month]} {local.year}"

    def month_name(self, when: date) -> str:
        """«mars»."""
        return self._alone[on(when).month]

    def day_number(self, when: date) -> str:
        """«5»."""
        return str(on(when).day)

    def clock(self, when: datetime) -> str:
        """The time of day in Oslo: «09.00» in Norwegian, «09:00» in other languages."""
        local = _aware(when).astimezone(clock.OSLO)
        return f"{local.hour:02}{'.' if self._norwegian else ':'}{local.minute:02}"


def on(when: date) -> date:
    """The date in Oslo of an aware instant; a date is itself. Raises ValueError for a naive instant."""
    return clock.local_date(_aware(when)) if isinstance(when, datetime) else when


def _aware(when: datetime) -> datetime:
    if when.tzinfo is None:
        raise ValueError("An instant without a time zone cannot be shown.")
    return when
