"""Conversations as this actor may see them: the rows with their members, who can answer, what is promised."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts
from parentapp.access.holding import is_out
from parentapp.access.names import in_reach
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.clock import local_date
from parentapp.domain.contact import answering_id, away_until
from parentapp.domain.people import Shown, shown_people, works_here
from parentapp.domain.ready import offered
from parentapp.enums import FAMILY, ReadyMessage, Relation
from parentapp.i18n import same_readers
from parentapp.models import Account, Conversation, Member, Message, SeenLine

ACCOUNT = (Account.id, Account.name_sealed, Account.portrait, Account.locale, Account.needs_interpreter)


@dataclass(frozen=True)
class AskedAbout:
    """A reading of the log: by whom, where the reader may be told, and on which day."""

    who: Shown | None
    day: date


@dataclass(frozen=True)
class ShownMessage:
    id: UUID
    author: Shown
    mine: bool
    text: str
    lang: str
    ready: ReadyMessage | None  # then there is no text: each reads it in their own language
    about: AskedAbout | None  # of one that asks why something was read
    at: datetime
    read_by: tuple[Shown, ...]  # others who have read it; only told of one's own messages


@dataclass(frozen=True)
class ShownConversation:
    """One conversation: who is in it, what was said, when an answer is promised, who else answers."""

    id: UUID
    log_id: UUID
    child: str | None  # None for a contact person whose service may no longer see the log
    members: tuple[Shown, ...]
    messages: tuple[ShownMessage, ...]
    older: UUID | None
    owner: Shown
    answer_by: date | None  # None also where a promise was given, and nobody is left to keep it
    given_up: bool  # somebody waits for an answer that can no longer come
    waiting_since: datetime | None
    last_at: datetime
    new: bool
    may_write: bool
    out_of_reach: bool  # nobody else in it can read it any more, so that nothing can be written
    away_until: date | None  # for the family: until when all who could answer are away
    contact_out: bool  # for the family: all who could answer see nothing of the log, their service has lost its yes
    instead: Shown | None  # for the family: who answers now, where nobody in it does
    works: bool  # the actor is in it as a professional
    ready: tuple[ReadyMessage, ...]  # that the actor may send
    read_otherwise: tuple[tuple[Shown, str], ...]  # the others who read another language than the actor, and which
    edge: datetime | None  # when the message was written that this part follows, or comes before

    @property
    def others(self) -> tuple[Shown, ...]:
        return tuple(member for member in self.members if not member.me)


@dataclass(frozen=True)
class Talk:
    """A conversation as it is stored, with everybody who is or was in it."""

    row: Any  # `last` is its last message
    members: list[Member]

    @property
    def here(self) -> list[UUID]:
        """Those who are in it now."""
        return [member.account_id for member in self.members if member.left_at is None]

    def member(self, account_id: UUID) -> Member:
        return next(member for member in self.members if member.account_id == account_id)


def talks(visible_ones: Any, *order: Any) -> list[Talk]:
    """Those of a query of visible conversations, with their members and these' accounts. One query."""
    last = (Message.conversation == Conversation.id) & (Message.at == Conversation.last_at)
    query = (
        Member.select(Member, Conversation, Message, *ACCOUNT)
        .join(Account)
        .join_from(Member, Conversation)
        .join(Message, JOIN.LEFT_OUTER, on=last, attr="last")
        .where(Conversation.id.in_(visible_ones.select(Conversation.id)))
        .order_by(*order, Conversation.id, Member.joined_at, Member.id)
    )
    found: dict[UUID, Talk] = {}
    for member in query:
        found.setdefault(member.conversation_id, Talk(member.conversation, [])).members.append(member)
    return list(found.values())


def log_of(sight: Sight, talk: Talk) -> LogFacts:
    """The conversation's log. The named holder may have the conversation without seeing the log."""
    return next(log for log in sight.ties if log.id == talk.row.log_id)


def readers(sight: Sight, talk: Talk) -> list[UUID]:
    """The others in it who can still open it."""
    log = log_of(sight, talk)
    return [each for each in talk.here if each != sight.actor.account_id and in_reach(sight, log, each)]


def answerers(sight: Sight, talk: Talk) -> list[UUID]:
    """The professionals among them: those whom a promise binds."""
    family = {each.account_id for each in sight.around if each.log_id == talk.row.log_id and each.relation in FAMILY}
    return [each for each in readers(sight, talk) if each not in family]


def all_away_until(sight: Sight, answering: list[UUID]) -> date | None:
    """The last day on which none of them is at work; None where somebody is today."""
    days = [away_until(sight, each) for each in answering]
    return min((day for day in days if day), default=None) if all(days) else None


def shown(
    sight: Sight, talk: Talk, messages: list[Message], *, older: UUID | None = None, edge: Message | None = None
) -> ShownConversation:
    """The conversation with these of its messages, given newest first."""
    row, log = talk.row, log_of(sight, talk)
    me, people, family = sight.actor.account_id, _people(sight, talk, log), sight.is_family(log)
    may_write, own = can(sight, Action.MESSAGE_WRITE, log), talk.member(sight.actor.account_id)
    answering = answerers(sight, talk) if family else []
    nobody, away = family and not answering, all_away_until(sight, answering)
    out = answering == [log.holder_id] and is_out(sight, log)
    out_of_reach = may_write and not readers(sight, talk)
    about = asked_about(sight, log, messages)
    return ShownConversation(
        id=row.id,
        log_id=log.id,
        child=log.child if sight.may_know(log) else None,
        members=tuple(people[each] for each in talk.here),
        messages=tuple(_message(each, people, talk.members, me, about) for each in reversed(messages)),
        older=older,
        owner=people[row.owner_id],
        answer_by=None if nobody else row.answer_by,
        given_up=nobody and row.answer_by is not None and not log.closed,
        waiting_since=row.waiting_since,
        last_at=row.last_at,
        new=row.last is not None and (own.read_up_to is None or row.last_at > own.read_up_to),
        may_write=may_write and not out_of_reach,
        out_of_reach=out_of_reach,
        away_until=away,
        contact_out=out,
        instead=_instead(sight, talk, log, people) if nobody or away or out else None,
        works=works_here(sight, log),
        ready=ready(sight, talk),
        read_otherwise=_read_otherwise(sight, talk, people),
        edge=edge.at if edge else None,
    )


def messages_of(
    sight: Sight, talk: Talk, messages: Iterable[Message], about: dict[UUID, AskedAbout]
) -> list[ShownMessage]:
    """These of its messages alone. `about`: of `asked_about`, for all of them."""
    people = _people(sight, talk, log_of(sight, talk))
    return [_message(each, people, talk.members, sight.actor.account_id, about) for each in messages]


def others(sight: Sight, talk: Talk) -> tuple[Shown, ...]:
    """Everybody else who is or was in it."""
    people, me = _people(sight, talk, log_of(sight, talk)), sight.actor.account_id
    return tuple(people[each.account_id] for each in talk.members if each.account_id != me)


def ready(sight: Sight, talk: Talk) -> tuple[ReadyMessage, ...]:
    """The ready-made messages that the actor may send here. Professionals look at what the others need."""
    log, me = log_of(sight, talk), sight.actor.account_id
    works = works_here(sight, log)
    asked = [member for member in talk.members if member.left_at is None and (member.account_id == me) is not works]
    interpreted = any(member.account.needs_interpreter for member in asked)
    return offered(works=works, youth=Relation.SUBJECT in sight.relations(log), interpreted=interpreted)


def _read_otherwise(sight: Sight, talk: Talk, people: dict[UUID, Shown]) -> tuple[tuple[Shown, str], ...]:
    others = (member for member in talk.members if member.left_at is None and member.account_id in readers(sight, talk))
    reads = ((people[member.account_id], member.account.locale) for member in others)
    return tuple((person, locale) for person, locale in reads if not same_readers(locale, sight.actor.locale))


def _people(sight: Sight, talk: Talk, log: LogFacts) -> dict[UUID, Shown]:
    """Members know each other by name, also who belongs to the log no more: a deputy of last year."""
    known = shown_people(sight, log)
    gone = (member for member in talk.members if member.account_id not in known)
    return known | {
        each.account_id: Shown(each.account_id, each.account.name, portrait=each.account.portrait) for each in gone
    }


def asked_about(sight: Sight, log: LogFacts, messages: list[Message]) -> dict[UUID, AskedAbout]:
    """What these messages ask about, by the line's id: by name only as anybody of the log may be told of another."""
    ids = [each.about for each in messages if each.about]
    lines = SeenLine.select(SeenLine.id, SeenLine.account, SeenLine.at).where(SeenLine.id.in_(ids)) if ids else []
    known = shown_people(sight, log) if ids else {}
    named = {id_: person for id_, person in known.items() if person.name is not None}
    return {line.id: AskedAbout(named.get(line.account_id), local_date(line.at)) for line in lines}


def _message(
    each: Message, people: dict[UUID, Shown], members: list[Member], me: UUID, about: dict[UUID, AskedAbout]
) -> ShownMessage:
    others = [member for member in members if member.account_id not in (each.author_id, me)]
    read = [people[m.account_id] for m in others if m.read_up_to is not None and m.read_up_to >= each.at]
    mine = each.author_id == me
    return ShownMessage(
        id=each.id,
        author=people[each.author_id],
        mine=mine,
        text=each.text,
        lang=each.lang,
        ready=each.ready,
        about=about.get(each.about) if each.about else None,
        at=each.at,
        read_by=tuple(read) if mine else (),
    )


def _instead(sight: Sight, talk: Talk, log: LogFacts, people: dict[UUID, Shown]) -> Shown | None:
    """Who answers now, if the actor may write to them and they are not in this conversation."""
    who = answering_id(sight, log)
    free = who not in talk.here and in_reach(sight, log, who) and can(sight, Action.CONVERSATION_START, log)
    return people[who] if free else None
