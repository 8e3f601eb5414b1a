"""Opening a log and saying who belongs to it. Each person is added by a named professional."""

from datetime import date
from uuid import UUID

from parentapp import crypto
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.policy import require, require_covered
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.enums import Basis
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import (
    Block,
    Guardian,
    NetworkPerson,
    Participation,
    StafettholderPeriod,
    Stafettlogg,
    Subject,
    Unit,
)

BLOCKED = N_("Denne personen kan ikke legges til i loggen.")


def ask_for_log(
    actor: Actor,
    unit: UUID,
    *,
    name: str,
    born: date,
    level: int,
    youth: UUID | None = None,
    pregnant: bool = False,
    protected: bool = False,
) -> UUID:
    """A log that waits for the family's yes. The one who asks holds the baton from the start.

    Raises Hidden for somebody who does not work in the unit: what they asked for is then undone.
    """
    subject, log = crypto.new_id(), crypto.new_id()
    crypto.vault().create(subject)
    crypto.vault().create(log)
    with transaction():
        Subject.create(id=subject, account=youth, name=name, born=born, protected=protected)
        Stafettlogg.create(
            id=log,
            municipality=Unit.get_by_id(unit).municipality_id,
            subject=subject,
            pregnant=pregnant,
            level=level,
            holder=actor.account_id,
            holder_unit=unit,
            opener=actor.account_id,
            asked_at=actor.now,
        )
        StafettholderPeriod.create(log=log, account=actor.account_id, unit=unit, since=actor.now)
        sight = look(actor, log)
        require(sight, Action.LOG_OPEN, sight.log(log))
        recording.audit(actor, Action.LOG_OPEN, log, sight.log(log))
    return log


def add_guardian(
    actor: Actor,
    log_id: UUID,
    account: UUID,
    *,
    basis: Basis,
    verified_how: str,
    since: date,
    signs: bool = True,
) -> None:
    """Confirmed by the actor, who says how the relation was verified. Raises Conflict for a blocked person."""
    with transaction():
        _let_in(actor, log_id, account)
        Guardian.create(
            log=log_id,
            account=account,
            basis=basis,
            signs=signs,
            verified_by=actor.account_id,
            verified_how=verified_how,
            since=since,
        )


def add_network_person(actor: Actor, log_id: UUID, account: UUID, since: date) -> None:
    """A trusted adult: lysglimt, nothing else. Raises Conflict for a blocked person."""
    with transaction():
        _let_in(actor, log_id, account)
        NetworkPerson.create(log=log_id, account=account, invited_by=actor.account_id, since=since)


def _let_in(actor: Actor, log_id: UUID, account: UUID) -> None:
    sight = look(actor, log_id)
    log = sight.log(log_id)
    require(sight, Action.PERSON_ADD, log)
    if Block.select().where((Block.log == log_id) & (Block.account == account)).exists():
        raise Conflict(BLOCKED)
    recording.audit(actor, Action.PERSON_ADD, account, log)


def block(actor: Actor, log_id: UUID, account: UUID) -> None:
    """Keep a named person out, whatever anyone else does. Relations they have are kept, and no longer let them in."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.PERSON_ADD, log)
        Block.create(log=log_id, account=account, blocked_by=actor.account_id, blocked_at=actor.now)
        recording.audit(actor, Action.PERSON_ADD, account, log)


def add_participant(actor: Actor, log_id: UUID, account: UUID, unit: UUID) -> None:
    """A professional takes part through a unit. They see something once that unit's consent is in effect."""
    with transaction():
        _let_in(actor, log_id, account)
        Participation.create(log=log_id, account=account, unit=unit, since=actor.now)


def name_deputy(actor: Actor, log_id: UUID, account: UUID, unit: UUID) -> None:
    """Who answers when the stafettholder is away: from the holder's unit, or one that the family said yes to.

    Raises Hidden, Denied, Conflict.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.BATON_PASS, log)
        require_covered(sight, log, unit, or_holders=True)
        Stafettlogg.update(deputy=account, deputy_unit=unit).where(Stafettlogg.id == log.id).execute()
        recording.audit(actor, Action.BATON_PASS, account, log)
