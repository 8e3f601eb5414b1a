"""Names as they may be shown to this actor: people, units, the child. Read with the sight; no query here."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from parentapp.access import names
from parentapp.access.circle import Belonging
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.enums import STAFF, Relation, ServiceKind


@dataclass(frozen=True)
class Shown:
    """A person as the actor may see them. `name` is None where it may not be told."""

    account_id: UUID
    name: str | None
    relation: Relation | None = None
    title: str | None = None
    portrait: int = 0
    me: bool = False

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in (self.name or "?").split()[:2]).upper()

    @property
    def first_name(self) -> str:
        return (self.name or "?").split()[0]


@dataclass(frozen=True)
class ShownUnit:
    """A unit as the actor may see it: by its own name, or (None) only by what kind of service it is."""

    id: UUID
    service: ServiceKind
    name: str | None


def shown_people(sight: Sight, log: LogFacts, known: Collection[UUID] = frozenset()) -> dict[UUID, Shown]:
    """Everybody who belongs, or has belonged, to the log, as the actor may see them; `known`: who are named anyhow."""
    around = sorted((each for each in sight.around if each.log_id == log.id), key=_order)
    return {each.account_id: _shown(sight, log, each, known) for each in reversed(around)}


def _order(each: Belonging) -> tuple[bool, int, str]:
    return (not each.active, list(Relation).index(each.relation), str(each.unit_id))


def _shown(sight: Sight, log: LogFacts, each: Belonging, known: Collection[UUID]) -> Shown:
    if each.account_id not in known and not names.may_name(sight, log, each.account_id, each.unit_id):
        return Shown(each.account_id, None)
    me = each.account_id == sight.actor.account_id
    return Shown(each.account_id, each.name, each.relation, each.title, each.account.portrait, me)


def shown_unit(sight: Sight, log: LogFacts, unit_id: UUID | None) -> ShownUnit | None:
    """The unit, where the actor may be told that it takes part."""
    return _named(sight, log, unit_id) if unit_id and names.may_tell_unit(sight, log, unit_id) else None


def asking_unit(sight: Sight, log: LogFacts, unit_id: UUID | None) -> ShownUnit | None:
    """The unit that a question is about, where the actor may be told that it asks. None: about the log itself."""
    return _named(sight, log, unit_id) if unit_id and names.may_tell_asking(sight, log, unit_id) else None


def unit_in_care(sight: Sight, log: LogFacts) -> ShownUnit | None:
    """The unit that has care of the child and answers in place of the parents, where the actor may be told."""
    care = sight.care(log)
    return shown_unit(sight, log, care.id) if care else None


def _named(sight: Sight, log: LogFacts, unit_id: UUID) -> ShownUnit:
    name, service = _unit(sight, unit_id)
    return ShownUnit(unit_id, service, name if names.may_tell_place(sight, log, unit_id) else None)


def _unit(sight: Sight, unit_id: UUID) -> tuple[str | None, ServiceKind]:
    for each in sight.around:
        if each.unit_id == unit_id and each.service:
            return each.unit_name, each.service
    caring = (each for found in sight.consents.care.values() for each in found)
    asking = [(each.unit_name, each.service) for each in sight.consents.requests if each.unit_id == unit_id]
    return next(iter(asking), None) or next((each.name, each.service) for each in caring if each.id == unit_id)


def works_here(sight: Sight, log: LogFacts) -> bool:
    """Whether the actor is here as a professional."""
    return sight.tie(log).relation in STAFF
