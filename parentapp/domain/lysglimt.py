"""Lysglimt: small good moments, posted in seconds, looked back on, given hearts."""

from dataclasses import dataclass
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.audience import Written
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import notices, pictures, recording, shown, writing
from parentapp.domain.pressing import Press, once
from parentapp.domain.shown import ShownEntry, ShownFor
from parentapp.enums import GLIMPSED, Audience, EntryType, Feeling, NoticeKind, Relation, SeenPage
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.i18n import N_
from parentapp.models import Entry, Heart, Lysglimt
from parentapp.pictures import Picture

PAGE = 30
UNREAD = N_("Kontaktpersonen din kan ikke lese lysglimt nå. Velg hvem ellers som skal se det.")


@dataclass(frozen=True)
class Place:
    """A log one may choose, by the child's name."""

    log_id: UUID
    child: str


@dataclass(frozen=True)
class Choice:
    """Several logs, or none: those to post in, else those to look back on."""

    places: list[Place]


@dataclass(frozen=True)
class Glimpses:
    """The page of one log's lysglimt, with what is needed to post one."""

    log: LogFacts
    child: str
    entries: list[ShownEntry]
    older: UUID | None
    may_post: bool
    several: bool  # whether there are other logs to choose from
    audiences: tuple[Audience, ...]
    shown_for: ShownFor | None
    anything_new: bool


def glimpses(actor: Actor, log_id: UUID | None = None, before: UUID | None = None) -> Glimpses | Choice:
    """The log's lysglimt, newest first. Without a log: those of the only one, else the choice there is.

    Raises Hidden.
    """
    with transaction():
        sight = look(actor)
        there = _places(sight)
        if log_id is None and len(there) != 1:
            recording.seen_all(sight, recording.of_logs(sight, SeenPage.DESK, dict.fromkeys(there, ())))
            return Choice([Place(log.id, log.child) for log in there])
        log = sight.log(log_id) if log_id else there[0]
        require(sight, Action.LOG_SEE, log)
        rows = _page(sight, log, before)
        recording.seen(sight, log, SeenPage.LYSGLIMT, [row.id for row in rows[:PAGE]])
        written = Written(EntryType.LYSGLIMT, actor.account_id)
        return Glimpses(
            log=log,
            child=log.child,
            entries=shown.entries(sight, rows[:PAGE]),
            older=rows[PAGE - 1].id if len(rows) > PAGE else None,
            may_post=can(sight, Action.LYSGLIMT_POST, log),
            several=len(there) > 1,
            audiences=_audiences(sight, log),
            shown_for=shown.shown_for(sight, log, written) if sight.is_family(log) else None,
            anything_new=notices.anything_new(sight),
        )


def _places(sight: Sight) -> list[LogFacts]:
    readable = [log for log in sight.logs() if can(sight, Action.LOG_SEE, log)]
    to_post_in = [log for log in readable if can(sight, Action.LYSGLIMT_POST, log)]
    return sorted(to_post_in or readable, key=lambda log: log.child)


def _page(sight: Sight, log: LogFacts, before: UUID | None) -> list[Entry]:
    query = shown.select(sight).where((Entry.log == log.id) & (Entry.type == EntryType.LYSGLIMT))
    if before is not None:
        last = visible.find(sight, Entry, before)
        query = query.where((Entry.at < last.at) | ((Entry.at == last.at) & (Entry.id < last.id)))
    return list(query.limit(PAGE + 1).objects())


def _audiences(sight: Sight, log: LogFacts) -> tuple[Audience, ...]:
    """The young person chooses who sees, among those who can; everybody else writes for the log."""
    if Relation.SUBJECT not in sight.relations(log):
        return (Audience.LOG,)
    return tuple(each for each in GLIMPSED if each is not Audience.CONTACT or _contact_reads(sight, log))


def _contact_reads(sight: Sight, log: LogFacts) -> bool:
    """Whether the contact person can read what is written for them: their service needs a yes to lysglimt."""
    me, holder = sight.actor.account_id, log.holder_id
    written = Written(EntryType.LYSGLIMT, me, audience=Audience.CONTACT, addressee_id=holder)
    return holder in recording.readers_of(sight, log, written)


def post(
    actor: Actor,
    log_id: UUID,
    text: str,
    *,
    feeling: Feeling | None = None,
    audience: Audience = Audience.LOG,
    picture: Picture | None = None,
    described: str = "",
    press: Press | None = None,
) -> UUID:
    """Post one: words, a picture, or both; `described` says what is seen on it, for whoever cannot see.

    «Kontaktpersonen min» is the person of this moment. Raises Hidden, Denied, Conflict.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.LYSGLIMT_POST, log)
        if audience is not Audience.LOG and Relation.SUBJECT not in sight.relations(log):
            raise Denied

        def act() -> UUID:
            entry = _post(sight, log, text, feeling, audience)
            if picture is not None:
                pictures.keep(entry, picture, described)
            entry_id: UUID = entry.id
            return entry_id

        return once(actor, press, act)


def _post(sight: Sight, log: LogFacts, text: str, feeling: Feeling | None, audience: Audience) -> Entry:
    actor = sight.actor
    if audience not in _audiences(sight, log):  # it could be chosen when the page was made
        raise Conflict(UNREAD)
    addressee = log.holder_id if audience is Audience.CONTACT else None
    entry = writing.new_entry(sight, log, EntryType.LYSGLIMT, text, audience=audience, addressee=addressee)
    Lysglimt.create(entry=entry.id, feeling=feeling)
    recording.audit(actor, Action.LYSGLIMT_POST, entry.id, log)
    written = Written(EntryType.LYSGLIMT, actor.account_id, audience=audience, addressee_id=addressee)
    recording.tell_readers(sight, log, NoticeKind.LYSGLIMT, entry.id, written)
    return entry


def heart(actor: Actor, entry_id: UUID, *, on: bool) -> ShownEntry:
    """Give a lysglimt a heart, or take it back. Pressing twice is like pressing once. Raises Hidden, Denied."""
    with transaction():
        sight, entry = visible.reach(actor, Entry, entry_id)
        if entry.type is not EntryType.LYSGLIMT:
            raise Hidden
        log = sight.log(entry.log_id)
        require(sight, Action.LYSGLIMT_HEART, log)
        mine = (Heart.entry == entry.id) & (Heart.account == actor.account_id)
        if Heart.select().where(mine).exists() != on:
            Heart.create(entry=entry.id, account=actor.account_id) if on else Heart.delete().where(mine).execute()
            recording.audit(actor, Action.LYSGLIMT_HEART, entry.id, log)
        recording.seen_all(sight, recording.of_things(sight, SeenPage.LYSGLIMT, [(log.id, entry.id)]))
        rows = list(shown.select(sight).where(Entry.id == entry.id).objects())
        return shown.entries(sight, rows)[0]
