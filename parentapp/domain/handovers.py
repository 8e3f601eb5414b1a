"""Handing the baton over: proposed by the holder, taken by the successor, and looked at again after a transition."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from peewee import SQL, fn

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import entries, handovers, reach
from parentapp.db import transaction
from parentapp.domain import colleagues, families, recording, writing
from parentapp.domain.pressing import Press, once
from parentapp.domain.promise import answer_by
from parentapp.enums import FAMILY, KIND_OF, EntryType, HandoverOutcome, NoticeKind, ServiceKind, Transition
from parentapp.errors import Conflict, Denied, Undecided
from parentapp.i18n import N_
from parentapp.models import (
    Entry,
    Handover,
    Participation,
    StafettholderPeriod,
    Stafettlogg,
    Unit,
)

ANSWER_WITHIN = 5  # working days
CHECKED_AFTER = timedelta(weeks=3)

ONE_ALREADY = N_("Du har spurt noen om å ta over. Trekk det tilbake før du spør en annen.")
ONE_WAITS = N_("Noen er spurt om å ta over allerede. Trekk det tilbake før du spør en annen.")
ANSWERED = N_("Dette er besvart eller trukket tilbake. Last siden på nytt for å se hva som gjelder.")
MOVED_ON = N_("En annen holder stafettpinnen nå. Dette spørsmålet gjelder ikke lenger.")
# NOTE: said to somebody who wants to take over as contact person
NOT_YET = N_("Familien har ikke sagt ja til tjenesten din ennå. Du kan ta over når de har gjort det.")
NOT_DECIDED = N_("Ingen har sagt at det er gjort vedtak om hjelp. Be kontaktpersonen spørre deg på nytt.")
NOTHING_TO_CHECK = N_("Det er ikke avtalt å se på noe her.")
TOO_EARLY = N_("Det er for tidlig. Vi ser på hvordan det har gått, når dagen kommer.")
CHECKED = N_("Dette er skrevet ned allerede. Det står i loggen.")


@dataclass(frozen=True)
class Proposal:
    """What the holder says: why, what the next one should know; at a transition also what worked."""

    reason: str
    words: str
    transition: Transition | None = None
    worked: str = ""
    decided: bool = False  # to child welfare: a decision on help has been made


def propose(actor: Actor, log_id: UUID, username: str, said: Proposal, *, press: Press | None = None) -> UUID:
    """Ask somebody who works in a unit of the municipality to take over. Nothing moves before they say yes.

    The family is told, and reads it. Raises Hidden, Denied; Unknown, which is the same whatever stands in the way;
    Undecided; Conflict where somebody is asked already.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.HANDOVER_PROPOSE, log)
        successor, unit = colleagues.find(sight, log, username)[0]

        def act() -> UUID:
            offered = offer(actor, log, successor, unit, said)
            recording.audit(actor, Action.HANDOVER_PROPOSE, offered, log)
            anew = look(actor, log.id)  # the successor belongs only now
            tell(anew, log, offered, successor)
            return offered

        return once(actor, press, act)


def offer(actor: Actor, log: LogFacts, successor: UUID, unit: UUID, said: Proposal, *, leader: bool = False) -> UUID:
    """Write down that somebody is asked, by the holder or by the leader.

    Raises Undecided for child welfare without a decision on help; Conflict where somebody is asked already.
    """
    if Handover.select().where((Handover.log == log.id) & Handover.answered_at.is_null()).exists():
        raise Conflict(ONE_WAITS if leader else ONE_ALREADY)
    welfare = takes_decision(unit)
    if welfare and not said.decided:
        raise Undecided
    row = Handover.create(
        log=log.id,
        holder=log.holder_id,
        holder_unit=log.holder_unit_id,
        successor=successor,
        unit=unit,
        reason=said.reason,
        words=said.words,
        worked=said.worked or None if said.transition else None,
        lang=actor.locale,
        transition=said.transition,
        proposed_at=actor.now,
        answer_by=answer_by(actor.today, ANSWER_WITHIN),
        decided=welfare,
        leader=actor.account_id if leader else None,
    )
    row_id: UUID = row.id
    return row_id


def takes_decision(unit: UUID) -> bool:
    """Whether the unit takes the baton only once a decision on help has been made."""
    return bool(Unit.get_by_id(unit).service is ServiceKind.CHILD_WELFARE)


def withdraw(actor: Actor, handover_id: UUID, *, press: Press | None = None) -> UUID:
    """The holder does not ask any longer. Raises Hidden, Denied; Conflict where it was answered."""
    with transaction():
        sight, row, log = _of(actor, handover_id, Action.HANDOVER_WITHDRAW)

        return once(actor, press, lambda: take_back(sight, log, row, Action.HANDOVER_WITHDRAW))


def take_back(sight: Sight, log: LogFacts, row: Any, action: Action) -> UUID:
    """Nobody is asked any longer. The family is told. Returns the handover; raises Conflict where it was answered."""
    _require_open(row)
    _end(sight, row, HandoverOutcome.WITHDRAWN)
    recording.audit(sight.actor, action, row.id, log)
    tell(sight, log, row.id)
    row_id: UUID = row.id
    return row_id


def decline(actor: Actor, handover_id: UUID, *, press: Press | None = None) -> UUID:
    """The successor cannot take over, and sees nothing more of it. Raises Hidden, Denied; Conflict."""
    with transaction():
        sight, row, log = _of(actor, handover_id, Action.HANDOVER_ANSWER)
        _require_asked(actor, row)

        def act() -> UUID:
            _require_open(row)
            _end(sight, row, HandoverOutcome.DECLINED)
            recording.audit(actor, Action.HANDOVER_ANSWER, row.id, log)
            tell(sight, log, row.id, *([] if row.leader_id else [log.holder_id]))
            return handover_id

        return once(actor, press, act)


def accept(actor: Actor, handover_id: UUID, *, press: Press | None = None) -> UUID:
    """The successor takes the baton, and then names a deputy of their own. Whoever held it takes part no longer.

    Raises Hidden, Denied; Conflict where it was answered or another holds the baton now, where the family has not said
    yes to the successor's service, where it is child welfare and nobody said that a decision on help has been made, or
    where the successor no longer works there. Nothing is written then.
    """
    with transaction():
        sight, row, log = _of(actor, handover_id, Action.HANDOVER_ANSWER)
        _require_asked(actor, row)

        def act() -> UUID:
            _require_open(row)
            if row.holder_id != log.holder_id:
                raise Conflict(MOVED_ON)
            if row.unit_id not in sight.covered(log):
                raise Conflict(NOT_YET)
            if not row.decided and takes_decision(row.unit_id):
                raise Conflict(NOT_DECIDED)
            families.require_fit(actor, log.id, actor.account_id, row.unit_id)
            entry = _written(actor, row)
            _move(sight, log, row)
            _end(sight, row, HandoverOutcome.ACCEPTED, entry=entry.id, check_on=_check_on(actor, row))
            recording.audit(actor, Action.HANDOVER_ANSWER, row.id, log)
            # Looked at anew: who held the baton, and the deputy of before, are told of nothing.
            writing.tell(look(actor, log.id), log, NoticeKind.ENTRY, entry)
            return handover_id

        return once(actor, press, act)


def check(actor: Actor, handover_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """How it went after a transition, by the holder or one of the family: an entry. Returns it.

    Raises Hidden, Denied; Conflict before the day, and where one that the actor may read stands there.
    """
    with transaction():
        sight, row, log = _of(actor, handover_id, Action.HANDOVER_CHECK)

        def act() -> UUID:
            if row.check_on is None:
                raise Conflict(NOTHING_TO_CHECK)
            if row.check_on > actor.today:
                raise Conflict(TOO_EARLY)
            if checks(sight, row.entry_id).exists():
                raise Conflict(CHECKED)
            about = {"about": row.entry_id, "addressee": row.successor_id}
            entry = writing.new_entry(sight, log, EntryType.TRANSITION, text, **about)
            recording.audit(actor, Action.HANDOVER_CHECK, entry.id, log)
            writing.tell(sight, log, NoticeKind.ENTRY, entry)
            entry_id: UUID = entry.id
            return entry_id

        return once(actor, press, act)


def checks(sight: Sight, entry: Any) -> Any:
    """What the actor may read of how it went after the handover with that entry. One may be kept from somebody."""
    return entries(sight).where((Entry.type == EntryType.TRANSITION) & (Entry.about == entry))


def is_to_look_at(sight: Sight, log: LogFacts) -> Any:
    """Whether the day has come to look at how a transition went, and the actor reads nothing of it yet: a column.

    Only the last: pages show that one (`handovers_waiting.to_look_at`), and it may be kept from the actor.
    """
    later, today = Handover.alias("later"), sight.actor.today
    made = later.select(later.id).where((later.log == log.id) & (later.check_on <= today))
    due = Handover.id == made.order_by(later.answered_at.desc(), later.id).limit(1)
    unwritten = ~fn.EXISTS(checks(sight, Handover.entry).select(SQL("1")))
    return fn.EXISTS(handovers(sight).where(due & unwritten).select(Handover.id)).alias("to_look_at")


def end_with_log(actor: Actor, log: LogFacts) -> None:
    """What waits for an answer when a log is closed is asked no longer. Inside the closing's transaction."""
    waits = (Handover.log == log.id) & Handover.answered_at.is_null()
    Handover.update(outcome=HandoverOutcome.WITHDRAWN, answered_at=actor.now).where(waits).execute()


def _of(actor: Actor, handover_id: UUID, action: Action) -> tuple[Sight, Any, LogFacts]:
    sight, row = reach(actor, Handover, handover_id)
    log = sight.visited(row.log_id)
    require(sight, action, log)
    return sight, row, log


def _require_open(row: Any) -> None:
    if row.answered_at is not None:
        raise Conflict(ANSWERED)


def _require_asked(actor: Actor, row: Any) -> None:
    if row.successor_id != actor.account_id:
        raise Denied


def _end(sight: Sight, row: Any, outcome: HandoverOutcome, **more: Any) -> None:
    columns = {"outcome": outcome, "answered_at": sight.actor.now, **more}
    Handover.update(**columns).where(Handover.id == row.id).execute()


def _check_on(actor: Actor, row: Any) -> Any:
    return actor.today + CHECKED_AFTER if row.transition else None


def _written(actor: Actor, row: Any) -> Any:
    """What the holder or the leader wrote, on the timeline from now on, in their name."""
    return Entry.create(
        log=row.log_id,
        type=EntryType.HANDOVER,
        kind=KIND_OF[EntryType.HANDOVER],
        author=row.leader_id or row.holder_id,
        author_unit=row.holder_unit_id,
        addressee=row.successor_id,
        text=row.words,
        lang=row.lang,
        at=actor.now,
    )


def _move(sight: Sight, log: LogFacts, row: Any) -> None:
    """From one hand to the other. The log is never without a holder, and never has two."""
    now = sight.actor.now
    period = (StafettholderPeriod.log == log.id) & StafettholderPeriod.until.is_null()
    StafettholderPeriod.update(until=now).where(period).execute()
    own = (Participation.log == log.id) & (Participation.account == log.holder_id)
    Participation.update(until=now).where(own & (Participation.until.is_null() | (Participation.until > now))).execute()
    families.deputy_leaves(sight.actor, log)
    StafettholderPeriod.create(log=log.id, account=row.successor_id, unit=row.unit_id, since=now)
    hands = {"holder": row.successor_id, "holder_unit": row.unit_id, "deputy": None, "deputy_unit": None}
    Stafettlogg.update(**hands).where(Stafettlogg.id == log.id).execute()


def tell(sight: Sight, log: LogFacts, handover_id: UUID, *besides: UUID) -> None:
    """The family, and these besides. Nobody else may know that a handover is on its way."""
    family = {each.account_id for each in recording.belonging(sight, log) if each.relation in FAMILY}
    recording.tell(sight, log, NoticeKind.HANDOVER, handover_id, family | set(besides))
