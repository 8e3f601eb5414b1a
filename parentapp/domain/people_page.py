"""«Hvem er med»: who belongs to a log and as what, as the family and whoever adds people may see it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.ages import guardians_are_out
from parentapp.access.circle import Belonging
from parentapp.access.facts import LogFacts
from parentapp.access.policy import asks_youth, can, may_propose_guardian, require, require_second, takes_two
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import care_registered, guardians, network_page, notices, own_login, recording
from parentapp.domain.care_registered import Waiting as CareWaits
from parentapp.domain.network_page import NetworkPart
from parentapp.domain.own_login import Unused
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit, unit_in_care
from parentapp.enums import Basis, Relation, SeenPage
from parentapp.models import Account, Guardian, Participation, ProposedGuardian

Parts = dict[tuple[UUID, UUID | None], UUID]  # ids, by account and unit
STAFF_FIRST = (Relation.HOLDER, Relation.DEPUTY, Relation.PARTICIPANT)


@dataclass(frozen=True)
class Here:
    """Somebody who belongs. `id`: the row that can be ended, for a participant; None for the others."""

    person: Shown
    relation: Relation
    unit: ShownUnit | None
    id: UUID | None = None


@dataclass(frozen=True)
class HereAsGuardian:
    id: UUID
    person: Shown
    basis: Basis
    signs: bool
    since: date
    until: date | None
    ends_here: bool  # somebody has ended it, from today
    on_paper: bool  # never logs in
    verified_by: Shown
    verified_how: str | None  # for those who add people


@dataclass(frozen=True)
class Waiting:
    """A guardian who waits: for a second professional, for the young person, or for both."""

    id: UUID
    name: str
    basis: Basis
    signs: bool
    on_paper: bool
    since: date
    by: Shown
    how: str | None
    at: datetime
    second: bool  # a second professional has to see it too
    youth: bool  # the young person has to say yes


@dataclass(frozen=True)
class PeoplePage:
    log: LogFacts
    child: str
    family: bool
    own: bool  # the log is about the one who reads
    youth: bool  # of an age at which nobody becomes a guardian without their yes
    may_propose: bool  # a guardian
    chooses: bool  # the one who reads lets guardians in and go
    helpers: list[Here]
    guardians: list[HereAsGuardian]
    waiting: list[Waiting]
    network: NetworkPart
    care: ShownUnit | None
    care_waiting: CareWaits | None
    today: date
    may_see_baton: bool  # who has held it before
    may_add: bool
    may_end: bool
    may_register_care: bool
    may_give_login: bool  # to the young person
    unused: list[Unused]  # logins that nobody has made their own yet
    anything_new: bool


@dataclass(frozen=True)
class ToAdd:
    log: LogFacts
    child: str
    youth: bool  # as above
    may_propose: bool
    may_make_login: bool


@dataclass(frozen=True)
class ToEnd:
    log: LogFacts
    child: str
    guardian: HereAsGuardian


@dataclass(frozen=True)
class ToConfirm:
    log: LogFacts
    child: str
    waiting: Waiting


def page(actor: Actor, log_id: UUID) -> PeoplePage:
    """Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.PEOPLE_SEE, log)
        recording.seen(sight, log, SeenPage.PEOPLE)
        people = shown_people(sight, log)
        rows = _beside_account(sight, log)
        registers = can(sight, Action.CARE_REGISTER, log)
        return PeoplePage(
            log=log,
            child=log.child,
            family=sight.is_family(log),
            own=log.youth_id == actor.account_id,
            youth=asks_youth(sight, log),
            may_propose=may_propose_guardian(sight, log),
            chooses=can(sight, Action.GUARDIAN_CHOOSE, log),
            guardians=[_guardian(sight, log, row, people) for row in _guardians(sight, log)],
            waiting=[_waiting(sight, log, row, people) for row in _proposed(sight, log)],
            helpers=_helpers(sight, log, people, {(row.account, row.unit): row.part for row in rows if row.part}),
            network=network_page.part(sight, log, people, rows),
            care=_care(sight, log, registers=registers),
            care_waiting=care_registered.waiting(sight, log, rows[0]),
            today=actor.today,
            may_see_baton=can(sight, Action.BATON_SEE, log),
            may_add=can(sight, Action.PERSON_ADD, log),
            may_end=can(sight, Action.PERSON_END, log),
            may_register_care=registers and not guardians_are_out(log.born, actor.today),
            may_give_login=can(sight, Action.LOGIN_GIVE, log),
            unused=own_login.unused(sight, log),
            anything_new=bool(rows[0].anything_new),
        )


def to_add_guardian(actor: Actor, log_id: UUID) -> ToAdd:
    """For an empty form. Raises Hidden, Denied, Conflict."""
    return _to_add(actor, log_id, Action.PERSON_ADD)


def to_add_with_login(actor: Actor, log_id: UUID) -> ToAdd:
    """The same for somebody who gets a login. Raises as that."""
    return _to_add(actor, log_id, Action.LOGIN_ADD)


def _to_add(actor: Actor, log_id: UUID, action: Action) -> ToAdd:
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, action, log)
        recording.seen(sight, log, SeenPage.PEOPLE)
        may_make_login = can(sight, Action.LOGIN_ADD, log)
        return ToAdd(log, log.child, asks_youth(sight, log), may_propose_guardian(sight, log), may_make_login)


def to_end(actor: Actor, log_id: UUID, guardian_id: UUID) -> ToEnd:
    """Raises Hidden, Denied, Conflict."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.PERSON_END, log)
        row = _guardians(sight, log).where(Guardian.id == guardian_id)
        found = [_guardian(sight, log, each, shown_people(sight, log)) for each in row]
        visible.find(sight, Guardian, guardian_id)
        recording.seen(sight, log, SeenPage.PEOPLE)
        return ToEnd(log, log.child, found[0])


def to_confirm(actor: Actor, log_id: UUID, proposed_id: UUID) -> ToConfirm:
    """What the first one has registered, for a second one. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, log = guardians.confirming(actor, log_id)
        found = visible.find(sight, ProposedGuardian, proposed_id)
        require_second(sight, found.verified_by_id, found.account_id)
        row = _proposed(sight, log).where(ProposedGuardian.id == proposed_id).get()
        recording.seen(sight, log, SeenPage.PEOPLE)
        waiting = _waiting(sight, log, row, shown_people(sight, log))
        return ToConfirm(log, log.child, waiting)


def _there(sight: Sight, log: LogFacts, *relations: Relation) -> list[Belonging]:
    around = (each for each in sight.around if each.log_id == log.id and each.active and each.relation in relations)
    return sorted(around, key=lambda each: (relations.index(each.relation), str(each.account_id), str(each.unit_id)))


def _beside_account(sight: Sight, log: LogFacts) -> list[Any]:
    """In one query the participations the reader may know of, `anything_new`, and what is proposed of the network."""
    p = Participation
    there = visible.participations(sight).where(p.log == log.id).select(p.id)
    columns = (p.id.alias("part"), p.account.alias("account"), p.unit.alias("unit"), notices.is_anything_new(sight))
    query = Account.select(*columns).join(p, JOIN.LEFT_OUTER, on=p.id.in_(there))
    for beside in (network_page.beside_account, care_registered.beside_account):
        query = beside(sight, log, query)
    return list(query.where(Account.id == sight.actor.account_id).objects())


def _helpers(sight: Sight, log: LogFacts, people: dict[UUID, Shown], parts: Parts) -> list[Here]:
    """Whom the reader may know of; the contact person first. Nobody stands there twice."""
    found: dict[UUID, Here] = {}
    for each in _there(sight, log, *STAFF_FIRST):
        part = parts.get((each.account_id, each.unit_id)) if each.relation is Relation.PARTICIPANT else None
        if people[each.account_id].name and (part or each.relation is not Relation.PARTICIPANT):
            unit = shown_unit(sight, log, each.unit_id)
            found.setdefault(each.account_id, Here(people[each.account_id], each.relation, unit, part))
    return list(found.values())


def _guardians(sight: Sight, log: LogFacts) -> Any:
    return visible.guardians(sight).where(Guardian.log == log.id).order_by(Guardian.since, Guardian.id)


def _guardian(sight: Sight, log: LogFacts, row: Any, people: dict[UUID, Shown]) -> HereAsGuardian:
    return HereAsGuardian(
        id=row.id,
        person=people[row.account_id],
        basis=row.basis,
        signs=row.signs,
        since=row.since,
        until=row.until,
        ends_here=row.ended_by_id is not None,
        on_paper=sight.is_on_paper(row.account_id),
        verified_by=people.get(row.verified_by_id, Shown(row.verified_by_id, None)),
        verified_how=row.verified_how if can(sight, Action.PERSON_END, log) else None,
    )


def _proposed(sight: Sight, log: LogFacts) -> Any:
    rows = visible.proposed(sight).where(ProposedGuardian.log == log.id)
    columns = (Account.name_sealed.alias("named"), Account.on_paper)
    return rows.select_extend(*columns).join(Account).order_by(ProposedGuardian.at).objects()


def _waiting(sight: Sight, log: LogFacts, row: Any, people: dict[UUID, Shown]) -> Waiting:
    return Waiting(
        id=row.id,
        name=Account(id=row.account_id, name_sealed=row.named).name,
        basis=row.basis,
        signs=row.signs,
        on_paper=row.on_paper,
        since=row.since,
        by=people.get(row.verified_by_id, Shown(row.verified_by_id, None)),
        how=None if sight.is_family(log) else row.verified_how,
        at=row.at,
        second=takes_two(row.basis, on_paper=row.on_paper) and row.seconded_by_id is None,
        youth=asks_youth(sight, log, row.since),
    )


def _care(sight: Sight, log: LogFacts, *, registers: bool) -> ShownUnit | None:
    """Whoever may end it sees it too, by the sort of service."""
    care = sight.care(log)
    hidden = ShownUnit(care.id, care.service, None) if care and registers else None
    return unit_in_care(sight, log) or hidden
