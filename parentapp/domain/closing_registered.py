"""Answers to closing a log on paper or by word of mouth: registered by the contact person, told to whoever gave them.

Nobody else at work knows of the proposal. What anybody has answered before is shown to none of them.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight
from parentapp.access.visible import reach
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import closing, recording, registering
from parentapp.domain.asking import Hand
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.domain.registering import Told
from parentapp.enums import Answer, NoticeKind, SeenPage
from parentapp.errors import Hidden
from parentapp.models import Closing, ClosingRegistered, ClosingYes


@dataclass(frozen=True)
class RegisterPage:
    log: LogFacts
    child: str
    closing_id: UUID
    proposed_on: date
    people: list[Shown]  # whose answer may be registered
    today: date


def page(actor: Actor, closing_id: UUID) -> RegisterPage:
    """Raises Hidden; Conflict where the proposal is over."""
    with transaction():
        sight, log, row = _reach(actor, closing_id)
        closing.require_open(row)
        recording.seen(sight, log, SeenPage.CLOSING)
        known = shown_people(sight, log)
        people = sorted((known[each] for each in sight.closers_by_hand(log)), key=lambda each: each.name or "")
        return RegisterPage(log, log.child, row.id, local_date(row.proposed_at), people, actor.today)


def register(actor: Actor, closing_id: UUID, told: Told, *, press: Press | None = None) -> UUID:
    """Write down what somebody has said, as if they had pressed it themselves; they are told. Returns the log.

    A later answer of theirs stands. Raises Hidden; Conflict for a day that cannot be, a yes that `registering` takes
    of nobody, or a proposal that is over.
    """
    with transaction():
        sight, log, row = _reach(actor, closing_id)
        if told.signer not in sight.closers_by_hand(log):
            raise Hidden

        def act() -> UUID:
            closing.require_open(row)
            registering.check_day(actor, row.proposed_at, told.day)
            if told.answer is Answer.YES:
                registering.require_open_to_yes(sight, log, told)
            _write(sight, log, row, told)
            return log.id

        return once(actor, press, act)


def _reach(actor: Actor, closing_id: UUID) -> tuple[Sight, LogFacts, Any]:
    sight, row = reach(actor, Closing, closing_id)
    log = sight.log(row.log_id)
    require(sight, Action.CLOSING_REGISTER, log)
    return sight, log, row


def _write(sight: Sight, log: LogFacts, row: Any, told: Told) -> None:
    """One that is older than what the same person has said since is kept, and changes nothing."""
    actor, late = sight.actor, _answered_later(row.id, told)
    said = {"answer": told.answer, "way": told.way, "given_on": told.day, "language": told.language, "how": told.how}
    ClosingRegistered.create(closing=row.id, signer=told.signer, registered_by=actor.account_id, at=actor.now, **said)
    recording.audit(actor, Action.CLOSING_REGISTER, row.id, log)
    recording.tell(sight, log, NoticeKind.CLOSING_REGISTERED, row.id, [told.signer])
    if late:
        return
    if told.answer is Answer.YES:
        closing.say_yes(sight, log, row, Hand(told.signer, told.signer, told.way, told.day, told.how))
    else:
        closing.say_no(sight, log, row)


def _answered_later(closing_id: UUID, told: Told) -> bool:
    y, r = ClosingYes, ClosingRegistered
    yeses = y.select().where((y.closing == closing_id) & (y.account == told.signer) & y.unit.is_null())
    papers = r.select(r.given_on).where((r.closing == closing_id) & (r.signer == told.signer))
    days = [each.given_on or local_date(each.at) for each in yeses] + [each.given_on for each in papers]
    return any(told.day < each for each in days)
