"""Which entries about an adult's own matters that adult lets which services read: asked where ties are read."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN, SqliteDatabase, fn

from parentapp.access.days import is_here
from parentapp.db import database
from parentapp.models import Block, Entry, Guardian, OwnMatterChoice


def let_read(log: Any, unit: Any, today: date, now: datetime) -> Any:
    """A column: the entries of the log that adults let the unit read, for as long as each is a guardian there."""
    c, g, b = OwnMatterChoice, Guardian, Block
    theirs = (g.log == c.log) & (g.account == c.account)
    kept_out = (b.log == c.log) & (b.account == c.account)
    found = standing(_listed(c.entry)).join_from(c, g, on=theirs).join_from(c, b, JOIN.LEFT_OUTER, on=kept_out)
    return found.where((c.log == log) & (c.unit == unit) & is_here(g, today, now) & b.id.is_null())


def ticked_by(me: Any, entry: Any) -> Any:
    """A column: the units that the adult lets read that entry."""
    c = OwnMatterChoice
    return standing(_listed(c.unit)).where((c.entry == entry) & (c.account == me))


def own_let_read(me: UUID, log: UUID, unit: UUID) -> frozenset[UUID]:
    """The entries of the log that this adult lets the unit read."""
    c = OwnMatterChoice
    found = standing(c.entry).where((c.account == me) & (c.log == log) & (c.unit == unit)).tuples()
    return frozenset(entry for (entry,) in found)


def standing(column: Any) -> Any:
    """Of the choices what stands: a yes; said last; and of the words that are there now: others are a draft
    again. And given since the adult came in, and the log was opened, last."""
    c, later, about = OwnMatterChoice, OwnMatterChoice.alias("later"), Entry.alias("about")
    theirs = (about.id == c.entry) & (about.addressee == c.account)
    said_later = (later.entry == c.entry) & (later.unit == c.unit) & (later.at > c.at)
    these_words = about.edited_at.is_null() | (about.edited_at < c.at)
    found = c.select(column).join_from(c, about, on=theirs).join_from(c, later, JOIN.LEFT_OUTER, on=said_later)
    return found.where(c.shows & c.over_at.is_null() & later.id.is_null() & these_words)


def listed(text: str | None) -> frozenset[UUID]:
    """The ids in such a column."""
    return frozenset(UUID(each) for each in (text or "").split(",") if each)


def _listed(column: Any) -> Any:
    if isinstance(database.obj, SqliteDatabase):
        return fn.GROUP_CONCAT(column)
    return fn.STRING_AGG(column.cast("text"), ",")
