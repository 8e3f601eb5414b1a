"""What is new: the in-app list, and the outbox that the worker empties."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN, SqliteDatabase, fn

from parentapp.access import visible
from parentapp.access.actor import Actor, SystemActor
from parentapp.access.ages import age_on
from parentapp.access.facts import LogFacts
from parentapp.access.leading import FOR_LEADERS
from parentapp.access.sight import Sight, look
from parentapp.access.visible import known_in_full
from parentapp.access.visible.telling import ABOUT_ENTRY, ABOUT_WISH
from parentapp.db import database, transaction
from parentapp.domain import meeting_shown, recording, shown
from parentapp.domain.meeting_shown import ShownMeeting
from parentapp.domain.people import Shown, ShownUnit, asking_unit, shown_people, works_here
from parentapp.domain.shown import ShownEntry
from parentapp.enums import Delivery, NoticeKind, SeenPage
from parentapp.models import Account, Entry, Invitation, Meeting, Member, Notice, RatherNot

PAGE = 30
# Of any log: only that there is work, or something to answer.
SAYS_NOTHING = (NoticeKind.ASSIGNMENT, NoticeKind.CONTACT_REQUEST, *FOR_LEADERS, *ABOUT_WISH)
WITH_ENTRY = (*ABOUT_ENTRY, NoticeKind.KEPT_BACK)
AT_ONCE = 50


@dataclass(frozen=True)
class News:
    """One thing that happened, for one person."""

    id: UUID
    kind: NoticeKind
    log_id: UUID | None  # none: of a question for a log
    child: str
    own: bool  # the log is about the one who reads
    at_work: bool  # who reads is there as a professional
    thing: UUID
    who: Shown
    unit: ShownUnit | None  # the service a consent is about
    entry: ShownEntry | None
    meeting: ShownMeeting | None
    at: datetime
    day: date | None  # that a reminder is of
    age: int | None  # that the child turns on that day
    new: bool


@dataclass(frozen=True)
class Due:
    """A notice to be delivered: to whom, in which language. What it is about does not leave the app."""

    id: UUID
    account_id: UUID
    locale: str


def news(actor: Actor) -> list[News]:
    """The newest notices the actor may still see the reason for; looking at them marks them as seen."""
    with transaction():
        sight = look(actor)
        found = of(sight, PAGE)
        things = [(each.log_id, each.thing) for each in found if each.log_id and each.kind not in SAYS_NOTHING]
        recording.seen_all(sight, recording.of_things(sight, SeenPage.NOTICES, things))
        mine = (Notice.account == actor.account_id) & Notice.seen_at.is_null()
        Notice.update(seen_at=actor.now).where(mine & Notice.id.in_([each.id for each in found])).execute()
        return found


def of(sight: Sight, count: int) -> list[News]:
    """The newest `count` notices, of all logs."""
    rows = list(_newest(sight, count).objects())
    return _told(sight, rows, _entries(sight, rows))


def of_log(sight: Sight, log: LogFacts, count: int, besides: Any) -> tuple[list[News], Any, list[ShownMeeting]]:
    """The newest `count` notices of one log, a row with `anything_new` and the column `besides`, and the next meetings.

    These are known in full: see `meeting_shown.next_of`.

    In as many questions whether there is something new or not.
    """
    query = _newest(sight, count).where(Notice.log == log.id).select_extend(is_anything_new(sight), besides)
    rows = list(query.objects())
    next_one = meeting_shown.next_of(sight, log)
    if not rows:
        which = Meeting.id.in_(next_one.select(Meeting.id))
        beside = list(meeting_shown.beside_account(sight, which, is_anything_new(sight), besides).objects())
        return [], beside[0], [each for each in (meeting_shown.shown(sight, row) for row in beside) if each]
    entries = _entries(sight, rows, next_one.select(Meeting.entry))
    return _told(sight, rows, entries), rows[0], _next(entries)


def _next(entries: dict[UUID, ShownEntry]) -> list[ShownMeeting]:
    """Of these entries: what `meeting_shown.next_of` means."""
    there = [each.meeting for each in entries.values() if each.meeting and not each.meeting.over]
    decided = sorted((each for each in there if each.starts), key=lambda each: (each.starts, each.id))
    return [*decided[:1], *(each for each in there if not each.starts)]


def _newest(sight: Sight, count: int) -> Any:
    query = visible.notices(sight).order_by(Notice.at.desc(), Notice.id.desc()).limit(count)
    return _with_meetings(sight, query).select_extend(_is_new().alias("new"))


def _with_meetings(sight: Sight, query: Any) -> Any:
    """With the meeting that a notice tells of, by its entry or by what somebody would rather not."""
    asked = Invitation.alias("asked")
    is_of = (Meeting.entry == Notice.thing) | (Meeting.id == asked.meeting)
    return (
        query.select_extend(*meeting_shown.COLUMNS, known_in_full(sight).alias("full"))
        .join(RatherNot, JOIN.LEFT_OUTER, on=(RatherNot.id == Notice.thing))
        .join(asked, JOIN.LEFT_OUTER, on=(asked.id == RatherNot.invitation))
        .join_from(Notice, Meeting, JOIN.LEFT_OUTER, on=is_of)
        .join(Entry, JOIN.LEFT_OUTER, on=(Entry.id == Meeting.entry))
        .join_from(Meeting, Invitation, JOIN.LEFT_OUTER, on=meeting_shown.own_invitation(sight))
    )


def _is_new() -> Any:
    """Never looked at here; nor, where it is of a message, in the conversation itself."""
    mine = (Member.conversation == Notice.thing) & (Member.account == Notice.account)
    read = Member.select(Member.id).where(mine & (Member.read_up_to >= Notice.at))
    return Notice.seen_at.is_null() & ~fn.EXISTS(read)


def _told(sight: Sight, rows: list[Any], entries: dict[UUID, ShownEntry]) -> list[News]:
    logs = {log.id: log for log in sight.ties}
    people = {log_id: shown_people(sight, logs[log_id]) for log_id in {row.log_id for row in rows if row.log_id}}
    return [
        _news(sight, logs[row.log_id], row, people[row.log_id], _about(row, entries)) if row.log_id else _of_no_log(row)
        for row in rows
    ]


def _entries(sight: Sight, rows: list[Any], besides: Any = None) -> dict[UUID, ShownEntry]:
    """Those of the things that are entries, by id, and these besides: one query, however many there are."""
    ids = [row.thing for row in rows if row.kind in WITH_ENTRY]
    if not ids and besides is None:
        return {}
    wanted = Entry.id.in_(ids) if besides is None else Entry.id.in_(ids) | Entry.id.in_(besides)
    query = (
        shown.select(sight)
        if besides is None
        else shown.select(sight).select_extend(*meeting_shown.interpreters(sight))
    )
    found = list(query.where(wanted).objects())
    return {each.id: each for each in shown.entries(sight, found)}


def _about(row: Any, entries: dict[UUID, ShownEntry]) -> ShownEntry | None:
    return entries.get(row.thing) if row.kind in WITH_ENTRY else None


def _news(sight: Sight, log: LogFacts, row: Any, people: dict[UUID, Shown], entry: ShownEntry | None) -> News:
    asked = next((each for each in sight.consents.requests if each.id == row.thing), None)
    return News(
        id=row.id,
        kind=row.kind,
        log_id=log.id,
        child=log.child if sight.may_know(log) else "",
        own=log.youth_id == sight.actor.account_id,
        at_work=works_here(sight, log),
        thing=row.thing,
        who=people.get(row.actor_id, Shown(row.actor_id, None)),
        unit=asking_unit(sight, log, asked.unit_id) if asked else None,
        entry=entry,
        meeting=meeting_shown.shown(sight, row),
        at=row.at,
        day=row.day,
        age=age_on(log.born, row.day) if row.day and sight.may_know(log) else None,
        new=bool(row.new),
    )


def _of_no_log(row: Any) -> News:
    """Only that there is something: neither a child nor a name."""
    return News(
        id=row.id,
        kind=row.kind,
        log_id=None,
        child="",
        own=False,
        at_work=False,
        thing=row.thing,
        who=Shown(row.actor_id, None),
        unit=None,
        entry=None,
        meeting=None,
        at=row.at,
        day=None,
        age=None,
        new=bool(row.new),
    )


def anything_new(sight: Sight) -> bool:
    """Whether there is a message the actor has not seen: for the dot in the menu."""
    return bool(_new_messages(sight).exists())


def is_anything_new(sight: Sight) -> Any:
    """The same as a column, for a query that is asked anyway."""
    return fn.EXISTS(_new_messages(sight).select(Notice.id)).alias("anything_new")


def _new_messages(sight: Sight) -> Any:
    return visible.message_notices(sight).where(_is_new())


def claim(actor: SystemActor, most: int = AT_ONCE) -> list[Due]:
    """Notices to deliver, marked before they are sent: after a crash one is unknown, never sent twice.

    The mark is durable when this returns, so claim no more than is handed over at once. Who claims beside gets others.
    """
    with transaction():
        query = (
            Notice.select(Notice.id, Notice.account, Account.locale)
            .join(Account)
            .where((Notice.delivery == Delivery.WAITING) & Account.disabled_at.is_null())
            .order_by(Notice.at, Notice.id)
            .limit(most)
        )
        if not isinstance(database.obj, SqliteDatabase):  # there the transaction itself lets nobody in beside it
            query = query.for_update(of=Notice, skip_locked=True)
        due = [Due(*row) for row in query.tuples()]
        _mark([each.id for each in due], Delivery.SENDING)
        return due


def delivered(actor: SystemActor, ids: list[UUID]) -> None:
    """These were handed over to their channel."""
    with transaction():
        _mark(ids, Delivery.SENT)
        Notice.update(delivered_at=actor.now).where(Notice.id.in_(ids)).execute()


def give_up(actor: SystemActor, ids: list[UUID]) -> None:
    """Something went wrong while these were handed over: whether they got out is unknown. They are not sent again."""
    with transaction():
        _mark(ids, Delivery.UNKNOWN)


def give_up_unknown(actor: SystemActor) -> int:
    """For the only worker, while it sends nothing: what still is being sent was broken off, and is not sent again."""
    with transaction():
        rows = Notice.update(delivery=Delivery.UNKNOWN).where(Notice.delivery == Delivery.SENDING).execute()
        return int(rows)


def _mark(ids: list[UUID], delivery: Delivery) -> None:
    if ids:
        Notice.update(delivery=delivery).where(Notice.id.in_(ids)).execute()
