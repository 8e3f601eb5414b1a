"""Text about an adult's own health, money or relationship: who it can be about, and what only that adult decides."""

from typing import Any
from uuid import UUID

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.enums import Audience, Relation
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_

OF_AN_ADULT = N_("Dette handler om en voksen selv, og kan ikke holdes tilbake slik.")
NOT_A_GUARDIAN = N_("Velg en av de foresatte som er med i loggen nå.")


def adults(sight: Sight, log: LogFacts) -> frozenset[UUID]:
    """The guardians of today: whom an entry can be about."""
    here = (each for each in sight.around if each.log_id == log.id and each.active)
    return frozenset(each.account_id for each in here if each.relation is Relation.GUARDIAN)


def require_adult(sight: Sight, log: LogFacts, account_id: UUID) -> None:
    """Raises Conflict for anybody but a guardian of today."""
    if account_id not in adults(sight, log):
        raise Conflict(NOT_A_GUARDIAN)


def is_about(entry: Any, account_id: UUID) -> bool:
    """Whether the entry is about that adult's own matters."""
    return entry.audience is Audience.ADULT and entry.addressee_id == account_id


def require_about_oneself(sight: Sight, entry: Any) -> None:
    """Raises Denied for anybody but the adult it is about: nobody decides for another, also not its author."""
    if not is_about(entry, sight.actor.account_id):
        raise Denied


def require_of_the_child(entry: Any) -> None:
    """Raises Conflict for what is an adult's own: the child's wish does not keep that from the adult."""
    if entry.audience is Audience.ADULT:
        raise Conflict(OF_AN_ADULT)
