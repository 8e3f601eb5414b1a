"""When an answer is promised: working days by the Norwegian calendar, counted from the day after."""

from datetime import date, timedelta

import holidays


def answer_by(asked: date, working_days: int) -> date:
    """The last day of the promise. Day 1 is the first working day after `asked`."""
    free = holidays.country_holidays("NO", years=(asked.year, asked.year + 1))
    day, left = asked, working_days
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5 and day not in free
    return day
