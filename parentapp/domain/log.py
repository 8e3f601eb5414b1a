"""The timeline: reading it, writing a note or a concern."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.holding import has_left, reads
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import freeze_page, levels, notices, recording, shown, versions_shown, writing
from parentapp.domain.asked_log import Waits, waits
from parentapp.domain.attached import Chosen
from parentapp.domain.contact import Contact, contact
from parentapp.domain.plan import PlanBlock, plan_block, plan_rows
from parentapp.domain.pressing import Press
from parentapp.domain.shown import ShownEntry
from parentapp.domain.versions_shown import Saw
from parentapp.enums import STAFF, EntryType, Level, Relation, SeenPage
from parentapp.models import Entry

PAGE = 30  # entries shown at a time

FILTERS: dict[str, tuple[EntryType, ...]] = {
    "lysglimt": (EntryType.LYSGLIMT,),
    "plan": (EntryType.GOAL, EntryType.MEASURE),
    "notes": (EntryType.NOTE, EntryType.CONCERN, EntryType.TRANSITION, EntryType.LEVEL),
}


@dataclass(frozen=True)
class Timeline:
    log: LogFacts
    child: str
    family: bool
    at_work: bool  # here as a professional
    entries: list[ShownEntry]
    beside: dict[UUID, tuple[Saw, ...]]  # how others saw these, by entry
    older: UUID | None  # the last entry's id when there is more
    plan: PlanBlock | None
    level: Level | None  # on the first page, for whoever may be told how many services help
    resting: bool
    unread: Contact | None  # for the family, on the first page: a contact person who sees nothing of the log
    anything_new: bool
    may_read_summary: bool
    may_write_note: bool
    may_write_concern: bool
    may_post_lysglimt: bool
    may_see_plan: bool
    may_see_meetings: bool
    may_answer: bool  # for a service that has care of the child
    may_hand_over: bool
    may_change_level: bool
    may_add_people: bool
    may_freeze: bool
    frozen: bool  # told to those who may freeze
    frozen_until: date | None  # the last day of it; None: until somebody ends it
    may_close: bool  # as a professional: together with those who sign
    may_ask: bool  # as a professional, whether a service may take part
    may_register: bool  # what the family answers on paper or by word of mouth
    waits: Waits | None  # for its first yes: told to its opener
    may_begin_plan: bool  # there is none yet
    own_measures: tuple[ShownEntry, ...]  # that go on, of a professional who does not hold the baton


@dataclass(frozen=True)
class KnownLog:
    """One of the logs somebody may know of."""

    log_id: UUID
    child: str
    relation: Relation
    asked: bool
    closed: bool
    opens: bool  # else there is nothing to read, only to answer


def logs(actor: Actor) -> list[KnownLog]:
    """The logs the actor may know of, by the child's name; closed ones last."""
    with transaction():
        sight = look(actor)
        known = sorted(sight.logs(), key=lambda log: (log.closed, log.child))
        if len(known) > 1:  # the only one is opened at once, so that nothing is shown here
            recording.seen_all(sight, recording.of_logs(sight, SeenPage.DESK, dict.fromkeys(known, ())))
        return [_known(sight, log) for log in known]


def _known(sight: Sight, log: LogFacts) -> KnownLog:
    opens = can(sight, Action.LOG_SEE, log)
    return KnownLog(log.id, log.child, sight.tie(log).relation, log.asked, log.closed, opens)


def still_known(actor: Actor, log_id: UUID) -> bool:
    """Whether the actor knows of the log after what they did: who ends their own service's sight of it does not."""
    with transaction():
        return any(log.id == log_id for log in look(actor, log_id).logs())


def timeline(actor: Actor, log_id: UUID, *, before: UUID | None = None, only: str | None = None) -> Timeline:
    """One page of the log, newest first. Raises Hidden."""
    with transaction():
        sight, log = _reading(actor, log_id)
        rows = page(sight, log, before, notices.is_anything_new(sight), FILTERS.get(only or "", ()))
        planned = plan_rows(sight, log) if before is None and only is None else []
        entries = shown.entries(sight, [*rows[:PAGE], *planned])
        count = min(len(rows), PAGE)
        frozen_until, plan = _frozen_until(sight, log), plan_block(planned, entries[count:])
        things = dict.fromkeys([each.id for each in entries[:count]] + (plan.things if plan else []))
        recording.seen(sight, log, SeenPage.LOG, things)
        return Timeline(
            log=log,
            child=log.child,
            family=sight.is_family(log),
            at_work=bool(sight.relations(log) & STAFF),
            entries=entries[:count],
            beside=versions_shown.beside(sight, log, entries[:count]),
            older=rows[PAGE - 1].id if len(rows) > PAGE else None,
            plan=plan,
            level=levels.now_at(sight, log) if before is None and only is None else None,
            resting=sight.is_family(log) and sight.rests(log),
            unread=_unread(sight, log) if before is None else None,
            anything_new=bool(rows[0].anything_new) if rows else notices.anything_new(sight),
            **_ways(sight, log),
            frozen=frozen_until is not None,
            frozen_until=freeze_page.last_day(frozen_until) if frozen_until else None,
            waits=waits(sight, log),
            own_measures=plan.open_of(actor.account_id) if plan and _only_takes_part(sight, log) else (),
            may_begin_plan=before is None and only is None and not planned and can(sight, Action.GOAL_ADD, log),
        )


def _only_takes_part(sight: Sight, log: LogFacts) -> bool:
    works = bool(sight.relations(log) & STAFF) and Relation.HOLDER not in sight.relations(log)
    return works and can(sight, Action.MEASURE_EVALUATE, log)


def _ways(sight: Sight, log: LogFacts) -> dict[str, bool]:
    """What the actor can do from here."""
    works = not sight.is_family(log)
    return {
        "may_read_summary": can(sight, Action.SUMMARY_SEE, log),
        "may_write_note": can(sight, Action.NOTE_ADD, log),
        "may_write_concern": can(sight, Action.CONCERN_ADD, log),
        "may_post_lysglimt": can(sight, Action.LYSGLIMT_POST, log),
        "may_see_plan": can(sight, Action.PLAN_SEE, log),
        "may_see_meetings": can(sight, Action.MEETINGS_SEE, log),
        "may_answer": works and can(sight, Action.SHARING_SEE, log),
        "may_hand_over": can(sight, Action.HANDOVER_PROPOSE, log),
        "may_change_level": can(sight, Action.LEVEL_CHANGE, log),
        "may_add_people": can(sight, Action.PERSON_ADD, log),
        "may_freeze": can(sight, Action.FREEZE_PRESS, log),
        "may_close": works and can(sight, Action.CLOSING_SEE, log),
        "may_ask": works and can(sight, Action.CONSENT_ASK, log),
        "may_register": can(sight, Action.REGISTERING_NO, log),
    }


def _reading(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    sight = look(actor, log_id)
    log = sight.log(log_id)
    require(sight, Action.LOG_SEE, log)
    return sight, log


def _frozen_until(sight: Sight, log: LogFacts) -> datetime | None:
    """Told to those who may freeze."""
    return log.frozen_until if can(sight, Action.FREEZE_PRESS, log) else None


def _unread(sight: Sight, log: LogFacts) -> Contact | None:
    """The contact person, where they do not read the log now or can answer no more."""
    return contact(sight, log) if has_left(sight, log) or not reads(sight, log) else None


def page(
    sight: Sight, log: LogFacts, before: UUID | None, besides: Any, types: Collection[EntryType] = ()
) -> list[Any]:
    """So many rows of the log after that one, newest first, and one more where there is more. Raises Hidden.

    Each with the column `besides`.
    """
    query = shown.select(sight).where(Entry.log == log.id).select_extend(besides)
    if types:
        query = query.where(Entry.type.in_(list(types)))
    if before is not None:
        last = visible.find(sight, Entry, before)
        query = query.where((Entry.at < last.at) | ((Entry.at == last.at) & (Entry.id < last.id)))
    return list(query.limit(PAGE + 1).objects())


def add_note(
    actor: Actor,
    log_id: UUID,
    text: str,
    *,
    health: bool = False,
    about: UUID | None = None,
    files: Sequence[Chosen] = (),
    press: Press | None = None,
) -> UUID:
    """A one-line note («ringte, avtalte …»). `about`: the adult whose own matters it tells of.

    Raises Hidden, Denied, Conflict; NoRoom for too many files.
    """
    return writing.write(
        actor, log_id, Action.NOTE_ADD, EntryType.NOTE, text, health=health, about=about, files=files, press=press
    )


def add_concern(
    actor: Actor,
    log_id: UUID,
    text: str,
    *,
    about: UUID | None = None,
    files: Sequence[Chosen] = (),
    press: Press | None = None,
) -> UUID:
    """What made someone look closer, in words a parent can read. `about`: as of a note. Raises as that."""
    concern = EntryType.CONCERN
    return writing.write(actor, log_id, Action.CONCERN_ADD, concern, text, about=about, files=files, press=press)
