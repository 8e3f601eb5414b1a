"""A contact person who cannot go on: the family is told who answers, the leader that it is theirs to find another."""

from datetime import date, timedelta

from parentapp.access.facts import LogFacts
from parentapp.access.holding import is_gone, lost_since, needs_another
from parentapp.access.leading import receivers
from parentapp.access.sight import Sight
from parentapp.clock import local_date
from parentapp.domain import recording
from parentapp.enums import FAMILY, NoticeKind
from parentapp.models import Employment, StafettholderPeriod


def tell(sight: Sight, log: LogFacts, *, outside: bool = True) -> None:
    """Each of the family, once for the day it began; nobody while it is not so. Never who answered what.

    `outside`: whether something leaves the app, too; not where the answer that did it is told of anyway.
    """
    since, gone = lost_since(sight.consents, log, sight.actor.now), is_gone(sight.around, log) and not log.closed
    if not needs_another(sight.consents, sight.around, log, sight.actor.now):
        return
    day = local_date(since) if since else _left(log)
    if since or gone:
        family = {each.account_id for each in recording.belonging(sight, log) if each.relation in FAMILY}
        told_anyway = since is not None and not outside
        recording.remind(sight, log, NoticeKind.HOLDER_OUT, log.id, family, day, 0, outside=not told_anyway)
    _tell_leaders(sight, log, day)


def _tell_leaders(sight: Sight, log: LogFacts, day: date) -> None:
    """Whoever is to find somebody today: once for that day."""
    leaders = {row[0] for row in receivers(sight.actor.today, log.id, log.holder_unit_id).tuples()}
    recording.remind_leaders(sight, log, NoticeKind.HOLDER_TO_FIND, leaders, day)


def _left(log: LogFacts) -> date:
    """The day after the contact person's last one at work there; of one who is kept out, when they took the baton."""
    e, p = Employment, StafettholderPeriod
    theirs = (e.account == log.holder_id) & (e.unit == log.holder_unit_id)
    days: list[date | None] = [until for (until,) in e.select(e.until).where(theirs).tuples()]
    over = [until for until in days if until]
    if over and len(over) == len(days):
        return max(over) + timedelta(days=1)
    held = p.select(p.since).where((p.log == log.id) & (p.account == log.holder_id)).order_by(p.since.desc()).first()
    return local_date(held.since if held else log.asked_at)
