"""Who leads which unit, and who is asked for another contact person. Leading a unit gives no sight of any log."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from peewee import SQL, fn

from parentapp.access.actor import Actor
from parentapp.enums import NoticeKind, ServiceKind
from parentapp.models import (
    Account,
    Block,
    ContactRequest,
    Employment,
    Guardian,
    Handover,
    NetworkPerson,
    Notice,
    Participation,
    StafettholderPeriod,
    Stafettlogg,
    Subject,
    Unit,
)

LEADING = Employment.alias("leading")
FOR_LEADERS = (NoticeKind.HOLDER_TO_FIND, NoticeKind.NETWORK_TO_CHECK)


@dataclass(frozen=True)
class Led:
    """A unit that the actor leads today."""

    id: UUID
    name: str
    service: ServiceKind


def led(actor: Actor) -> list[Led]:
    """The units the actor leads today, by name. One query."""
    e = Employment
    query = e.select(Unit.id, Unit.name, Unit.service).join(Unit).where(e.account == actor.account_id)
    return [Led(*row) for row in query.where(leads_on(e, actor.today)).order_by(Unit.name, Unit.id).distinct().tuples()]


def led_units(actor: Actor) -> Any:
    """The ids of the units that the actor leads today."""
    e = Employment
    return e.select(e.unit).where((e.account == actor.account_id) & leads_on(e, actor.today))


def alike(actor: Actor) -> Any:
    """The ids of the units that the actor leads today, and of the municipality's others of the same services."""
    there, own, e = Unit.alias("there"), Unit.alias("own"), Employment
    leads = (e.account == actor.account_id) & leads_on(e, actor.today)
    mine = e.select(SQL("1")).join(own, on=(own.id == e.unit)).where(leads)
    same = (own.service == there.service) & (own.municipality == there.municipality)
    return there.select(there.id).where(fn.EXISTS(mine.where(same)))


def receivers(today: date, log: Any, unit: Any) -> Any:
    """The accounts that a request for another contact person goes to, as it stands today.

    The leaders of that unit; where none is left, those of the municipality's other units of the same service.
    Nobody who belongs or has belonged to the log, or is kept out of it. `log` and `unit`: ids, or columns.
    """
    there, asked, nearest = Unit.alias("there"), Unit.alias("asked"), Employment.alias("nearest")
    alike = (asked.service == there.service) & (asked.municipality == there.municipality)
    stand_in = fn.EXISTS(asked.select(SQL("1")).where((asked.id == unit) & alike))
    own = fn.EXISTS(nearest.select(SQL("1")).where((nearest.unit == unit) & _answers(nearest, today, log)))
    return (
        LEADING.select(LEADING.account)
        .join(there, on=(there.id == LEADING.unit))
        .where(_answers(LEADING, today, log) & ((LEADING.unit == unit) | (stand_in & ~own)))
    )


def received(me: UUID, today: date) -> Any:
    """The condition on requests for another contact person that `me` is to answer, or has just seen answered."""
    c = ContactRequest
    return lasting(today) & fn.EXISTS(receivers(today, c.log, c.unit).where(LEADING.account == me))


def to_find(me: UUID, today: date) -> Any:
    """The condition on notices with their log: they told `me` to find or check somebody, and that is still theirs."""
    n, s = Notice, Stafettlogg
    told = (n.account == me) & n.kind.in_(FOR_LEADERS) & s.closed_at.is_null()
    return told & fn.EXISTS(receivers(today, n.log, s.holder_unit).where(LEADING.account == me))


def lasting(today: date) -> Any:
    """The condition on those that are neither taken back nor were answered long ago."""
    c = ContactRequest
    return c.taken_back_at.is_null() & (c.until.is_null() | (c.until >= today))


def leads_on(employment: Any, today: date) -> Any:
    """Whether that employment leads its unit on the day."""
    lasts = employment.until.is_null() | (employment.until >= today)
    return employment.leads & (employment.since <= today) & lasts


def _answers(employment: Any, today: date, log: Any) -> Any:
    """Whether that employment's account leads today, can log in, and is nothing to the log."""
    who = Account.alias("who")
    there = fn.EXISTS(who.select(SQL("1")).where((who.id == employment.account) & who.disabled_at.is_null()))
    return leads_on(employment, today) & there & ~_is_near(employment.account, log)


def _is_near(account: Any, log: Any) -> Any:
    """Whether somebody belongs or has belonged to the log, or is kept out of it; or is asked to take over its baton."""
    held, asked = Stafettlogg.alias("held"), Handover.alias("asked_over")
    named = held.select(SQL("1")).where((held.id == log) & ((held.deputy == account) | (held.opener == account)))
    over = (asked.log == log) & (asked.successor == account) & asked.answered_at.is_null()
    helps = _stands(account, log, Participation, StafettholderPeriod) | fn.EXISTS(named)
    return is_private(account, log) | helps | fn.EXISTS(asked.select(SQL("1")).where(over))


def is_private(account: Any, log: Any) -> Any:
    """Whether the log is about somebody, or of their family, or they are or were around the child or are kept out.

    Then not even a number may tell them anything of it. `account` and `log`: ids, or columns.
    """
    held, about = Stafettlogg.alias("held"), Subject.alias("about")
    own = held.select(SQL("1")).join(about, on=(about.id == held.subject))
    of_log = (held.id == log) & (about.account == account)
    return _stands(account, log, Guardian, NetworkPerson, Block) | fn.EXISTS(own.where(of_log))


def _stands(account: Any, log: Any, *tables: Any) -> Any:
    """Whether they have a row of the log in one of these tables, whenever it was."""
    found: Any = SQL("(1 = 0)")
    for table in (each.alias() for each in tables):
        found |= fn.EXISTS(table.select(SQL("1")).where((table.log == log) & (table.account == account)))
    return found
