"""Which interpreters' assignments and which translations an actor may know exist."""

from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access.facts import LogFacts
from parentapp.access.rules import interprets, plans_meetings, translates
from parentapp.access.sight import Sight
from parentapp.access.visible.meeting import agenda, known_in_full
from parentapp.access.visible.timeline import NOTHING, any_of, entries, for_service, hangs_on
from parentapp.access.windows import going_on
from parentapp.enums import Relation
from parentapp.models import AgendaPoint, Entry, Hiding, InterpreterAssignment, Meeting, Qualification, Translation


def assignments(sight: Sight) -> Any:
    """Interpreters: for the family, who approve them; for the contact person and deputy, who ask. Where these may know
    of the meeting.
    """
    a = InterpreterAssignment
    family = [log.id for log in sight.logs() if sight.is_family(log)]
    asking = [log.id for log in sight.logs() if plans_meetings(sight, log)]
    known = Meeting.select(Meeting.id).where(known_in_full(sight))
    return a.select().where(a.log.in_(family + asking) & a.meeting.in_(known))


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
    """The texts the actor was asked to translate, while that lasts and the text may be sent to anybody."""
    t, me = Translation, sight.actor.account_id
    logs = [log for log in sight.ties if translates(sight, log)]
    sent = Entry.select(Entry.id).where(any_of([may_be_sent(sight, log) for log in logs], NOTHING))
    points = AgendaPoint.select(AgendaPoint.id).join(Meeting).where(Meeting.entry.in_(sent))
    mine = (t.translator == me) & (t.until >= sight.actor.today) & t.ended_at.is_null()
    return t.select().where(mine & _registered(me) & (t.thing.in_(sent) | t.thing.in_(points)))


def _registered(me: UUID) -> Any:
    """As a translator into that language. Whoever is registered to interpret it, is not."""
    q = Qualification
    registered = q.select(q.id).where((q.account == me) & (q.locale == Translation.locale))
    return fn.EXISTS(registered.where(q.role == Relation.TRANSLATOR))


def may_be_sent(sight: Sight, log: LogFacts) -> Any:
    """The entries a translator may be given: the contact person's service sees them, and nothing of them is kept.

    Where the log rests or is closed, or that service is out, there are none.
    """
    grants = sight.consents.grants.get(log.id, ())
    held = [for_service(grant.kinds) for grant in grants if grant.unit_id == log.holder_unit_id]
    kept = Hiding.select(Hiding.entry)
    own_words = Entry.phrase_sealed.is_null()  # a phrase of the bank each reads in their own language
    return (Entry.log == log.id) & any_of(held, NOTHING) & ~hangs_on(kept) & own_words
