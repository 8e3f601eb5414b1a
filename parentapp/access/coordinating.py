"""Who may coordinate an individual plan today: stored is only that somebody said yes to it."""

from collections.abc import Iterable
from uuid import UUID

from parentapp.access.circle import Belonging
from parentapp.access.facts import LogFacts
from parentapp.access.freezing import AROUND
from parentapp.access.names import may_name
from parentapp.access.sight import Sight
from parentapp.enums import FAMILY, STAFF, Kind

NEAR = FAMILY | AROUND
NEEDED = frozenset({Kind.PLAN, Kind.MEETINGS})


def can_be_asked(sight: Sight, log: LogFacts) -> tuple[Belonging, ...]:
    """Whom the actor could ask, each through a unit: those they may be told of who could coordinate the plan today."""
    able = (each for each in _helping(sight, log) if may_name(sight, log, each.account_id, each.unit_id))
    found = {(each.account_id, each.unit_id): each for each in able}
    return tuple(sorted(found.values(), key=lambda each: (each.name, str(each.unit_id))))


def coordinates(sight: Sight, log: LogFacts, account_id: UUID, unit_id: UUID) -> bool:
    """Whether whoever said yes to it still does: they work there and take part, and the family's yes to it runs."""
    return any((each.account_id, each.unit_id) == (account_id, unit_id) for each in _helping(sight, log))


def _helping(sight: Sight, log: LogFacts) -> Iterable[Belonging]:
    """Professionals of today, nothing to the child besides, of units whose yes covers the plan and meetings."""
    grants = sight.consents.grants.get(log.id, ())
    units = {grant.unit_id for grant in grants if grant.kinds >= NEEDED}
    around = [each for each in sight.around if each.log_id == log.id and each.active]
    for each in around:
        ways = {other.relation for other in around if other.account_id == each.account_id}
        if each.relation in STAFF and each.unit_id in units and not ways & NEAR:
            yield each
