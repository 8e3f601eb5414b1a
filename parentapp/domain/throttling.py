"""Counts tries in the database, so that every process counts the same ones."""

from datetime import datetime, timedelta

from parentapp.crypto import lookup_hash, new_id
from parentapp.errors import Throttled
from parentapp.models import Throttle

WINDOW = timedelta(minutes=15)
MOST = {"login": 10, "place": 100}  # tries in a window: of one name, of all names


def count(sort: str, place: str, now: datetime) -> None:
    """One more try. Raises Throttled with the minutes left when there were too many in the window.

    Call inside a transaction.
    """
    key = lookup_hash(f"throttle/{sort}", place)
    # Counted before it is looked at, so that tries at the same moment wait for each other. Refused, it is undone.
    Throttle.insert(id=new_id(), key_hash=key, since=now, tries=0).on_conflict_ignore().execute()
    Throttle.update(tries=Throttle.tries + 1).where(Throttle.key_hash == key).execute()
    row = Throttle.get(Throttle.key_hash == key)
    if now - row.since >= WINDOW:
        Throttle.update(since=now, tries=1).where(Throttle.id == row.id).execute()
    elif row.tries > MOST[sort]:
        raise Throttled(minutes=1 + int((row.since + WINDOW - now).total_seconds()) // 60)


def forget(sort: str, place: str) -> None:
    """The right one came in: earlier tries from there no longer count."""
    Throttle.delete().where(Throttle.key_hash == lookup_hash(f"throttle/{sort}", place)).execute()
