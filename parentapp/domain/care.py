"""A service has care of a child: registered, and ended, by a named professional.

What that means for who must say yes is `access.consent`'s. Neither the beginning nor the end ever starts sharing.
"""

from datetime import date
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import needed_for
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import asking, recording
from parentapp.enums import NoticeKind, ServiceKind
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Care, Unit

ONLY_CHILD_WELFARE = N_("Bare barnevernet kan ha omsorgen for et barn.")
CARE_BEFORE = N_("En tjeneste har alt omsorgen for barnet.")
NO_CARE = N_("Ingen tjeneste har omsorgen for barnet nå.")


def begin(actor: Actor, log_id: UUID, unit: UUID, *, since: date, verified_how: str) -> None:
    """The unit has care of the child from that day, and signs in place of the parents. The actor says how they know.

    It counts from today at the earliest: what was answered before stands. Whoever answers for the unit is told what
    waits. Raises Hidden, Denied; Conflict for a unit that is not child welfare, or while one has care.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CARE_REGISTER, log)
        if Unit.get_by_id(unit).service is not ServiceKind.CHILD_WELFARE:
            raise Conflict(ONLY_CHILD_WELFARE)
        first = max(since, actor.today)
        if Care.select().where((Care.log == log_id) & (Care.until.is_null() | (Care.until >= first))).exists():
            raise Conflict(CARE_BEFORE)
        row = Care.create(
            log=log_id,
            unit=unit,
            since=since,
            registered_by=actor.account_id,
            verified_how=verified_how,
            at=actor.now,
        )
        recording.audit(actor, Action.CARE_REGISTER, row.id, log)
        tell_what_waits(look(actor, log_id), log, unit)


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
