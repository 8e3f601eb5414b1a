"""Interpreters and translators whom the municipality has registered for a language. No sight of any log follows."""

from dataclasses import dataclass
from uuid import UUID

from parentapp.access.facts import LogFacts
from parentapp.enums import Relation
from parentapp.models import Account, Qualification


@dataclass(frozen=True)
class Qualified:
    account_id: UUID
    name: str
    level: str
    agency: str


def qualified(log: LogFacts, role: Relation, locale: str) -> list[Qualified]:
    """Those of the log's municipality, by name; for whoever may ask one of them. Says nothing of who is blocked."""
    query = (
        Qualification.select(Qualification.level, Qualification.agency, Account)
        .join(Account)
        .where((Account.municipality == log.municipality_id) & Account.disabled_at.is_null())
        .where((Qualification.role == role) & (Qualification.locale == locale))
    )
    found = [Qualified(row.account.id, row.account.name, row.level, row.agency) for row in query]
    return sorted(found, key=lambda each: each.name)
