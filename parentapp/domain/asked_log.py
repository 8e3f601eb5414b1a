"""A log that waits for its first yes, as its opener reads it: who is asked. Never who has answered."""

from dataclasses import dataclass

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.domain.people import Shown, shown_people
from parentapp.enums import Relation


@dataclass(frozen=True)
class Waits:
    asked: tuple[Shown, ...]  # who can answer by now, in the order of their names
    about_log: bool  # whether the family has been asked at all


def waits(sight: Sight, log: LogFacts) -> Waits | None:
    """None for everybody else, and once the family has said yes."""
    if not sight.opens(log) or sight.is_family(log):
        return None
    people = shown_people(sight, log)
    signing = {
        each.account_id
        for each in sight.around
        if each.log_id == log.id and (each.relation is Relation.SUBJECT or (each.signs and each.active))
    }
    asked = any((each.log_id, each.unit_id) == (log.id, None) for each in sight.consents.requests)
    return Waits(tuple(sorted((people[each] for each in signing), key=lambda each: each.name or "")), asked)
