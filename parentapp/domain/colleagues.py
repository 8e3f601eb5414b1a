"""Somebody who works in the municipality, asked by user name: to take over the baton, or to stand in."""

from uuid import UUID

from parentapp.access.by_name import named
from parentapp.access.facts import LogFacts, works_at
from parentapp.access.sight import Sight
from parentapp.domain.accounts import username_hash
from parentapp.enums import FAMILY, Relation
from parentapp.errors import Unknown
from parentapp.models import Account, Employment


def find(sight: Sight, log: LogFacts, username: str) -> list[tuple[UUID, UUID]]:
    """The account with each unit it works in today: one that the family said yes to first.

    Raises Unknown, the same for a name that is nobody's, for the holder, and for the child's own family and network.
    """
    today, covered = sight.actor.today, sight.covered(log)
    private = FAMILY | {Relation.NETWORK}
    theirs = [each.account_id for each in sight.around if each.log_id == log.id and each.relation in private]
    rows = (
        Employment.select(Employment.account, Employment.unit)
        .join(Account)
        .where(named(log, username_hash(username)) & Account.id.not_in([*theirs, log.holder_id]))
        .where(works_at(Account.id, today, Employment.unit))
        .order_by(Employment.since, Employment.id)
        .tuples()
    )
    found = sorted(rows, key=lambda row: row[1] not in covered)
    if not found:
        raise Unknown
    return found
