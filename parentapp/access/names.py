"""Whose name and which unit may be told to whom, and who can still be written to. That a service takes part is itself
confidential.
"""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.enums import FAMILY, IMPARTIAL, STAFF, VISITORS, Kind, Relation


def may_name(sight: Sight, log: LogFacts, account_id: UUID, unit_id: UUID | None) -> bool:
    """Whether the actor may be told who this is. `unit_id` is the unit they act through; None for family."""
    if sight.within is not None and not may_name(sight.within, log, account_id, unit_id):
        return False
    if account_id in (sight.actor.account_id, log.holder_id) or sight.is_family(log):
        return True
    # Who is around the child is not told to a guest of one meeting, or to somebody who is only asked something.
    if sight.relations(log) <= VISITORS and not sight.relations(log) <= IMPARTIAL:
        return False
    return unit_id is None or _knows_unit(sight, log, unit_id)


def asked_oneself(sight: Sight, invitations: Iterable[Any]) -> frozenset[UUID]:
    """Whom the actor has invited: they know whom they asked."""
    return frozenset(each.account_id for each in invitations if each.invited_by_id == sight.actor.account_id)


def may_tell_unit(sight: Sight, log: LogFacts, unit_id: UUID) -> bool:
    """Whether the actor may be told that this unit takes part."""
    if sight.within is not None and not may_tell_unit(sight.within, log, unit_id):
        return False
    return sight.is_family(log) or _knows_unit(sight, log, unit_id)


def may_tell_care(sight: Sight, log: LogFacts) -> bool:
    """Whether a professional may be told that any service has care: of the contact person's own unit; or one whose
    service sees the plan and who else helps.
    """
    units = {tie.unit_id for tie in sight.ties.get(log, ()) if tie.relation in STAFF}
    told = {Kind.PLAN, Kind.WHO_ELSE} <= sight.kinds(log)
    return log.holder_unit_id in units or told


def may_tell_level(sight: Sight, log: LogFacts) -> bool:
    """Whether the actor may be told how many services help together, whatever the answer is: the family; a professional
    whose service sees the plan and who else helps. Nobody through other eyes that see less.
    """
    told = {Kind.PLAN, Kind.WHO_ELSE}
    if sight.within is not None and not may_tell_level(sight.within, log):
        return False
    if sight.only is not None and not told <= sight.only:
        return False
    return sight.is_family(log) or any(told <= grant.kinds for grant in sight.grants(log))


def may_tell_asking(sight: Sight, log: LogFacts, unit_id: UUID) -> bool:
    """Whether the actor may be told that this unit has asked: also as the service that answers, having care."""
    return may_tell_unit(sight, log, unit_id) or any(each.unit_id == unit_id for each in sight.questions(log))


def may_tell_asked_place(log: LogFacts) -> bool:
    """Whether the name of a unit may be shown to a professional who may register an answer about it."""
    return not log.protected


def may_tell_place(sight: Sight, log: LogFacts, unit_id: UUID) -> bool:
    """Whether the unit's own name may be shown. For a protected child it could tell where the child is."""
    return may_tell_asking(sight, log, unit_id) and not log.protected


def _knows_unit(sight: Sight, log: LogFacts, unit_id: UUID) -> bool:
    mine = {tie.unit_id for tie in sight.ties.get(log, ()) if tie.relation in STAFF}
    network_only = sight.relations(log) <= {Relation.NETWORK}
    return not network_only and (unit_id in mine or Kind.WHO_ELSE in sight.kinds(log))


def in_reach(sight: Sight, log: LogFacts, account_id: UUID) -> bool:
    """Whether that person can open the conversations they are in today: `visible.conversations`, turned around."""
    services = {grant.unit_id for grant in sight.consents.grants.get(log.id, ())}
    ways = (each for each in sight.around if (each.log_id, each.account_id) == (log.id, account_id) and each.active)
    return any(
        way.relation in FAMILY
        or (way.relation in STAFF and way.unit_id in services)
        or (way.relation is Relation.HOLDER and not log.closed)
        for way in ways
    )
