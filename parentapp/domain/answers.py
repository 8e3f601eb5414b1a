"""Mine ja og nei: what somebody has answered to the questions of a log, and what each answer means now.

Never what anybody else answered: neither the answers nor what they mean tell more than `consents` does.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import Request
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import consents, notices, recording
from parentapp.domain.consents import ShownRequest
from parentapp.domain.people import Shown, ShownUnit, asking_unit, shown_people, unit_in_care
from parentapp.enums import Answer, Kind, SeenPage, Way
from parentapp.i18n.locales import SOURCE
from parentapp.models import ConsentDecision, ConsentRequest

PAGE = 30


class Standing(Enum):
    """What an answer means now, to the one who gave it."""

    HOLDS = "holds"
    TAKEN_BACK = "taken_back"
    ANEW = "anew"  # they answered the same question again
    OVER = "over"  # its last day has been
    REPLACED = "replaced"  # by a new question
    CLOSED = "closed"  # the log is
    RESTS = "rests"  # the log does
    NOT_OPEN = "not_open"  # the log is not yet
    NOT_ALL = "not_all"  # have said yes, whoever is missing, and whyever
    OVERTAKEN = "overtaken"  # it was registered after they had answered on a later day
    NOT_NEEDED = "not_needed"  # a no, and it is shared all the same


@dataclass(frozen=True)
class ShownAnswer:
    """One answer of the actor, or of the service they answer for."""

    id: UUID
    request_id: UUID
    unit: ShownUnit | None  # None: about the log itself
    answer: Answer
    kinds: frozenset[Kind]
    until: date | None  # the last day of a yes
    purpose: str
    lang: str  # of the purpose
    at: datetime
    language: str  # in which the question was read
    text_version: str
    way: Way
    given_on: date | None  # the day of one that was registered
    by: Shown | None  # who registered it
    how: tuple[str, str] | None  # who was there, in the words and the language of whoever registered it
    standing: Standing
    day: date | None  # since when, or until when, it stands so


@dataclass(frozen=True)
class AnswersPage:
    log: LogFacts
    child: str
    youth: bool
    care: ShownUnit | None  # that answers in place of the parents
    for_care: bool  # the one who looks answers for it
    answers: list[ShownAnswer]
    older: UUID | None
    anything_new: bool


@dataclass(frozen=True)
class Receipt:
    log: LogFacts
    child: str
    care: ShownUnit | None
    for_care: bool
    answer: ShownAnswer
    made_at: datetime


def answers(actor: Actor, log_id: UUID, before: UUID | None = None) -> AnswersPage:
    """The actor's own answers in this log, newest first. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.ANSWERS_SEE, log)
        rows = _page(sight, before)
        # As a look at «Hvem ser hva»: a line of its own would tell who keeps coming back to what they have answered.
        recording.seen(sight, log, SeenPage.SHARING)
        return AnswersPage(
            log=log,
            child=log.child,
            youth=log.youth_id == actor.account_id,
            care=unit_in_care(sight, log),
            for_care=not sight.is_family(log),
            answers=_shown(sight, log, rows[:PAGE]),
            older=rows[PAGE - 1].id if len(rows) > PAGE else None,
            anything_new=notices.anything_new(sight),
        )


def receipt(actor: Actor, answer_id: UUID) -> Receipt:
    """One of the actor's own answers, to keep. Raises Hidden.

    A protected child's has no purpose: it is free text, which could tell a place to whoever finds the file.
    """
    with transaction():
        sight, found = visible.reach_answer(actor, answer_id)
        log = sight.log(ConsentRequest.get_by_id(found.request_id).log_id)
        require(sight, Action.ANSWERS_SEE, log)
        (answer,) = _shown(sight, log, list(_with_questions(sight).where(ConsentDecision.id == answer_id)))
        recording.seen(sight, log, SeenPage.CONSENT)  # as the page of the question: see `answers`
        return Receipt(
            log=log,
            child=log.child,
            care=unit_in_care(sight, log),
            for_care=not sight.is_family(log),
            answer=replace(answer, purpose="") if log.protected else answer,
            made_at=actor.now,
        )


def _page(sight: Sight, before: UUID | None) -> list[ConsentDecision]:
    """One more than a page, to know whether there are older ones. Raises Hidden."""
    d, query = ConsentDecision, _with_questions(sight)
    if before is not None:
        last = visible.find(sight, d, before)
        query = query.where((d.at < last.at) | ((d.at == last.at) & (d.id < last.id)))
    return list(query.order_by(d.at.desc(), d.id.desc()).limit(PAGE + 1))


def _with_questions(sight: Sight) -> Any:
    d, r = ConsentDecision, ConsentRequest
    return visible.answers(sight).select(d, r.id, r.log, r.purpose_sealed, r.lang).join(r)


def _shown(sight: Sight, log: LogFacts, rows: list[ConsentDecision]) -> list[ShownAnswer]:
    asked = {each.id: each for each in sight.consents.requests}
    now = {each.id: each for each in consents.requests(sight, log)}
    return [_one(sight, log, row, asked[row.request_id], now.get(row.request_id)) for row in rows]


def _one(sight: Sight, log: LogFacts, row: Any, request: Request, now: ShownRequest | None) -> ShownAnswer:
    standing, day = _standing(sight, log, row, request, now)
    by, locale = _registered(sight, log, row) if row.registered_by_id else (None, row.language)
    return ShownAnswer(
        id=row.id,
        request_id=row.request_id,
        unit=asking_unit(sight, log, request.unit_id),
        answer=row.answer,
        kinds=row.kinds,
        until=row.until,
        purpose=row.request.purpose,
        lang=row.request.lang,
        at=row.at,
        language=row.language,
        text_version=row.text_version,
        way=row.way,
        given_on=row.given_on,
        by=by,
        how=(row.how, locale) if row.how else None,
        standing=standing,
        day=day,
    )


def _registered(sight: Sight, log: LogFacts, row: Any) -> tuple[Shown, str]:
    """Who did it, and in which language they write."""
    who: UUID = row.registered_by_id
    locale = next((each.account.locale for each in sight.around if each.account_id == who), SOURCE)
    return shown_people(sight, log).get(who, Shown(who, None)), locale


def _standing(
    sight: Sight, log: LogFacts, row: Any, request: Request, now: ShownRequest | None
) -> tuple[Standing, date | None]:
    """What it means now, and the day that goes with it. `now` is None where another question has taken its place."""
    yes, declined, me = row.answer is Answer.YES, row.answer is Answer.RUNS_OUT, sight.signer(log)
    mine = [each for each in request.decisions if each.signer == me]
    if row.at not in {each.at for each in mine}:
        return Standing.OVERTAKEN, None
    # A no to going on takes back nothing: the yes before it holds until its last day.
    later = [each for each in mine if each.at > row.at and not (yes and each.answer is Answer.RUNS_OUT)]
    if later:
        taken_back = yes and later[0].answer is not Answer.YES
        return Standing.TAKEN_BACK if taken_back else Standing.ANEW, local_date(later[0].at)
    if yes and row.until < sight.actor.today:
        return Standing.OVER, row.until
    if log.closed:
        return Standing.CLOSED, None
    if now is None:
        return Standing.REPLACED, None
    if not yes:
        return Standing.NOT_NEEDED if now.shared and not declined else Standing.HOLDS, None
    if now.grant is not None:
        return Standing.HOLDS, now.grant.until
    return _waiting(sight, log, request), None


def _waiting(sight: Sight, log: LogFacts, request: Request) -> Standing:
    """Why a yes shares nothing: what everybody in the family may know of it, and no more."""
    if request.unit_id and log.asked:
        return Standing.NOT_OPEN
    if request.unit_id and sight.rests(log):
        return Standing.RESTS
    return Standing.NOT_ALL
