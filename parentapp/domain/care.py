"""A service has care of a child: registered by two professionals, ended by one.

What that means for who must say yes is `access.consent`'s. Neither the beginning nor the end ever starts sharing.
"""

from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import needed_for
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require, require_second
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import asking, recording
from parentapp.enums import STAFF, Kind, NoticeKind, ServiceKind
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Care, CareWaiting, Unit

ONLY_CHILD_WELFARE = N_("Bare barnevernet kan ha omsorgen for et barn.")
CARE_BEFORE = N_("En tjeneste har alt omsorgen for barnet.")
WAITS = N_("Dette er alt skrevet ned, og venter på en til.")
NO_CARE = N_("Ingen tjeneste har omsorgen for barnet nå.")


def begin(actor: Actor, log_id: UUID, unit: UUID, *, since: date, verified_how: str) -> UUID:
    """Write down that the unit has care of the child from that day, and how the actor knows. It gives nothing yet:
    those who can confirm it are told. Returns the row that waits.

    Raises Hidden, Denied; Conflict for a unit that is not child welfare, while one has care, or while one waits.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CARE_REGISTER, log)
        if Unit.get_by_id(unit).service is not ServiceKind.CHILD_WELFARE:
            raise Conflict(ONLY_CHILD_WELFARE)
        _require_none(actor, log_id, since)
        if CareWaiting.select().where((CareWaiting.log == log_id) & CareWaiting.answered_at.is_null()).exists():
            raise Conflict(WAITS)
        by = {"registered_by": actor.account_id, "verified_how": verified_how}
        row = CareWaiting.create(log=log_id, unit=unit, since=since, at=actor.now, **by)
        recording.audit(actor, Action.CARE_REGISTER, row.id, log)
        recording.tell(sight, log, NoticeKind.CARE_WAITS, row.id, _others(sight, log, unit))
        row_id: UUID = row.id
        return row_id


def confirm(actor: Actor, log_id: UUID, waiting_id: UUID, how: str) -> None:
    """A second professional has seen it too: from now on the unit signs in place of the parents.

    It counts from today at the earliest: what was answered before stands. Whoever answers for the unit is told what
    waits. Raises Hidden; Denied for whoever registered it; Conflict while one has care.
    """
    with transaction():
        _, log, row = confirming(actor, log_id, waiting_id)
        _require_none(actor, log_id, row.since)
        row.seconded_by, row.seconded_how, row.answered_at = actor.account_id, how, actor.now
        row.save()
        by = {"registered_by": row.registered_by_id, "verified_how": row.verified_how}
        Care.create(log=log_id, unit=row.unit_id, since=row.since, at=actor.now, **by)
        recording.audit(actor, Action.CARE_CONFIRM, row.id, log)
        tell_what_waits(look(actor, log_id), log, row.unit_id)


def confirming(actor: Actor, log_id: UUID, waiting_id: UUID) -> tuple[Sight, LogFacts, Any]:
    """The sight of somebody who may confirm it, who may know nothing else of the log. Raises Hidden, Denied."""
    sight = look(actor, log_id)
    log = sight.visited(log_id)
    row = visible.find(sight, CareWaiting, waiting_id)
    require(sight, Action.CARE_CONFIRM, log)
    require_second(sight, row.registered_by_id, row.registered_by_id)
    return sight, log, row


def take_back(actor: Actor, log_id: UUID, waiting_id: UUID) -> None:
    """It waits no longer, and nothing came of it. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CARE_REGISTER, log)
        row = visible.find(sight, CareWaiting, waiting_id)
        CareWaiting.update(answered_at=actor.now).where(CareWaiting.id == row.id).execute()
        recording.audit(actor, Action.CARE_REGISTER, row.id, log)


def _require_none(actor: Actor, log_id: UUID, since: date) -> None:
    """Raises Conflict while a service has care."""
    first = max(since, actor.today)
    if Care.select().where((Care.log == log_id) & (Care.until.is_null() | (Care.until >= first))).exists():
        raise Conflict(CARE_BEFORE)


def _others(sight: Sight, log: LogFacts, unit: UUID) -> set[UUID]:
    """The professionals who can confirm: as `visible.care_waiting`."""
    grants = sight.consents.grants.get(log.id, ())
    told = {each.unit_id for each in grants if {Kind.PLAN, Kind.WHO_ELSE} <= each.kinds} | {unit, log.holder_unit_id}
    here = recording.belonging(sight, log)
    near = {each.account_id for each in here if each.relation not in STAFF}
    return {each.account_id for each in here if each.relation in STAFF and each.unit_id in told} - near


def end(actor: Actor, log_id: UUID) -> None:
    """Today is the last day of care: from tomorrow the parents sign. Raises Hidden, Denied; Conflict without care."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CARE_REGISTER, log)
        row = Care.get_or_none((Care.log == log_id) & Care.until.is_null())
        if row is None:
            raise Conflict(NO_CARE)
        Care.update(until=actor.today).where(Care.id == row.id).execute()
        recording.audit(actor, Action.CARE_REGISTER, row.id, log)


def tell_what_waits(sight: Sight, log: LogFacts, signer: UUID) -> None:
    """A unit that has care, or a new guardian, is asked at once about all that they have not answered."""
    family, today = sight.consents.families[log.id], sight.actor.today
    for each in sight.consents.requests:
        waits = each.replaced_at is None and asking.own(each, signer) is None
        if waits and signer in needed_for(each, family, today):
            people = sight.answering(log, frozenset({signer}))
            recording.tell(sight, log, NoticeKind.CONSENT_ASKED, each.id, people)
