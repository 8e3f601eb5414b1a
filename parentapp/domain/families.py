"""Opening a log and saying who belongs to it. Each person is added by a named professional."""

from datetime import date
from typing import Any
from uuid import UUID

from parentapp import crypto
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.days import is_or_will_be
from parentapp.access.facts import LogFacts, works_at
from parentapp.access.policy import THE_YOUTH_CHOOSES, asks_youth, require, require_deputy_unit
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import keeping, recording, unticking
from parentapp.enums import Basis
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import (
    Account,
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
HERE_BEFORE = N_("Denne personen er lagt til i loggen før.")
BLOCKED_BEFORE = N_("Denne personen er stengt ute fra loggen fra før.")
NEVER_BLOCKED = N_("Denne personen kan ikke stenges ute fra loggen.")
TWO_PEOPLE = N_("Det en domstol har bestemt, må to ha sett før det gjelder.")
# NOTE: said to a stafettholder who names a deputy or a successor
WORKS_ELSEWHERE = N_("Denne personen arbeider ikke i den tjenesten.")


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
    """Confirmed by the actor, who says how the relation was verified. What is kept from all guardians is from them too.

    They count from today at the earliest: what runs goes on without their yes. By court judgment: see `guardians`.
    Raises Hidden, Denied; Conflict for somebody blocked, or here already, from 16, or where two must have seen it.
    """
    with transaction():
        if basis is Basis.COURT_JUDGMENT:
            raise Conflict(TWO_PEOPLE)
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.PERSON_ADD, log)
        if asks_youth(sight, log, since):
            raise Conflict(THE_YOUTH_CHOOSES)
        by = {"verified_by": actor.account_id, "verified_how": verified_how}
        become_guardian(sight, log, account, basis=basis, since=since, signs=signs, **by)
        recording.audit(actor, Action.PERSON_ADD, account, log)


def become_guardian(sight: Sight, log: LogFacts, account: UUID, *, since: date, **known: Any) -> UUID:
    """The row of somebody who was let in: `known` is what was found out about them. Raises Conflict."""
    _require_nobody_yet(log.id, account, _still_there(sight))
    keeping.keep_from_newcomer(sight, log, account)
    unticking.of_adult(sight.actor, log.id, account)
    row = Guardian.create(log=log.id, account=account, since=max(since, sight.actor.today), **known)
    row_id: UUID = row.id
    return row_id


def _still_there(sight: Sight) -> Any:
    """Rows of somebody who is a guardian, or will be: whoever was one before can be one again."""
    return Guardian.select().where(is_or_will_be(Guardian, sight.actor.today, sight.actor.now))


def add_network_person(actor: Actor, log_id: UUID, account: UUID, since: date) -> None:
    """A trusted adult: lysglimt, nothing else. For invented stories only: no page does it, see `network.let_in`.

    Raises as `add_guardian`.
    """
    with transaction():
        sight = _let_in(actor, log_id, account)
        become_network_person(sight, sight.log(log_id), account, since)


def become_network_person(sight: Sight, log: LogFacts, account: UUID, since: date) -> UUID:
    """The row of somebody who was let in. Who was taken out can come back. Raises Conflict for one who is in."""
    n = NetworkPerson
    lasts = is_or_will_be(n, sight.actor.today, sight.actor.now)
    if n.select().where((n.log == log.id) & (n.account == account) & lasts).exists():
        raise Conflict(HERE_BEFORE)
    row_id: UUID = n.create(log=log.id, account=account, invited_by=sight.actor.account_id, since=since).id
    return row_id


def _let_in(actor: Actor, log_id: UUID, account: UUID, rows: Any = None) -> Sight:
    """`rows`: where nobody stands twice."""
    sight = look(actor, log_id)
    log = sight.log(log_id)
    require(sight, Action.PERSON_ADD, log)
    _require_nobody_yet(log_id, account, rows)
    recording.audit(actor, Action.PERSON_ADD, account, log)
    return sight


def _require_nobody_yet(log_id: UUID, account: UUID, rows: Any) -> None:
    if _stands_in(Block, log_id, account):
        raise Conflict(BLOCKED)
    if rows is not None and rows.where((rows.model.log == log_id) & (rows.model.account == account)).exists():
        raise Conflict(HERE_BEFORE)


def _stands_in(table: Any, log_id: UUID, account: UUID) -> bool:
    return bool(table.select().where((table.log == log_id) & (table.account == account)).exists())


def block(actor: Actor, log_id: UUID, account: UUID, reason: str | None = None) -> UUID:
    """Keep a named person out, whatever anyone else does. Relations they have are kept, and no longer let them in.

    Raises Hidden, Denied; Conflict for somebody blocked before, whom the log is about, its contact person, the actor.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.PERSON_BLOCK, log)
        if _stands_in(Block, log_id, account):
            raise Conflict(BLOCKED_BEFORE)
        if account in (log.youth_id, log.holder_id, actor.account_id):
            raise Conflict(NEVER_BLOCKED)
        by = {"blocked_by": actor.account_id, "blocked_at": actor.now}
        row_id: UUID = Block.create(log=log_id, account=account, reason=reason, **by).id
        recording.audit(actor, Action.PERSON_BLOCK, account, log)
        recording.hold_back(log, account)
        return row_id


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
        require(sight, Action.DEPUTY_NAME, log)
        require_deputy_unit(sight, log, unit)
        require_fit(actor, log_id, account, unit)
        deputy_leaves(actor, log)
        Stafettlogg.update(deputy=account, deputy_unit=unit).where(Stafettlogg.id == log.id).execute()
        recording.audit(actor, Action.DEPUTY_NAME, account, log)


def deputy_leaves(actor: Actor, log: LogFacts) -> None:
    """The deputy of until now is remembered as somebody who took part: their name stands by what they wrote."""
    if log.deputy_id is not None:
        part = {"account": log.deputy_id, "unit": log.deputy_unit_id, "since": actor.now, "until": actor.now}
        Participation.create(log=log.id, **part)


def require_fit(actor: Actor, log_id: UUID, account: UUID, unit: UUID) -> None:
    """Raises Conflict for somebody who does not work in the unit today, or is kept out of the log."""
    if _stands_in(Block, log_id, account):
        raise Conflict(BLOCKED)
    if not Account.select().where((Account.id == account) & works_at(Account.id, actor.today, unit)).exists():
        raise Conflict(WORKS_ELSEWHERE)
