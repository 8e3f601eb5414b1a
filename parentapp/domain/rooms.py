"""Which rooms of the app somebody is led to: for menus and first pages. Decides nothing of what may be seen there.

Asked with each request as columns of the session's own query. It tells nobody more than they have been shown:
whoever is employed to help has the same bar before a family's yes, while it lasts, and after it; who leads a unit
belongs among the logs from the first time the app has shown them something of one.
"""

from datetime import date
from typing import Any

from peewee import fn

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


def columns(today: date) -> list[Any]:
    """`works`, `leads` and `in_logs` of Account, for a query of it."""
    works = Employment.select(Employment.id).where(Employment.account == Account.id)
    return [fn.EXISTS(works).alias("works"), _leads(today).alias("leads"), _in_logs(today).alias("in_logs")]


def _leads(today: date) -> Any:
    e = Employment
    lasts = (e.since <= today) & (e.until.is_null() | (e.until >= today))
    return fn.EXISTS(e.select(e.id).where((e.account == Account.id) & e.leads & lasts))


def _in_logs(today: date) -> Any:
    """Somebody employed to help, of a log's family or network, who holds or asked for one, or has seen any of one."""
    s, seen, e = Stafettlogg, SeenLine, Employment
    found: Any = fn.EXISTS(e.select(e.id).where((e.account == Account.id) & ~e.leads))
    found |= fn.EXISTS(s.select(s.id).where((s.holder == Account.id) | (s.opener == Account.id)))
    found |= fn.EXISTS(Subject.select(Subject.id).where(Subject.account == Account.id))
    found |= fn.EXISTS(seen.select(seen.id).where((seen.account == Account.id) & seen.relation.in_(HELPING)))
    for table in (Guardian, NetworkPerson):
        blocked = Block.select(Block.id).where((Block.log == table.log) & (Block.account == table.account))
        here = (table.since <= today) & (table.until.is_null() | (table.until >= today)) & ~fn.EXISTS(blocked)
        found |= fn.EXISTS(table.select(table.id).where((table.account == Account.id) & here))
    return found
