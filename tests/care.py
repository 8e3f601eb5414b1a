"""A service has care of a child, as people register it: one writes it down, a second one has seen it too."""

from datetime import date

from parentapp.domain import care
from tests.cast import Cast

SEEN = "Har lest vedtaket."


def take_care(
    cast: Cast, child: str, first: str, second: str, *, since: date | None = None, how: str = "Så det."
) -> None:
    """Child welfare, from today or that day."""
    actor, log, unit = cast.actor(first), cast.logs[child], cast.units["child_welfare"]
    waits = care.begin(actor, log, unit, since=since or actor.today, verified_how=how)
    care.confirm(cast.actor(second), log, waits, SEEN)
