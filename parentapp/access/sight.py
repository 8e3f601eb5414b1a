"""What one actor stands in relation to right now: ties and consents, read once inside a transaction."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any
from uuid import UUID

from parentapp.access import facts
from parentapp.access.actor import Actor
from parentapp.access.ages import guardians_are_out
from parentapp.access.asked import Caring, asked
from parentapp.access.circle import Belonging, circle
from parentapp.access.circle import families as families_of
from parentapp.access.consent import Grant, Request, asked_for, carried_by, in_effect, needed_for, told_ahead
from parentapp.access.facts import LogFacts, Tie
from parentapp.access.signers import NO_ACCOUNT, Family
from parentapp.enums import FAMILY, STAFF, Kind, Relation
from parentapp.errors import Hidden

STRONGEST_FIRST = tuple(Relation)  # the order in which the enumeration names them


@dataclass(frozen=True)
class Consents:
    """The consents of some logs: the questions, who could answer them, and what is in effect."""

    requests: tuple[Request, ...] = ()
    families: Mapping[UUID, Family] = field(default_factory=dict)
    grants: Mapping[UUID, tuple[Grant, ...]] = field(default_factory=dict)  # per log: services, while it is awake
    awake: Mapping[UUID, Grant] = field(default_factory=dict)  # logs whose own yes is in effect and that are not closed
    asleep: Mapping[UUID, tuple[Grant, ...]] = field(default_factory=dict)  # of one that rests or is closed
    care: Mapping[UUID, tuple[Caring, ...]] = field(default_factory=dict)  # per log: units that have or have had care


@dataclass(frozen=True)
class Sight:
    actor: Actor
    ties: Mapping[LogFacts, frozenset[Tie]]
    consents: Consents
    around: tuple[Belonging, ...]  # everybody who belongs, or has belonged, to the logs that were read in full
    only: frozenset[Kind] | None = None  # what an interpreter is shown through this person's eyes; see `interpreting`
    within: "Sight | None" = None  # whoever looks as this service, and sees no more than they do; see `previewing`

    @property
    def borrowed(self) -> bool:
        """Whether somebody else looks through these eyes."""
        return self.only is not None or self.within is not None

    def relations(self, log: LogFacts) -> frozenset[Relation]:
        return self._relations.get(log, frozenset())

    @cached_property
    def _relations(self) -> dict[LogFacts, frozenset[Relation]]:
        return {log: frozenset(tie.relation for tie in ties) for log, ties in self.ties.items()}

    def tie(self, log: LogFacts) -> Tie:
        """The strongest of the actor's ties to the log."""
        return min(self.ties[log], key=lambda tie: (STRONGEST_FIRST.index(tie.relation), str(tie.unit_id)))

    def is_family(self, log: LogFacts) -> bool:
        return bool(self.relations(log) & FAMILY)

    def grants(self, log: LogFacts) -> tuple[Grant, ...]:
        """The consents through which the actor, as a professional, sees something of this log."""
        units = self._units(log)
        return tuple(grant for grant in self.consents.grants.get(log.id, ()) if grant.unit_id in units)

    def let_read(self, log: LogFacts) -> tuple[tuple[frozenset[Kind], frozenset[UUID]], ...]:
        """What adults let the actor's services read of what is about themselves, and through which kinds of a yes.

        None once guardians are out.
        """
        staff = [tie for tie in self.ties.get(log, ()) if tie.relation in STAFF and tie.let_read]
        if not staff or guardians_are_out(log.born, self.actor.today):
            return ()
        pairs = [(grant, tie) for grant in self.grants(log) for tie in staff if tie.unit_id == grant.unit_id]
        return tuple(dict.fromkeys((grant.kinds, tie.let_read) for grant, tie in pairs))

    def asleep(self, log: LogFacts) -> tuple[Grant, ...]:
        """Of a log that rests or is closed: through which consents the actor would see something of it, did it not."""
        units = self._units(log) if self.rests(log) or log.closed else frozenset()
        return tuple(grant for grant in self.consents.asleep.get(log.id, ()) if grant.unit_id in units)

    def _units(self, log: LogFacts) -> frozenset[UUID | None]:
        """Through which the actor is here as a professional."""
        return frozenset(tie.unit_id for tie in self.ties.get(log, ()) if tie.relation in STAFF)

    def kinds(self, log: LogFacts) -> frozenset[Kind]:
        """The kinds of information the actor may see as a professional."""
        return frozenset[Kind]().union(*(grant.kinds for grant in self.grants(log)))

    def covered(self, log: LogFacts) -> frozenset[UUID]:
        """The units that the family has said yes to for the plan: from these come deputies and successors."""
        grants = self.consents.grants.get(log.id, ())
        return frozenset(grant.unit_id for grant in grants if grant.unit_id and Kind.PLAN in grant.kinds)

    def opens(self, log: LogFacts) -> bool:
        """Whether the actor asked for this log and waits for the family's answer."""
        return log.asked and not log.closed and Relation.OPENER in self.relations(log)

    def care(self, log: LogFacts) -> Caring | None:
        """The service that has care of the child today, and answers in place of the parents; never of an adult."""
        out = guardians_are_out(log.born, self.actor.today)
        holding = (each for each in self.consents.care.get(log.id, ()) if each.signs_on(self.actor.today))
        return None if out else next(holding, None)

    def running(self, log: LogFacts) -> tuple[Grant, ...]:
        """All consents in effect in this log, its own yes first. None while it rests or is closed."""
        awake = self.consents.awake.get(log.id)
        return (awake, *self.consents.grants.get(log.id, ())) if awake else ()

    def signer(self, log: LogFacts) -> UUID | None:
        """As whom the actor answers: in the family as themselves; else as the service they are here for, with care."""
        if self.is_family(log):
            return self.actor.account_id
        care, asks = self.care(log), not log.closed or self.reopening(log)
        return care.id if care and care.id in self._units(log) and asks else None

    def signs(self, log: LogFacts) -> bool:
        """Whether the actor has a yes or a no that some request of this log needs today."""
        signer, asked = self.signer(log), (each for each in self.consents.requests if each.log_id == log.id)
        return signer is not None and any(signer in self.answerers(request) for request in asked)

    def questions(self, log: LogFacts) -> tuple[Request, ...]:
        """The requests the actor may know of: the family all; a service with care those that concern it."""
        asked = (each for each in self.consents.requests if each.log_id == log.id)
        return tuple(each for each in asked if self.is_family(log) or self.concerns(log, each))

    def concerns(self, log: LogFacts, request: Request) -> bool:
        """Whether the request of this log asks the actor, or has their answer: as whomever they answer.

        In a closed log nothing is asked but whether it is to be opened again.
        """
        signer, answered = self.signer(log), (decision.signer for decision in request.decisions)
        if log.closed and request != self.reopening(log):
            return False
        return signer is not None and (signer in answered or signer in self.answerers(request))

    def is_out(self, log: LogFacts, account_id: UUID) -> bool:
        """Whether a freeze of the log keeps that person out now."""
        return any(each.out for each in self.around if (each.log_id, each.account_id) == (log.id, account_id))

    def is_on_paper(self, account_id: UUID) -> bool:
        """Whether somebody around these logs never logs in, and answers on paper."""
        return any(each.account.on_paper for each in self.around if each.account_id == account_id)

    def is_told_health(self, log: LogFacts) -> bool:
        """Whether the young person of 16 shares with the actor, a guardian, what is marked as health."""
        me = (log.id, self.actor.account_id)
        return any(each.told_health and each.active for each in self.around if (each.log_id, each.account_id) == me)

    def answering(self, log: LogFacts, signers: frozenset[UUID]) -> frozenset[UUID]:
        """The accounts that answer as these signers: for a service its professionals who take part in the log."""
        here = (each for each in self.around if each.log_id == log.id and each.active and each.relation in STAFF)
        return signers | {each.account_id for each in here if each.unit_id in signers}

    def by_hand(self, request: Request) -> frozenset[UUID]:
        """Whose answer a professional may register: whoever of the family could have a say today. Nobody's own.

        As if no service had care: that one has is not for each professional to know.
        """
        family, today = replace(self.consents.families[request.log_id], care=()), self.actor.today
        signs = needed_for(request, family, today) | asked_for(request, family, today) | family.adults(today)
        return (signs | told_ahead(request, family, today)) - {NO_ACCOUNT, self.actor.account_id}

    def answerers(self, request: Request) -> frozenset[UUID]:
        """Whose yes the request needs today or soon, also to be renewed, and whose yes carries it."""
        return self.enders(request) | asked_for(request, self.consents.families[request.log_id], self.actor.today)

    def enders(self, request: Request) -> frozenset[UUID]:
        """Whose no ends it at once where it runs: whose yes it needs today or soon, and whose yes carries it."""
        family, today = self.consents.families[request.log_id], self.actor.today
        told, carrying = told_ahead(request, family, today), carried_by(request, family, self.actor.now)
        return needed_for(request, family, today) | told | carrying

    def closers(self, log: LogFacts) -> frozenset[UUID]:
        """Whose yes it takes to close the log: those who sign for it today. Nobody's in one that is only asked for."""
        about = [each for each in self.consents.requests if (each.log_id, each.unit_id) == (log.id, None)]
        if log.asked or not about:
            return frozenset()
        return needed_for(about[-1], self.consents.families[log.id], self.actor.today)

    def closers_by_hand(self, log: LogFacts) -> frozenset[UUID]:
        """Of those, whose answer to closing it the contact person may register: people's."""
        return self.closers(log) - self.consents.families[log.id].caring(self.actor.today) - {NO_ACCOUNT}

    def reopening(self, log: LogFacts) -> Request | None:
        """Of a closed log: the question whether it is to be opened again, once somebody has asked."""
        about = (each for each in self.consents.requests if (each.log_id, each.unit_id) == (log.id, None))
        since = (
            each for each in about if each.replaced_at is None and log.closed_at and each.asked_at >= log.closed_at
        )
        return next(since, None)

    def rests(self, log: LogFacts) -> bool:
        """Whether the yes to the log itself has ended, so that no service sees anything."""
        return not log.closed and not log.asked and log.id not in self.consents.awake

    def may_know(self, log: LogFacts) -> bool:
        """Whether the actor may know that the log exists. Until it is answered: its opener and who must answer."""
        if log.asked:
            return self.opens(log) or self.signs(log)
        family = self.relations(log) & (FAMILY | {Relation.NETWORK})
        return bool(family or self.grants(log) or self.questions(log))

    def logs(self) -> tuple[LogFacts, ...]:
        """The logs the actor may know of, in a steady order."""
        return self._known

    @cached_property
    def _known(self) -> tuple[LogFacts, ...]:
        return tuple(sorted((log for log in self.ties if self.may_know(log)), key=lambda log: log.id))

    def visited(self, log_id: UUID) -> LogFacts:
        """A log the actor may know, or has some tie to: a guest's, an interpreter's, a translator's. Raises Hidden."""
        for log in self.ties:
            if log.id == log_id:
                return log
        raise Hidden

    def log(self, log_id: UUID) -> LogFacts:
        """Raises Hidden."""
        for log in self._known:
            if log.id == log_id:
                return log
        raise Hidden


def look(actor: Actor, log_id: UUID | None = None) -> Sight:
    """The actor's sight of one log, or of all: four queries, however many logs there are.

    One log is locked first, so that what is read cannot overlap with a withdrawal. Call inside a transaction.
    """
    if log_id is not None:
        facts.lock(log_id)
    return _look(actor, log_id)


def look_around(actor: Actor, model: Any, row_id: UUID) -> Sight:
    """The actor's sight of the log that the row belongs to, locked likewise. Raises Hidden where there is none."""
    log_id = facts.lock_log_of(model, row_id)
    if log_id is None:
        raise Hidden
    return _look(actor, log_id)


def _look(actor: Actor, log_id: UUID | None) -> Sight:
    ties = facts.ties(actor, log_id)
    if log_id is None and ties:
        facts.lock(*(log.id for log in ties))
    around = tuple(circle(actor, ties)) if ties else ()
    return Sight(actor, ties, read_consents(actor, tuple(ties), around), around)


def read_consents(actor: Actor, logs: Collection[LogFacts], around: Collection[Belonging]) -> Consents:
    """All consents of these logs at the actor's now."""
    if not logs:
        return Consents()
    found = asked(logs)
    families = families_of(logs, around, found.care)
    by_id = {log.id: log for log in logs}
    awake: dict[UUID, Grant] = {}
    grants: dict[UUID, list[Grant]] = defaultdict(list)
    for request in found.requests:
        # What was answered counts, also for a reader whose clock is behind, or who had to wait for the lock.
        now = max([request.replaced_at or actor.now, actor.now, *(each.at for each in request.decisions)])
        grant = in_effect(request, families[request.log_id], now)
        if grant is None:
            continue
        if grant.unit_id is not None:
            grants[grant.log_id].append(grant)
        elif not by_id[request.log_id].closed:
            awake[grant.log_id] = grant
    services = {log_id: tuple(given) for log_id, given in grants.items() if log_id in awake}
    asleep = {log_id: tuple(given) for log_id, given in grants.items() if log_id not in awake}
    return Consents(found.requests, families, services, awake, asleep, found.care)
