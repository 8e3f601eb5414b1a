"""Which versions an actor may know exist: how somebody in the family saw what the actor may read, and the answers."""

from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access.rules import is_guardian, is_subject, opens_log, takes_part
from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import entries
from parentapp.models import Entry, Version


def versions(sight: Sight) -> Any:
    """Beside what the actor may read: a version goes with its entry, whoever wrote it. Nothing for network persons."""
    beside_readable = Version.entry.in_(entries(sight).select(Entry.id))
    return Version.select().where(Version.log.in_(_where_told(sight)) & beside_readable)


def versions_beside(sight: Sight) -> Any:
    """A column: how many people have written how they saw an entry that the actor may read."""
    v = Version
    there = v.select(fn.COUNT(fn.DISTINCT(v.author))).where((v.entry == Entry.id) & v.answers.is_null())
    return there.where(v.log.in_(_where_told(sight)))


def _where_told(sight: Sight) -> list[UUID]:
    """The logs in which the actor is one of the family, or a professional who may see something."""
    rules = (is_subject, is_guardian, takes_part, opens_log)
    return [log.id for log in sight.logs() if any(rule(sight, log) for rule in rules)]
