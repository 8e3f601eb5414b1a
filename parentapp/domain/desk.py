"""The professional's desk: who has waited longest, what is due, whose yes ends soon."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import (
    consents,
    conversations,
    meeting_list,
    meeting_shown,
    notices,
    on_paper,
    recording,
    shown,
    versions_shown,
)
from parentapp.domain.conversations import ShownConversation
from parentapp.domain.handovers_waiting import Pending, to_look_at
from parentapp.domain.handovers_waiting import waiting as handovers_of
from parentapp.domain.meeting_shown import ShownMeeting
from parentapp.domain.on_paper import Waiting as PaperWaits
from parentapp.domain.shown import ShownEntry
from parentapp.domain.versions_shown import Waiting as Differs
from parentapp.enums import STAFF, EntryType, Relation, SeenPage, ServiceKind
from parentapp.models import Account, Conversation, Employment, Entry, Handover, Measure, Version
from parentapp.models.content import OPEN_STATES

DUE_WITHIN = timedelta(days=14)
ENDING_WITHIN = timedelta(days=60)


@dataclass(frozen=True)
class Stafett:
    """One log on the desk."""

    log_id: UUID
    child: str
    relation: Relation
    asked: bool
    opens: bool  # whether there is something of it to read
    waits: bool  # for an answer that the service gives in place of the parents


@dataclass(frozen=True)
class DueMeasure:
    child: str
    measure: ShownEntry


@dataclass(frozen=True)
class EndingConsent:
    child: str
    log_id: UUID
    service: ServiceKind
    until: date


@dataclass(frozen=True)
class ComingMeeting:
    child: str | None  # None for a guest
    when: ShownMeeting


@dataclass(frozen=True)
class Unseen:
    """A log that the actor sees nothing of, and still can do something about: by its days, without a name."""

    log_id: UUID
    began: datetime
    closed: datetime | None
    may_reopen: bool  # ask for it
    may_freeze: bool  # or confirm, or end it
    to_wake: UUID | None  # it rests: the question about it, to which the actor may register an answer


@dataclass(frozen=True)
class Desk:
    me: str
    waiting: list[ShownConversation]  # who has waited longest, first
    meetings: list[ComingMeeting]
    stafetter: list[Stafett]
    due: list[DueMeasure]
    ending: list[EndingConsent]
    papers: list[PaperWaits]  # that a guardian who is kept out answers on paper, to be confirmed by the actor
    differently: list[Differs]  # somebody in the family saw it otherwise, and the actor must answer
    handovers: list[Pending]  # asked of the actor, or by the actor; and transitions to look at
    unseen: list[Unseen]
    today: date
    anything_new: bool
    opens_logs: bool  # works somewhere, today
    wishes: int  # families that ask for a log, with whom the actor is to talk


def works(actor: Actor) -> bool:
    """Whether the actor works anywhere, and so has a desk."""
    return bool(_work(actor).exists())


def _work(actor: Actor) -> Any:
    here = (Employment.since <= actor.today) & (Employment.until.is_null() | (Employment.until >= actor.today))
    return Employment.select(Employment.id).where((Employment.account == actor.account_id) & here)


def desk(actor: Actor) -> Desk:
    """All of the actor's work in one look, with one access line for each log it shows."""
    with transaction():
        sight = look(actor)
        logs = [log for log in sight.logs() if sight.relations(log) & STAFF]
        waiting, changed = _waiting(sight), _changed(sight)
        due, written, differently = _due(sight, logs, {each.log_id for each in changed})
        (me, anything_new, opens_logs, wishes), meetings, papers = _me(sight, logs)
        handovers = _asked(sight) + [each for each in changed if each.log_id not in written]
        named = {each.log_id for each in handovers if each.child} | {each.log_id for each in papers}
        shown_here = [(each.measure.log_id, each.measure.id) for each in due]
        shown_here += [(each.log_id, each.entry_id) for each in differently]
        _record(sight, logs, waiting, shown_here, meetings, named)
        return Desk(
            me=me,
            waiting=waiting,
            meetings=[_coming(logs, each) for each in meetings],
            stafetter=[_stafett(sight, log) for log in sorted(logs, key=lambda log: log.child)],
            due=due,
            ending=[each for log in logs for each in _ending(sight, log)],
            papers=papers,
            differently=differently,
            handovers=handovers,
            unseen=_unseen(sight),
            today=actor.today,
            anything_new=anything_new,
            opens_logs=opens_logs,
            wishes=wishes,
        )


def _record(
    sight: Sight,
    logs: list[LogFacts],
    waiting: list[ShownConversation],
    entries: list[tuple[UUID, UUID]],
    meetings: list[ShownMeeting],
    named: set[UUID],
) -> None:
    """One line for each log, with these `entries` (each after its log), also those besides that are `named`; where the
    desk does not name the child, only for the conversation or meeting it shows.
    """
    things: dict[LogFacts, list[UUID]] = {log: [] for log in sight.ties if log in logs or log.id in named}
    there = {log.id: log for log in things}
    for log_id, thing in entries + _entries(meetings):
        if log_id in there:
            things[there[log_id]].append(thing)
    talks = [(each.log_id, each.id) for each in waiting if each.log_id not in there]
    besides = there.keys() | {log_id for log_id, _ in talks}
    as_guest = [each for each in _entries(meetings) if each[0] not in besides]
    lines = recording.of_logs(sight, SeenPage.DESK, things) + recording.of_things(sight, SeenPage.DESK, as_guest)
    recording.seen_all(sight, lines + recording.of_things(sight, SeenPage.CONVERSATIONS, talks))


def _entries(meetings: list[ShownMeeting]) -> list[tuple[UUID, UUID]]:
    return [(each.log_id, each.entry_id) for each in meetings]


def _coming(logs: list[LogFacts], meeting: ShownMeeting) -> ComingMeeting:
    return ComingMeeting(next((log.child for log in logs if log.id == meeting.log_id), None), meeting)


def _me(sight: Sight, logs: list[LogFacts]) -> tuple[tuple[str, bool, bool, int], list[ShownMeeting], list[PaperWaits]]:
    """The actor's own name, whether any message is new, whether they work today, how many families they are to talk
    with; the meetings that come; what to confirm: one question.
    """
    soon, works_today = meeting_list.soon(sight, logs), fn.EXISTS(_work(sight.actor)).alias("works_today")
    columns = (Account.name_sealed, works_today, notices.is_anything_new(sight), visible.handed_wishes(sight.actor))
    query = meeting_shown.beside_account(sight, soon, *columns)
    rows = list(on_paper.beside_account(sight, query).objects())
    found = [meeting for meeting in (meeting_shown.shown(sight, row) for row in rows) if meeting]
    meetings = list({each.entry_id: each for each in found}.values())
    known = rows[0].name, bool(rows[0].anything_new), bool(rows[0].works_today), int(rows[0].handed_wishes)
    return known, meetings, on_paper.waiting(sight, rows)


def _waiting(sight: Sight) -> list[ShownConversation]:
    """The conversations in which the family waits for an answer, with their last message."""
    query = visible.conversations(sight).where(
        Conversation.waiting_since.is_null(False) & (Conversation.owner != sight.actor.account_id)
    )
    return conversations.with_last_message(sight, query, Conversation.waiting_since)


def _stafett(sight: Sight, log: LogFacts) -> Stafett:
    return Stafett(
        log.id,
        log.child,
        sight.tie(log).relation,
        log.asked,
        opens=can(sight, Action.LOG_SEE, log),
        waits=consents.waits_for_service(sight, log),
    )


def _asked(sight: Sight) -> list[Pending]:
    """Handovers that wait: those the actor is asked to take, and those the actor has asked for."""
    here = [log for log in sight.ties if can(sight, Action.HANDOVER_ANSWER, log)]
    found = [each for log in here for each in handovers_of(sight, log)]
    return sorted(found, key=lambda each: (not each.asks_me, each.by, str(each.log_id)))


def _unseen(sight: Sight) -> list[Unseen]:
    """Those the actor is named contact person or deputy of; of others while a freeze holds that they may confirm."""
    known, found = set(sight.logs()), []
    for log in sorted(sight.ties, key=lambda log: (log.asked_at, log.id)):
        here = sight.relations(log)
        leads = bool(here & {Relation.HOLDER, Relation.DEPUTY})
        reopens = log.closed and can(sight, Action.REOPENING_ASK, log)
        ends = bool(log.frozen_until) and can(sight, Action.FREEZE_END, log) and Relation.HOLDER in here
        freezes = ends or ((leads or bool(log.frozen_until)) and can(sight, Action.FREEZE_SEE, log))
        wakes = _to_wake(sight, log)
        if log not in known and log.opened_at and (reopens or freezes or wakes):
            found.append(Unseen(log.id, log.opened_at, log.closed_at, reopens, freezes, wakes))
    return found


def _to_wake(sight: Sight, log: LogFacts) -> UUID | None:
    about = (each for each in sight.consents.requests if (each.log_id, each.unit_id) == (log.id, None))
    asked = [each.id for each in about if each.replaced_at is None]
    return asked[-1] if asked and sight.rests(log) and can(sight, Action.REGISTERING_YES, log) else None


def _changed(sight: Sight) -> list[Pending]:
    """Transitions at which the actor took over, and whose day has come."""
    held = (log for log in sight.logs() if can(sight, Action.HANDOVER_CHECK, log))
    return [each for log in held for each in to_look_at(sight, log, mine=True)]


def _due(sight: Sight, logs: list[LogFacts], changed: set[UUID]) -> tuple[list[DueMeasure], set[UUID], list[Differs]]:
    """Measures to be looked at soon, or that should have been; which `changed` logs have it written how it went; and
    what the actor must answer.
    """
    soon = sight.actor.today + DUE_WITHIN
    to_look_at = (Entry.type == EntryType.MEASURE) & (Measure.look_at <= soon) & Measure.status.in_(OPEN_STATES)
    made = Handover.log.in_(sorted(changed)) & (Handover.check_on <= sight.actor.today)
    last = Handover.select(Handover.entry).where(made & (Handover.successor == sight.actor.account_id))
    went = (Entry.type == EntryType.TRANSITION) & Entry.about.in_(last)
    other = Entry.id.in_(versions_shown.unanswered(logs).select(Version.entry))
    by_id = {log.id: log for log in logs}
    query = versions_shown.with_unanswered(shown.select(sight), logs).where(to_look_at | went | other)
    query = query.select_extend(to_look_at.alias("due"), went.alias("went")).order_by(Measure.look_at, Entry.id)
    rows = [row for row in query.objects() if row.log_id in by_id]
    measures = shown.entries(sight, [row for row in rows if row.due])
    found = [DueMeasure(by_id[each.log_id].child, each) for each in measures]
    asked = [each for each in versions_shown.waiting(sight, rows) if each.asked == sight.actor.account_id]
    return found, {row.log_id for row in rows if row.went}, asked


def _ending(sight: Sight, log: LogFacts) -> list[EndingConsent]:
    """What ends soon of the yeses through which this desk sees the log; of others' it tells nothing."""
    limit = sight.actor.today + ENDING_WITHIN
    services = {request.id: request.service for request in sight.consents.requests}
    return [
        EndingConsent(log.child, log.id, services[grant.request_id], grant.until)
        for grant in sight.grants(log)
        if grant.until <= limit
    ]
