"""Which entries about an adult's own matters a service is let read, by that adult and nobody else."""

from typing import Any
from uuid import UUID

from peewee import SQL, SqliteDatabase, fn

from parentapp.access.sight import Sight
from parentapp.db import database
from parentapp.models import Block, Entry, Guardian, OwnMatterChoice


def let_read(sight: Sight, unit_id: UUID) -> Any:
    """The ids of entries that the adult they are about lets this service read, while the adult is a guardian there.

    In a preview only those about whoever looks: what an adult ticks is told to nobody else.
    """
    c, me = OwnMatterChoice, sight.within.actor.account_id if sight.within else None
    found = c.select(c.entry).where((c.unit == unit_id) & _stands(c) & _is_guardian(c, sight))
    return found.where(c.account == me) if me else found


def ticked(sight: Sight) -> Any:
    """A column of Entry: the services that the actor lets read what is about them, with commas between."""
    c = OwnMatterChoice
    mine = (c.entry == Entry.id) & (c.account == sight.actor.account_id)
    return c.select(_listed(c.unit)).where(mine & _stands(c))


def _stands(c: Any) -> Any:
    """A yes; said last; and of the words that stand there now: other words are a draft again."""
    later, about = OwnMatterChoice.alias("later"), Entry.alias("about")
    taken_back = later.select(SQL("1")).where(
        (later.entry == c.entry) & (later.unit == c.unit) & (later.account == c.account) & (later.at > c.at)
    )
    of_these_words = about.edited_at.is_null() | (about.edited_at < c.at)
    theirs = about.select(SQL("1")).where((about.id == c.entry) & (about.addressee == c.account) & of_these_words)
    return c.shows & ~fn.EXISTS(taken_back) & fn.EXISTS(theirs)


def _is_guardian(c: Any, sight: Sight) -> Any:
    """Whoever ticked is a guardian in that log today, and not kept out of it."""
    g, today = Guardian, sight.actor.today
    here = (g.log == c.log) & (g.account == c.account) & (g.since <= today) & (g.until.is_null() | (g.until >= today))
    blocked = Block.select(SQL("1")).where((Block.log == c.log) & (Block.account == c.account))
    return fn.EXISTS(g.select(SQL("1")).where(here)) & ~fn.EXISTS(blocked)


def _listed(column: Any) -> Any:
    """The ids in one text."""
    if isinstance(database.obj, SqliteDatabase):
        return fn.GROUP_CONCAT(column)
    return fn.STRING_AGG(column.cast("text"), ",")
