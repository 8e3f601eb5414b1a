"""When a guardian, or somebody around the child, is let in, and what a guardian is told: conditions on their rows."""

from datetime import date, datetime
from typing import Any

from peewee import SQL, fn

from parentapp.enums import GuardianAnswer
from parentapp.models import Guardian, GuardianChoice


def is_here(table: Any, today: date, now: datetime) -> Any:
    """From and including the first day, until and including the last one; a guardian until the young person let go."""
    lasts = (table.since <= today) & (table.until.is_null() | (table.until >= today))
    return lasts & _not_let_go(table, now) if hasattr(table, "ended_at") else lasts


def is_or_will_be(table: Any, today: date, now: datetime) -> Any:
    """One of today, or to come; of an alias of Guardian too."""
    lasts = table.until.is_null() | ((table.until >= today) & (table.until >= table.since))
    return lasts & _not_let_go(table, now) if hasattr(table, "ended_at") else lasts


def _not_let_go(guardian: Any, now: datetime) -> Any:
    """Not at once, by the young person. For who has a say the day counts out all the same."""
    return guardian.ended_at.is_null() | (guardian.ended_at > now)


def is_told_health(today: date) -> Any:
    """Of a guardian: whether the young person shares with them what is marked as health, on that day."""
    c = GuardianChoice
    of_them = (c.log == Guardian.log) & (c.guardian == Guardian.account)
    runs = (c.answer == GuardianAnswer.SHARE_HEALTH) & c.replaced_at.is_null() & (c.until >= today)
    return fn.EXISTS(c.select(SQL("1")).where(of_them & runs))
