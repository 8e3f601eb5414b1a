"""Which interpreters' assignments and which translations an actor may know exist."""

from typing import Any

from parentapp.access.rules import sees_meetings
from parentapp.access.sight import Sight
from parentapp.access.visible.meeting import agenda
from parentapp.access.visible.timeline import NOTHING, any_of, entries
from parentapp.enums import Relation
from parentapp.models import AgendaPoint, Entry, InterpreterAssignment, Translation


def assignments(sight: Sight) -> Any:
    """Interpreters: for the family, who approve them; for the contact person and deputy, who ask; for oneself."""
    a = InterpreterAssignment
    family = [log.id for log in sight.logs() if sight.is_family(log)]
    asking = [
        log.id
        for log in sight.logs()
        if sight.relations(log) & {Relation.HOLDER, Relation.DEPUTY} and sees_meetings(sight, log)
    ]
    interpreted = [log.id for log in sight.ties if Relation.INTERPRETER in sight.relations(log)]
    own = (a.interpreter == sight.actor.account_id) & a.log.in_(interpreted) & a.ended_at.is_null()
    return a.select().where(a.log.in_(family + asking) | (own & (a.closes > sight.actor.now)))


def translations(sight: Sight) -> Any:
    """Of texts the actor may read."""
    readable = [rows(sight).select(table.id) for table, rows in ((Entry, entries), (AgendaPoint, agenda))]
    return Translation.select().where(any_of([Translation.thing.in_(rows) for rows in readable], NOTHING))


def tasks(sight: Sight) -> Any:
    """The texts the actor was asked to translate, until the last day."""
    logs = [log.id for log in sight.ties if Relation.TRANSLATOR in sight.relations(log)]
    mine = (Translation.translator == sight.actor.account_id) & (Translation.until >= sight.actor.today)
    return Translation.select().where(Translation.log.in_(logs) & mine)
