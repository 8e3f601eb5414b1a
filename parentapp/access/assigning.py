"""Whoever leads the unit of a contact person who cannot go on sees that somebody must take over, and nothing else.

This is no tie of its own: it is looked up where a leader asks somebody, and opens no other page.
"""

from uuid import UUID

from peewee import fn

from parentapp.access import facts
from parentapp.access.actor import Actor
from parentapp.access.circle import circle
from parentapp.access.facts import LogFacts, Tie, log_columns
from parentapp.access.leading import LEADING, alike, receivers
from parentapp.access.sight import Sight, read_consents
from parentapp.enums import Relation
from parentapp.errors import Hidden
from parentapp.models import Municipality, Stafettlogg, Subject


def look_as_leader(actor: Actor, log_id: UUID | None = None) -> Sight:
    """The actor's sight, as leader, of the open logs whose contact person's leader they are, or of one. Locks them.

    Who is asked for another contact person is asked here too: `leading.receivers`. In which of these somebody is to be
    found `rules.finds_holder` says.
    """
    if log_id is not None:
        facts.lock(log_id)
    s = Stafettlogg
    mine = fn.EXISTS(receivers(actor.today, s.id, s.holder_unit).where(LEADING.account == actor.account_id))
    query = s.select(*log_columns(actor.now)).join(Subject).join_from(s, Municipality)
    near = s.holder_unit.in_(alike(actor))  # says nothing new: so that not every log is asked about
    query = query.where(s.closed_at.is_null() & near & mine)
    query = query if log_id is None else query.where(s.id == log_id)
    logs = [LogFacts(*row) for row in query.tuples()]
    if log_id is None:
        facts.lock(*(log.id for log in logs))
    return _as_leader(actor, logs)


def look_anew(sight: Sight, log: LogFacts) -> Sight:
    """The same leader's sight of one of these, after something was written."""
    return _as_leader(sight.actor, [log])


def assigned(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    """One of these logs. Raises Hidden for any other."""
    sight = look_as_leader(actor, log_id)
    if not sight.ties:
        raise Hidden
    return sight, next(iter(sight.ties))


def _as_leader(actor: Actor, logs: list[LogFacts]) -> Sight:
    around = tuple(circle(actor, logs)) if logs else ()
    ties = {log: frozenset({Tie(Relation.LEADER, log.holder_unit_id)}) for log in logs}
    return Sight(actor, ties, read_consents(actor, logs, around), around)
