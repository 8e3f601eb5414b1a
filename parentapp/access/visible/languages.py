"""Which interpreters' assignments and which translations an actor may know exist."""

from typing import Any

from parentapp.access.rules import interprets, plans_meetings
from parentapp.access.sight import Sight
from parentapp.access.visible.meeting import agenda, meetings
from parentapp.access.visible.timeline import NOTHING, any_of, entries
from parentapp.access.windows import going_on
from parentapp.enums import Relation
from parentapp.models import AgendaPoint, Entry, InterpreterAssignment, Meeting, Translation


def assignments(sight: Sight) -> Any:
    """Interpreters: for the family, who approve them; for the contact person and deputy, who ask. Where these may know
    of the meeting.
    """
    a = InterpreterAssignment
    family = [log.id for log in sight.logs() if sight.is_family(log)]
    asking = [log.id for log in sight.logs() if plans_meetings(sight, log)]
    return a.select().where(a.log.in_(family + asking) & a.meeting.in_(meetings(sight).select(Meeting.id)))


def work(sight: Sight) -> Any:
    """An interpreter's own, until they are over. Joined with the meeting, from which that follows."""
    a = InterpreterAssignment
    logs = [log.id for log in sight.ties if interprets(sight, log)]
    mine = (a.interpreter == sight.actor.account_id) & a.log.in_(logs)
    return a.select().join(Meeting).where(mine & going_on(sight.actor.now))


def translations(sight: Sight) -> Any:
    """Of texts the actor may read."""
    readable = [rows(sight).select(table.id) for table, rows in ((Entry, entries), (AgendaPoint, agenda))]
    return Translation.select().where(any_of([Translation.thing.in_(rows) for rows in readable], NOTHING))


def tasks(sight: Sight) -> Any:
    """The texts the actor was asked to translate, until the last day."""
    logs = [log.id for log in sight.ties if Relation.TRANSLATOR in sight.relations(log)]
    mine = (Translation.translator == sight.actor.account_id) & (Translation.until >= sight.actor.today)
    return Translation.select().where(Translation.log.in_(logs) & mine)
