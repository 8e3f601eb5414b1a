"""The family's one contact person: who it is, whether they are away, and who answers now."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit


@dataclass(frozen=True)
class Contact:
    holder: Shown
    unit: ShownUnit | None
    phone: str | None  # of the one who answers now
    reply_days: int
    away_until: date | None
    answering: Shown  # the holder, or the deputy while the holder is away


def contact(sight: Sight, log: LogFacts) -> Contact:
    """The holder of the log, and the deputy where the holder is away and the deputy's service has a yes."""
    people = shown_people(sight, log)
    answering = answering_id(sight, log)
    phones = {each.account_id: each.account.phone for each in sight.around if each.account_id == answering}
    return Contact(
        holder=people[log.holder_id],
        unit=shown_unit(sight, log, log.holder_unit_id),
        phone=phones.get(answering),
        reply_days=log.reply_days,
        away_until=_away(sight, log),
        answering=people[answering],
    )


def answering_id(sight: Sight, log: LogFacts) -> UUID:
    """Who answers now."""
    if _away(sight, log) is None or log.deputy_id is None:
        return log.holder_id
    return log.deputy_id if log.deputy_unit_id in sight.covered(log) else log.holder_id


def _away(sight: Sight, log: LogFacts) -> date | None:
    """Until when the holder is away, if they are today."""
    return next((each.away_until for each in sight.around if each.account_id == log.holder_id), None)
