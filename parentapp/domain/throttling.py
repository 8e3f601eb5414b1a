"""Counts tries in the database, so that every process counts the same ones."""

from datetime import datetime, timedelta
from ipaddress import IPv6Network, ip_address

from parentapp.crypto import lookup_hash, new_id
from parentapp.errors import Throttled
from parentapp.models import Throttle

WINDOW = timedelta(minutes=15)
MOST = {"login": 10, "place": 100, "password": 10}  # tries in a window: of one name, of all names, of one's own
MOST |= {"network": 10, "by_name": 10}  # of one person in one log: proposed, kept out
OF_ONE = 64  # bits of an IPv6 address that one household or one rented server has: the rest it makes up as it likes


def network_of(address: str) -> str:
    """Where tries from this address are counted: an IPv6 address by its network, any other by itself. Never raises."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if found.version == 4:
        return str(found)
    return str(found.ipv4_mapped or IPv6Network((int(found), OF_ONE), strict=False))


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
