"""Who coordinates an individual plan: asked, says yes, and ends it, or the family does."""

from typing import Any
from uuid import UUID

from parentapp.access import coordinating, visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.rules import closes
from parentapp.access.sight import Sight
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.individual_plan import OVER, require_open, tell
from parentapp.domain.pressing import Press, once
from parentapp.errors import Conflict, Denied, Unknown
from parentapp.i18n import N_
from parentapp.models import Coordinator, IndividualPlan

SOMEBODY_ALREADY = N_("Noen koordinerer planen, eller er spurt om det. Den må slutte før dere spør en ny.")


def ask(actor: Actor, plan_id: UUID, account: UUID, unit: UUID, *, press: Press | None = None) -> UUID:
    """Ask a professional who takes part; whoever asks themselves has said yes. Returns the log.

    Raises Hidden, Denied; Unknown for somebody who is not offered; Conflict where somebody is asked, or the plan does
    not go on.
    """
    with transaction():
        sight, plan = reach(actor, IndividualPlan, plan_id)
        log = sight.log(plan.log_id)
        require(sight, Action.COORDINATOR_ASK, log)

        def act() -> UUID:
            if plan.began_at is None or plan.ended_at is not None:
                raise Conflict(OVER)
            if (account, unit) not in {
                (each.account_id, each.unit_id) for each in coordinating.can_be_asked(sight, log)
            }:
                raise Unknown
            _make_room(sight, log, plan)
            accepted = actor.now if account == actor.account_id else None
            who = {"account": account, "unit": unit, "asked_by": actor.account_id}
            row = Coordinator.create(plan=plan.id, log=log.id, asked_at=actor.now, accepted_at=accepted, **who)
            recording.audit(actor, Action.COORDINATOR_ASK, row.id, log)
            tell(sight, log, plan, account)
            return log.id

        return once(actor, press, act)


def accept(actor: Actor, coordinator_id: UUID, *, press: Press | None = None) -> UUID:
    """Whoever is asked says yes. Returns the log. Raises Hidden; Denied; Conflict where it is over or said already."""
    with transaction():
        sight, row, log = _reached(actor, coordinator_id, Action.COORDINATOR_ACCEPT)
        if row.account_id != actor.account_id or not coordinating.coordinates(sight, log, row.account_id, row.unit_id):
            raise Denied

        def act() -> UUID:
            require_open(row)
            if row.accepted_at is not None:
                raise Conflict(OVER)
            row.accepted_at = actor.now
            row.save()
            recording.audit(actor, Action.COORDINATOR_ACCEPT, row.id, log)
            tell(sight, log, row.plan, row.asked_by_id)
            return log.id

        return once(actor, press, act)


def end(actor: Actor, coordinator_id: UUID, *, press: Press | None = None) -> UUID:
    """A no, or no longer: of whoever is asked or coordinates, of whoever asked, or of the family. Returns the log.

    Raises Hidden, Denied; Conflict where it is over.
    """
    with transaction():
        sight, row, log = _reached(actor, coordinator_id, Action.COORDINATOR_END)
        if actor.account_id not in (row.account_id, row.asked_by_id) and not closes(sight, log):
            raise Denied

        def act() -> UUID:
            require_open(row)
            row.ended_at = actor.now
            row.save()
            recording.audit(actor, Action.COORDINATOR_END, row.id, log)
            tell(sight, log, row.plan, row.account_id, row.asked_by_id)
            return log.id

        return once(actor, press, act)


def _make_room(sight: Sight, log: LogFacts, plan: Any) -> None:
    """Whoever could not coordinate it today any more makes room for another. Raises Conflict for somebody who could."""
    c = Coordinator
    row = c.get_or_none((c.plan == plan.id) & c.ended_at.is_null())
    if row is None:
        return
    if coordinating.coordinates(sight, log, row.account_id, row.unit_id):
        raise Conflict(SOMEBODY_ALREADY)
    row.ended_at = sight.actor.now
    row.save()


def _reached(actor: Actor, coordinator_id: UUID, action: Action) -> tuple[Sight, Any, LogFacts]:
    sight, row = visible.reach(actor, Coordinator, coordinator_id)
    log = sight.log(row.log_id)
    require(sight, action, log)
    return sight, row, log
