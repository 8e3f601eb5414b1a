"""That a consent ends soon by itself, as the actor may see it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access.consent import Request
from parentapp.access.ending import endings
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight


@dataclass(frozen=True)
class ShownEnding:
    """Unless it is said yes again; and whether that waits for the actor. Never for whom else."""

    until: date  # the last day
    asks_me: bool
    declined: bool  # the actor has said no to going on, and can still say yes
    mine_lasts: bool  # the actor has said yes for longer; not everybody has


def shown_ending(sight: Sight, log: LogFacts, request: Request, needed: Collection[UUID]) -> ShownEnding | None:
    """None where it does not run, or lasts for long. `needed`: whose yes the request needs today."""
    asked = [each for each in sight.consents.requests if each.log_id == log.id]
    found = endings(asked, sight.running(log), sight.consents.families[log.id], sight.actor.today)
    ending = next((each for each in found if each.request_id == request.id), None)
    if ending is None:
        return None
    me = sight.signer(log)
    asks, declined = me in ending.missing, me in ending.declined
    return ShownEnding(ending.until, asks, declined, me in needed and not asks and not declined)
