"""Interpreters and translators whom the municipality has registered for a language. No sight of any log follows."""

from dataclasses import dataclass
from uuid import UUID

from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.enums import Relation
from parentapp.models import Account, Qualification


@dataclass(frozen=True)
class Qualified:
    account_id: UUID
    name: str
    level: str
    agency: str
    locale: str


def qualified(log: LogFacts, role: Relation, *locales: str) -> list[Qualified]:
    """Those of the log's municipality, by name; for whoever may ask one of them. Says nothing of who is blocked."""
    q = Qualification
    query = (
        q.select(q.level, q.agency, q.locale, Account)
        .join(Account)
        .where((Account.municipality == log.municipality_id) & Account.disabled_at.is_null())
        .where((q.role == role) & q.locale.in_(locales))
    )
    found = [Qualified(row.account.id, row.account.name, row.level, row.agency, row.locale) for row in query]
    return sorted(found, key=lambda each: (each.name, each.locale))


def is_registered(actor: Actor) -> bool:
    """Whether the actor is registered as an interpreter or a translator, and so has a list of work."""
    return bool(Qualification.select().where(Qualification.account == actor.account_id).exists())
