"""Conversations of a family member and the contact person: starting, reading, writing, the promised answer."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.names import in_reach
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look, look_around
from parentapp.clock import midnight_after
from parentapp.db import MICROSECOND, transaction
from parentapp.domain import recording
from parentapp.domain.contact import NOBODY, answering_id
from parentapp.domain.pressing import Press, once
from parentapp.domain.promise import answer_by
from parentapp.domain.talk_shown import (
    ShownConversation,
    Talk,
    all_away_until,
    answerers,
    log_of,
    readers,
    ready,
    shown,
    talks,
)
from parentapp.enums import STAFF, NoticeKind, ReadyMessage, SeenPage
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Conversation, Member, Message, SeenLine

__all__ = [
    "Inbox",
    "ShownConversation",
    "ask_why",
    "conversation",
    "inbox",
    "new_messages",
    "send_ready",
    "start",
    "with_last_message",
    "write",
]

PAGE = 50
NOT_OFFERED = N_("Denne meldingen kan ikke sendes her. Last siden på nytt.")
UNHEARD = N_("Ingen andre kan lese denne samtalen lenger, så meldingen er ikke sendt.")


@dataclass(frozen=True)
class Inbox:
    """All conversations the actor may read, the latest first, each with its last message."""

    conversations: list[ShownConversation]
    may_start: list[tuple[UUID, str]]  # logs in which the actor may write to the contact person, with the child's name


def inbox(actor: Actor) -> Inbox:
    """Meldinger."""
    with transaction():
        sight = look(actor)
        listed = with_last_message(sight, visible.conversations(sight), Conversation.last_at.desc())
        lines = recording.of_things(sight, SeenPage.CONVERSATIONS, [(each.log_id, each.id) for each in listed])
        may_start = [log for log in sight.logs() if can(sight, Action.CONVERSATION_START, log)]
        if len(may_start) > 1:  # told apart by the children's names
            there = {each.log_id for each in listed}
            named = [log for log in may_start if log.id not in there]
            lines += recording.of_logs(sight, SeenPage.DESK, dict.fromkeys(named, ()))
        recording.seen_all(sight, lines)
        return Inbox(listed, [(log.id, log.child) for log in may_start])


def with_last_message(sight: Sight, visible_ones: Any, *order: Any) -> list[ShownConversation]:
    """Those of a query of visible conversations, each with its last message. One query."""
    found = talks(visible_ones, *order)
    return [shown(sight, talk, [talk.row.last] if talk.row.last else []) for talk in found]


def conversation(actor: Actor, conversation_id: UUID, before: UUID | None = None) -> ShownConversation:
    """The conversation, marked as read up to what is shown of it. Raises Hidden."""
    with transaction():
        sight, talk = _reach(actor, conversation_id)
        edge = _message(talk.row, before) if before else None
        found = _page(talk.row, edge)
        page, older = found[:PAGE], found[PAGE - 1].id if len(found) > PAGE else None
        recording.seen(sight, log_of(sight, talk), SeenPage.CONVERSATION, conversation=talk.row.id)
        picture = shown(sight, talk, page, older=older, edge=edge)
        if page:
            _mark_read(actor, talk, page[0].at)
        return picture


def new_messages(actor: Actor, conversation_id: UUID, after: UUID) -> ShownConversation | None:
    """What came after that message, or None; an empty look leaves no trace. Raises Hidden."""
    with transaction():
        sight, talk = _reach(actor, conversation_id)
        row, last = talk.row, _message(talk.row, after)
        query = _messages(row).where((Message.at > last.at) | ((Message.at == last.at) & (Message.id > last.id)))
        found = list(query.order_by(Message.at.desc(), Message.id.desc()).limit(PAGE))
        if not found:
            return None
        _mark_read(actor, talk, found[0].at)
        recording.seen(sight, log_of(sight, talk), SeenPage.CONVERSATION, conversation=row.id)
        return shown(sight, talk, found, edge=last)


def _reach(actor: Actor, conversation_id: UUID) -> tuple[Sight, Talk]:
    """The actor's sight of the conversation's log, and the conversation. Raises Hidden."""
    sight = look_around(actor, Conversation, conversation_id)
    found = talks(visible.conversations(sight).where(Conversation.id == conversation_id))
    if not found:
        raise Hidden
    return sight, found[0]


def _messages(row: Any) -> Any:
    return Message.select().where(Message.conversation == row.id)


def _message(row: Any, message_id: UUID) -> Message:
    found: Message | None = _messages(row).where(Message.id == message_id).get_or_none()
    if found is None:
        raise Hidden
    return found


def _page(row: Any, edge: Message | None) -> list[Message]:
    """One message more than a page, to know whether there are older ones."""
    query = _messages(row)
    if edge is not None:
        query = query.where((Message.at < edge.at) | ((Message.at == edge.at) & (Message.id < edge.id)))
    return list(query.order_by(Message.at.desc(), Message.id.desc()).limit(PAGE + 1))


def _mark_read(actor: Actor, talk: Talk, up_to: datetime) -> None:
    """The actor has read up to that message, and no further: what somebody is writing meanwhile is still new."""
    own = talk.member(actor.account_id)
    if own.read_up_to is None or own.read_up_to < up_to:
        Member.update(read_up_to=up_to).where(Member.id == own.id).execute()


def start(actor: Actor, log_id: UUID) -> UUID:
    """The actor's conversation with whoever answers now: the one there is, or a new one.

    Raises Hidden, Denied; Conflict where nobody answers.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CONVERSATION_START, log)
        return _with_contact(sight, log)


def _with_contact(sight: Sight, log: LogFacts) -> UUID:
    actor = sight.actor
    answering = answering_id(sight, log)
    if not in_reach(sight, log, answering):
        raise Conflict(NOBODY)
    for talk in talks(visible.conversations(sight).where(Conversation.owner == actor.account_id)):
        if {member.account_id for member in talk.members} == {actor.account_id, answering}:
            existing: UUID = talk.row.id
            return existing
    made = Conversation.create(log=log.id, owner=actor.account_id, started_at=actor.now, last_at=actor.now)
    for account in (actor.account_id, answering):
        Member.create(conversation=made.id, account=account, joined_at=actor.now)
    recording.audit(actor, Action.CONVERSATION_START, made.id, log)
    started: UUID = made.id
    return started


def ask_why(actor: Actor, log_id: UUID, who: UUID, day: date, *, press: Press | None = None) -> UUID:
    """«Hvorfor så du på dette?»: what somebody read on a day, to the contact person, in the actor's conversation.

    Each reads it in their own language; who it was stands there for those who may be told. The conversation's id.
    Raises Hidden where the actor may see no professional's reading by that person on that day; Denied; Conflict where
    nobody answers.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        line = _read_on(sight, log, who, day)
        require(sight, Action.CONVERSATION_START, log)

        def ask() -> UUID:
            talk_id = _with_contact(sight, log)
            (talk,) = talks(visible.conversations(sight).where(Conversation.id == talk_id))
            _write(sight, talk, "", ReadyMessage.WHY_SEEN, about=line)
            return talk_id

        return once(actor, press, ask)


def _read_on(sight: Sight, log: LogFacts, who: UUID, day: date) -> UUID:
    """The latest of these lines of the access log."""
    midnight, s = midnight_after(day - timedelta(days=1)), SeenLine
    on_day = (s.log == log.id) & (s.account == who) & (s.at >= midnight) & (s.at < midnight_after(day))
    lines = visible.seen_lines(sight).where(on_day & s.relation.in_(sorted(STAFF, key=lambda each: each.value)))
    line: SeenLine | None = lines.order_by(s.at.desc(), s.id.desc()).first()
    if line is None:
        raise Hidden
    line_id: UUID = line.id
    return line_id


def write(actor: Actor, conversation_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """Write a message. A family member's starts the promise of an answer; a professional's fulfils it.

    Raises Hidden, Denied, Conflict.
    """
    with transaction():
        sight, talk = _reach(actor, conversation_id)
        require(sight, Action.MESSAGE_WRITE, log_of(sight, talk))
        return once(actor, press, lambda: _write(sight, talk, text))


def send_ready(actor: Actor, conversation_id: UUID, said: ReadyMessage, *, press: Press | None = None) -> UUID:
    """Send a ready-made message, which each reads in their own language. Else as `write`.

    Raises Hidden, Denied; Conflict also for one that is not for the actor to say.
    """
    with transaction():
        sight, talk = _reach(actor, conversation_id)
        require(sight, Action.MESSAGE_WRITE, log_of(sight, talk))
        if said not in ready(sight, talk):
            raise Conflict(NOT_OFFERED)
        return once(actor, press, lambda: _write(sight, talk, "", said))


def _write(sight: Sight, talk: Talk, text: str, said: ReadyMessage | None = None, *, about: UUID | None = None) -> UUID:
    """Nothing is written to somebody who can never read it."""
    actor, row, log = sight.actor, talk.row, log_of(sight, talk)
    if not readers(sight, talk):
        raise Conflict(UNHEARD)
    at = max(actor.now, row.last_at + MICROSECOND)  # two at the same instant keep their order
    message = Message.create(
        conversation=row.id,
        log=log.id,
        author=actor.account_id,
        text=text,
        lang=actor.locale,
        ready=said,
        about=about,
        at=at,
    )
    Conversation.update(last_at=at, **_promise(sight, talk)).where(Conversation.id == row.id).execute()
    _mark_read(actor, talk, at)
    recording.audit(actor, Action.MESSAGE_WRITE, message.id, log)
    recording.tell(sight, log, NoticeKind.MESSAGE, row.id, talk.here, at)
    message_id: UUID = message.id
    return message_id


def _promise(sight: Sight, talk: Talk) -> dict[str, Any]:
    """A date once shown stands, until it is answered. Days count from when somebody who can answer is at work."""
    log, answering = log_of(sight, talk), answerers(sight, talk)
    if not sight.is_family(log):
        return {"answer_by": None, "waiting_since": None}
    if talk.row.answer_by is not None or not answering:
        return {}
    since = all_away_until(sight, answering) or sight.actor.today
    return {"answer_by": answer_by(since, log.reply_days), "waiting_since": sight.actor.now}
