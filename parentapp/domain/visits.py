"""When somebody last read «Kort fortalt», so that it can tell what has changed since."""

from datetime import datetime, time
from typing import Any

from peewee import Case

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.clock import OSLO
from parentapp.db import UtcField
from parentapp.models import LastVisit


def note(sight: Sight, log: LogFacts) -> None:
    """The actor reads it now. The day's first visit remembers the one before it."""
    row = {"log": log.id, "account": sight.actor.account_id, "at": sight.actor.now}
    changed = {LastVisit.at: sight.actor.now, LastVisit.before: _before(sight)}
    LastVisit.insert(**row).on_conflict(conflict_target=[LastVisit.log, LastVisit.account], update=changed).execute()


def since(sight: Sight, log: LogFacts) -> Any:
    """Of the actor's last visit on an earlier day than today, as a subquery; NULL where there is none."""
    own = (LastVisit.log == log.id) & (LastVisit.account == sight.actor.account_id)
    return LastVisit.select(_before(sight)).where(own)


def instant(value: int | None) -> datetime | None:
    """What `since` gives, as an instant: a subquery comes as the database has it."""
    found: datetime | None = UtcField().python_value(value)
    return found


def _before(sight: Sight) -> Any:
    """The last visit, or on the same day the one before: what is new in the morning is so until midnight."""
    midnight = datetime.combine(sight.actor.today, time(), OSLO)
    return Case(None, [(LastVisit.at < midnight, LastVisit.at)], LastVisit.before)
