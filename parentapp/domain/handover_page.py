"""The handover as somebody may see it: both faces, what the next one should know, how it went after a transition."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import handovers
from parentapp.access.visible.handing import told_in_full
from parentapp.db import transaction
from parentapp.domain import notices, recording
from parentapp.domain.handovers import checks
from parentapp.domain.people import Shown, ShownUnit, shown_people
from parentapp.enums import HandoverOutcome, Relation, SeenPage, Transition
from parentapp.models import Account, Employment, Entry, Handover, Unit


@dataclass(frozen=True)
class Checked:
    """How it went after the transition, in somebody's words."""

    author: Shown
    text: str
    lang: str
    at: datetime


@dataclass(frozen=True)
class ShownHandover:
    """`asker`: the leader, or else the holder. Left out for a successor whose service has no yes is what was
    written, and the holder where a leader asks.
    """

    id: UUID
    holder: Shown | None
    leader: Shown | None
    asker: Shown
    successor: Shown
    unit: ShownUnit  # through which the successor would hold it
    reason: str | None
    words: str | None
    worked: str | None
    lang: str
    transition: Transition | None
    proposed_at: datetime
    answer_by: date
    answered_at: datetime | None
    outcome: HandoverOutcome | None
    decided: bool  # whoever asks says that child welfare has decided on help
    covered: bool  # the family has said yes to the successor's service
    check_on: date | None
    checked: tuple[Checked, ...]

    @property
    def waits(self) -> bool:
        return self.outcome is None


@dataclass(frozen=True)
class HandoverPage:
    """`child` is None for a successor whose service has no yes."""

    log: LogFacts
    child: str | None
    handover: ShownHandover | None  # the one that waits, else the latest
    today: date
    may_propose: bool
    may_withdraw: bool
    may_answer: bool
    may_check: bool
    may_talk: bool
    anything_new: bool


@dataclass(frozen=True)
class EmptyProposal:
    """What an empty form needs."""

    log: LogFacts
    child: str


def page(actor: Actor, log_id: UUID) -> HandoverPage:
    """Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        first = Handover.answered_at.desc(nulls="FIRST")
        row = _select(sight).where(Handover.log == log_id).order_by(first, Handover.id).objects().first()
        log = sight.visited(log_id) if row else sight.log(log_id)
        require(sight, Action.HANDOVER_SEE, log)
        full = told_in_full(sight, log)
        checked = _checked(sight, log, row) if row and row.check_on else ()
        _record(sight, log, row, full=full)
        waits = row is not None and row.outcome is None
        due = row is not None and row.check_on is not None and row.check_on <= actor.today and not checked
        return HandoverPage(
            log=log,
            child=log.child if full else None,
            handover=_shown(sight, log, row, checked, full=full) if row else None,
            today=actor.today,
            may_propose=not waits and can(sight, Action.HANDOVER_PROPOSE, log),
            may_withdraw=waits and can(sight, Action.HANDOVER_WITHDRAW, log),
            may_answer=waits and row.successor_id == actor.account_id and can(sight, Action.HANDOVER_ANSWER, log),
            may_check=due and can(sight, Action.HANDOVER_CHECK, log),
            may_talk=can(sight, Action.CONVERSATION_START, log),
            anything_new=notices.anything_new(sight),
        )


def to_propose(actor: Actor, log_id: UUID) -> EmptyProposal:
    """For an empty form. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.HANDOVER_PROPOSE, log)
        recording.seen(sight, log, SeenPage.HANDOVER)
        return EmptyProposal(log, log.child)


def _select(sight: Sight) -> Any:
    """With both people, what they are called at work, and the unit."""
    holder, works, held = Account.alias("handing"), Employment.alias("works"), Employment.alias("held")
    leader = Account.alias("leading")
    works_there = (works.account == Handover.successor) & (works.unit == Handover.unit)
    held_there = (held.account == Handover.holder) & (held.unit == Handover.holder_unit)
    return (
        handovers(sight)
        .select_extend(
            Account.name_sealed.alias("successor_name"),
            Account.portrait.alias("successor_portrait"),
            holder.name_sealed.alias("holder_name"),
            holder.portrait.alias("holder_portrait"),
            leader.name_sealed.alias("leader_name"),
            leader.portrait.alias("leader_portrait"),
            works.title.alias("successor_title"),
            held.title.alias("holder_title"),
            Unit.name.alias("unit_name"),
            Unit.service.alias("service"),
        )
        .join(Account, on=(Account.id == Handover.successor))
        .join_from(Handover, holder, on=(holder.id == Handover.holder))
        .join_from(Handover, leader, JOIN.LEFT_OUTER, on=(leader.id == Handover.leader))
        .join_from(Handover, works, JOIN.LEFT_OUTER, on=works_there)
        .join_from(Handover, held, JOIN.LEFT_OUTER, on=held_there)
        .join_from(Handover, Unit, on=(Unit.id == Handover.unit))
    )


def _face(sight: Sight, row: Any, who: str, relation: Relation) -> Shown:
    """Who hands over, who takes, and the leader who asks: told by name to everybody who may know of it."""
    account_id = getattr(row, f"{who}_id")
    return Shown(
        account_id,
        Account(id=account_id, name_sealed=getattr(row, f"{who}_name")).name,
        relation,
        getattr(row, f"{who}_title", None),
        getattr(row, f"{who}_portrait"),
        account_id == sight.actor.account_id,
    )


def _shown(sight: Sight, log: LogFacts, row: Any, checked: tuple[Checked, ...], *, full: bool) -> ShownHandover:
    holder = _face(sight, row, "holder", Relation.HOLDER)
    holder = holder if full else replace(holder, title=None)  # what somebody is called at work tells of their service
    leader = _face(sight, row, "leader", Relation.LEADER) if row.leader_id else None
    hide_place = log.protected and full  # whoever is only asked must not learn that the child is protected
    return ShownHandover(
        id=row.id,
        holder=holder if full or leader is None else None,
        leader=leader,
        asker=leader or holder,
        successor=_face(sight, row, "successor", Relation.SUCCESSOR),
        unit=ShownUnit(row.unit_id, row.service, None if hide_place else row.unit_name),
        reason=row.reason if full else None,
        words=row.words if full else None,
        worked=row.worked if full else None,
        lang=row.lang,
        transition=row.transition if full else None,
        proposed_at=row.proposed_at,
        answer_by=row.answer_by,
        answered_at=row.answered_at,
        outcome=row.outcome,
        decided=row.decided and full,
        covered=row.unit_id in sight.covered(log),
        check_on=row.check_on,
        checked=checked,
    )


def _checked(sight: Sight, log: LogFacts, row: Any) -> tuple[Checked, ...]:
    people = shown_people(sight, log)
    found = checks(sight, row.entry_id).order_by(Entry.at, Entry.id)
    return tuple(
        Checked(people.get(each.author_id, Shown(each.author_id, None)), each.text, each.lang, each.at)
        for each in found
    )


def _record(sight: Sight, log: LogFacts, row: Any, *, full: bool) -> None:
    """Where the child is not named, only that somebody was asked."""
    if full:
        things = [each for each in (row.id, row.entry_id) if each] if row else []
        recording.seen(sight, log, SeenPage.HANDOVER, things)
    else:
        recording.seen_all(sight, recording.of_things(sight, SeenPage.HANDOVER, [(log.id, row.id)]))
