"""Which questions for a log an actor may know of: their own, those they are to answer, those they were handed.

No log stands behind them. A leader is shown that one was answered and never how: that there is a log is not theirs.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import SqliteDatabase, fn

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import works_at
from parentapp.access.leading import led_units
from parentapp.access.sight import Sight
from parentapp.access.wishing import can, is_near
from parentapp.db import database
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import AuditLine, LogWish

TAKEN_BACK = N_("Familien har tatt spørsmålet tilbake.")


def log_wishes(sight: Sight) -> Any:
    """Questions for a log: one's own, while one may ask; those of the units one leads, some days after the answer too;
    those one was handed, until somebody else answers. Of others' none that was taken back.
    """
    others = (wished_of_leader(sight.actor) | wished_of_handed(sight.actor)) & LogWish.taken_back_at.is_null()
    return LogWish.select().where(wished_by_oneself(sight) | others)


def wished_by_oneself(sight: Sight) -> Any:
    """The condition on those that the actor has asked, as long as they may ask."""
    return LogWish.asker == sight.actor.account_id if can(sight, Action.LOG_WISH_SEE) else LogWish.id.is_null()


def wished_of_leader(actor: Actor) -> Any:
    """The condition on those that the actor is to answer as leader, or has just seen answered."""
    w = LogWish
    led = w.unit.in_(led_units(actor)) & (w.until.is_null() | (w.until >= actor.today))
    return led & ~is_near(actor.account_id, w.asker)


def wished_of_handed(actor: Actor) -> Any:
    """The condition on those that the actor, who works in the unit, was handed: that wait, or that they answered."""
    w, me = LogWish, actor.account_id
    handed = (w.handed_to == me) & works_at(me, actor.today, w.unit)
    open_to = w.answered_at.is_null() | ((w.answered_by == me) & (w.until >= actor.today))
    return handed & open_to & ~is_near(me, w.asker)


def unhanded(actor: Actor) -> Any:
    """Whether it waits, and nobody was handed it who works there still."""
    w = LogWish
    return w.answered_at.is_null() & (w.handed_to.is_null() | ~works_at(w.handed_to, actor.today, w.unit))


def waiting_wishes(actor: Actor) -> list[datetime]:
    """Since when each waits for the actor as leader, the longest first: to be counted."""
    w = LogWish
    mine = wished_of_leader(actor) & unhanded(actor) & w.taken_back_at.is_null()
    return [since for (since,) in w.select(w.asked_at).where(mine).order_by(w.asked_at).tuples()]


def handed_wishes(actor: Actor) -> Any:
    """How many the actor is to talk with families about: a column."""
    mine = wished_of_handed(actor) & LogWish.answered_at.is_null() & LogWish.taken_back_at.is_null()
    return LogWish.select(fn.COUNT(LogWish.id)).where(mine).alias("handed_wishes")


def wish_reads(sight: Sight) -> Any:
    """The lines of who has read what the actor asked."""
    own = LogWish.select(LogWish.id).where(wished_by_oneself(sight))
    read = (AuditLine.action == Action.LOG_WISH_READ.value) & AuditLine.log.is_null()
    return AuditLine.select().where(read & AuditLine.thing.in_(own))


def reach_wish(sight: Sight, wish_id: UUID, mine: Any) -> Any:
    """That question, held until the transaction ends, so that two who answer take turns.

    `mine`: one of the conditions above. Raises Hidden; Conflict where its asker has taken it back.
    """
    query = LogWish.select().where((LogWish.id == wish_id) & mine)
    if not isinstance(database.obj, SqliteDatabase):
        query = query.for_update("FOR NO KEY UPDATE")
    row = query.get_or_none()
    if row is None:
        raise Hidden
    if row.taken_back_at is not None and row.asker_id != sight.actor.account_id:
        raise Conflict(TAKEN_BACK)
    return row
