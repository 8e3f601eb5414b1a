"""Handovers for Hjem and the desk: one that waits for its answer, and a transition that we are to look at by now."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access.circle import Belonging
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.access.visible.handing import told_in_full
from parentapp.domain.people import Shown, shown_people
from parentapp.enums import Relation


@dataclass(frozen=True)
class Pending:
    """The people and the child are None for a successor whose service has no yes: then nothing of the log is shown.

    `holder`: who asks, which may be the leader in the holder's place.
    """

    log_id: UUID
    child: str | None
    holder: Shown | None
    successor: Shown | None
    asks_me: bool
    waits: bool
    by: date  # by when an answer is expected, or the day we look at how it went
    late: bool


def waiting(sight: Sight, log: LogFacts) -> list[Pending]:
    """What waits for its answer, as the one who is asked, the holder and the family see it. No question is asked."""
    return [_pending(sight, log, each, each.since) for each in _theirs(sight, log) if each.until is None and each.since]


def to_look_at(sight: Sight, log: LogFacts, *, mine: bool = False) -> list[Pending]:
    """Transitions whose day has come; `mine`: only those at which the actor took over.

    Whether it was written how it went is not known here.
    """
    due = [each for each in _theirs(sight, log) if each.until and each.until <= sight.actor.today]
    own = [each for each in due if not mine or each.account_id == sight.actor.account_id]
    return [_pending(sight, log, each, each.until) for each in own[-1:]]


def _theirs(sight: Sight, log: LogFacts) -> list[Belonging]:
    successors = (each for each in sight.around if each.log_id == log.id and each.relation is Relation.SUCCESSOR)
    return sorted(successors, key=lambda each: each.until or date.min)


def _asker(sight: Sight, log: LogFacts, each: Belonging) -> UUID:
    """The leader, where one waits for an answer; else the holder."""
    around = (other for other in sight.around if (other.log_id, other.relation) == (log.id, Relation.LEADER))
    waits = each.until is None
    return next((other.account_id for other in around if waits and other.since), log.holder_id)


def _pending(sight: Sight, log: LogFacts, each: Belonging, by: date | None) -> Pending:
    today, me = sight.actor.today, sight.actor.account_id
    day, full = by or today, told_in_full(sight, log)
    person = Shown(each.account_id, each.name, each.relation, each.title, each.account.portrait, each.account_id == me)
    return Pending(
        log_id=log.id,
        child=log.child if full else None,
        holder=shown_people(sight, log)[_asker(sight, log, each)] if full else None,
        successor=person if full else None,
        asks_me=each.until is None and each.account_id == me,
        waits=each.until is None,
        by=day,
        late=day < today,
    )
