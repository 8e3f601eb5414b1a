"""Adding a guardian by user name, or one who answers on paper, and ending their time. What a court decided, and whoever
has no login, a second person must have seen; from 16 the young person must have said yes.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from parentapp import crypto
from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.by_name import named
from parentapp.access.days import is_or_will_be
from parentapp.access.facts import LogFacts
from parentapp.access.policy import asks_youth, require, require_new_guardian, require_second, takes_two
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import care, families, newcomers, recording
from parentapp.domain.accounts import username_hash
from parentapp.domain.newcomers import Login, Newcomer
from parentapp.domain.pressing import Press, once
from parentapp.enums import FAMILY, STAFF, Basis, GuardianAnswer, Kind, NoticeKind
from parentapp.errors import Conflict, Unknown
from parentapp.i18n import N_
from parentapp.models import Account, Guardian, GuardianChoice, ProposedGuardian

ENDS_TODAY = N_("Tiden som foresatt er alt avsluttet. Den gjelder ut dagen.")


@dataclass(frozen=True)
class Relationship:
    """What was found out about a new guardian, and how."""

    basis: Basis
    verified_how: str
    since: date
    signs: bool
    on_paper: bool = False  # who never logs in, and answers on paper: to sign is all they are here for

    @property
    def takes_two(self) -> bool:
        return takes_two(self.basis, on_paper=self.on_paper)


def add(actor: Actor, log_id: UUID, who: str, found: Relationship, *, press: Press | None = None) -> UUID:
    """They belong from that day on, today at the earliest, and the family is told. By court judgment, and of one who
    answers on paper, it waits for a second person, from 16 for the young person's yes; they are told. Returns the new
    row's id. `who`: a user name; of one who answers on paper their name.

    Raises Hidden, Denied; Conflict where nobody can come in; Unknown, the same whatever stands in this person's way.
    """
    with transaction():
        sight, log = adding(actor, log_id)

        def act() -> UUID:
            require_new_guardian(sight, log)
            account = _without_login(sight, log, who) if found.on_paper else _find(sight, log, who)
            return _let_in(sight, log, account, found)

        return once(actor, press, act)


def add_newcomer(
    actor: Actor, log_id: UUID, who: Newcomer, found: Relationship, *, press: Press | None = None
) -> tuple[UUID, Login | None]:
    """The same for somebody without a login, who gets one: told this once, and not when the press comes again.

    Raises Hidden, Denied; Conflict where nobody can come in.
    """
    made: list[Login] = []
    with transaction():
        sight, log = adding(actor, log_id, Action.LOGIN_ADD)

        def act() -> UUID:
            require_new_guardian(sight, log)
            made.append(newcomers.add_for_log(sight, log, who))
            return _let_in(sight, log, made[0].account_id, found)

        return once(actor, press, act), next(iter(made), None)


def _let_in(sight: Sight, log: LogFacts, account: UUID, found: Relationship) -> UUID:
    actor = sight.actor
    recording.audit(actor, Action.PERSON_ADD, account, log)
    if found.takes_two or asks_youth(sight, log, found.since):
        return _wait(sight, log, account, found)
    by = {"verified_by": actor.account_id, "verified_how": found.verified_how}
    row = families.become_guardian(sight, log, account, basis=found.basis, since=found.since, signs=found.signs, **by)
    tell_added(look(actor, log.id), log, account)
    return row


def waits(row_id: UUID) -> bool:
    """Whether whoever was added is one who waits: for `add`."""
    return bool(ProposedGuardian.select().where(ProposedGuardian.id == row_id).exists())


def confirm(actor: Actor, log_id: UUID, proposed_id: UUID, how: str, *, press: Press | None = None) -> UUID:
    """A second professional has seen it too: from now on they belong, or once the young person says yes. `how`: what
    was seen.

    Raises Hidden; Denied for whoever registered it; Conflict for somebody kept out or added since, or from 18 years.
    """
    with transaction():
        sight, log = confirming(actor, log_id)

        def act() -> UUID:
            row = visible.find(sight, ProposedGuardian, proposed_id)
            require_second(sight, row.verified_by_id, row.account_id)
            require_new_guardian(sight, log)
            row.seconded_by, row.seconded_how = actor.account_id, how
            row.save()
            recording.audit(actor, Action.GUARDIAN_CONFIRM, row.account_id, log)
            complete(sight, log, row)
            return proposed_id

        return once(actor, press, act)


def complete(sight: Sight, log: LogFacts, row: Any) -> None:
    """Whoever waits belongs once all that it takes is there: they, the family and whoever proposed them are told."""
    yes = _yes_of_youth(sight, log, row)
    to_be_seen = takes_two(row.basis, on_paper=row.account.on_paper) and row.seconded_by_id is None
    if to_be_seen or (asks_youth(sight, log, row.since) and not yes):
        return
    row.answered_at = sight.actor.now
    row.save()
    known = {"verified_by": row.verified_by_id, "verified_how": row.verified_how, "signs": row.signs}
    until = {"until": yes.until} if yes else {}
    families.become_guardian(sight, log, row.account_id, since=row.since, basis=row.basis, **known, **until)
    tell_added(look(sight.actor, log.id), log, row.account_id, row.verified_by_id)


def _yes_of_youth(sight: Sight, log: LogFacts, row: Any) -> Any:
    """What the young person said since it was asked, if they want it still, and it lasts until there is a first day."""
    c, first = GuardianChoice, max(row.since, sight.actor.today)
    of_them = (c.log == log.id) & (c.guardian == row.account_id) & c.replaced_at.is_null()
    return c.get_or_none(of_them & (c.answer == GuardianAnswer.LET_IN) & (c.at >= row.at) & (c.until >= first))


def confirming(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    """The sight of somebody who may confirm: before the family has answered also a colleague's. Raises Hidden."""
    sight = look(actor, log_id)
    log = sight.visited(log_id)
    log = log if log.asked else sight.log(log_id)
    require(sight, Action.GUARDIAN_CONFIRM, log)
    return sight, log


def take_back(actor: Actor, log_id: UUID, proposed_id: UUID, *, press: Press | None = None) -> UUID:
    """It waits no longer, and nothing came of it. Raises Hidden, Denied."""
    with transaction():
        sight, log = adding(actor, log_id, Action.PERSON_END)

        def act() -> UUID:
            row = visible.find(sight, ProposedGuardian, proposed_id)
            ProposedGuardian.update(answered_at=actor.now).where(ProposedGuardian.id == row.id).execute()
            recording.audit(actor, Action.PERSON_END, row.account_id, log)
            return proposed_id

        return once(actor, press, act)


def end(actor: Actor, log_id: UUID, guardian_id: UUID, why: str, *, press: Press | None = None) -> UUID:
    """Today is the last day of somebody's time as a guardian. The family is told. Nothing starts to be shared by it.

    Raises Hidden, Denied; Conflict where it was ended before.
    """
    with transaction():
        sight, log = adding(actor, log_id, Action.PERSON_END)

        def act() -> UUID:
            row = visible.find(sight, Guardian, guardian_id)
            if row.ended_by_id is not None:
                raise Conflict(ENDS_TODAY)
            row.until, row.ended_by, row.ended_why = actor.today, actor.account_id, why
            row.save()
            recording.audit(actor, Action.PERSON_END, row.account_id, log)
            tell_family(sight, log)
            return guardian_id

        return once(actor, press, act)


def tell_family(sight: Sight, log: LogFacts, *besides: UUID) -> None:
    """The family is told that who belongs has changed; save these, who are told something else."""
    family = {each.account_id for each in recording.belonging(sight, log) if each.relation in FAMILY}
    recording.tell(sight, log, NoticeKind.PEOPLE, log.id, family - set(besides))


def tell_added(sight: Sight, log: LogFacts, account: UUID, *besides: UUID) -> None:
    """The family and these are told, and whoever was added as far as they may know of the log by now."""
    tell_family(sight, log, account)
    recording.tell(sight, log, NoticeKind.PEOPLE, log.id, besides)
    if not log.asked:
        recording.tell(sight, log, NoticeKind.ADDED, log.id, {account})
    care.tell_what_waits(sight, log, account)


def adding(actor: Actor, log_id: UUID, action: Action = Action.PERSON_ADD) -> tuple[Sight, LogFacts]:
    """The sight of somebody who may change who belongs. Raises Hidden, Denied, Conflict."""
    sight = look(actor, log_id)
    log = sight.log(log_id)
    require(sight, action, log)
    return sight, log


def _find(sight: Sight, log: LogFacts, username: str) -> UUID:
    """Nobody who is a guardian here, or will be, waits to be, helps, or is the child; nor the actor."""
    g, j = Guardian, ProposedGuardian
    waiting = j.select(j.account).where((j.log == log.id) & j.answered_at.is_null())
    here = g.select(g.account).where((g.log == log.id) & is_or_will_be(g, sight.actor.today, sight.actor.now))
    helping = (each for each in sight.around if each.log_id == log.id and each.relation in STAFF)
    others = {sight.actor.account_id, log.youth_id or log.id, *(each.account_id for each in helping)}
    free = Account.id.not_in(sorted(others)) & Account.id.not_in(here) & Account.id.not_in(waiting)
    row = Account.select(Account.id).where(named(log, username_hash(username)) & free).get_or_none()
    if row is None:
        raise Unknown
    account: UUID = row.id
    return account


def _without_login(sight: Sight, log: LogFacts, name: str) -> UUID:
    """An account that nobody can log in to, for this log alone."""
    account: UUID = crypto.new_id()
    crypto.vault().create(account)
    Account.create(
        id=account,
        municipality=log.municipality_id,
        username_hash=crypto.random_bytes(32),
        password_hash="",
        name=name,
        created_at=sight.actor.now,
        disabled_at=sight.actor.now,
        on_paper=True,
    )
    return account


def _wait(sight: Sight, log: LogFacts, account: UUID, found: Relationship) -> UUID:
    actor = sight.actor
    row = ProposedGuardian.create(
        log=log.id,
        account=account,
        basis=found.basis,
        signs=found.signs,
        since=found.since,
        verified_by=actor.account_id,
        verified_how=found.verified_how,
        at=actor.now,
    )
    if found.takes_two:
        recording.tell(sight, log, NoticeKind.GUARDIAN_WAITS, row.id, seconds(sight, log))
    if asks_youth(sight, log, found.since) and log.youth_id:
        recording.tell(sight, log, NoticeKind.GUARDIAN_ASKED, row.id, {log.youth_id})
    row_id: UUID = row.id
    return row_id


def seconds(sight: Sight, log: LogFacts) -> set[UUID]:
    """The professionals who can confirm what the actor has registered."""
    grants: Any = sight.consents.grants.get(log.id, ())
    units = {log.holder_unit_id} if log.asked else {each.unit_id for each in grants if Kind.PLAN in each.kinds}
    people = (each for each in recording.belonging(sight, log) if each.relation in STAFF)
    return {each.account_id for each in people if each.unit_id in units}
