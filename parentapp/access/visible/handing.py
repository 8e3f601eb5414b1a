"""Which handovers, offered or made, an actor may know exist."""

from typing import Any

from parentapp.access.facts import LogFacts
from parentapp.access.rules import finds_holder, holds_baton, is_successor
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import may_read
from parentapp.enums import Relation
from parentapp.models import Entry, Handover, Hiding


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


def told_in_full(sight: Sight, log: LogFacts) -> bool:
    """Whether one is shown with the child's name and its words: to a successor, only while their service has a yes."""
    through = {tie.unit_id for tie in sight.ties.get(log, ()) if tie.relation is Relation.SUCCESSOR}
    return sight.is_family(log) or holds_baton(sight, log) or bool(through & sight.covered(log))
