"""The family's one contact person: who it is, whether they are away, and who answers now."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from peewee import fn

from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.models import Absence, Municipality


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
    reply_days, away = _promise(log, sight.actor.today)
    people = shown_people(sight, log)
    answering = answering_id(sight, log, away)
    phones = {each.account_id: each.account.phone for each in sight.around if each.account_id == answering}
    return Contact(
        holder=people[log.holder_id],
        unit=shown_unit(sight, log, log.holder_unit_id),
        phone=phones.get(answering),
        reply_days=reply_days,
        away_until=away,
        answering=people[answering],
    )


def answering_id(sight: Sight, log: LogFacts, away: date | None) -> UUID:
    """Who answers now."""
    if away is None or log.deputy_id is None:
        return log.holder_id
    return log.deputy_id if log.deputy_unit_id in sight.covered(log) else log.holder_id


def answering_now(sight: Sight, log: LogFacts) -> UUID:
    """Who answers now, asked afresh."""
    return answering_id(sight, log, _promise(log, sight.actor.today)[1])


def _promise(log: LogFacts, today: date) -> tuple[int, date | None]:
    """Within how many working days the holder answers, and until when they are away. One query."""
    away = Absence.select(fn.MAX(Absence.until)).where(
        (Absence.account == log.holder_id) & (Absence.since <= today) & (Absence.until >= today)
    )
    query = Municipality.select(Municipality.reply_days, away.alias("away"))
    days, until = query.where(Municipality.id == log.municipality_id).tuples().get()
    return days, date.fromisoformat(until) if isinstance(until, str) else until
