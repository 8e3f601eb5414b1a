"""The path of the baton over time: who has held it, through which service, from when to when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import notices, recording
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.domain.progress import ACROSS, spread
from parentapp.enums import Relation, SeenPage
from parentapp.models import StafettholderPeriod


@dataclass(frozen=True)
class Held:
    """One person's time with the baton. Places: from 0, the first day that is drawn, to 100, today."""

    person: Shown
    unit: ShownUnit | None  # where the actor may be told of it
    since: datetime
    until: datetime | None
    begins: float
    ends: float
    lane: int  # from the top; each service has its own, and each person whose service is not told
    goes_on: bool  # the next one in the drawing took it from them


@dataclass(frozen=True)
class BatonPath:
    log: LogFacts
    child: str
    family: bool
    own: bool
    held: tuple[Held, ...]  # the first one first
    lanes: int
    deputy: Shown | None  # who answers for the one who holds it now, where there is one at work
    anything_new: bool


def path(actor: Actor, log_id: UUID) -> BatonPath:
    """As the actor may know it. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.BATON_SEE, log)
        recording.seen(sight, log, SeenPage.PEOPLE)
        p = StafettholderPeriod
        rows = list(visible.periods(sight).where(p.log == log.id).order_by(p.since, p.id))
        held = _held(sight, log, rows)
        return BatonPath(
            log=log,
            child=log.child,
            family=sight.is_family(log),
            own=log.youth_id == actor.account_id,
            held=held,
            lanes=1 + max((each.lane for each in held), default=0),
            deputy=_deputy(sight, log),
            anything_new=notices.anything_new(sight),
        )


def _held(sight: Sight, log: LogFacts, rows: Sequence[StafettholderPeriod]) -> tuple[Held, ...]:
    people = shown_people(sight, log, known={row.account_id for row in rows})
    units = [shown_unit(sight, log, row.unit_id) for row in rows]
    services = [unit.id if unit else row.account_id for unit, row in zip(units, rows, strict=True)]
    lanes = {each: number for number, each in enumerate(dict.fromkeys(services))}
    end = log.closed_at or sight.actor.now
    places = spread(_places([*(row.since for row in rows), end]))
    return tuple(
        Held(
            person=people[row.account_id],
            unit=units[number],
            since=row.since,
            until=row.until,
            begins=places[number],
            ends=places[number + 1],
            lane=lanes[services[number]],
            goes_on=number + 1 < len(rows) and rows[number + 1].since == row.until,
        )
        for number, row in enumerate(rows)
    )


def _places(instants: Sequence[datetime]) -> list[float]:
    whole = (instants[-1] - instants[0]).total_seconds()
    return [ACROSS * (each - instants[0]).total_seconds() / whole if whole else 0.0 for each in instants]


def _deputy(sight: Sight, log: LogFacts) -> Shown | None:
    """Nobody who works there no longer, and nobody whom the actor may not be told of."""
    here = (each for each in recording.belonging(sight, log) if each.relation is Relation.DEPUTY)
    deputy = next((shown_people(sight, log)[each.account_id] for each in here), None)
    return deputy if deputy and deputy.name else None
