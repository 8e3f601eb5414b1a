"""How the sharing of a log has gone: when each service began to see something, saw more or less, and no longer saw it.

Worked out from the same histories of answers as every decision. Pure: no table, no clock; and nobody's answer.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parentapp.access.consent import Request, in_effect, moments
from parentapp.access.signers import Family
from parentapp.enums import Kind

NOTHING: frozenset[Kind] = frozenset()


@dataclass(frozen=True)
class Turn:
    """From then on a unit saw these kinds, where it had seen others; none at all where it saw the log no longer."""

    at: datetime
    unit_id: UUID
    before: frozenset[Kind]
    after: frozenset[Kind]


@dataclass(frozen=True)
class Closed:
    """The log was closed from then; until it was opened again, or (None) still is."""

    at: datetime
    until: datetime | None = None

    def holds(self, at: datetime) -> bool:
        return self.at <= at and (self.until is None or at < self.until)


def turns(asked: Collection[Request], family: Family, closed: Collection[Closed], now: datetime) -> list[Turn]:
    """What has changed until now, the oldest first. While the log rests, or is closed, no unit sees anything."""
    ends = {each.at for each in closed} | {each.until for each in closed if each.until}
    when = sorted(ends | {each for request in asked for each in moments(request, family) if each <= now})
    found: list[Turn] = []
    last: dict[UUID, frozenset[Kind]] = {}
    for at in when:
        shown = {} if any(each.holds(at) for each in closed) else _seen(asked, family, at)
        for unit in sorted({*last, *shown}, key=str):
            before, after = last.get(unit, NOTHING), shown.get(unit, NOTHING)
            found += [Turn(at, unit, before, after)] if before != after else []
        last = shown
    return found


def _seen(asked: Collection[Request], family: Family, at: datetime) -> dict[UUID, frozenset[Kind]]:
    """What each unit saw at that instant."""
    given = [each for each in (in_effect(request, family, at) for request in asked if request.asked_at <= at) if each]
    if not any(each.unit_id is None for each in given):
        return {}
    shown: dict[UUID, frozenset[Kind]] = {}
    for each in given:
        if each.unit_id is not None:
            shown[each.unit_id] = shown.get(each.unit_id, NOTHING) | each.kinds
    return shown
