"""Questions to a family and the answers to them, as they are written down. Who may ask and answer: `consents`.

To the family a service is one thing, however often it has asked: a no counts for all its open questions, and a new
question takes the place of the one before.
"""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.asked import overtaken
from parentapp.access.consent import Decision, Grant, Request, in_effect, shows_anything
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight, look
from parentapp.db import MICROSECOND
from parentapp.domain import recording
from parentapp.enums import Answer, Kind, Way
from parentapp.errors import Denied
from parentapp.models import ConsentDecision, ConsentRequest

TEXT_VERSION = "2026-11"  # of the words on the consent page; raised when they change in meaning


@dataclass(frozen=True)
class Asked:
    """A question as it is put. Without a unit it is about having the log."""

    unit: UUID | None
    kinds: frozenset[Kind]
    purpose: str
    months: int
    child_view: str | None


@dataclass(frozen=True)
class Chosen:
    """What a yes is to: these of the kinds that were asked about, until and including that day."""

    kinds: frozenset[Kind]
    until: date


@dataclass(frozen=True)
class Hand:
    """Who signs, and how the answer came: in the app by themselves, or registered by a professional."""

    signer: UUID
    account: UUID  # of whoever answered; for a service that has care, one of its professionals
    way: Way = Way.APP
    given_on: date | None = None  # the day of an answer that is registered
    how: str | None = None  # who was there, and who interpreted

    @property
    def unit(self) -> UUID | None:
        return None if self.signer == self.account else self.signer


def own_hand(sight: Sight, log: LogFacts, interpreter: str | None = None) -> Hand:
    """The actor's own, in the app; with the interpreter they had. Raises Denied for somebody who answers as nobody."""
    signer = sight.signer(log)
    if signer is None:
        raise Denied
    return Hand(signer, sight.actor.account_id, how=interpreter)


def last_day(today: date, months: int) -> date:
    """The last day of a yes given today for so many months: the same day of that month, or its last."""
    month = today.month - 1 + months
    year, month = today.year + month // 12, month % 12 + 1
    return date(year, month, min(today.day, monthrange(year, month)[1]))


def put(sight: Sight, log: LogFacts, asked: Asked) -> UUID:
    """Write the question down. Earlier ones about the same service make room for it, unless they are in effect."""
    actor, unit = sight.actor, asked.unit
    _replace(actor, [each for each in open_about(sight, log.id, unit) if effect(sight, each) is None])
    row = ConsentRequest.create(
        log=log.id,
        unit=unit,
        kinds=asked.kinds,
        purpose=asked.purpose,
        lang=actor.locale,
        months=asked.months,
        text_version=TEXT_VERSION,
        child_view=asked.child_view,
        child_heard_at=actor.now if asked.child_view else None,
        asked_by=actor.account_id,
        asked_at=actor.now,
    )
    request_id: UUID = row.id
    return request_id


def say_yes(sight: Sight, log: LogFacts, request: Request, hand: Hand, chosen: Chosen, language: str) -> UUID:
    """The signer's yes. Once the question is in effect, the earlier ones about the same service are over.

    What is left out of it, or ends sooner than it did, does so in all they have said yes to about the service.
    """
    late = Decision(hand.signer, Answer.YES, chosen.kinds, chosen.until, sight.actor.now, hand.given_on)
    if not overtaken(late, request.decisions):
        _narrow(sight, log, request, hand, chosen, language)
    decision = _write(sight, log, request, hand, Answer.YES, chosen, language)
    after = look(sight.actor, log.id)
    asked = open_about(after, log.id, request.unit_id)
    running = [number for number, each in enumerate(asked) if effect(after, each) is not None]
    _replace(sight.actor, asked[: running[-1]] if running else [])
    return decision


def say_no(sight: Sight, log: LogFacts, request: Request, hand: Hand, language: str) -> UUID:
    """The signer's no, to every open question about the same service that they are asked or have said yes to."""
    me = hand.signer
    for other in open_about(sight, log.id, request.unit_id):
        mine = own(other, me)
        if other.id != request.id and (me in sight.answerers(other) or (mine and mine.is_yes)):
            _write(sight, log, other, hand, Answer.NO, None, language)
    return _write(sight, log, request, hand, Answer.NO, None, language)


def let_run_out(sight: Sight, log: LogFacts, request: Request, hand: Hand, language: str) -> UUID:
    """The signer's no to going on: their yes, which runs, ends on its last day. Nothing else changes by it."""
    mine = own(request, hand.signer)
    if mine is None or mine.until is None:
        raise ValueError("there is no yes that could run out")
    return _write(sight, log, request, hand, Answer.RUNS_OUT, Chosen(mine.kinds, mine.until), language)


def _narrow(sight: Sight, log: LogFacts, request: Request, hand: Hand, chosen: Chosen, language: str) -> None:
    """Take what the signer leaves out now out of their yes to other open questions about the same service."""
    me = hand.signer
    before, left_out = own(request, me), request.kinds - chosen.kinds
    sooner = before and before.until and chosen.until < before.until
    for other in open_about(sight, log.id, request.unit_id):
        mine = own(other, me)
        if other.id == request.id or mine is None or mine.until is None:
            continue
        less = Chosen(mine.kinds - left_out, min(mine.until, chosen.until) if sooner else mine.until)
        if less == Chosen(mine.kinds, mine.until):
            continue
        said = Answer.YES if shows_anything(request, less.kinds) else Answer.NO
        _write(sight, log, other, hand, said, less if said is Answer.YES else None, language)


def own(request: Request, signer: UUID | None) -> Decision | None:
    """What that signer answered last: a person, or a service that has care."""
    return next((each for each in reversed(request.decisions) if each.signer == signer), None)


def open_about(sight: Sight, log_id: UUID, unit: UUID | None) -> list[Request]:
    """The questions about this service (None: about the log itself) that were not replaced, the oldest first."""
    asked = (each for each in sight.consents.requests if (each.log_id, each.unit_id) == (log_id, unit))
    return [each for each in asked if each.replaced_at is None]


def effect(sight: Sight, request: Request) -> Grant | None:
    """What its own answers amount to by now, also while the log rests."""
    now = max([sight.actor.now, *(each.at for each in request.decisions)])
    return in_effect(request, sight.consents.families[request.log_id], now)


def _replace(actor: Actor, requests: Iterable[Request]) -> None:
    ids = [each.id for each in requests]
    ConsentRequest.update(replaced_at=actor.now).where(ConsentRequest.id.in_(ids)).execute()


def _write(
    sight: Sight, log: LogFacts, request: Request, hand: Hand, said: Answer, chosen: Chosen | None, language: str
) -> UUID:
    """The signer's answer with its audit line; one that changes nothing is not written again. Returns its id.

    A no is to all that was asked.
    """
    actor, signer = sight.actor, hand.signer
    kinds, until = (chosen.kinds, chosen.until) if chosen else (request.kinds, None)
    mine = own(request, signer)
    if said is Answer.NO and mine and mine.is_yes:
        said = Answer.WITHDRAWN
    latest = max((each.at for each in request.decisions), default=request.asked_at)
    at = max(actor.now, latest + MICROSECOND)
    if mine and not _changes(sight, request, mine, Decision(signer, said, kinds, until, at, hand.given_on)):
        return _last_written(request, signer)
    row = ConsentDecision.create(
        request=request.id,
        signer=hand.account,
        unit=hand.unit,
        answer=said,
        kinds=kinds,
        until=until,
        language=language,
        text_version=TEXT_VERSION,
        way=hand.way,
        registered_by=None if hand.way is Way.APP else actor.account_id,
        given_on=hand.given_on,
        how=hand.how,
        session=actor.session_id,
        at=at,
    )
    recording.audit(actor, Action.CONSENT_ANSWER, request.id, log)
    decision_id: UUID = row.id
    return decision_id


def _changes(sight: Sight, request: Request, mine: Decision, said: Decision) -> bool:
    """Whether it says something else than the signer's last answer, or makes the question amount to something else.

    The same yes again can be the one that completes it, where somebody whose yes was missing is no longer needed.
    """
    yes = said.is_yes
    to_the_same = mine.answer is said.answer and (mine.kinds, mine.until) == (said.kinds, said.until)
    same = to_the_same if yes else not mine.is_yes
    answered = replace(request, decisions=(*request.decisions, said))
    return not same or effect(sight, answered) != effect(sight, request)


def _last_written(request: Request, signer: UUID) -> UUID:
    query = ConsentDecision.select(ConsentDecision.id).where(written_by(request.id, signer))
    found: UUID = query.order_by(ConsentDecision.at.desc()).get().id
    return found


def written_by(request_id: UUID, signer: UUID | None) -> Any:
    """The answers of that signer, as `own` knows them."""
    d = ConsentDecision
    return (d.request == request_id) & ((d.unit == signer) | (d.unit.is_null() & (d.signer == signer)))
