"""Opening a closed log again: asked for with a reason, done when everybody has said yes who signs for the log today.

It is a new question about having the log. What was said yes to before never comes back by itself.
"""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.circle import Belonging
from parentapp.access.consent import Request, hears_child, needed_for
from parentapp.access.facts import LogFacts
from parentapp.access.leading import receivers
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import asking, recording, throttling, unticking
from parentapp.domain.asking import Asked
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import NoticeKind, Relation, SeenPage
from parentapp.errors import Conflict, Unknown
from parentapp.i18n import N_
from parentapp.models import (
    Account,
    ConsentRequest,
    InterpreterAssignment,
    Invitation,
    Participation,
    Reopening,
    Stafettlogg,
    Translation,
)

MONTHS = 12
IS_OPEN = N_("Loggen er ikke avsluttet. Den er åpen.")
ASKED_BEFORE = N_("Noen har alt spurt om å åpne loggen igjen. Den åpnes når alle som må, har sagt ja.")


@dataclass(frozen=True)
class Asker:
    family: bool  # else the contact person, who is told nothing of the child
    hears_child: bool  # the child's own view is to be noted


@dataclass(frozen=True)
class ReopeningPage:
    log: LogFacts
    child: str | None  # None for the contact person
    asker: Asker
    youth: bool  # the one who looks is whom the log is about
    alone: bool  # only the actor's yes is needed
    request_id: UUID | None  # of the question, once it is asked; for the contact person only that it is
    asked_at: datetime | None
    holder: Shown  # who is contact person when it is open
    holder_is_there: bool
    leaders: tuple[str, ...]  # to call, where nobody is

    @property
    def may_ask(self) -> bool:
        return self.log.closed and self.request_id is None


def asker(actor: Actor, log_id: UUID) -> Asker:
    """What the form has to hold. Shows nothing of the log. Raises Hidden."""
    with transaction():
        return _asker(*_reach(actor, log_id))


def page(actor: Actor, log_id: UUID) -> ReopeningPage:
    """Raises Hidden for whoever cannot ask. The contact person reads nothing of the log there."""
    with transaction():
        sight, log = _reach(actor, log_id)
        asks, request = _asker(sight, log), answerable(sight, log)
        if asks.family:
            recording.seen(sight, log, SeenPage.CLOSING)
        there = _holder(sight, log) is not None
        return ReopeningPage(
            log=log,
            child=log.child if asks.family else None,
            asker=asks,
            youth=log.youth_id == actor.account_id,
            alone=sight.closers(log) == {actor.account_id},
            request_id=request.id if request else None,
            asked_at=request.asked_at if request else None,
            holder=shown_people(sight, log).get(log.holder_id, Shown(log.holder_id, None)),
            holder_is_there=there,
            leaders=() if there else _leaders(actor, log),
        )


def ask(
    actor: Actor,
    log_id: UUID,
    reason: str,
    *,
    child_view: str | None = None,
    born: date | None = None,
    press: Press | None = None,
) -> UUID:
    """Ask whether it is to be opened again. Who must answer is told. Asking is not a yes. Returns the question.

    `born`: the child's birth date, by which the contact person, who sees no name, says which child is meant.
    Raises Hidden; Unknown where it is another's; Throttled; Conflict where the log is open, or somebody has asked.
    """
    if born is not None:
        with transaction():  # of its own: a day that was not right counts too
            _, log = _reach(actor, log_id)
            throttling.count("by_name", f"{log.id}|{actor.account_id}", actor.now)
    with transaction():
        sight, log = _reach(actor, log_id)
        asks = _asker(sight, log)
        if not asks.family and born != log.born:
            raise Unknown

        def act() -> UUID:
            if not log.closed:
                raise Conflict(IS_OPEN)
            if answerable(sight, log):
                raise Conflict(ASKED_BEFORE)
            return _put(sight, log, Asked(None, frozenset(), reason, MONTHS, child_view))

        return once(actor, press, act)


def open_again(actor: Actor, log: LogFacts, request_id: UUID) -> None:
    """Inside the transaction of the last yes. Nobody but the contact person helps any longer; no service sees it.

    Every other question is over: whoever is to see something, must be said yes to anew.
    """
    r, p, g = ConsentRequest, Participation, Invitation
    Stafettlogg.update(closed_at=None, deputy=None, deputy_unit=None).where(Stafettlogg.id == log.id).execute()
    Reopening.create(log=log.id, request=request_id, closed_at=log.closed_at, at=actor.now)
    others = (r.log == log.id) & (r.id != request_id) & r.replaced_at.is_null()
    r.update(replaced_at=actor.now).where(others).execute()
    helping = (p.log == log.id) & (p.until.is_null() | (p.until > actor.now))
    p.update(until=actor.now).where(helping).execute()
    g.update(guest_until=actor.now).where((g.log == log.id) & g.guest & (g.guest_until > actor.now)).execute()
    for table in (InterpreterAssignment, Translation):
        table.update(ended_at=actor.now).where((table.log == log.id) & table.ended_at.is_null()).execute()
    unticking.of_log(actor, log.id)


def _reach(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    """The contact person of a closed log may not know of it otherwise."""
    sight = look(actor, log_id)
    log = sight.visited(log_id)
    require(sight, Action.REOPENING_ASK, log)
    return sight, log


def _asker(sight: Sight, log: LogFacts) -> Asker:
    about = [each for each in sight.consents.requests if (each.log_id, each.unit_id) == (log.id, None)]
    family = sight.consents.families[log.id]
    return Asker(sight.is_family(log), any(hears_child(each, family, sight.actor.today) for each in about[-1:]))


def answerable(sight: Sight, log: LogFacts) -> Request | None:
    """The question that is put, unless it lacks the words of a child who has turned seven since: no yes opens by that
    one, and in a closed log nothing is noted afterwards. So it is put anew.
    """
    request = sight.reopening(log)
    if request is None or request.child_heard_at:
        return request
    return None if hears_child(request, sight.consents.families[log.id], sight.actor.today) else request


def _put(sight: Sight, log: LogFacts, asked: Asked) -> UUID:
    """The earlier yeses to the log are to be taken back by nobody's no to the new question."""
    actor, r = sight.actor, ConsentRequest
    before = (r.log == log.id) & r.unit.is_null() & r.replaced_at.is_null()
    r.update(replaced_at=actor.now).where(before).execute()
    request_id = asking.put(sight, log, asked)
    recording.audit(actor, Action.REOPENING_ASK, request_id, log)
    sight = look(actor, log.id)
    request = next(each for each in sight.consents.requests if each.id == request_id)
    signers = needed_for(request, sight.consents.families[log.id], actor.today)
    recording.tell(sight, log, NoticeKind.CONSENT_ASKED, request_id, sight.answering(log, signers))
    return request_id


def _holder(sight: Sight, log: LogFacts) -> Belonging | None:
    """Who holds the baton, if they work there still and are not kept out."""
    around = (each for each in sight.around if each.log_id == log.id and each.active)
    return next((each for each in around if each.relation is Relation.HOLDER), None)


def _leaders(actor: Actor, log: LogFacts) -> tuple[str, ...]:
    """Whom to ask for a new contact person."""
    people = Account.select().where(Account.id.in_(receivers(actor.today, log.id, log.holder_unit_id)))
    return tuple(sorted(person.name for person in people))
