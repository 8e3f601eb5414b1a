"""What the leader of a unit may know of its logs: numbers, and since when. And who knows of whose contact requests.

What comes out of `counts` says neither which log, nor whose, nor what: only how many, and how long somebody waits.
"""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access.actor import Actor
from parentapp.access.circle import Belonging, circle
from parentapp.access.consent import Grant
from parentapp.access.facts import LogFacts, log_columns
from parentapp.access.holding import needs_another, sees
from parentapp.access.leading import is_private, lasting, led, received
from parentapp.access.sight import Consents, Sight, read_consents
from parentapp.access.visible.timeline import NOTHING, any_of, for_service
from parentapp.enums import Kind, Relation
from parentapp.models import (
    ContactRequest,
    Conversation,
    Entry,
    Measure,
    Member,
    Municipality,
    Stafettlogg,
    Subject,
)
from parentapp.models.content import OPEN_STATES


@dataclass(frozen=True)
class Counts:
    """Of one unit that the actor leads."""

    name: str
    logs: int  # that its people hold and that are not closed
    without_holder: int  # of these, where the contact person cannot do their part
    to_find: int  # of these, where somebody else must take over
    asked: int  # that wait for the family's first yes
    resting: int
    overdue: int  # measures whose day has been, of those that the unit's own service may see
    waiting: tuple[datetime, ...]  # since when each message waits that the leader is told of; the longest first


def contact_requests(sight: Sight) -> Any:
    """For another contact person: one's own, in a log one is family of; and those one is to answer as leader."""
    c = ContactRequest
    family = [log.id for log in sight.logs() if sight.is_family(log)]
    asked_of_me = [
        (c.log == log.id) & (c.unit == tie.unit_id)
        for log, ties in sight.ties.items()
        for tie in ties
        if tie.relation is Relation.LEADER
    ]
    own = c.log.in_(family) & (c.asker == sight.actor.account_id)
    return c.select().where(own | (any_of(asked_of_me, c.id.is_null()) & lasting(sight.actor.today)))


def waiting_requests(actor: Actor) -> int:
    """How many wait for the actor's answer as leader."""
    c = ContactRequest
    found: int = c.select(c.id).where(received(actor.account_id, actor.today) & c.answered_at.is_null()).count()
    return found


def counts(actor: Actor, is_late: Callable[[date, int], bool]) -> list[Counts]:
    """Of each unit the actor leads today, by name; nothing for anybody else. As many queries however many logs.

    `is_late`: of the day an answer was promised by, and the working days of a promise: whether leaders are told now.
    """
    units = led(actor)
    logs = _held(actor, [unit.id for unit in units]) if units else []
    around = circle(actor, logs) if logs else []
    consents = read_consents(actor, logs, around)
    overdue, waiting = _overdue(actor, logs, consents), _waiting(logs, is_late)
    return [
        Counts(
            name=unit.name,
            logs=len(held),
            without_holder=sum(_lacks_holder(log, around, consents) for log in held),
            to_find=sum(needs_another(consents, around, log, actor.now) for log in held),
            asked=sum(log.asked for log in held),
            resting=sum(not log.asked and log.id not in consents.awake for log in held),
            overdue=overdue.get(unit.id, 0),
            waiting=tuple(sorted(waiting[unit.id])),
        )
        for unit in units
        for held in [[log for log in logs if log.holder_unit_id == unit.id]]
    ]


def _held(actor: Actor, units: list[UUID]) -> list[LogFacts]:
    """The logs that people of these units hold and that are not closed. None that is private to the leader.

    A number could tell a guardian what the young person keeps, and somebody kept out that there is a log.
    """
    query = Stafettlogg.select(*log_columns(actor.now)).join(Subject).join_from(Stafettlogg, Municipality)
    open_ones = Stafettlogg.holder_unit.in_(units) & Stafettlogg.closed_at.is_null()
    return [LogFacts(*row) for row in query.where(open_ones & ~is_private(actor.account_id, Stafettlogg.id)).tuples()]


def _lacks_holder(log: LogFacts, around: list[Belonging], consents: Consents) -> bool:
    """Whether the holder works there no longer, is kept out, has lost the yes, or is away with nobody who answers."""
    here = [each for each in around if each.log_id == log.id and each.active]
    holder = next((each for each in here if (each.account_id, each.relation) == (log.holder_id, Relation.HOLDER)), None)
    grants = consents.grants.get(log.id, ())
    has_yes = log.id not in consents.awake or sees(consents, log)
    return holder is None or not has_yes or (holder.away_until is not None and not _is_covered(here, grants))


def _is_covered(here: list[Belonging], grants: tuple[Grant, ...]) -> bool:
    """Whether a deputy whose service may see the plan is at work."""
    units = {grant.unit_id for grant in grants if Kind.PLAN in grant.kinds}
    deputies = (each for each in here if each.relation is Relation.DEPUTY and each.away_until is None)
    return any(each.unit_id in units for each in deputies)


def _overdue(actor: Actor, logs: list[LogFacts], consents: Consents) -> Mapping[UUID, int]:
    """By unit: of what its own service may see, as anybody who works with the plan there would find it."""
    alike: dict[frozenset[Kind], list[UUID]] = defaultdict(list)
    for log in logs:
        for grant in consents.grants.get(log.id, ()):
            if grant.unit_id == log.holder_unit_id:
                alike[grant.kinds].append(log.id)
    seen = any_of([Entry.log.in_(ids) & for_service(kinds) for kinds, ids in alike.items()], NOTHING)
    late = Measure.status.in_(OPEN_STATES) & (Measure.look_at < actor.today)
    query = Measure.select(Stafettlogg.holder_unit, fn.COUNT(Measure.id)).join(Entry, on=(Measure.entry == Entry.id))
    query = query.join(Stafettlogg, on=(Stafettlogg.id == Entry.log)).where(seen & late)
    return dict(query.group_by(Stafettlogg.holder_unit).tuples()) if alike else {}


def _waiting(logs: list[LogFacts], is_late: Callable[[date, int], bool]) -> Mapping[UUID, list[datetime]]:
    """By unit: since when messages wait that its holder or the deputy could answer, one promise past the promised."""
    c, m, s = Conversation, Member, Stafettlogg
    answering = (m.conversation == c.id) & m.left_at.is_null() & ((m.account == s.holder) | (m.account == s.deputy))
    there = c.log.in_([log.id for log in logs]) & c.waiting_since.is_null(False) & c.answer_by.is_null(False)
    query = c.select(s.holder_unit, Municipality.reply_days, c.answer_by, c.waiting_since)
    query = (
        query.join(s, on=(s.id == c.log)).join(Municipality).where(there & fn.EXISTS(m.select(m.id).where(answering)))
    )
    found: dict[UUID, list[datetime]] = defaultdict(list)
    for unit, days, promised, since in query.tuples() if logs else ():
        if is_late(promised, days):
            found[unit].append(since)
    return found
