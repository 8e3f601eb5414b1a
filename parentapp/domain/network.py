"""A network person: proposed by the family or the contact person, by everybody's yes, and let in once checked.

A no looks like waiting. Whether anybody has the user name, and whether they are kept out, is asked only by the last
press, which is the contact person's (while the log rests the leader's: `network_checks`): else one guardian alone
could find out.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.leading import receivers
from parentapp.access.network import can_become, deciders, is_agreed, leader_checks, waits_for_leader
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import families, recording, throttling
from parentapp.domain.accounts import username_hash
from parentapp.domain.guardians import tell_family
from parentapp.domain.pressing import Press, once
from parentapp.enums import Closeness, NoticeKind
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.i18n import N_
from parentapp.models import Account, NetworkAnswer, NetworkPerson, NetworkProposal, Notice

OVER = N_("Forslaget gjelder ikke lenger. Last siden på nytt for å se hva som gjelder.")
NOT_ALL = N_("Ikke alle har sagt ja ennå.")
FROZEN = N_("Innsynet for familien er stanset. Ingen kan legges til så lenge det varer.")


@dataclass(frozen=True)
class Proposed:
    """Whom, by the user name somebody gave; what the family calls them, and who they are to the child."""

    username: str
    name: str
    closeness: Closeness


def propose(actor: Actor, log_id: UUID, who: Proposed, *, press: Press | None = None) -> UUID:
    """Ask the family for their yes; a proposer who is asked too has said it. The same whoever has that user name.

    Raises Hidden, Denied, Conflict; Throttled.
    """

    def act(sight: Sight, log: LogFacts) -> UUID:
        throttling.count("network", f"{log.id}|{actor.account_id}", actor.now)
        said = {"username_hash": username_hash(who.username), "name": who.name, "closeness": who.closeness}
        row = NetworkProposal.create(log=log.id, proposer=actor.account_id, at=actor.now, **said)
        recording.audit(actor, Action.NETWORK_PROPOSE, row.id, log)
        recording.tell(sight, log, NoticeKind.NETWORK, row.id, deciders(sight, log))
        if can(sight, Action.NETWORK_ANSWER, log):
            _say(sight, log, row, yes=True)
        row_id: UUID = row.id
        return row_id

    return _once(actor, log_id, Action.NETWORK_PROPOSE, act, press)


def answer(actor: Actor, log_id: UUID, proposal_id: UUID, *, yes: bool, press: Press | None = None) -> UUID:
    """The actor's yes or no, until it is over. Nobody is told of it. Raises Hidden, Denied, Conflict."""

    def act(sight: Sight, log: LogFacts) -> UUID:
        row = open_one(sight, log, proposal_id)
        recording.audit(actor, Action.NETWORK_ANSWER, row.id, log)
        _say(sight, log, row, yes=yes)
        return proposal_id

    return _once(actor, log_id, Action.NETWORK_ANSWER, act, press)


def take_back(actor: Actor, log_id: UUID, proposal_id: UUID, *, press: Press | None = None) -> UUID:
    """One's own proposal. Raises Hidden; Denied for another's; Conflict where it is over."""

    def act(sight: Sight, log: LogFacts) -> UUID:
        row = open_one(sight, log, proposal_id)
        if row.proposer_id != actor.account_id:
            raise Denied
        _end(actor, row)
        recording.audit(actor, Action.NETWORK_TAKE_BACK, row.id, log)
        return proposal_id

    return _once(actor, log_id, Action.NETWORK_TAKE_BACK, act, press)


def let_in(actor: Actor, log_id: UUID, proposal_id: UUID, *, press: Press | None = None) -> UUID:
    """The contact person has checked. They belong from today; the family and they are told.

    Raises Hidden, Denied; Conflict where not all have said yes, it is over, or the log is frozen; Unknown, the same
    whatever stands in the way: then it goes on waiting, for all the family sees.
    """

    def act(sight: Sight, log: LogFacts) -> UUID:
        row = open_one(sight, log, proposal_id)
        if not is_agreed(sight, log, said_yes(proposal_id)):
            raise Conflict(NOT_ALL)
        if log.frozen_until:
            raise Conflict(FROZEN)
        account = admit(sight, log, row, Action.NETWORK_LET_IN)
        recording.tell(look(actor, log_id), log, NoticeKind.ADDED, log.id, {account})
        return proposal_id

    return _once(actor, log_id, Action.NETWORK_LET_IN, act, press)


def admit(sight: Sight, log: LogFacts, row: Any, action: Action) -> UUID:
    """Whoever has that user name belongs from today, and the family is told. Returns their account.

    Raises Unknown, the same whatever stands in the way.
    """
    actor = sight.actor
    found = Account.select(Account.id).where(can_become(sight, log, bytes(row.username_hash))).get_or_none()
    if found is None:
        raise Unknown
    account: UUID = found.id
    families.become_network_person(sight, log, account, actor.today)
    _end(actor, row)
    recording.audit(actor, action, account, log)
    tell_family(sight, log)
    return account


def remove(actor: Actor, log_id: UUID, account: UUID, *, press: Press | None = None) -> UUID:
    """They see nothing from now on: yesterday was the last day. The family is told, not by whom; they are not.

    Raises Hidden, Denied, Conflict.
    """

    def act(sight: Sight, log: LogFacts) -> UUID:
        return take_out(sight, log, person(sight, log, account))

    return _once(actor, log_id, Action.NETWORK_REMOVE, act, press)


def person(sight: Sight, log: LogFacts, account: UUID) -> Any:
    """Their row of today, if the actor is shown who belongs. Raises Hidden."""
    n = NetworkPerson
    row = visible.network_people(sight).where((n.log == log.id) & (n.account == account)).get_or_none()
    if row is None:
        raise Hidden
    return row


def take_out(sight: Sight, log: LogFacts, row: Any) -> UUID:
    """As `remove`, of such a row."""
    n, actor = NetworkPerson, sight.actor
    account: UUID = row.account_id
    n.update(until=actor.today - timedelta(days=1)).where(n.id == row.id).execute()
    recording.audit(actor, Action.NETWORK_REMOVE, account, log)
    recording.hold_back(log, account)
    tell_family(sight, log, account)
    return account


def said_yes(proposal_id: UUID) -> frozenset[UUID]:
    """Who has said yes to it: nobody's page shows this."""
    a = NetworkAnswer
    rows = a.select(a.account).where((a.proposal == proposal_id) & a.yes).tuples()
    return frozenset(account for (account,) in rows)


def _once(
    actor: Actor, log_id: UUID, action: Action, act: Callable[[Sight, LogFacts], UUID], press: Press | None
) -> UUID:
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, action, log)
        return once(actor, press, lambda: act(sight, log))


def open_one(sight: Sight, log: LogFacts, proposal_id: UUID) -> Any:
    """Raises Hidden; Conflict where it is over."""
    row = visible.find(sight, NetworkProposal, proposal_id)
    if row.log_id != log.id:
        raise Hidden
    if row.ended_at is not None:
        raise Conflict(OVER)
    return row


def _say(sight: Sight, log: LogFacts, row: Any, *, yes: bool) -> None:
    """Kept as their answer of now. With the last yes the contact person is told, once, that it is theirs to check; in
    a log that rests its leader too.
    """
    actor, a = sight.actor, NetworkAnswer
    mine = (a.proposal == row.id) & (a.account == actor.account_id)
    if not a.update(yes=yes, at=actor.now).where(mine).execute():
        a.create(proposal=row.id, account=actor.account_id, yes=yes, at=actor.now)
    told = (Notice.thing == row.id) & (Notice.account == log.holder_id)
    if is_agreed(sight, log, said_yes(row.id)) and not Notice.select().where(told).exists():
        recording.tell(sight, log, NoticeKind.NETWORK, row.id, {log.holder_id})
    tell_leaders(sight, log)


def tell_leaders(sight: Sight, log: LogFacts) -> None:
    """Whoever is to check somebody while the log rests: once for each. Nobody while it does not."""
    if not leader_checks(sight, log):
        return
    p = NetworkProposal
    waiting = list(p.select(p.id, p.at).where(waits_for_leader(sight, log)).tuples())
    leaders = [row[0] for row in receivers(sight.actor.today, log.id, log.holder_unit_id).tuples()] if waiting else []
    for proposal_id, at in waiting:
        recording.remind_leaders(sight, log, NoticeKind.NETWORK_TO_CHECK, leaders, local_date(at), proposal_id)


def _end(actor: Actor, row: Any) -> None:
    row.ended_at = actor.now
    row.save()
