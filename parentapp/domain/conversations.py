"""Conversations of a family member and the contact person: starting, reading, writing, the promised answer."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look, look_around
from parentapp.db import MICROSECOND, transaction
from parentapp.domain import recording
from parentapp.domain.contact import answering_id
from parentapp.domain.people import Shown, shown_people, works_here
from parentapp.domain.pressing import Press, once
from parentapp.domain.promise import answer_by
from parentapp.enums import NoticeKind, SeenPage
from parentapp.errors import Hidden
from parentapp.models import Conversation, Member, Message

PAGE = 50


@dataclass(frozen=True)
class ShownMessage:
    id: UUID
    author: Shown
    mine: bool
    text: str
    lang: str
    at: datetime
    read_by: tuple[Shown, ...]  # others who have read it; only told of one's own messages


@dataclass(frozen=True)
class ShownConversation:
    """One conversation: who is in it, what was said, when an answer is promised."""

    id: UUID
    log_id: UUID
    child: str | None  # None for a contact person whose service may no longer see the log
    members: tuple[Shown, ...]
    messages: tuple[ShownMessage, ...]
    older: UUID | None
    owner: Shown
    answer_by: date | None
    waiting_since: datetime | None
    last_at: datetime
    new: bool
    may_write: bool
    works: bool  # the actor is in it as a professional
    edge: datetime | None  # when the message was written that this part follows, or comes before

    @property
    def others(self) -> tuple[Shown, ...]:
        return tuple(member for member in self.members if not member.me)


@dataclass(frozen=True)
class _Talk:
    """A conversation as it is stored, with everybody who is or was in it."""

    row: Any
    members: list[Member]


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
    talks = _talks(visible_ones, *order)
    return [_shown(sight, talk, [talk.row.last] if talk.row.last else []) for talk in talks]


def conversation(actor: Actor, conversation_id: UUID, before: UUID | None = None) -> ShownConversation:
    """The conversation, marked as read up to now. Raises Hidden."""
    with transaction():
        sight, talk = _reach(actor, conversation_id)
        edge = _message(talk.row, before) if before else None
        shown = _shown(sight, talk, _page(talk.row, edge), edge)
        if shown.new and edge is None:
            _mark_read(actor, talk.row, talk.row.last_at)
        recording.seen(sight, _log(sight, talk.row), SeenPage.CONVERSATION, conversation=talk.row.id)
        return shown


def new_messages(actor: Actor, conversation_id: UUID, after: UUID) -> ShownConversation | None:
    """What came after that message, or None; an empty look leaves no trace. Raises Hidden."""
    with transaction():
        sight, talk = _reach(actor, conversation_id)
        row, last = talk.row, _message(talk.row, after)
        query = _messages(row).where((Message.at > last.at) | ((Message.at == last.at) & (Message.id > last.id)))
        found = list(query.order_by(Message.at.desc(), Message.id.desc()).limit(PAGE))
        if not found:
            return None
        _mark_read(actor, row, row.last_at)
        recording.seen(sight, _log(sight, row), SeenPage.CONVERSATION, conversation=row.id)
        return _shown(sight, talk, found, last)


def _reach(actor: Actor, conversation_id: UUID) -> tuple[Sight, _Talk]:
    """The actor's sight of the conversation's log, and the conversation. Raises Hidden."""
    sight = look_around(actor, Conversation, conversation_id)
    found = _talks(visible.conversations(sight).where(Conversation.id == conversation_id))
    if not found:
        raise Hidden
    return sight, found[0]


def _talks(visible_ones: Any, *order: Any) -> list[_Talk]:
    """Those of a query of visible conversations, with their members; `row.last` is the last message. One query."""
    last = (Message.conversation == Conversation.id) & (Message.at == Conversation.last_at)
    query = (
        Member.select(Member, Conversation, Message)
        .join(Conversation)
        .join(Message, JOIN.LEFT_OUTER, on=last, attr="last")
        .where(Conversation.id.in_(visible_ones.select(Conversation.id)))
        .order_by(*order, Conversation.id, Member.joined_at, Member.id)
    )
    found: dict[UUID, _Talk] = {}
    for member in query:
        found.setdefault(member.conversation_id, _Talk(member.conversation, [])).members.append(member)
    return list(found.values())


def _log(sight: Sight, row: Any) -> LogFacts:
    """The conversation's log. The named holder may have the conversation without seeing the log."""
    return next(log for log in sight.ties if log.id == row.log_id)


def _messages(row: Any) -> Any:
    return Message.select().where(Message.conversation == row.id)


def _message(row: Any, message_id: UUID) -> Message:
    found: Message | None = _messages(row).where(Message.id == message_id).get_or_none()
    if found is None:
        raise Hidden
    return found


def _page(row: Any, edge: Message | None) -> list[Message]:
    query = _messages(row)
    if edge is not None:
        query = query.where((Message.at < edge.at) | ((Message.at == edge.at) & (Message.id < edge.id)))
    return list(query.order_by(Message.at.desc(), Message.id.desc()).limit(PAGE + 1))


def _mark_read(actor: Actor, row: Any, up_to: datetime) -> None:
    """The actor has read up to that message, and no further: what somebody is writing meanwhile is still new."""
    mine = (Member.conversation == row.id) & (Member.account == actor.account_id)
    Member.update(read_up_to=up_to).where(mine).execute()


def _shown(sight: Sight, talk: _Talk, messages: list[Message], edge: Message | None = None) -> ShownConversation:
    row, members, log = talk.row, talk.members, _log(sight, talk.row)
    people, me = shown_people(sight, log), sight.actor.account_id
    own = next(member for member in members if member.account_id == me)
    return ShownConversation(
        id=row.id,
        log_id=log.id,
        child=log.child if sight.may_know(log) else None,
        members=tuple(people[member.account_id] for member in members if member.left_at is None),
        messages=tuple(_shown_message(each, people, members, me) for each in reversed(messages[:PAGE])),
        older=messages[PAGE - 1].id if len(messages) > PAGE else None,
        owner=people[row.owner_id],
        answer_by=row.answer_by,
        waiting_since=row.waiting_since,
        last_at=row.last_at,
        new=own.read_up_to is None or row.last_at > own.read_up_to,
        may_write=can(sight, Action.MESSAGE_WRITE, log),
        works=works_here(sight, log),
        edge=edge.at if edge else None,
    )


def _shown_message(each: Message, people: dict[UUID, Shown], members: list[Member], me: UUID) -> ShownMessage:
    others = [member for member in members if member.account_id not in (each.author_id, me)]
    read = [people[m.account_id] for m in others if m.read_up_to is not None and m.read_up_to >= each.at]
    mine = each.author_id == me
    return ShownMessage(
        each.id, people[each.author_id], mine, each.text, each.lang, each.at, tuple(read) if mine else ()
    )


def start(actor: Actor, log_id: UUID) -> UUID:
    """The actor's conversation with whoever answers now: the one there is, or a new one. Raises Hidden, Denied."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CONVERSATION_START, log)
        answering = answering_id(sight, log)
        for talk in _talks(visible.conversations(sight).where(Conversation.owner == actor.account_id)):
            if {member.account_id for member in talk.members} == {actor.account_id, answering}:
                existing: UUID = talk.row.id
                return existing
        made = Conversation.create(log=log.id, owner=actor.account_id, started_at=actor.now, last_at=actor.now)
        for account in (actor.account_id, answering):
            Member.create(conversation=made.id, account=account, joined_at=actor.now)
        recording.audit(actor, Action.CONVERSATION_START, made.id, log)
        started: UUID = made.id
        return started


def write(actor: Actor, conversation_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """Write a message. A family member's starts the promise of an answer; a professional's fulfils it.

    Raises Hidden, Denied, Conflict.
    """
    with transaction():
        sight, talk = _reach(actor, conversation_id)
        require(sight, Action.MESSAGE_WRITE, _log(sight, talk.row))
        return once(actor, press, lambda: _write(sight, talk, text))


def _write(sight: Sight, talk: _Talk, text: str) -> UUID:
    actor, row, log = sight.actor, talk.row, _log(sight, talk.row)
    at = max(actor.now, row.last_at + MICROSECOND)  # two at the same instant keep their order
    message = Message.create(
        conversation=row.id, log=log.id, author=actor.account_id, text=text, lang=actor.locale, at=at
    )
    Conversation.update(last_at=at, **_promise(sight, log, row)).where(Conversation.id == row.id).execute()
    _mark_read(actor, row, at)
    recording.audit(actor, Action.MESSAGE_WRITE, message.id, log)
    members = [member.account_id for member in talk.members if member.left_at is None]
    recording.tell(sight, log, NoticeKind.MESSAGE, row.id, members, at)
    message_id: UUID = message.id
    return message_id


def _promise(sight: Sight, log: LogFacts, row: Any) -> dict[str, Any]:
    """A date once shown stands, until it is answered."""
    if not sight.is_family(log):
        return {"answer_by": None, "waiting_since": None}
    if row.answer_by is not None:
        return {}
    return {"answer_by": answer_by(sight.actor.today, log.reply_days), "waiting_since": sight.actor.now}
