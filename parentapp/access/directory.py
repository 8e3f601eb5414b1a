"""The service directory: which units stand in it for somebody, and whose words are theirs to keep right.

Public information about public bodies, the same for everybody of a municipality. Nothing of it is about a log.
"""

from datetime import date
from typing import Any
from uuid import UUID

from peewee import JOIN, SqliteDatabase

from parentapp.access.actor import Actor
from parentapp.access.leading import LEADING, leads_on, led_units
from parentapp.db import database
from parentapp.errors import Hidden
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


def held(actor: Actor, unit_id: UUID) -> None:
    """One of these, held until the transaction ends: two presses take turns. Raises Hidden for any other."""
    query = kept(actor).where(Unit.id == unit_id)
    if not isinstance(database.obj, SqliteDatabase):
        query = query.for_update("FOR NO KEY UPDATE")  # rows that point here can still be added meanwhile
    if query.get_or_none() is None:
        raise Hidden


def keepers(units: Any, today: date) -> Any:
    """Who leads these units today, joined with the person: by name they are told to everybody."""
    query = LEADING.select(LEADING, Account).join(Account)
    return query.where(LEADING.unit.in_(units) & leads_on(LEADING, today))
