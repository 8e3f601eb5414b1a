"""While a log rests the leader checks a network person in the contact person's place: who is proposed.

They read the contact person's name besides, to talk to; neither the child's nor the family's, nor anything else of it.
"""

from dataclasses import dataclass
from datetime import datetime
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
from parentapp.domain import network, recording
from parentapp.domain.people import shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import Closeness, NoticeKind, SeenPage
from parentapp.errors import Hidden
from parentapp.models import NetworkProposal


@dataclass(frozen=True)
class Waiting:
    """Somebody to check, as whoever proposed them wrote it."""

    id: UUID
    log_id: UUID
    name: str
    closeness: Closeness
    holder: str  # the contact person's name
    at: datetime


@dataclass(frozen=True)
class Check:
    waiting: Waiting
    tried: bool  # whoever has that user name is kept out


def page(actor: Actor) -> list[Waiting]:
    """Whom the actor is to check, the longest waiting first. A line for each log, that the family reads.

    Raises Hidden for somebody who leads no unit.
    """
    with transaction():
        if not led(actor):
            raise Hidden
        sight = look_as_leader(actor)
        logs = {log.id: log for log in sight.ties if can(sight, Action.NETWORK_CHECK, log)}
        rows = list(visible.checks(sight).order_by(NetworkProposal.at, NetworkProposal.id)) if logs else []
        shown: dict[LogFacts, list[UUID]] = {logs[row.log_id]: [] for row in rows}
        recording.seen_all(sight, recording.of_logs(sight, SeenPage.PEOPLE, shown))
        return [_waiting(sight, logs[row.log_id], row) for row in rows]


def one(actor: Actor, log_id: UUID, proposal_id: UUID) -> Check:
    """One of these, to look at before letting them in. Raises Hidden."""
    with transaction():
        sight, log = assigned(actor, log_id)
        require(sight, Action.NETWORK_CHECK, log)
        row = network.open_one(sight, log, proposal_id)
        recording.seen(sight, log, SeenPage.PEOPLE)
        tried = visible.attempts(sight).where(NetworkProposal.id == proposal_id).exists()
        return Check(_waiting(sight, log, row), tried)


def let_in(actor: Actor, log_id: UUID, proposal_id: UUID, *, press: Press | None = None) -> UUID:
    """The leader has checked. They belong from today; the family and they are told.

    Raises Hidden; Unknown, the same whatever stands in the way: then it goes on waiting, for all the family sees.
    """
    with transaction():
        sight, log = assigned(actor, log_id)
        require(sight, Action.NETWORK_CHECK, log)

        def act() -> UUID:
            row = network.open_one(sight, log, proposal_id)
            account = network.admit(sight, log, row, Action.NETWORK_CHECK)
            recording.tell(look_anew(sight, log), log, NoticeKind.ADDED, log.id, {account})
            return proposal_id

        return once(actor, press, act)


def _waiting(sight: Sight, log: LogFacts, row: Any) -> Waiting:
    holder = shown_people(sight, log)[log.holder_id].name or ""
    return Waiting(row.id, log.id, row.name, row.closeness, holder, row.at)
