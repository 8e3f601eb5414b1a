"""A frozen log lets in its services and whom it is about, nobody else: for them it is as if it did not exist."""

from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import SQL, fn

from parentapp.enums import FAMILY, STAFF, Relation
from parentapp.models import Freeze

AROUND = frozenset({Relation.GUARDIAN, Relation.NETWORK})
AT_WORK = STAFF | {Relation.SUCCESSOR, Relation.LEADER}


def is_frozen(log: Any, now: datetime) -> Any:
    """The condition that a freeze of the log holds. `log`: a column of log ids."""
    return fn.EXISTS(_running(SQL("1"), log, now))


def frozen_until(log: Any, now: datetime) -> Any:
    """Until when, as a column: microseconds since 1970, as the database gives them; none where no freeze holds."""
    return _running(fn.MAX(SQL("running.until")), log, now).alias("frozen_micros")


def _running(what: Any, log: Any, now: datetime) -> Any:
    """The freezes of the log that hold: each lapses by the instant."""
    running = Freeze.alias("running")
    return running.select(what).where((running.log == log) & (running.until > now))


def let_in(relations: AbstractSet[Relation]) -> frozenset[Relation]:
    """Of all the ways in which one person belongs to a frozen log, those that are open.

    Somebody of the family, or around the child, is out also where they help too: else they would see more than before.
    """
    if Relation.SUBJECT in relations:
        return frozenset(relations)
    return frozenset() if relations & AROUND else frozenset(relations & AT_WORK)


def is_at_work(relations: AbstractSet[Relation]) -> bool:
    """Whether somebody is there as a professional, and nothing to the child besides."""
    return bool(relations & STAFF) and not relations & (FAMILY | AROUND)


def may_end(me: UUID, holder: UUID, signed: AbstractSet[UUID]) -> bool:
    """Those who pressed or confirmed end it; and the contact person, so that it is never left with nobody."""
    return me == holder or me in signed
