"""Which handovers, offered or made, an actor may know exist."""

from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access.facts import LogFacts
from parentapp.access.names import may_tell_unit
from parentapp.access.rules import finds_holder, holds_baton, is_successor, knows_who_belongs
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import NOTHING, any_of, may_read
from parentapp.enums import Relation
from parentapp.models import Entry, Handover, Hiding, StafettholderPeriod


def handovers(sight: Sight) -> Any:
    """The family's all; the holder's own, and the one that waits; a successor's, until it is answered. Of a leader who
    is to find somebody the one that waits, and those they asked themselves.

    One that was made is an entry too: whoever that is kept from knows of neither.
    """
    h, me = Handover, sight.actor.account_id
    family = [log.id for log in sight.logs() if sight.is_family(log)]
    held = [log.id for log in sight.logs() if holds_baton(sight, log)]
    asked = [log.id for log in sight.ties if is_successor(sight, log)]
    waits = h.answered_at.is_null()
    told = h.entry.is_null() | h.entry.in_(Entry.select(Entry.id).where(may_read(sight)))
    kept = Hiding.select(Hiding.entry).where(Hiding.guardian == me)  # also from a guardian who holds the baton
    as_holder = h.log.in_(held) & (waits | (h.holder == me) | (h.successor == me))
    as_holder &= h.entry.is_null() | h.entry.not_in(kept)
    led = [log.id for log in sight.ties if finds_holder(sight, log)]
    as_other = (h.log.in_(asked) & (h.successor == me) & waits) | (h.log.in_(led) & (waits | (h.leader == me)))
    return h.select().where((h.log.in_(family) & told) | as_holder | as_other)


def periods(sight: Sight) -> Any:
    """Who has held the baton when. The family's all; of the one who holds it their own, those of the units they may
    know of, and that of the one they took it from.
    """
    p, me = StafettholderPeriod, sight.actor.account_id
    taken, family = Handover.alias("taken"), [log.id for log in sight.logs() if knows_who_belongs(sight, log)]
    by_me = (taken.log == p.log) & (taken.successor == me) & (taken.answered_at == p.until)
    handed = taken.select(taken.id).where(by_me)
    held = [log for log in sight.logs() if holds_baton(sight, log)]
    units = {log.id: [each for each in _units(log) if may_tell_unit(sight, log, each)] for log in held}
    known = [(p.log == log) & ((p.account == me) | p.unit.in_(told) | fn.EXISTS(handed)) for log, told in units.items()]
    return p.select().where(any_of([p.log.in_(family), *known], NOTHING))


def _units(log: LogFacts) -> list[UUID]:
    """Through which its baton has been held."""
    p = StafettholderPeriod
    return [unit for (unit,) in p.select(p.unit).where(p.log == log.id).distinct().tuples()]


def told_in_full(sight: Sight, log: LogFacts) -> bool:
    """Whether one is shown with the child's name and its words: to a successor, only while their service has a yes."""
    through = {tie.unit_id for tie in sight.ties.get(log, ()) if tie.relation is Relation.SUCCESSOR}
    return sight.is_family(log) or holds_baton(sight, log) or bool(through & sight.covered(log))
