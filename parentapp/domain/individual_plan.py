"""The log as the child's individual plan: wished for or suggested, begun by the family's yes, ended by them at once.

It gives nobody new sight. The family's yes and that the right to it is decided come from two people, in either order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.rules import closes
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.pressing import Press, once
from parentapp.enums import FAMILY, NoticeKind, ServiceKind
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_
from parentapp.models import Coordinator, IndividualPlan

ONE_ALREADY = N_("Det er allerede spurt om dette, eller planen er i gang. Last siden på nytt for å se hva som gjelder.")
OVER = N_("Dette gjelder ikke lenger. Last siden på nytt for å se hva som gjelder.")


@dataclass(frozen=True)
class Decided:
    """Which service decided that the family has the right to a plan, and which day."""

    service: ServiceKind
    on: date


def wish(actor: Actor, log_id: UUID, *, press: Press | None = None) -> UUID:
    """The family wishes for it; the contact person then writes what is decided. Raises Hidden, Denied; Conflict where
    there is one already.
    """
    return _ask(actor, log_id, Action.INDIVIDUAL_PLAN_WISH, None, press)


def suggest(actor: Actor, log_id: UUID, decided: Decided, *, press: Press | None = None) -> UUID:
    """The contact person suggests it, of what is decided; the family then answers. Raises as `wish`."""
    return _ask(actor, log_id, Action.INDIVIDUAL_PLAN_SUGGEST, decided, press)


def decide(actor: Actor, plan_id: UUID, decided: Decided, *, press: Press | None = None) -> UUID:
    """The contact person writes what is decided of what the family wished for: it begins. Returns the log.

    Raises Hidden, Denied, also for one's own wish; Conflict where it is over or waits for the family.
    """

    def act(sight: Sight, log: LogFacts, row: Any) -> None:
        if row.decided_on is not None:
            raise Conflict(OVER)
        row.decided_by, row.decided_on = decided.service, decided.on
        _begin(sight, log, row)

    return _answer(actor, plan_id, Action.INDIVIDUAL_PLAN_DECIDE, act, press)


def agree(actor: Actor, plan_id: UUID, *, press: Press | None = None) -> UUID:
    """The family's yes to what the contact person suggested: it begins. Returns the log.

    Raises Hidden, Denied, also for one's own suggestion; Conflict where it is over or waits for the contact person.
    """

    def act(sight: Sight, log: LogFacts, row: Any) -> None:
        if row.decided_on is None:
            raise Conflict(OVER)
        _begin(sight, log, row)

    return _answer(actor, plan_id, Action.INDIVIDUAL_PLAN_AGREE, act, press)


def end(actor: Actor, plan_id: UUID, *, press: Press | None = None) -> UUID:
    """The family's no, or that it is no longer their plan: at once, and nobody asks why. The log goes on.

    The contact person takes back what they suggested. Returns the log. Raises Hidden, Denied; Conflict if it is over.
    """
    with transaction():
        sight, row, log = _reached(actor, plan_id, Action.INDIVIDUAL_PLAN_END)
        if not closes(sight, log) and (row.asked_by_id != actor.account_id or row.began_at is not None):
            raise Denied

        def act() -> UUID:
            require_open(row)
            _end(actor, row)
            recording.audit(actor, Action.INDIVIDUAL_PLAN_END, row.id, log)
            tell(sight, log, row)
            return log.id

        return once(actor, press, act)


def require_may(actor: Actor, plan_id: UUID, action: Action) -> UUID:
    """For somebody whose form was not right: the log. Raises Hidden, Denied, Conflict."""
    with transaction():
        return _reached(actor, plan_id, action)[2].id


def require_may_suggest(actor: Actor, log_id: UUID) -> None:
    """The same of one that is not there yet. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        require(sight, Action.INDIVIDUAL_PLAN_SUGGEST, sight.log(log_id))


def end_with_log(actor: Actor, log: LogFacts) -> None:
    """A log that is closed is nobody's plan any more."""
    row = current(log.id)
    if row is not None:
        _end(actor, row)


def current(log_id: UUID) -> Any:
    """The plan of the log that goes on or waits, whoever asks; None where there is none."""
    return IndividualPlan.get_or_none((IndividualPlan.log == log_id) & IndividualPlan.ended_at.is_null())


def tell(sight: Sight, log: LogFacts, row: Any, *others: UUID) -> None:
    """The family, whoever answers for a service that has care, and the contact person; or, in their place, these."""
    family = {each.account_id for each in recording.belonging(sight, log) if each.relation in FAMILY}
    asked = sight.answering(log, sight.closers(log))
    recording.tell(sight, log, NoticeKind.INDIVIDUAL_PLAN, row.id, family | asked | set(others or (log.holder_id,)))


def require_open(row: Any) -> None:
    """Raises Conflict for a plan, or a coordinator's part in it, that is over."""
    if row.ended_at is not None:
        raise Conflict(OVER)


def _ask(actor: Actor, log_id: UUID, action: Action, decided: Decided | None, press: Press | None) -> UUID:
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, action, log)

        def act() -> UUID:
            if current(log.id) is not None:
                raise Conflict(ONE_ALREADY)
            said = {"decided_by": decided.service, "decided_on": decided.on} if decided else {}
            row = IndividualPlan.create(log=log.id, asked_by=actor.account_id, asked_at=actor.now, **said)
            recording.audit(actor, action, row.id, log)
            tell(sight, log, row)
            row_id: UUID = row.id
            return row_id

        return once(actor, press, act)


def _answer(
    actor: Actor,
    plan_id: UUID,
    action: Action,
    act: Callable[[Sight, LogFacts, Any], None],
    press: Press | None,
) -> UUID:
    """The other side's answer: never of whoever asked."""
    with transaction():
        sight, row, log = _reached(actor, plan_id, action)
        if row.asked_by_id == actor.account_id:
            raise Denied

        def answer() -> UUID:
            require_open(row)
            if row.began_at is not None:
                raise Conflict(OVER)
            act(sight, log, row)
            recording.audit(actor, action, row.id, log)
            return log.id

        return once(actor, press, answer)


def _reached(actor: Actor, plan_id: UUID, action: Action) -> tuple[Sight, Any, LogFacts]:
    sight, row = visible.reach(actor, IndividualPlan, plan_id)
    log = sight.log(row.log_id)
    require(sight, action, log)
    return sight, row, log


def _begin(sight: Sight, log: LogFacts, row: Any) -> None:
    row.began_at = sight.actor.now
    row.save()
    tell(sight, log, row)


def _end(actor: Actor, row: Any) -> None:
    c = Coordinator
    c.update(ended_at=actor.now).where((c.plan == row.id) & c.ended_at.is_null()).execute()
    row.ended_at = actor.now
    row.save()
