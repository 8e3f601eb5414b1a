"""The family is told that their contact person sees nothing of the log: their service has lost its yes."""

from parentapp.access.facts import LogFacts
from parentapp.access.holding import lost_since
from parentapp.access.sight import Sight
from parentapp.clock import local_date
from parentapp.domain import recording
from parentapp.enums import FAMILY, NoticeKind


def tell(sight: Sight, log: LogFacts, *, outside: bool = True) -> None:
    """Each of the family, once for the day it began; nobody while it is not so. Never who answered what.

    `outside`: whether something leaves the app, too; not where the answer that did it is told of anyway.
    """
    since = lost_since(sight.consents, log, sight.actor.now)
    if since is not None:
        family = {each.account_id for each in recording.belonging(sight, log) if each.relation in FAMILY}
        day = local_date(since)
        recording.remind(sight, log, NoticeKind.HOLDER_OUT, log.id, family, day, 0, outside=outside)
