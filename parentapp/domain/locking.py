"""Until when minutes can be changed and commented on: through the seventh day after they were published, in Oslo.

The days are reckoned from the day the minutes were first written, and do not start anew when their words are changed.
"""

from datetime import date, datetime, timedelta

from parentapp.clock import local_date, midnight_after
from parentapp.enums import EntryType
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Entry

OPEN = timedelta(days=7)

WORDS_LOCKED = N_("Referatet er låst. De sju dagene er gått, og ordene står som de er.")
COMMENTS_LOCKED = N_("Referatet er låst. De sju dagene er gått. Snakk med kontaktpersonen din om det som er feil.")


def last_day(published: datetime) -> date:
    """The last day on which something can be said of minutes, or changed in them."""
    return local_date(published) + OPEN


def is_locked(published: datetime, now: datetime) -> bool:
    """Whether that day is over in Oslo."""
    return now >= midnight_after(last_day(published))


def require_changeable(entry: Entry, now: datetime) -> None:
    """Raises Conflict for minutes that are locked. Nothing else is ever locked."""
    if entry.type is EntryType.MINUTES and is_locked(entry.at, now):
        raise Conflict(WORDS_LOCKED)


def require_commentable(minutes: Entry, now: datetime) -> None:
    """Raises Conflict for minutes that are locked."""
    if is_locked(minutes.at, now):
        raise Conflict(COMMENTS_LOCKED)
