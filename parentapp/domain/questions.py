"""Asking the family whether a service may take part, or see more: by the contact person, or by one of the family."""

from dataclasses import dataclass
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import SHOWING, Request, hears_child, needed_for
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import asking, recording
from parentapp.domain.asking import Asked
from parentapp.domain.pressing import Press, once
from parentapp.enums import Kind, NoticeKind, SeenPage, ServiceKind
from parentapp.errors import Denied, Hidden
from parentapp.models import Unit


@dataclass(frozen=True)
class AskedUnit:
    """A unit of the municipality, by its own name: that it exists tells nothing of any log."""

    id: UUID
    name: str
    service: ServiceKind


@dataclass(frozen=True)
class Asker:
    """Who asks, and what has to be written with a question of theirs."""

    family: bool  # one of the family
    hears_child: bool  # the child's own view is to be noted


@dataclass(frozen=True)
class AskPage:
    log: LogFacts
    child: str | None  # told to a professional, who may have several
    asker: Asker
    units: list[AskedUnit]


def asker(actor: Actor, log_id: UUID) -> Asker:
    """Raises Hidden, Denied, Conflict for whoever may not ask."""
    with transaction():
        return _asker(*_asking(actor, log_id))


def page(actor: Actor, log_id: UUID) -> AskPage:
    """What one needs for asking. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, log = _asking(actor, log_id)
        here = Unit.select(Unit.id, Unit.name, Unit.service).where(Unit.municipality == log.municipality_id)
        units = here.where(Unit.service != ServiceKind.OPEN).order_by(Unit.name)
        asks = _asker(sight, log)
        if not asks.family:
            recording.seen(sight, log, SeenPage.DESK)
        child = None if asks.family else log.child
        return AskPage(log, child, asks, [AskedUnit(*row) for row in units.tuples()])


def ask(
    actor: Actor,
    log_id: UUID,
    *,
    unit: UUID | None,
    kinds: frozenset[Kind],
    purpose: str,
    months: int = 12,
    child_view: str | None = None,
    press: Press | None = None,
) -> UUID:
    """Ask for a service's part in the log, or (without a unit) for the log: who must answer is told.

    One of the family asks about services; what is asked already is not asked again, and is what comes back.
    Raises Hidden, Denied, Conflict.
    """
    with transaction():
        sight, log = _asking(actor, log_id, Action.CONSENT_ASK if unit else Action.CONSENT_ASK_LOG)
        if unit is not None:
            _check(log, unit, kinds)
        waiting = _asked_already(sight, log, unit, kinds) if sight.is_family(log) else None
        if waiting is not None:
            return waiting
        asked = Asked(unit, kinds, purpose, months, child_view)
        return once(actor, press, lambda: _put(sight, log, asked))


def _asking(actor: Actor, log_id: UUID, action: Action = Action.CONSENT_ASK) -> tuple[Sight, LogFacts]:
    sight = look(actor, log_id)
    log = sight.log(log_id)
    require(sight, action, log)
    return sight, log


def _asker(sight: Sight, log: LogFacts) -> Asker:
    return Asker(sight.is_family(log), _hears_child(sight, log))


def _check(log: LogFacts, unit: UUID, kinds: frozenset[Kind]) -> None:
    """Raises Hidden for a unit of elsewhere, Denied for what would show it nothing."""
    if not Unit.select().where((Unit.id == unit) & (Unit.municipality == log.municipality_id)).exists():
        raise Hidden
    if not kinds & SHOWING:
        raise Denied


def _put(sight: Sight, log: LogFacts, asked: Asked) -> UUID:
    actor = sight.actor
    request_id = asking.put(sight, log, asked)
    recording.audit(actor, Action.CONSENT_ASK, request_id, log)
    sight = look(actor, log.id)
    request = next(each for each in sight.consents.requests if each.id == request_id)
    signers = needed_for(request, sight.consents.families[log.id], actor.today)
    recording.tell(sight, log, NoticeKind.CONSENT_ASKED, request_id, sight.answering(log, signers))
    return request_id


def _asked_already(sight: Sight, log: LogFacts, unit: UUID | None, kinds: frozenset[Kind]) -> UUID | None:
    """A question about the service that waits for somebody's yes, or one in effect that asked for all of this."""
    asked = asking.open_about(sight, log.id, unit)
    found = (each for each in asked if asking.effect(sight, each) is None or kinds <= each.kinds)
    return next((each.id for each in found), None)


def _hears_child(sight: Sight, log: LogFacts) -> bool:
    """Whether the child is asked, by the ages of any service that was asked about so far."""
    family, today = sight.consents.families[log.id], sight.actor.today
    requests: list[Request] = [each for each in sight.consents.requests if each.log_id == log.id]
    return any(hears_child(each, family, today) for each in requests)
