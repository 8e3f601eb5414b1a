"""Network persons: whose yes it takes, and who can become one."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import SQL, fn

from parentapp.access.ages import OWN_SAY, age_on, asked_who_stays
from parentapp.access.by_name import named
from parentapp.access.days import is_or_will_be
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.access.signers import NO_ACCOUNT
from parentapp.clock import midnight_after
from parentapp.enums import STAFF, Relation
from parentapp.models import Account, Guardian, NetworkAnswer, NetworkPerson, NetworkProposal


def deciders(sight: Sight, log: LogFacts) -> frozenset[UUID]:
    """Every guardian of today, also one who only reads; from 15 the young person, also one who cannot log in yet."""
    around = (each for each in sight.around if each.log_id == log.id and each.active)
    guardians = {each.account_id for each in around if each.relation is Relation.GUARDIAN}
    grown = log.pregnant or age_on(log.born, sight.actor.today) >= OWN_SAY
    return frozenset(guardians | ({log.youth_id or NO_ACCOUNT} if grown else set()))


def is_agreed(sight: Sight, log: LogFacts, yeses: Collection[UUID]) -> bool:
    """Whether all whose yes it takes have said it. Where there is nobody to ask, nobody has."""
    asked = deciders(sight, log)
    return bool(asked) and asked <= set(yeses)


def leader_checks(sight: Sight, log: LogFacts) -> bool:
    """Whether the leader checks in the contact person's place: in a log that rests. In a frozen one nobody comes in."""
    return sight.rests(log) and not log.frozen_until


def waits_for_leader(sight: Sight, log: LogFacts) -> Any:
    """The condition on NetworkProposal: of that log, for its leader to check: all whose yes it takes have said it.

    Of a log in which the leader checks: see `leader_checks`.
    """
    p, asked = NetworkProposal, deciders(sight, log)
    if not asked:
        return p.id.is_null()
    waits = (p.log == log.id) & p.ended_at.is_null()
    for each in sorted(asked):
        a = NetworkAnswer.alias()
        waits &= fn.EXISTS(a.select(SQL("1")).where((a.proposal == p.id) & (a.account == each) & a.yes))
    return waits


def is_to_be_asked(log: LogFacts, today: date) -> Any:
    """The condition on NetworkPerson: here since before the young person's latest birthday of 15 or 18, and nothing
    said about them since then. Whoever came in later did so by the young person's own yes.
    """
    n, turned = NetworkPerson, asked_who_stays(log.born, today)
    if turned is None:
        return n.id.is_null()
    unsaid = n.kept_at.is_null() | (n.kept_at < midnight_after(turned - timedelta(days=1)))
    return (n.log == log.id) & (n.since < turned) & unsaid


def can_become(sight: Sight, log: LogFacts, hashed: bytes) -> Any:
    """The condition on Account: that user name, and somebody who can be asked and is nothing to the child here.

    Neither whom the log is about, nor the actor, a guardian, somebody who helps or has helped, or who is around it now.
    """
    helping = {each.account_id for each in sight.around if each.log_id == log.id and each.relation in STAFF}
    others = {sight.actor.account_id, log.youth_id or log.id, *helping}
    free = Account.id.not_in(sorted(others)) & _is_not(Guardian, log, sight) & _is_not(NetworkPerson, log, sight)
    return named(log, hashed) & free


def _is_not(table: Any, log: LogFacts, sight: Sight) -> Any:
    lasts = is_or_will_be(table, sight.actor.today, sight.actor.now)
    rows = table.select(table.account).where((table.log == log.id) & lasts)
    return Account.id.not_in(rows)
