"""Conversations of a family member and the contact person: starting, reading, writing, the promised answer."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.db import MICROSECOND, transaction
from parentapp.domain import recording
from parentapp.domain.contact import answering_now
from parentapp.domain.people import Shown, shown_people, works_here
from parentapp.domain.pressing import Press, once
from parentapp.domain.promise import answer_by
from parentapp.enums import NoticeKind, SeenPage
from parentapp.errors import Hidden
from parentapp.models import Conversation, Member, Message, Municipality, Notice

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
class Inbox:
    """All conversations the actor may read, the latest first, each with its last message."""

    conversations: list[ShownConversation]
    may_start: list[tuple[UUID, str]]  # logs in which the actor may write to the contact person, with the child's name


def inbox(actor: Actor) -> Inbox:
    """Meldinger."""
    with transaction():
        sight = look(actor)
        rows = list(visible.conversations(sight).order_by(Conversation.last_at.desc(), Conversation.id))
        recording.seen_things(sight, SeenPage.CONVERSATIONS, [(row.log_id, row.id) for row in rows])
        return Inbox(with_last_message(sight, rows), _may_start(sight))


def _may_start(sight: Sight) -> list[tuple[UUID, str]]:
    return [(log.id, log.child) for log in sight.logs() if can(sight, Action.CONVERSATION_START, log)]


def with_last_message(sight: Sight, rows: list[Any]) -> list[ShownConversation]:
    """These visible conversations, each with its last message."""
    members, last = _members(rows), _last_messages(rows)
    logs = {log.id: log for log in sight.ties}
    return [_shown(sight, logs[row.log_id], row, members[row.id], last.get(row.id, [])) for row in rows]


def conversation(actor: Actor, conversation_id: UUID, before: UUID | None = None) -> ShownConversation:
    """The conversation, marked as read up to now. Raises Hidden."""
    with transaction():
        sight, row = visible.reach(actor, Conversation, conversation_id)
        log = _log(sight, row)
        members = _members([row])[row.id]
        edge = _message(row, before) if before else None
        shown = _shown(sight, log, row, members, _page(row, edge), edge)
        if shown.new and edge is None:
            _mark_read(actor, row)
        recording.seen(sight, log, SeenPage.CONVERSATION, conversation=row.id)
        return shown


def new_messages(actor: Actor, conversation_id: UUID, after: UUID) -> ShownConversation | None:
    """What came after that message, or None; an empty look leaves no trace. Raises Hidden."""
    with transaction():
        sight, row = visible.reach(actor, Conversation, conversation_id)
        last = _message(row, after)
        query = _messages(row).where((Message.at > last.at) | ((Message.at == last.at) & (Message.id > last.id)))
        found = list(query.order_by(Message.at.desc(), Message.id.desc()).limit(PAGE))
        if not found:
            return None
        _mark_read(actor, row)
        recording.seen(sight, _log(sight, row), SeenPage.CONVERSATION, conversation=row.id)
        return _shown(sight, _log(sight, row), row, _members([row])[row.id], found, last)


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


def _members(rows: list[Any]) -> dict[UUID, list[Member]]:
    found: dict[UUID, list[Member]] = {row.id: [] for row in rows}
    ids = list(found)
    for member in Member.select().where(Member.conversation.in_(ids)).order_by(Member.joined_at, Member.id):
        found[member.conversation_id].append(member)
    return found


def _last_messages(rows: list[Any]) -> dict[UUID, list[Message]]:
    """The latest message of each conversation, in one query."""
    at = {row.id: row.last_at for row in rows}
    query = Message.select().where(Message.conversation.in_(list(at)) & Message.at.in_(list(set(at.values()))))
    return {each.conversation_id: [each] for each in query if each.at == at[each.conversation_id]}


def _mark_read(actor: Actor, row: Any, up_to: datetime | None = None) -> None:
    mine = (Member.conversation == row.id) & (Member.account == actor.account_id)
    Member.update(read_up_to=max(actor.now, up_to or row.last_at)).where(mine).execute()
    told = (Notice.account == actor.account_id) & (Notice.thing == row.id) & Notice.seen_at.is_null()
    Notice.update(seen_at=actor.now).where(told).execute()


def _shown(
    sight: Sight,
    log: LogFacts,
    row: Any,
    members: list[Member],
    messages: list[Message],
    edge: Message | None = None,
) -> ShownConversation:
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
        answering = answering_now(sight, log)
        for row in visible.conversations(sight).where(Conversation.owner == actor.account_id):
            if {member.account_id for member in _members([row])[row.id]} == {actor.account_id, answering}:
                existing: UUID = row.id
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
        sight, row = visible.reach(actor, Conversation, conversation_id)
        log = _log(sight, row)
        require(sight, Action.MESSAGE_WRITE, log)
        return once(actor, press, lambda: _write(sight, log, row, text))


def _write(sight: Sight, log: LogFacts, row: Any, text: str) -> UUID:
    actor = sight.actor
    at = max(actor.now, row.last_at + MICROSECOND)  # two at the same instant keep their order
    message = Message.create(
        conversation=row.id, log=log.id, author=actor.account_id, text=text, lang=actor.locale, at=at
    )
    Conversation.update(last_at=at, **_promise(sight, log, row)).where(Conversation.id == row.id).execute()
    _mark_read(actor, row, at)
    recording.audit(actor, Action.MESSAGE_WRITE, message.id, log)
    members = [member.account_id for member in _members([row])[row.id] if member.left_at is None]
    recording.tell(sight, log, NoticeKind.MESSAGE, row.id, members)
    message_id: UUID = message.id
    return message_id


def _promise(sight: Sight, log: LogFacts, row: Any) -> dict[str, Any]:
    """A date once shown stands, until it is answered."""
    if not sight.is_family(log):
        return {"answer_by": None, "waiting_since": None}
    if row.answer_by is not None:
        return {}
    days = Municipality.get_by_id(log.municipality_id).reply_days
    return {"answer_by": answer_by(sight.actor.today, days), "waiting_since": sight.actor.now}
