"""Hjem: the family's contact person, what is new, what we wait for. And which room somebody belongs in."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access import visible, wishing
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import consents, log_wishes_shown, meeting_list, notices, recording
from parentapp.domain.consents import ShownRequest
from parentapp.domain.contact import Contact, contact
from parentapp.domain.handovers import is_to_look_at
from parentapp.domain.handovers_waiting import Pending, to_look_at, waiting
from parentapp.domain.individual_plan_page import InShort, with_column
from parentapp.domain.log_wishes_shown import WaitingWish
from parentapp.domain.meeting_shown import ShownMeeting
from parentapp.domain.notices import News
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.qualified import is_registered
from parentapp.domain.talk_shown import answerers, talks
from parentapp.enums import FAMILY, Relation, SeenPage
from parentapp.errors import Hidden
from parentapp.i18n.locales import is_norwegian
from parentapp.models import Account, Conversation

NEWS = 5


@dataclass(frozen=True)
class Child:
    log_id: UUID
    name: str
    translating: bool = False  # not everybody in the family reads Norwegian: there may be translations


@dataclass(frozen=True)
class Menu:
    """What «Mer» leads to."""

    children: list[Child]
    works_here: bool  # registered to translate or to interpret
    asks_for_log: bool  # may ask a unit for one


@dataclass(frozen=True)
class WaitingAnswer:
    """A conversation in which an answer is promised."""

    conversation_id: UUID
    by: date
    may_come: bool  # whether anybody is left who can answer


@dataclass(frozen=True)
class Home:
    me: str  # the person's own name
    relation: Relation
    log: LogFacts
    child: str
    children: tuple[Child, ...]
    contact: Contact | None  # None for a network person
    meeting: ShownMeeting | None  # the next one
    undecided: tuple[ShownMeeting, ...]  # those for which several times are proposed
    news: list[News]
    asked: list[ShownRequest]  # that wait for the person's own answer: never given, or run out
    unsettled: list[ShownRequest]  # that the person said yes to, and that wait for something else
    ending: list[ShownRequest]  # that end soon by themselves
    answers: list[WaitingAnswer]
    individual_plan: InShort | None  # that goes on or waits
    handovers: list[Pending]  # the one that waits, and transitions to look at
    wishes: list[WaitingWish]  # questions of one's own for a log, at a unit
    may_ask_for_log: bool
    may_post: bool
    resting: bool
    may_reopen: bool
    anything_new: bool


def home(actor: Actor, log_id: UUID | None = None) -> Home | None:
    """The home of somebody around a child: of that log, or of the first. None for those with no family ties.

    Raises Hidden for a log that is not theirs.
    """
    with transaction():
        sight = look(actor)
        logs = [log for log in sight.logs() if sight.relations(log) & (FAMILY | {Relation.NETWORK})]
        if not logs:
            if log_id is not None:
                raise Hidden
            return None
        logs.sort(key=lambda log: (log.closed, log.child))
        log = next((each for each in logs if each.id == log_id), None) if log_id else logs[0]
        if log is None:
            raise Hidden
        return _home(sight, log, logs)


def _home(sight: Sight, log: LogFacts, logs: list[LogFacts]) -> Home:
    family = sight.is_family(log)
    news, row, meetings = notices.of_log(sight, log, NEWS, is_to_look_at(sight, log))
    requests = [each for each in consents.requests(sight, log) if not log.closed or each.reopens] if family else []
    if Relation.GUEST in sight.relations(log) and not family:
        meetings = meeting_list.next_ones(sight, log)
    plan, wishes = with_column(sight, log, log_wishes_shown.waiting(sight)) if family else (None, None)
    handovers = _handovers(sight, log, due=bool(row.to_look_at)) if family and not log.closed else []
    things = [each.thing for each in news if each.entry or each.meeting]
    _record(sight, log, logs, things + [each.entry_id for each in meetings])
    return Home(
        me=own_name(sight, log),
        relation=sight.tie(log).relation,
        log=log,
        child=log.child,
        children=tuple(Child(each.id, each.child) for each in logs),
        contact=contact(sight, log) if family else None,
        meeting=next((each for each in meetings if each.decided), None),
        undecided=tuple(each for each in meetings if not each.decided),
        news=news,
        asked=[each for each in requests if _waits_for_me(sight, log, each)],
        unsettled=[each for each in requests if _waits_for_others(sight, log, each)],
        ending=[each for each in requests if each.ending],
        answers=_answers(sight, log),
        individual_plan=None if log.closed else plan,
        handovers=handovers,
        wishes=log_wishes_shown.listed(wishes),
        may_ask_for_log=wishing.can(sight, Action.LOG_WISH_SEE),
        may_post=can(sight, Action.LYSGLIMT_POST, log),
        resting=family and sight.rests(log),
        may_reopen=log.closed and can(sight, Action.REOPENING_ASK, log),
        anything_new=bool(row.anything_new),
    )


def _handovers(sight: Sight, log: LogFacts, *, due: bool) -> list[Pending]:
    return waiting(sight, log) + (to_look_at(sight, log) if due else [])


def _record(sight: Sight, log: LogFacts, logs: list[LogFacts], things: list[UUID]) -> None:
    """This log and these things of it; of the others the children's names, in the menu."""
    here = recording.of_logs(sight, SeenPage.HOME, {log: dict.fromkeys(things)})
    named = dict.fromkeys((each for each in logs if each.id != log.id), ())
    recording.seen_all(sight, here + recording.of_logs(sight, SeenPage.DESK, named))


def menu(actor: Actor) -> Menu:
    """The logs of the actor's own family, for a menu. Several are told apart by name, and that is written down."""
    with transaction():
        sight = look(actor)
        logs = sorted((log for log in sight.logs() if sight.is_family(log)), key=lambda log: (log.closed, log.child))
        if len(logs) > 1:
            recording.seen_all(sight, recording.of_logs(sight, SeenPage.DESK, dict.fromkeys(logs, ())))
        children = [Child(log.id, log.child, _reads_other_than_norwegian(sight, log)) for log in logs]
        return Menu(children, is_registered(actor), wishing.can(sight, Action.LOG_WISH_SEE))


def _reads_other_than_norwegian(sight: Sight, log: LogFacts) -> bool:
    family = (each for each in sight.around if each.log_id == log.id and each.active and each.relation in FAMILY)
    return any(not is_norwegian(each.account.locale) for each in family)


def own_name(sight: Sight, log: LogFacts) -> str:
    """What to call the one who is here."""
    me: Shown | None = shown_people(sight, log).get(sight.actor.account_id)
    return me.name if me and me.name else name_of(sight.actor)


def name_of(actor: Actor) -> str:
    """The actor's own name."""
    name: str = Account.get_by_id(actor.account_id).name
    return name


def _waits_for_me(sight: Sight, log: LogFacts, each: ShownRequest) -> bool:
    """Never answered; or the own yes has run out. In a log that rests, a service's waits until it wakes."""
    if not each.signs or each.mine is None:
        return each.signs
    return _ran_out(sight, each) and (each.unit is None or not sight.rests(log))


def _waits_for_others(sight: Sight, log: LogFacts, each: ShownRequest) -> bool:
    """The own yes runs, and something else is known to be missing: another's yes, or what the child thinks.

    A yes to a service also waits for the log's own, which stands in the list by itself.
    """
    yes = each.mine is not None and each.mine.is_yes and not _ran_out(sight, each)
    if not yes or each.grant is not None or sight.rests(log) or (log.asked and each.unit is not None):
        return False
    return each.unheard or not each.alone


def _ran_out(sight: Sight, each: ShownRequest) -> bool:
    """Whether the actor's own yes has ended by itself."""
    until = each.mine.until if each.mine and each.mine.is_yes else None
    return until is not None and until < sight.actor.today


def _answers(sight: Sight, log: LogFacts) -> list[WaitingAnswer]:
    """Where the actor has written and no answer has come. In a closed log nobody waits; nobody else writes."""
    if log.closed or not sight.is_family(log):
        return []
    mine = (Conversation.log == log.id) & (Conversation.owner == sight.actor.account_id)
    query = visible.conversations(sight).where(mine & Conversation.answer_by.is_null(False))
    return [
        WaitingAnswer(talk.row.id, talk.row.answer_by, bool(answerers(sight, talk)))
        for talk in talks(query, Conversation.answer_by)
    ]
