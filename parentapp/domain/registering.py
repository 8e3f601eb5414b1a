"""Answers that were given on paper or by word of mouth: registered by a professional, and told to whoever gave them.

A yes is the contact person's to register; that somebody says no, or takes back a yes, any professional's of the log.
What the family has answered before is shown to none of them.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import names, visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import MONTHS, Request, shows_anything
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import asking, consents, hearing, on_paper, recording
from parentapp.domain.asking import Chosen, Hand
from parentapp.domain.choosing import NOT_ASKED
from parentapp.domain.people import Shown, ShownUnit, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import Answer, Kind, NoticeKind, SeenPage, Way
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import ConsentRequest, Unit

NOT_THAT_DAY = N_("Dagen kan ikke være før spørsmålet ble stilt, og ikke etter i dag.")
RUN_OUT = N_("Et ja fra den dagen har alt sluttet å gjelde. Spør på nytt.")
ON_PAPER = N_("Når loggen hviler, skriver du bare inn et ja som står på papir.")
NOT_NOW = N_("Innsynet er stanset for denne personen. Et ja kan ikke registreres nå. Et nei kan.")


@dataclass(frozen=True)
class Question:
    """As a professional may know it: never what was answered."""

    id: UUID
    unit: ShownUnit | None  # None: about having the log
    kinds: frozenset[Kind]
    purpose: str
    lang: str  # of the purpose
    lengths: tuple[int, ...]  # months, at most as many as were asked for
    asked_on: date
    child_waited_for: bool  # nothing is in effect before it is noted what the child says


@dataclass(frozen=True)
class Registering:
    log: LogFacts
    child: str
    questions: list[Question]
    yes: bool  # the actor may register a yes, too


@dataclass(frozen=True)
class QuestionPage:
    log: LogFacts
    child: str | None  # None while the log rests: its contact person registers what is said, and sees nothing of it
    question: Question
    people: list[Shown]  # whose answer may be registered
    yes: bool
    today: date


@dataclass(frozen=True)
class Asks:
    log_id: UUID
    about_service: bool  # not about having the log


@dataclass(frozen=True)
class Told:
    """What somebody has said: the day and how; of a yes to what, and for how long."""

    signer: UUID
    answer: Answer  # yes or no
    way: Way
    day: date
    language: str  # in which it was read, or told
    how: str | None = None  # who was there, and who interpreted
    kinds: frozenset[Kind] = frozenset()
    months: int = 12


def questions(actor: Actor, log_id: UUID) -> Registering:
    """The questions of a log that the actor may register answers to, the newest first. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.REGISTERING_SEE, log)
        recording.seen(sight, log, SeenPage.DESK)
        r = ConsentRequest
        query = visible.open_questions(sight).select(r, Unit).join(Unit, JOIN.LEFT_OUTER).where(r.log == log_id)
        rows = query.order_by(r.asked_at.desc(), r.id)
        return Registering(log, log.child, [_question(sight, log, row) for row in rows], _may_say_yes(sight, log))


def asks(actor: Actor, request_id: UUID) -> Asks:
    """What the form has to hold. Shows nothing of the log. Raises Hidden."""
    with transaction():
        sight, log, row = _reach(actor, request_id)
        require(sight, Action.REGISTERING_SEE, log)
        return Asks(log.id, row.unit_id is not None)


def page(actor: Actor, request_id: UUID) -> QuestionPage:
    """One of them, with whose answer may be registered. Raises Hidden."""
    with transaction():
        sight, log, row = _reach(actor, request_id)
        require(sight, Action.REGISTERING_SEE, log)
        return _page(sight, log, row)


def page_to_hear(actor: Actor, request_id: UUID) -> QuestionPage:
    """One of them, for what the child says about it. Raises Hidden, Denied; Conflict where nothing is waited for."""
    with transaction():
        sight, log, row = _reach(actor, request_id)
        require(sight, Action.CHILD_NOTE, log)
        hearing.require_waiting(sight, log, row)
        return _page(sight, log, row)


def register(actor: Actor, request_id: UUID, told: Told, *, press: Press | None = None) -> UUID:
    """Write down what somebody has said, as if they had pressed it themselves; they are told that it is registered.

    A yes counts from now, as long as from the day it was given. Raises Hidden; Denied for what the actor may not
    register; Conflict for a day that cannot be, or a yes that is not asked for.
    """
    with transaction():
        sight, log, row = _reach(actor, request_id)
        yes = told.answer is Answer.YES
        require(sight, Action.REGISTERING_YES if yes else Action.REGISTERING_NO, log)
        request = consents.request_of(sight, row.id)
        if told.signer not in sight.by_hand(request):
            raise Hidden
        check_day(actor, request.asked_at, told.day)
        if yes:
            require_open_to_yes(sight, log, told)
        chosen = chosen_of(sight, request, row.months, told) if yes else None
        return once(actor, press, lambda: write(sight, log, request, told, chosen))


def _reach(actor: Actor, request_id: UUID) -> tuple[Sight, LogFacts, ConsentRequest]:
    sight, row = visible.reach_open_question(actor, request_id)
    return sight, sight.visited(row.log_id), row


def _page(sight: Sight, log: LogFacts, row: Any) -> QuestionPage:
    recording.seen(sight, log, SeenPage.DESK)
    known = shown_people(sight, log)
    asked = sight.by_hand(consents.request_of(sight, row.id))
    people = sorted((known[each] for each in asked), key=lambda each: each.name or "")
    child = log.child if sight.may_know(log) else None
    return QuestionPage(log, child, _question(sight, log, row), people, _may_say_yes(sight, log), sight.actor.today)


def _may_say_yes(sight: Sight, log: LogFacts) -> bool:
    return can(sight, Action.REGISTERING_YES, log)


def _question(sight: Sight, log: LogFacts, row: Any) -> Question:
    unit = None
    if row.unit is not None:
        name = row.unit.name if names.may_tell_asked_place(log) else None
        unit = ShownUnit(row.unit_id, row.unit.service, name)
    lengths = tuple(each for each in MONTHS if each <= row.months)
    waits = hearing.is_waited_for(sight, log, consents.request_of(sight, row.id))
    return Question(row.id, unit, row.kinds, row.purpose, row.lang, lengths, local_date(row.asked_at), waits)


def require_open_to_yes(sight: Sight, log: LogFacts, told: Told) -> None:
    """Raises Conflict for somebody whom a freeze keeps out; and, of one who is kept out for good, as `on_paper`.

    A log that rests wakes on paper only: whoever sees nothing is not to come back by their own word.
    """
    if sight.rests(log) and told.way is not Way.PAPER:
        raise Conflict(ON_PAPER)
    if sight.is_out(log, told.signer):
        raise Conflict(NOT_NOW)
    on_paper.require_paper(sight, log, told.signer, told.way)


def check_day(actor: Actor, asked_at: datetime, day: date) -> None:
    """Raises Conflict for a day before it was asked, or to come."""
    if not local_date(asked_at) <= day <= actor.today:
        raise Conflict(NOT_THAT_DAY)


def chosen_of(sight: Sight, request: Request, months: int, told: Told) -> Chosen:
    """What the yes is to. Raises Conflict for what is not asked, or has run out. Whether it is needed is not told."""
    kinds = told.kinds if request.unit_id else request.kinds
    until = asking.last_day(told.day, min(told.months, months))
    if not kinds <= request.kinds or not shows_anything(request, kinds):
        raise Conflict(NOT_ASKED)
    if until < sight.actor.today:
        raise Conflict(RUN_OUT)
    return Chosen(kinds, until)


def write(sight: Sight, log: LogFacts, request: Request, told: Told, chosen: Chosen | None) -> UUID:
    """Their answer, to what was chosen or no; and whoever said it is told."""
    hand = Hand(told.signer, told.signer, told.way, told.day, told.how)
    decision = consents.say(sight, log, request, chosen, told.language, hand)
    recording.tell(sight, log, NoticeKind.CONSENT_REGISTERED, request.id, [told.signer])
    return decision
