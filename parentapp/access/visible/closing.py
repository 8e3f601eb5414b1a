"""Which proposals to close a log an actor may know exist."""

from typing import Any

from parentapp.access.rules import closes, holds_baton
from parentapp.access.sight import Sight
from parentapp.models import Closing


def closings(sight: Sight) -> Any:
    """The family's all; those of the log one holds, or says yes or no for in the name of a service that has care."""
    logs = (log for log in sight.logs() if sight.is_family(log) or holds_baton(sight, log) or closes(sight, log))
    return Closing.select().where(Closing.log.in_([log.id for log in logs]))
