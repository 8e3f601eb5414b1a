"""Which proposals to close a log an actor may know exist, and that a birth closed it."""

from typing import Any

from parentapp.access.rules import closes, expects, holds_baton
from parentapp.access.sight import Sight
from parentapp.models import Birth, Closing


def closings(sight: Sight) -> Any:
    """The family's all; those of the log one holds, or says yes or no for in the name of a service that has care."""
    logs = (log for log in sight.logs() if sight.is_family(log) or holds_baton(sight, log) or closes(sight, log))
    return Closing.select().where(Closing.log.in_([log.id for log in logs]))


def births(sight: Sight) -> Any:
    """What closed the log of a pregnancy: hers alone. To everybody else the log is closed, and no more is said."""
    hers = [log.id for log in sight.logs() if expects(sight, log)]
    of_hers = Closing.select(Closing.id).where(Closing.log.in_(hers))
    return Birth.select().where(Birth.closing.in_(of_hers))
