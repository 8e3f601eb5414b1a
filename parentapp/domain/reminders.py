"""What people are told because time passes: consents that end by themselves. Made by the worker, once for each."""

from uuid import UUID

from parentapp.access import watching
from parentapp.access.actor import SystemActor
from parentapp.access.ending import endings
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.enums import NoticeKind


def logs(actor: SystemActor) -> list[UUID]:
    """The logs in which somebody may have to be reminded."""
    return watching.open_logs(actor)


def remind(actor: SystemActor, log_id: UUID) -> None:
    """Tell whoever is due in this log today; again on the same day, or by another worker, nobody is told twice."""
    with transaction():
        watched = watching.watch(actor, log_id)
        if watched is not None:
            _of_consents(*watched)


def _of_consents(log: LogFacts, sight: Sight) -> None:
    """Whoever must say yes for a consent to go on: in the family, or for the service that has care."""
    running, family = sight.running(log), sight.consents.families.get(log.id)
    if family is None:
        return
    for each in endings(sight.consents.requests, running, family, sight.actor.today):
        people = sight.answering(log, each.missing)
        recording.remind(sight, log, NoticeKind.CONSENT_ENDING, each.request_id, people, each.until, each.step)
