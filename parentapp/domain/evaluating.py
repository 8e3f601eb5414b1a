"""«Hjelper det?»: what the child, the parents and the helpers say of a measure, and when it is looked at again."""

from datetime import date
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import recording, revising, writing
from parentapp.domain.pressing import Press, once
from parentapp.enums import EntryType, MeasureStatus, NoticeKind, Outcome, Relation, Voice
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Entry, Evaluation, Measure

OPEN = (MeasureStatus.PLANNED, MeasureStatus.UNDER_WAY)
ENDED = N_("Dette tiltaket er avsluttet. Det kan ikke få nye svar.")
PAST = N_("Velg en dag som kommer.")
VOICES = {Relation.SUBJECT: Voice.CHILD, Relation.GUARDIAN: Voice.PARENT}


def evaluate(
    actor: Actor, measure: UUID, outcome: Outcome, text: str = "", *, heard: bool = False, press: Press | None = None
) -> UUID:
    """Say whether a measure (named by its entry) helps. The words may be left out.

    `heard`: it is what a child without a login says, written down by the actor. It is about health where the measure
    is. Raises Hidden, Denied; Conflict for a measure that has ended.
    """
    action = _action(heard)
    with transaction():
        sight, entry = reach(actor, Entry, measure)
        log, row = _of(sight, entry, action)

        def act() -> UUID:
            said = writing.new_entry(sight, log, EntryType.EVALUATION, text, about=entry.id, health=entry.health)
            whose = Voice.CHILD if heard else voice(sight, log)
            Evaluation.create(entry=said.id, measure=row.id, outcome=outcome, voice=whose)
            recording.audit(actor, action, said.id, log)
            writing.tell(sight, log, NoticeKind.ENTRY, said)
            said_id: UUID = said.id
            return said_id

        return once(actor, press, act)


def require_may(actor: Actor, measure: UUID, *, heard: bool) -> None:
    """For somebody whose form was not right. Raises as `evaluate`: what was typed is then given back."""
    with transaction():
        sight, entry = reach(actor, Entry, measure)
        _of(sight, entry, _action(heard))


def voice(sight: Sight, log: LogFacts) -> Voice:
    """In whose voice the actor speaks."""
    return VOICES.get(sight.tie(log).relation, Voice.PROFESSIONAL)


def renew(actor: Actor, measure: UUID, look_at: date, *, press: Press | None = None) -> UUID:
    """Look at a measure on another day. The day it was to be looked at is kept.

    Raises Hidden, Denied; Conflict for a day that has been, or a measure that has ended.
    """
    with transaction():
        sight, entry = reach(actor, Entry, measure)
        log, row = _of(sight, entry, Action.MEASURE_RENEW)
        if look_at <= actor.today:
            raise Conflict(PAST)

        def act() -> UUID:
            revising.keep(sight, entry, row)
            Measure.update(look_at=look_at).where(Measure.id == row.id).execute()
            recording.audit(actor, Action.MEASURE_RENEW, entry.id, log)
            return measure

        return once(actor, press, act)


def _action(heard: bool) -> Action:
    return Action.MEASURE_HEAR if heard else Action.MEASURE_EVALUATE


def _of(sight: Sight, entry: Entry, action: Action) -> tuple[LogFacts, Measure]:
    log = sight.log(entry.log_id)
    require(sight, action, log)
    row: Measure | None = Measure.get_or_none(Measure.entry == entry.id)
    if row is None:
        raise Hidden
    if row.status not in OPEN:
        raise Conflict(ENDED)
    return log, row
