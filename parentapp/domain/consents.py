"""Consent: asking, answering, and what each request amounts to for the one who looks."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import Decision, Grant, Request, hears_child, needed_for
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import asking, notices, recording
from parentapp.domain.people import Shown, ShownUnit, asking_unit, shown_people, unit_in_care
from parentapp.domain.pressing import Press, once
from parentapp.enums import FAMILY, Answer, Kind, NoticeKind, SeenPage
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_
from parentapp.models import ConsentDecision, ConsentRequest, Entry, Stafettlogg

REPLACED = N_("Dette spørsmålet er byttet ut med et nytt. Last siden på nytt.")


@dataclass(frozen=True)
class ShownRequest:
    """A request as the actor may see it: their own answer, and what it amounts to. Never another's answer."""

    id: UUID
    unit: ShownUnit | None  # None: about having the log at all
    kinds: frozenset[Kind]
    asked_at: datetime
    mine: Decision | None
    grant: Grant | None
    shared: bool  # the service sees something now, through this or another question; of the log: it is awake
    runs: bool  # the actor's own yes still counts: they can take it back
    may_answer: bool
    signs: bool  # the actor's yes or no counts
    ours: bool  # the actor answers for a service that has care, in its name
    youth_signs: bool
    guardians_sign: bool
    care_signs: bool  # a service that has care signs, in place of the parents
    alone: bool  # only the actor's answer is needed
    unheard: bool  # the child's own view is still to be noted
    replaced: bool

    @property
    def waits_for_me(self) -> bool:
        return self.signs and self.mine is None


@dataclass(frozen=True)
class Sharing:
    """Hvem ser hva."""

    log: LogFacts
    child: str
    youth: bool  # the one who looks is whom the log is about
    resting: bool
    care: ShownUnit | None  # that answers in place of the parents
    for_care: bool  # the one who looks answers for it, and sees the log as any service does
    requests: list[ShownRequest]
    anything_new: bool


@dataclass(frozen=True)
class ConsentPage:
    log: LogFacts
    child: str
    request: ShownRequest
    purpose: str
    lang: str
    asked_by: Shown
    until: date  # of a yes given today
    example: tuple[str, str] | None  # text and its language: what the service would see now
    holder: Shown
    youth: bool
    resting: bool
    care: ShownUnit | None  # that answers in place of the parents
    language: str | None  # in which the actor read it when they answered last
    receipt: UUID | None  # of that answer


def sharing(actor: Actor, log_id: UUID) -> Sharing:
    """Who sees what of this log. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.SHARING_SEE, log)
        recording.seen(sight, log, SeenPage.SHARING)
        return Sharing(
            log=log,
            child=log.child,
            youth=log.youth_id == actor.account_id,
            resting=sight.rests(log),
            care=unit_in_care(sight, log),
            for_care=not sight.is_family(log),
            requests=requests(sight, log),
            anything_new=notices.anything_new(sight),
        )


def requests(sight: Sight, log: LogFacts) -> list[ShownRequest]:
    """The requests the actor may know of that were not replaced, the newest first."""
    return [_shown(sight, log, each) for each in reversed(sight.questions(log)) if each.replaced_at is None]


def waits_for_service(sight: Sight, log: LogFacts) -> bool:
    """Whether a question waits for an answer that the actor can give for a service that has care."""
    return not sight.is_family(log) and any(each.waits_for_me for each in requests(sight, log))


def _shown(sight: Sight, log: LogFacts, request: Request) -> ShownRequest:
    me, today, signers = sight.signer(log), sight.actor.today, _signers(sight, request)
    mine, family = asking.own(request, me), sight.consents.families[log.id]
    caring = signers & family.caring(today)
    return ShownRequest(
        id=request.id,
        unit=asking_unit(sight, log, request.unit_id),
        kinds=request.kinds,
        asked_at=request.asked_at,
        mine=mine,
        grant=next((grant for grant in _sharing(sight, request) if grant.request_id == request.id), None),
        shared=bool(_sharing(sight, request)),
        runs=mine is not None and mine.until is not None and mine.until >= today,
        may_answer=not request.replaced_at and can(sight, Action.CONSENT_ANSWER, log) and sight.concerns(log, request),
        signs=me in sight.answerers(request),
        ours=not sight.is_family(log),
        youth_signs=family.young in signers,
        guardians_sign=bool(signers - {family.young} - caring),
        care_signs=bool(caring),
        alone=signers == {me},
        unheard=request.child_heard_at is None and hears_child(request, family, today),
        replaced=request.replaced_at is not None,
    )


def _sharing(sight: Sight, request: Request) -> list[Grant]:
    """What the service is given by all its questions while the log is awake; of the log itself, its own yes."""
    if request.unit_id is None:
        awake = sight.consents.awake.get(request.log_id)
        return [awake] if awake else []
    grants = sight.consents.grants.get(request.log_id, ())
    return [grant for grant in grants if grant.unit_id == request.unit_id]


def _signers(sight: Sight, request: Request) -> frozenset[UUID]:
    return needed_for(request, sight.consents.families[request.log_id], sight.actor.today)


def request_page(actor: Actor, request_id: UUID) -> ConsentPage:
    """One request, with all a person should know before answering. Raises Hidden."""
    with transaction():
        sight, row = visible.reach(actor, ConsentRequest, request_id)
        log = sight.log(row.log_id)
        request = _request(sight, row.id)
        example = _example(sight, log, row.kinds)
        recording.seen(sight, log, SeenPage.CONSENT, [example.id] if example else ())
        people = shown_people(sight, log)
        language, receipt = _last_answer(sight.signer(log), row.id)
        return ConsentPage(
            log=log,
            child=log.child,
            request=_shown(sight, log, request),
            purpose=row.purpose,
            lang=row.lang,
            asked_by=people[row.asked_by_id],
            until=asking.last_day(actor.today, row.months),
            example=(example.text, example.lang) if example else None,
            holder=people[log.holder_id],
            youth=log.youth_id == actor.account_id,
            resting=sight.rests(log),
            care=unit_in_care(sight, log),
            language=language,
            receipt=receipt,
        )


def _last_answer(signer: UUID | None, request_id: UUID) -> tuple[str | None, UUID | None]:
    """In which language it was read, and its id."""
    d = ConsentDecision
    found = d.select(d.language, d.id).where(asking.written_by(request_id, signer)).order_by(d.at.desc()).tuples()
    return found.first() or (None, None)


def log_of(actor: Actor, request_id: UUID) -> UUID:
    """The log a request is about. Raises Hidden."""
    with transaction():
        _, row = visible.reach(actor, ConsentRequest, request_id)
        log_id: UUID = row.log_id
        return log_id


def _example(sight: Sight, log: LogFacts, kinds: frozenset[Kind]) -> Entry | None:
    """The newest thing the service would see, through the same conditions that would show it."""
    query = visible.entries(sight).where((Entry.log == log.id) & visible.for_service(kinds))
    newest: Entry | None = query.order_by(Entry.at.desc(), Entry.id.desc()).first()
    return newest


def ask(
    actor: Actor,
    log_id: UUID,
    *,
    unit: UUID | None,
    kinds: frozenset[Kind],
    purpose: str,
    months: int = 12,
    child_view: str | None = None,
) -> UUID:
    """Ask the family for a service's part in the log, or (without a unit) for the log. Raises Hidden, Denied."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.CONSENT_ASK, log)
        request_id = asking.put(
            sight, log, unit=unit, kinds=kinds, purpose=purpose, months=months, child_view=child_view
        )
        recording.audit(actor, Action.CONSENT_ASK, request_id, log)
        sight = look(actor, log_id)
        signers = _signers(sight, _request(sight, request_id))
        recording.tell(sight, log, NoticeKind.CONSENT_ASKED, request_id, sight.answering(log, signers))
        return request_id


def answer(
    actor: Actor, request_id: UUID, said: Answer, *, language: str | None = None, press: Press | None = None
) -> UUID:
    """Yes, no, or no longer. Works at once; a no counts for the service, however many questions it has put.

    `language`: the one the page was read in, where it is not the actor's. Raises Hidden, Denied, Conflict.
    """
    with transaction():
        sight, row = visible.reach(actor, ConsentRequest, request_id)
        log = sight.log(row.log_id)
        require(sight, Action.CONSENT_ANSWER, log)
        request = _request(sight, row.id)
        if not sight.concerns(log, request):
            raise Denied
        if row.replaced_at is not None:
            raise Conflict(REPLACED)
        until = asking.last_day(actor.today, row.months) if said is Answer.YES else None
        return once(actor, press, lambda: _answer(sight, log, request, until, language or actor.locale))


def _answer(sight: Sight, log: LogFacts, request: Request, until: date | None, language: str) -> UUID:
    """A yes until that day; without one, a no."""
    if until:
        decision = asking.say_yes(sight, log, request, until, language)
    else:
        decision = asking.say_no(sight, log, request, language)
    _follow_up(sight, log, request)
    return decision


def _follow_up(before: Sight, log: LogFacts, request: Request) -> None:
    """A log's first complete yes opens it; when sharing begins or ends, the family and whoever signs is told.

    Never by whom.
    """
    actor = before.actor
    after = look(actor, log.id)
    if log.asked and log.id in after.consents.awake:
        Stafettlogg.update(opened_at=actor.now).where(Stafettlogg.id == log.id).execute()
    was, now = ({grant.request_id for grant in _sharing(sight, request)} for sight in (before, after))
    if now - was or (was and not now):
        kind = NoticeKind.CONSENT_GIVEN if now else NoticeKind.CONSENT_ENDED
        family = {person.account_id for person in recording.belonging(after, log) if person.relation in FAMILY}
        signing = after.answering(log, after.answerers(request))
        recording.tell(after, log, kind, request.id, family | signing)


def _request(sight: Sight, request_id: UUID) -> Request:
    return next(each for each in sight.consents.requests if each.id == request_id)
