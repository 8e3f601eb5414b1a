"""The leader of the unit asks somebody to take over a baton that nobody can hold: an ordinary handover, without sight.

They read the contact person's name, and whom they ask; neither the child's name nor anything else of the log.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.assigning import assigned, look_anew, look_as_leader
from parentapp.access.facts import LogFacts
from parentapp.access.leading import led
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import colleagues, handovers, recording
from parentapp.domain.handovers import ONE_WAITS as ONE_WAITS
from parentapp.domain.handovers import Proposal
from parentapp.domain.people import shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import HandoverOutcome, SeenPage
from parentapp.errors import Hidden
from parentapp.models import Account, Handover


@dataclass(frozen=True)
class Asked:
    """Who is asked to take over, or said no to the leader."""

    id: UUID
    successor: str
    answer_by: date
    late: bool
    waits: bool


@dataclass(frozen=True)
class Lacking:
    """A log in which somebody must take over: whose it is, and since when there is one. Not about whom."""

    log_id: UUID
    holder: str
    opened: datetime
    asked: Asked | None


def page(actor: Actor) -> list[Lacking]:
    """The logs in which the actor is to find somebody; those where nobody is asked first.

    A line for each, that the family reads. Raises Hidden for somebody who leads no unit.
    """
    with transaction():
        if not led(actor):
            raise Hidden
        sight = look_as_leader(actor)
        shown = _shown(sight, [log for log in sight.ties if can(sight, Action.HANDOVER_ASSIGN, log)])
        return sorted(shown, key=lambda each: (each.asked is not None and each.asked.waits, each.opened, each.log_id))


def one(actor: Actor, log_id: UUID) -> Lacking:
    """One of these, for its form. Raises Hidden."""
    with transaction():
        sight, log = assigned(actor, log_id)
        require(sight, Action.HANDOVER_ASSIGN, log)
        return _shown(sight, [log])[0]


def ask(
    actor: Actor, log_id: UUID, username: str, words: str, *, decided: bool = False, press: Press | None = None
) -> UUID:
    """Ask somebody who works in a unit of the municipality. Nothing moves before they say yes. The family is told.

    Raises Hidden; Unknown, the same whatever stands in the way; Undecided; Conflict where somebody is asked already.
    """
    with transaction():
        sight, log = assigned(actor, log_id)
        require(sight, Action.HANDOVER_ASSIGN, log)
        successor, unit = colleagues.find(sight, log, username)[0]

        def act() -> UUID:
            offered = handovers.offer(actor, log, successor, unit, Proposal("", words, decided=decided), leader=True)
            recording.audit(actor, Action.HANDOVER_ASSIGN, offered, log)
            handovers.tell(look_anew(sight, log), log, offered, successor)  # the successor belongs only now
            return offered

        return once(actor, press, act)


def withdraw(actor: Actor, log_id: UUID, handover_id: UUID, *, press: Press | None = None) -> UUID:
    """Nobody is asked any longer, whoever asked. Raises Hidden; Conflict where it was answered."""
    with transaction():
        sight, log = assigned(actor, log_id)
        require(sight, Action.HANDOVER_ASSIGN, log)

        def act() -> UUID:
            row = visible.find(sight, Handover, handover_id)
            return handovers.take_back(sight, log, row, Action.HANDOVER_ASSIGN)

        return once(actor, press, act)


def _shown(sight: Sight, logs: list[LogFacts]) -> list[Lacking]:
    """Each with the handover that waits, else the latest that was asked by the actor and answered with no."""
    h, holders = Handover, {log.id: log.holder_id for log in logs}
    query = visible.handovers(sight).join(Account, on=(Account.id == h.successor)).where(h.log.in_(list(holders)))
    query = query.select_extend(Account.name_sealed.alias("name_sealed")).order_by(h.proposed_at, h.id)
    rows: dict[UUID, Any] = {}
    for row in query.objects() if holders else ():
        if row.outcome in (None, HandoverOutcome.DECLINED) and row.holder_id == holders[row.log_id]:
            rows[row.log_id] = row
    lines = {log: _ids(rows.get(log.id)) for log in logs}
    recording.seen_all(sight, recording.of_logs(sight, SeenPage.HANDOVER, lines))
    return [_lacking(sight, log, rows.get(log.id)) for log in logs]


def _ids(row: Any) -> tuple[UUID, ...]:
    return (row.id,) if row else ()


def _lacking(sight: Sight, log: LogFacts, row: Any) -> Lacking:
    asked = None
    if row is not None:
        name = Account(id=row.successor_id, name_sealed=row.name_sealed).name
        asked = Asked(row.id, name, row.answer_by, row.answer_by < sight.actor.today, row.outcome is None)
    return Lacking(log.id, shown_people(sight, log)[log.holder_id].name or "", log.opened_at or log.asked_at, asked)
