"""Which rows about oneself an actor may know exist: in what logs they are what, and what they keep from whom.

Only of logs that let the actor in now: whoever is kept out of one, or sees it no longer, is told nothing of it here.
"""

from typing import Any

from parentapp.access.days import is_here
from parentapp.access.rules import has_own_say, holds_baton, is_network_person
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import entries
from parentapp.enums import STAFF
from parentapp.models import Entry, Heart, Hiding, NetworkPerson, Participation, StafettholderPeriod


def own_network(sight: Sight) -> Any:
    """Since when the actor is of the network."""
    n, actor = NetworkPerson, sight.actor
    logs = [log.id for log in sight.logs() if is_network_person(sight, log)]
    return n.select().where((n.account == actor.account_id) & n.log.in_(logs) & is_here(n, actor.today, actor.now))


def own_parts(sight: Sight) -> Any:
    """Since when the actor takes part as a professional, while their service sees anything."""
    p, actor = Participation, sight.actor
    logs = [log.id for log in sight.logs() if sight.relations(log) & STAFF]
    lasts = p.until.is_null() | (p.until > actor.now)
    return p.select().where((p.account == actor.account_id) & p.log.in_(logs) & lasts)


def own_batons(sight: Sight) -> Any:
    """Since when the actor has held the baton, of logs they hold: of those they have handed over, nothing."""
    p = StafettholderPeriod
    held = [log.id for log in sight.logs() if holds_baton(sight, log)]
    return p.select().where((p.account == sight.actor.account_id) & p.log.in_(held))


def own_hearts(sight: Sight) -> Any:
    """The actor's, on what they may read."""
    readable = entries(sight).select(Entry.id)
    return Heart.select().where((Heart.account == sight.actor.account_id) & Heart.entry.in_(readable))


def own_keeping(sight: Sight) -> Any:
    """What the young person keeps from whom: theirs, and nobody else's to know."""
    logs = [log.id for log in sight.logs() if has_own_say(sight, log)]
    own = entries(sight).where(Entry.log.in_(logs)).select(Entry.id)
    return Hiding.select().where(Hiding.entry.in_(own))
