"""Something about an adult's own matters: Kari, Amina's contact person, has written of Amina's mother, Fadumo."""

from uuid import UUID

from parentapp.domain import log
from tests.cast import Cast


def own(cast: Cast, *, health: bool = False) -> UUID:
    kari, amina, fadumo = cast.actor("kari"), cast.logs["amina"], cast.accounts["fadumo"]
    return log.add_note(kari, amina, "Mor har gjeld og mye å bære.", health=health, about=fadumo)
