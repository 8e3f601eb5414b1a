"""«Privat for meg»: what the young person keeps from guardians; from those too who become guardians later."""

from collections.abc import Collection
from uuid import UUID

from peewee import fn

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.domain import recording
from parentapp.enums import Relation
from parentapp.errors import Hidden
from parentapp.models import Entry, Hiding, Notice


def keep_from(sight: Sight, log: LogFacts, entry: UUID, guardians: Collection[UUID]) -> None:
    """Keep the entry from these guardians. Raises Hidden for somebody who is none here today.

    What is then kept from all is kept from those too who were added with a first day that has not come.
    """
    present = _present(sight, log)
    if not present.issuperset(guardians):
        raise Hidden
    _keep(sight, entry, guardians)
    kept = {row.guardian_id for row in Hiding.select(Hiding.guardian).where(Hiding.entry == entry)}
    if kept and present <= kept:
        _keep(sight, entry, _to_come(sight, log))


def keep_only_from(sight: Sight, log: LogFacts, entry: UUID, guardians: Collection[UUID]) -> None:
    """The same, and let all others read it who are guardians today or will be. Raises Hidden likewise."""
    others = (set(_present(sight, log)) | set(_to_come(sight, log))) - set(guardians)
    Hiding.delete().where((Hiding.entry == entry) & Hiding.guardian.in_(sorted(others))).execute()
    keep_from(sight, log, entry, guardians)


def guardians(sight: Sight, log: LogFacts) -> frozenset[UUID]:
    """The guardians of today."""
    return frozenset(_present(sight, log))


def keep_from_newcomer(sight: Sight, log: LogFacts, guardian: UUID) -> None:
    """Everything that is kept from all guardians of today is kept from the one who is being added too."""
    present = sorted(_present(sight, log))
    from_present = fn.COUNT(Hiding.id).filter(Hiding.guardian.in_(present))
    kept = Hiding.select(Hiding.entry).join(Entry).where(Entry.log == log.id).group_by(Hiding.entry)
    for row in kept.having(from_present == len(present)):
        _keep(sight, row.entry_id, [guardian])


def keep_on(before: UUID, entry: UUID) -> None:
    """Whoever the entry before was kept from, the one that takes its place is kept from too."""
    for row in Hiding.select().where(Hiding.entry == before):
        Hiding.create(entry=entry, guardian=row.guardian_id, at=row.at)


def kept_from(sight: Sight, log: LogFacts, entries: Collection[UUID]) -> frozenset[UUID]:
    """The guardians that the young person keeps any of these from: for the young person's eyes only."""
    if Relation.SUBJECT not in sight.relations(log):
        return frozenset()
    return frozenset(row.guardian_id for row in Hiding.select().where(Hiding.entry.in_(list(entries))))


def _present(sight: Sight, log: LogFacts) -> set[UUID]:
    return {person.account_id for person in recording.belonging(sight, log) if person.relation is Relation.GUARDIAN}


def _to_come(sight: Sight, log: LogFacts) -> list[UUID]:
    guardians = (each for each in sight.around if each.log_id == log.id and each.relation is Relation.GUARDIAN)
    return [each.account_id for each in guardians if each.since and each.since > sight.actor.today]


def _keep(sight: Sight, entry: UUID, guardians: Collection[UUID]) -> None:
    for guardian in guardians:
        Hiding.get_or_create(entry=entry, guardian=guardian, defaults={"at": sight.actor.now})
    Notice.delete().where((Notice.thing == entry) & Notice.account.in_(list(guardians))).execute()
