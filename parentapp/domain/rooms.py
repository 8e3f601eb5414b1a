"""Which rooms of the app somebody is led to: for menus and first pages. Decides nothing of what may be seen there.

Asked with each request as columns of the session's own query. It tells nobody more than they have been shown:
whoever is employed to help has the same bar before a family's yes, while it lasts, and after it; who leads a unit
belongs among the logs from the first time the app has shown them something of one.
"""

from datetime import date, datetime
from typing import Any

from peewee import fn

from parentapp.access.days import is_here
from parentapp.access.freezing import is_frozen
from parentapp.enums import STAFF
from parentapp.models import (
    Account,
    Block,
    Employment,
    Guardian,
    NetworkPerson,
    SeenLine,
    Stafettlogg,
    Subject,
)

HELPING = sorted(STAFF, key=lambda relation: relation.value)


def columns(today: date, now: datetime) -> list[Any]:
    """`works`, `leads`, `talks` and `posts` of Account, for a query of it."""
    works = Employment.select(Employment.id).where(Employment.account == Account.id)
    ways = [fn.EXISTS(works).alias("works"), _leads(today).alias("leads"), _talks(today, now).alias("talks")]
    return [*ways, _around(NetworkPerson, today, now).alias("posts")]


def _leads(today: date) -> Any:
    e = Employment
    lasts = (e.since <= today) & (e.until.is_null() | (e.until >= today))
    return fn.EXISTS(e.select(e.id).where((e.account == Account.id) & e.leads & lasts))


def _talks(today: date, now: datetime) -> Any:
    """Somebody employed to help, of a log's family, who holds or asked for one, or has seen any of one."""
    s, seen, e = Stafettlogg, SeenLine, Employment
    found: Any = fn.EXISTS(e.select(e.id).where((e.account == Account.id) & ~e.leads))
    found |= fn.EXISTS(s.select(s.id).where((s.holder == Account.id) | (s.opener == Account.id)))
    found |= fn.EXISTS(Subject.select(Subject.id).where(Subject.account == Account.id))
    found |= fn.EXISTS(seen.select(seen.id).where((seen.account == Account.id) & seen.relation.in_(HELPING)))
    return found | _around(Guardian, today, now)


def _around(table: Any, today: date, now: datetime) -> Any:
    """A guardian of a log today, or of its network; not one who is kept out of it, or of one that is frozen."""
    blocked = Block.select(Block.id).where((Block.log == table.log) & (Block.account == table.account))
    let_in = is_here(table, today, now) & ~fn.EXISTS(blocked) & ~is_frozen(table.log, now)
    return fn.EXISTS(table.select(table.id).where((table.account == Account.id) & let_in))
