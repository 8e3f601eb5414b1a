"""The service directory: which units stand in it for somebody, and whose words are theirs to keep right.

Public information about public bodies, the same for everybody of a municipality. Nothing of it is about a log.
"""

from datetime import date
from typing import Any

from peewee import JOIN

from parentapp.access.actor import Actor
from parentapp.access.leading import LEADING, leads_on, led_units
from parentapp.models import Account, DirectoryEntry, Unit


def listed(actor: Actor) -> Any:
    """All units of the actor's own municipality, each joined with what stands of it, if anything does."""
    own = Account.select(Account.municipality).where(Account.id == actor.account_id)
    query = Unit.select(Unit, DirectoryEntry, Account).join(DirectoryEntry, JOIN.LEFT_OUTER)
    return query.join(Account, JOIN.LEFT_OUTER).where(Unit.municipality == own)


def kept(actor: Actor) -> Any:
    """The units whose words the actor keeps right: an administrator's all, and those that the actor leads today."""
    me = Account.alias("me")
    office = me.select(me.administers).where((me.id == actor.account_id) & me.disabled_at.is_null())
    return Unit.select().where((Unit.municipality == office) | Unit.id.in_(led_units(actor)))


def keepers(units: Any, today: date) -> Any:
    """Who leads these units today, joined with the person: by name they are told to everybody."""
    query = LEADING.select(LEADING, Account).join(Account)
    return query.where(LEADING.unit.in_(units) & leads_on(LEADING, today))
