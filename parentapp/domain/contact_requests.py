"""«Be om en annen kontaktperson»: asked by the family, answered in words by whoever leads the unit.

Nobody else knows of it: not the contact person, not the deputy, not the others in the family. It changes nothing in
the log: who holds the baton is handed over elsewhere.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.leading import led, receivers
from parentapp.access.policy import CLOSED, can, require
from parentapp.access.sight import look
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import NoticeKind, SeenPage
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Account, ContactRequest

READ_AGAIN = timedelta(days=14)  # for so long a leader finds what they have answered
NOBODY = N_("Akkurat nå er det ingen som kan ta imot dette her.")
ASKED_BEFORE = N_("Du har spurt om dette før. Du kan ta det tilbake og spørre på nytt.")
ANSWERED_BEFORE = N_("Dette er besvart fra før.")


@dataclass(frozen=True)
class ShownContactRequest:
    """One request, as its asker or the leader may see it. Empty words where no reason was given."""

    id: UUID
    log_id: UUID
    unit_id: UUID
    asker: str
    about: str  # the contact person of that day
    text: str
    lang: str
    asked_at: datetime
    answer: str | None
    answer_lang: str | None
    answered_by: str | None
    answered_at: datetime | None


@dataclass(frozen=True)
class AskingPage:
    log: LogFacts
    child: str
    holder: Shown
    leaders: tuple[str, ...]  # who would read it today; nobody where it cannot be received
    requests: tuple[ShownContactRequest, ...]  # one's own, the newest first
    waiting: ShownContactRequest | None  # of these the one that is not answered
    may_ask: bool

    @property
    def refusal(self) -> str | None:
        """Why there is no box to write in; None where there is one."""
        if self.log.closed:
            return CLOSED
        if self.waiting:
            return ASKED_BEFORE
        return None if self.leaders else NOBODY


def page(actor: Actor, log_id: UUID) -> AskingPage:
    """Where somebody in the family asks, and reads the answer. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CONTACT_REQUEST_SEE, log)
        # It shows the contact person, as Hjem does. That one thinks of another is for nobody else to read of.
        recording.seen(sight, log, SeenPage.HOME)
        own = _shown(visible.contact_requests(sight).where(ContactRequest.log == log.id))
        waiting = next((each for each in own if each.answered_at is None), None)
        return AskingPage(
            log=log,
            child=log.child,
            holder=shown_people(sight, log)[log.holder_id],
            leaders=_leaders(actor, log, waiting),
            requests=tuple(own),
            waiting=waiting,
            may_ask=can(sight, Action.CONTACT_REQUEST_ASK, log) and waiting is None,
        )


def ask(actor: Actor, log_id: UUID, text: str = "", *, press: Press | None = None) -> UUID:
    """Ask for another contact person; why, if one likes. Returns the request.

    Raises Hidden, Denied; Conflict where one waits already, or nobody can receive it.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CONTACT_REQUEST_ASK, log)

        def act() -> UUID:
            c = ContactRequest
            mine = (c.log == log.id) & (c.asker == actor.account_id)
            if c.select().where(mine & c.answered_at.is_null() & c.taken_back_at.is_null()).exists():
                raise Conflict(ASKED_BEFORE)
            asked = {row[0] for row in receivers(actor.today, log.id, log.holder_unit_id).tuples()}
            if not asked:
                raise Conflict(NOBODY)
            of_it = {"log": log.id, "asker": actor.account_id, "about": log.holder_id, "unit": log.holder_unit_id}
            made = c.create(text=text, lang=actor.locale, asked_at=actor.now, **of_it)
            recording.audit(actor, Action.CONTACT_REQUEST_ASK, made.id, log)
            recording.tell_leaders(sight, log, NoticeKind.CONTACT_REQUEST, made.id, asked)
            made_id: UUID = made.id
            return made_id

        return once(actor, press, act)


def take_back(actor: Actor, request_id: UUID, *, press: Press | None = None) -> UUID:
    """Ask no longer: nobody reads it any more. Twice changes nothing. Returns the log.

    Raises Hidden; Conflict where it is answered.
    """
    with transaction():
        sight, row = reach(actor, ContactRequest, request_id)
        log = sight.visited(row.log_id)
        require(sight, Action.CONTACT_REQUEST_TAKE_BACK, log)

        def act() -> UUID:
            if row.answered_at is not None:
                raise Conflict(ANSWERED_BEFORE)
            if row.taken_back_at is None:
                row.taken_back_at = actor.now
                row.save()
                recording.audit(actor, Action.CONTACT_REQUEST_TAKE_BACK, row.id, log)
            return log.id

        return once(actor, press, act)


def received(actor: Actor) -> list[ShownContactRequest]:
    """What the actor is to answer as leader, the oldest first, and below it what was just answered.

    A line for each, that only its asker reads. Raises Hidden for somebody who leads no unit.
    """
    with transaction():
        if not led(actor):
            raise Hidden
        sight = look(actor)
        logs = [log.id for log in sight.ties if can(sight, Action.CONTACT_REQUEST_ANSWER, log)]
        found = _shown(visible.contact_requests(sight).where(ContactRequest.log.in_(logs)))
        shown = [(each.log_id, each.id) for each in found]
        recording.seen_all(sight, recording.of_things(sight, SeenPage.CONTACT_REQUEST, shown))
        waiting = [each for each in reversed(found) if each.answered_at is None]
        return waiting + [each for each in found if each.answered_at is not None]


def still_open(actor: Actor, request_id: UUID) -> list[ShownContactRequest]:
    """All that the actor has received, where this one still waits. Raises Hidden; Conflict where it is answered."""
    found = received(actor)
    asked = next((each for each in found if each.id == request_id), None)
    if asked is None:
        raise Hidden
    if asked.answered_at is not None:
        raise Conflict(ANSWERED_BEFORE)
    return found


def answer(actor: Actor, request_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """The leader's words to whoever asked. They move nothing in the log.

    Raises Hidden; Conflict where it was answered before.
    """
    with transaction():
        sight, row = reach(actor, ContactRequest, request_id)
        log = sight.visited(row.log_id)
        require(sight, Action.CONTACT_REQUEST_ANSWER, log)

        def act() -> UUID:
            if row.answered_at is not None:
                raise Conflict(ANSWERED_BEFORE)
            row.answer, row.answer_lang = text, actor.locale
            row.answered_by, row.answered_at = actor.account_id, actor.now
            row.until = actor.today + READ_AGAIN
            row.save()
            recording.audit(actor, Action.CONTACT_REQUEST_ANSWER, row.id, log)
            recording.tell(sight, log, NoticeKind.CONTACT_REQUEST_ANSWERED, row.id, {row.asker_id})
            return request_id

        return once(actor, press, act)


def _shown(query: Any) -> list[ShownContactRequest]:
    """The newest first, with names; what was taken back is nobody's to read. One query."""
    about, by = Account.alias("about"), Account.alias("by")
    c = ContactRequest
    rows = (
        query.select(c, Account, about, by)
        .join(Account, on=(c.asker == Account.id), attr="asking")
        .join_from(c, about, on=(c.about == about.id), attr="holding")
        .join_from(c, by, JOIN.LEFT_OUTER, on=(c.answered_by == by.id), attr="answering")
        .where(c.taken_back_at.is_null())
        .order_by(c.asked_at.desc(), c.id.desc())
    )
    return [_one(row) for row in rows]


def _one(row: Any) -> ShownContactRequest:
    return ShownContactRequest(
        id=row.id,
        log_id=row.log_id,
        unit_id=row.unit_id,
        asker=row.asking.name,
        about=row.holding.name,
        text=row.text,
        lang=row.lang,
        asked_at=row.asked_at,
        answer=row.answer,
        answer_lang=row.answer_lang,
        answered_by=row.answering.name if row.answered_by_id else None,
        answered_at=row.answered_at,
    )


def _leaders(actor: Actor, log: LogFacts, waiting: ShownContactRequest | None) -> tuple[str, ...]:
    """Who reads what waits; where nothing does, who would read what is asked now."""
    unit = waiting.unit_id if waiting else log.holder_unit_id
    people = Account.select().where(Account.id.in_(receivers(actor.today, log.id, unit)))
    return tuple(sorted(person.name for person in people))
