"""Something about an adult's own matters: Kari, Amina's contact person, has written of Amina's mother, Fadumo."""

from dataclasses import replace
from uuid import UUID

from parentapp.domain import log, own_matters
from tests.cast import Cast


def own(cast: Cast, *, health: bool = False) -> UUID:
    kari, amina, fadumo = cast.actor("kari"), cast.logs["amina"], cast.accounts["fadumo"]
    return log.add_note(kari, amina, "Mor har gjeld og mye å bære.", health=health, about=fadumo)


def owned(cast: Cast) -> Cast:
    """And Fadumo lets the school read it."""
    entry = own(cast)
    own_matters.choose(cast.actor("fadumo"), entry, [cast.units["school"]])
    return replace(cast, entries={**cast.entries, "amina.own": entry})
