"""Closing a log together, as somebody may see it: what is proposed, what one has said oneself, and nobody else's."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import births, closings
from parentapp.db import transaction
from parentapp.domain import notices, recording
from parentapp.domain.closing import said_yes
from parentapp.domain.people import Shown, shown_people
from parentapp.enums import Answer, SeenPage, Way
from parentapp.models import Account, Birth, Closing, ClosingRegistered


@dataclass(frozen=True)
class ShownClosing:
    """What somebody proposed. Of the answers only the actor's own, and what became of it."""

    id: UUID
    by: Shown
    reason: str
    lang: str
    proposed_at: datetime
    ended_at: datetime | None
    mine: bool  # the actor, or the service they answer for, has said yes


@dataclass(frozen=True)
class ShownRegistered:
    """An answer of the actor's own that the contact person registered."""

    by: Shown
    answer: Answer
    way: Way
    given_on: date
    how: tuple[str, str] | None  # who was there, in the words and the language of whoever registered it


@dataclass(frozen=True)
class ClosingPage:
    log: LogFacts
    child: str
    holder: Shown
    family: bool
    youth: bool  # the one who looks is whom the log is about
    closing: ShownClosing | None  # the latest
    registered: list[ShownRegistered]  # the actor's own answers to it, the newest first
    youth_signs: bool
    guardians_sign: bool
    care_signs: bool
    alone: bool  # only the actor's yes is needed
    may_propose: bool
    may_agree: bool
    may_stop: bool
    may_register: bool  # what others have said on paper
    may_reopen: bool
    may_say_born: bool  # of a pregnancy, as long as it is open
    born: bool  # a birth closed it; told to her alone
    anything_new: bool

    @property
    def waits(self) -> bool:
        return self.closing is not None and self.closing.ended_at is None


def page(actor: Actor, log_id: UUID) -> ClosingPage:
    """Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CLOSING_SEE, log)
        rows = closings(sight).where(Closing.log == log.id).order_by(Closing.proposed_at.desc())
        born = fn.EXISTS(births(sight).where(Birth.closing == Closing.id)).alias("born")
        row = rows.select_extend(notices.is_anything_new(sight), born).first()  # in the same question
        recording.seen(sight, log, SeenPage.CLOSING)
        return _page(sight, log, row, said_yes(row.id) if row else frozenset())


def _page(sight: Sight, log: LogFacts, row: Any, yeses: frozenset[UUID]) -> ClosingPage:
    me, closers, family = sight.signer(log), sight.closers(log), sight.consents.families.get(log.id)
    young, caring = (family.young, family.caring(sight.actor.today)) if family else (None, frozenset())
    people = shown_people(sight, log)
    waits = row is not None and row.ended_at is None
    asks_me = waits and can(sight, Action.CLOSING_AGREE, log)
    proposed_it = waits and row.proposer_id == sight.actor.account_id
    return ClosingPage(
        log=log,
        child=log.child,
        holder=people[log.holder_id],
        family=sight.is_family(log),
        youth=log.youth_id == sight.actor.account_id,
        closing=_shown(row, people, mine=me in yeses) if row else None,
        registered=_registered(row, me, people) if row and me else [],
        youth_signs=young in closers,
        guardians_sign=bool(closers - {young} - caring),
        care_signs=bool(closers & caring),
        alone=closers == {me},
        may_propose=not waits and not log.closed and can(sight, Action.CLOSING_PROPOSE, log),
        # Whose yes was missing may be needed no longer: then one's own, said again, completes it.
        may_agree=asks_me and (me not in yeses or closers <= yeses),
        may_stop=(asks_me or proposed_it) and can(sight, Action.CLOSING_STOP, log),
        may_register=waits and can(sight, Action.CLOSING_REGISTER, log),
        may_reopen=log.closed and can(sight, Action.REOPENING_ASK, log),
        may_say_born=not log.closed and can(sight, Action.BIRTH_SAY, log),
        born=bool(row and log.closed and row.born),
        anything_new=bool(row.anything_new) if row else notices.anything_new(sight),
    )


def _shown(row: Any, people: dict[UUID, Shown], *, mine: bool) -> ShownClosing:
    return ShownClosing(
        id=row.id,
        by=people.get(row.proposer_id, Shown(row.proposer_id, None)),
        reason=row.reason,
        lang=row.lang,
        proposed_at=row.proposed_at,
        ended_at=row.ended_at,
        mine=mine,
    )


def _registered(row: Any, me: UUID, people: dict[UUID, Shown]) -> list[ShownRegistered]:
    r = ClosingRegistered
    found = r.select(r, Account).join(Account, on=(r.registered_by == Account.id))
    rows = found.where((r.closing == row.id) & (r.signer == me)).order_by(r.at.desc(), r.id)
    return [_one(each, people) for each in rows]


def _one(each: Any, people: dict[UUID, Shown]) -> ShownRegistered:
    who, how = each.registered_by, each.how
    by = people.get(who.id, Shown(who.id, None))
    return ShownRegistered(by, each.answer, each.way, each.given_on, (how, who.locale) if how else None)
