"""Closing a log together: proposed by the contact person or whoever signs, done when everybody who signs says yes."""

from typing import Any
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import CLOSED, can, require
from parentapp.access.rules import closes
from parentapp.access.sight import Sight, look
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import asking, handovers, individual_plan, recording
from parentapp.domain.asking import Hand
from parentapp.domain.pressing import Press, once
from parentapp.enums import FAMILY, NoticeKind
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_
from parentapp.models import Closing, ClosingYes, Stafettlogg

ONE_ALREADY = N_("Noen har allerede foreslått å avslutte loggen. Les forslaget og svar på det.")
OVER = N_("Forslaget gjelder ikke lenger. Ikke alle har sagt ja, og loggen er åpen som før.")


def propose(actor: Actor, log_id: UUID, reason: str, *, press: Press | None = None) -> UUID:
    """Propose to close the log, with what worked and who to call later. Of somebody who signs it is their yes.

    Where nobody else signs, it is closed at once. Raises Hidden, Denied; Conflict where one is proposed already.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        _require_still(sight, Action.CLOSING_PROPOSE, log)
        require(sight, Action.CLOSING_PROPOSE, log)

        def act() -> UUID:
            require_not_closed(log)
            if Closing.select().where((Closing.log == log.id) & Closing.ended_at.is_null()).exists():
                raise Conflict(ONE_ALREADY)
            said = {"reason": reason, "lang": actor.locale, "proposed_at": actor.now}
            row = Closing.create(log=log.id, proposer=actor.account_id, **said)
            recording.audit(actor, Action.CLOSING_PROPOSE, row.id, log)
            if closes(sight, log):
                say_yes(sight, log, row, asking.own_hand(sight, log))
            if row.ended_at is None:
                _tell(sight, log, row)
            row_id: UUID = row.id
            return row_id

        return once(actor, press, act)


def agree(actor: Actor, closing_id: UUID, *, press: Press | None = None) -> UUID:
    """Yes to closing. With the last yes the log is closed at once. Returns the log.

    Raises Hidden, Denied; Conflict where it was stopped meanwhile, or the log is closed.
    """
    with transaction():
        sight, row = reach(actor, Closing, closing_id)
        log = sight.log(row.log_id)
        _require_still(sight, Action.CLOSING_AGREE, log)
        require(sight, Action.CLOSING_AGREE, log)

        def act() -> UUID:
            require_not_closed(log)
            require_open(row)
            recording.audit(actor, Action.CLOSING_AGREE, row.id, log)
            say_yes(sight, log, row, asking.own_hand(sight, log))
            return log.id

        return once(actor, press, act)


def stop(actor: Actor, closing_id: UUID, *, press: Press | None = None) -> UUID:
    """Not now: a no, a yes taken back, or the proposal taken back. To everybody it looks the same. Returns the log.

    Raises Hidden, Denied; Conflict where it was stopped before, or the log is closed.
    """
    with transaction():
        sight, row = reach(actor, Closing, closing_id)
        log = sight.log(row.log_id)
        require(sight, Action.CLOSING_STOP, log)
        if row.proposer_id != actor.account_id and not closes(sight, log):
            raise Denied

        def act() -> UUID:
            require_open(row)
            recording.audit(actor, Action.CLOSING_STOP, row.id, log)
            say_no(sight, log, row)
            return log.id

        return once(actor, press, act)


def said_yes(closing_id: UUID) -> frozenset[UUID]:
    """Who has said yes to it: people, and units that have care. For `agree`, and each for themselves on the page."""
    yeses = ClosingYes.select(ClosingYes.account, ClosingYes.unit).where(ClosingYes.closing == closing_id)
    return frozenset(unit or account for account, unit in yeses.tuples())


def say_yes(sight: Sight, log: LogFacts, row: Any, hand: Hand) -> None:
    """Whoever's it is. Said twice it is one; it can still be the one that completes it."""
    actor, y = sight.actor, ClosingYes
    said = said_yes(row.id)
    if hand.signer in said:  # in the app, after a paper of an earlier day: that is what counts from now on
        on_paper = (y.closing == row.id) & (y.account == hand.account) & (y.given_on < (hand.given_on or actor.today))
        y.update(given_on=hand.given_on, at=actor.now).where(on_paper).execute()
    else:
        y.create(closing=row.id, account=hand.account, unit=hand.unit, at=actor.now, given_on=hand.given_on)
    if sight.closers(log) <= said | {hand.signer}:
        close(sight, log, row)


def say_no(sight: Sight, log: LogFacts, row: Any) -> None:
    """Whoever says so: the proposal is over, and it is not told by whom."""
    _end(sight.actor, row)
    _tell(sight, log, row)


def close(sight: Sight, log: LogFacts, row: Any) -> None:
    """All services are out at once, and what waits for an answer is asked no longer; the family reads on."""
    actor = sight.actor
    handovers.end_with_log(actor, log)
    individual_plan.end_with_log(actor, log)
    Stafettlogg.update(closed_at=actor.now).where(Stafettlogg.id == log.id).execute()
    _end(actor, row, agreed=True)
    _tell(sight, log, row)


def _end(actor: Actor, row: Any, *, agreed: bool = False) -> None:
    row.ended_at, row.agreed = actor.now, agreed
    row.save()


def _tell(sight: Sight, log: LogFacts, row: Any) -> None:
    """The family, the contact person, and whoever answers for a service that has care. Never by whom."""
    family = {each.account_id for each in recording.belonging(sight, log) if each.relation in FAMILY}
    asked = sight.answering(log, sight.closers(log))
    recording.tell(sight, log, NoticeKind.CLOSING, row.id, family | asked | {log.holder_id})


def require_open(row: Any) -> None:
    """Raises Conflict for a proposal that is over."""
    if row.ended_at is not None:
        raise Conflict(OVER)


def require_not_closed(log: LogFacts) -> None:
    if log.closed:
        raise Conflict(CLOSED)


def _require_still(sight: Sight, action: Action, log: LogFacts) -> None:
    """In a closed log whoever reads it is told so: also one who could not have said yes."""
    if not can(sight, action, log):
        require_not_closed(log)
