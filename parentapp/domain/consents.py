"""Consent: asking, answering, and what each request amounts to for the one who looks."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.coming import Coming, known
from parentapp.access.consent import Decision, Grant, Request, asked_for, hears_child, needed_for
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import asking, holder_out, notices, recording, reopening
from parentapp.domain.asking import Chosen, Hand
from parentapp.domain.ending_shown import ShownEnding, shown_ending
from parentapp.domain.people import ShownUnit, asking_unit, unit_in_care
from parentapp.domain.pressing import Press, once
from parentapp.enums import FAMILY, Answer, Kind, NoticeKind, SeenPage
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_
from parentapp.models import ConsentRequest, Stafettlogg

NOT_ENDING = N_("Det er ikke spurt om dette skal fortsette nå. Last siden på nytt.")
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
    ending: ShownEnding | None
    runs: bool  # the actor's own yes still counts: they can take it back
    may_answer: bool
    signs: bool  # the actor's yes or no counts
    ends: bool  # the actor's no ends at once what runs
    ours: bool  # the actor answers for a service that has care, in its name
    youth_signs: bool
    guardians_sign: bool
    care_signs: bool  # a service that has care signs, in place of the parents
    alone: bool  # only the actor's answer is needed
    unheard: bool  # the child's own view is still to be noted
    replaced: bool
    reopens: bool  # a closed log, once all have said yes

    @property
    def waits_for_me(self) -> bool:
        return self.signs and self.mine is None

    def gives(self, kind: Kind) -> bool:
        """Whether the actor's own yes, as it runs, is also to this kind."""
        return self.runs and self.mine is not None and kind in self.mine.kinds

    def stopped(self, kind: Kind) -> bool:
        """Whether the actor says no to this kind of what was asked, by less than all or by nothing at all."""
        return self.mine is not None and kind in self.kinds and not self.gives(kind)


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
    may_close: bool  # together with the others who sign
    may_ask: bool  # as one of the family, that a service may see something
    chooses_guardians: bool  # the one who looks lets guardians in and go
    turning: tuple[Coming, ...]  # birthdays that come and change something
    anything_new: bool


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
            may_close=not log.asked and can(sight, Action.CLOSING_SEE, log),
            may_ask=sight.is_family(log) and can(sight, Action.CONSENT_ASK, log),
            chooses_guardians=can(sight, Action.GUARDIAN_CHOOSE, log),
            turning=known(sight, log),
            anything_new=notices.anything_new(sight),
        )


def requests(sight: Sight, log: LogFacts) -> list[ShownRequest]:
    """The requests the actor may know of that were not replaced, the newest first."""
    return [_shown(sight, log, each) for each in reversed(sight.questions(log)) if each.replaced_at is None]


def waits_for_service(sight: Sight, log: LogFacts) -> bool:
    """Whether a question waits for an answer that the actor can give for a service that has care."""
    return not sight.is_family(log) and any(each.waits_for_me for each in requests(sight, log))


def shown(sight: Sight, log: LogFacts, request_id: UUID) -> ShownRequest:
    """One of these, replaced or not, that the actor can reach."""
    return _shown(sight, log, request_of(sight, request_id))


def _shown(sight: Sight, log: LogFacts, request: Request) -> ShownRequest:
    me, today, family = sight.signer(log), sight.actor.today, sight.consents.families[log.id]
    mine, ending = asking.own(request, me), shown_ending(sight, log, request, _to_go_on(sight, request))
    grant = next((grant for grant in _sharing(sight, request) if grant.request_id == request.id), None)
    signers, enders = _signers(sight, request, lasts=grant is not None and ending is None), sight.enders(request)
    signs, caring = me in signers | enders, signers & family.caring(today)
    answers = (signs or mine is not None) and sight.concerns(log, request)
    return ShownRequest(
        id=request.id,
        unit=asking_unit(sight, log, request.unit_id),
        kinds=request.kinds,
        asked_at=request.asked_at,
        mine=mine,
        grant=grant,
        shared=bool(_sharing(sight, request)),
        ending=ending,
        runs=mine is not None and mine.says_yes(today),
        may_answer=not request.replaced_at and can(sight, answering(sight, log), log) and answers,
        signs=signs,
        ends=me in enders,
        ours=not sight.is_family(log),
        youth_signs=family.young in signers,
        guardians_sign=bool(signers - {family.young} - caring),
        care_signs=bool(caring),
        alone=signers == {me},
        unheard=request.child_heard_at is None and hears_child(request, family, today),
        replaced=request.replaced_at is not None,
        reopens=request == sight.reopening(log),
    )


def answering(sight: Sight, log: LogFacts) -> Action:
    """What it takes to answer: in a closed log only the question whether it is to be opened again is asked."""
    return Action.REOPENING_ANSWER if sight.reopening(log) else Action.CONSENT_ANSWER


def _sharing(sight: Sight, request: Request) -> list[Grant]:
    """What the service is given by all its questions while the log is awake; of the log itself, its own yes."""
    if request.unit_id is None:
        awake = sight.consents.awake.get(request.log_id)
        return [awake] if awake else []
    grants = sight.consents.grants.get(request.log_id, ())
    return [grant for grant in grants if grant.unit_id == request.unit_id]


def _signers(sight: Sight, request: Request, *, lasts: bool) -> frozenset[UUID]:
    """Whose yes it takes; and where it lasts for long, on whose it is: nobody is asked yet to go on."""
    family, today = sight.consents.families[request.log_id], sight.actor.today
    return needed_for(request, family, today) if lasts else _to_go_on(sight, request)


def _to_go_on(sight: Sight, request: Request) -> frozenset[UUID]:
    return asked_for(request, sight.consents.families[request.log_id], sight.actor.today)


def log_of(actor: Actor, request_id: UUID) -> UUID:
    """The log a request is about. Raises Hidden."""
    with transaction():
        _, row = visible.reach(actor, ConsentRequest, request_id)
        log_id: UUID = row.log_id
        return log_id


def answer(
    actor: Actor,
    request_id: UUID,
    said: Answer,
    *,
    language: str | None = None,
    interpreter: str | None = None,
    press: Press | None = None,
) -> UUID:
    """Yes, no, or no longer. Works at once; a no counts for the service, however many questions it has put.

    A no to going on leaves what runs until its last day; where the own yes has run out, it is a plain no.
    `language`: the one the page was read in, where it is not the actor's. `interpreter`: who interpreted it to them.
    Raises Hidden, Denied, Conflict.
    """
    with transaction():
        sight, log, request, months = answerable(actor, request_id)
        read_in, mine = language or actor.locale, asking.own(request, sight.signer(log))
        hand = asking.own_hand(sight, log, interpreter)
        if said is Answer.RUNS_OUT and mine and mine.says_yes(actor.today):
            return once(actor, press, lambda: _let_run_out(sight, log, request, hand, read_in))
        chosen = _chosen(sight, log, request, months) if said is Answer.YES else None
        return once(actor, press, lambda: say(sight, log, request, chosen, read_in, hand))


def _let_run_out(sight: Sight, log: LogFacts, request: Request, hand: Hand, language: str) -> UUID:
    ending = shown_ending(sight, log, request, _to_go_on(sight, request))
    if ending is None or ending.mine_lasts or not (ending.asks_me or ending.declined):
        raise Conflict(NOT_ENDING)
    return asking.let_run_out(sight, log, request, hand, language)


def _chosen(sight: Sight, log: LogFacts, request: Request, months: int) -> Chosen:
    """What a plain yes is to: all that is asked; while one's own yes runs, what that is to, for longer."""
    mine, today = asking.own(request, sight.signer(log)), sight.actor.today
    kinds = mine.kinds if mine and mine.says_yes(today) else request.kinds
    return Chosen(kinds, asking.last_day(today, months))


def answerable(actor: Actor, request_id: UUID) -> tuple[Sight, LogFacts, Request, int]:
    """A request that the actor may answer now, and for how many months it asks. Raises Hidden, Denied, Conflict."""
    sight, row = visible.reach(actor, ConsentRequest, request_id)
    log = sight.log(row.log_id)
    request = request_of(sight, row.id)
    action = answering(sight, log) if request == sight.reopening(log) else Action.CONSENT_ANSWER
    require(sight, action, log)
    if not sight.concerns(log, request):
        raise Denied
    if row.replaced_at is not None:
        raise Conflict(REPLACED)
    return sight, log, request, row.months


def say(
    sight: Sight, log: LogFacts, request: Request, chosen: Chosen | None, language: str, hand: Hand | None = None
) -> UUID:
    """Write down a yes to what was chosen; without that, a no. Whoever that changes something for is told.

    `hand`: whose answer it is, where it is not the actor's own. Raises Denied for somebody who answers as nobody.
    """
    by = hand or asking.own_hand(sight, log)
    if chosen:
        decision = asking.say_yes(sight, log, request, by, chosen, language)
    else:
        decision = asking.say_no(sight, log, request, by, language)
    follow_up(sight, log, request)
    return decision


def follow_up(before: Sight, log: LogFacts, request: Request) -> None:
    """A log's first complete yes opens it, and one to opening it again does. When sharing begins, changes or ends, the
    family and who signs are told.

    Never by whom.
    """
    actor = before.actor
    after = look(actor, log.id)
    if log.asked and log.id in after.consents.awake:
        Stafettlogg.update(opened_at=actor.now).where(Stafettlogg.id == log.id).execute()
    if log.closed and asking.effect(after, request_of(after, request.id)):
        reopening.open_again(actor, log, request.id)
        after = look(actor, log.id)
    was, now = ({grant.request_id: grant for grant in _sharing(sight, request)} for sight in (before, after))
    if kind := _what_became(was, now):
        family = {person.account_id for person in recording.belonging(after, log) if person.relation in FAMILY}
        signing = after.answering(log, after.answerers(request))
        recording.tell(after, log, kind, request.id, family | signing)
    holder_out.tell(after, log, outside=False)


def _what_became(was: dict[UUID, Grant], now: dict[UUID, Grant]) -> NoticeKind | None:
    """What there is to tell of the sharing before and after an answer."""
    if was and not now:
        return NoticeKind.CONSENT_ENDED
    if now.keys() - was.keys():
        return NoticeKind.CONSENT_GIVEN
    changed = any((each.kinds, each.until) != (was[id_].kinds, was[id_].until) for id_, each in now.items())
    return NoticeKind.CONSENT_CHANGED if changed else None


def request_of(sight: Sight, request_id: UUID) -> Request:
    return next(each for each in sight.consents.requests if each.id == request_id)
