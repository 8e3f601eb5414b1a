"""What is shared by the sorts of things that are held about a person: whose rows they are."""

from collections.abc import Callable
from typing import Any

from parentapp.access.sight import Sight

Rows = Callable[[Sight], Any]


def mine(table: Any) -> Rows:
    """Rows of no log, that are the actor's own."""
    return lambda sight: table.select().where(table.account == sight.actor.account_id)


def theirs(rows: Rows, column: Any) -> Rows:
    """Of what the actor may know of, what is theirs by that column."""
    return lambda sight: rows(sight).where(column == sight.actor.account_id)
