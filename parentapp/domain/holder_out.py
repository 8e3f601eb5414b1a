"""A contact person who cannot go on: the family is told that they see nothing, the leader that it is theirs."""

from datetime import date, datetime

from parentapp.access.facts import LogFacts
from parentapp.access.holding import lost_since, needs_another
from parentapp.access.leading import receivers
from parentapp.access.sight import Sight
from parentapp.clock import local_date
from parentapp.domain import recording
from parentapp.enums import FAMILY, NoticeKind
from parentapp.models import StafettholderPeriod


def tell(sight: Sight, log: LogFacts, *, outside: bool = True) -> None:
    """Each of the family, once for the day it began; nobody while it is not so. Never who answered what.

    `outside`: whether something leaves the app, too; not where the answer that did it is told of anyway.
    """
    since = lost_since(sight.consents, log, sight.actor.now)
    if since is not None:
        family = {each.account_id for each in recording.belonging(sight, log) if each.relation in FAMILY}
        day = local_date(since)
        recording.remind(sight, log, NoticeKind.HOLDER_OUT, log.id, family, day, 0, outside=outside)
    if needs_another(sight.consents, sight.around, log, sight.actor.now):
        _tell_leaders(sight, log, since)


def _tell_leaders(sight: Sight, log: LogFacts, since: datetime | None) -> None:
    """Whoever is to find somebody today: once for that day, or for each contact person who quit or is kept out."""
    leaders = {row[0] for row in receivers(sight.actor.today, log.id, log.holder_unit_id).tuples()}
    day = local_date(since) if since else _took_over(log)
    recording.remind_leaders(sight, log, NoticeKind.HOLDER_TO_FIND, leaders, day)


def _took_over(log: LogFacts) -> date:
    """The day since which the contact person has held the baton."""
    p = StafettholderPeriod
    held = p.select(p.since).where((p.log == log.id) & (p.account == log.holder_id)).order_by(p.since.desc()).first()
    return local_date(held.since if held else log.asked_at)
