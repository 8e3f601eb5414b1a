"""What people are told because time passes: consents that end, birthdays, meetings. By the worker, once each."""

from uuid import UUID

from parentapp.access import watching
from parentapp.access.actor import SystemActor
from parentapp.access.ages import AHEAD, OWN_SAY, asked_who_stays, birthday
from parentapp.access.coming import GUARDIANS_AHEAD, coming
from parentapp.access.ending import endings
from parentapp.access.facts import LogFacts
from parentapp.access.network import is_to_be_asked
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import before_meetings, holder_out, network, recording
from parentapp.enums import NoticeKind, Relation
from parentapp.models import NetworkPerson, Withholding


def logs(actor: SystemActor) -> list[UUID]:
    """The logs in which somebody may have to be reminded."""
    return watching.open_logs(actor)


def remind(actor: SystemActor, log_id: UUID) -> None:
    """Tell whoever is due in this log today; again on the same day, or by another worker, nobody is told twice."""
    with transaction():
        watched = watching.watch(actor, log_id)
        if watched is not None:
            _of_consents(*watched)
            holder_out.tell(watched[1], watched[0])
            network.tell_leaders(watched[1], watched[0])
            _of_birthdays(*watched)
            _of_what_was_kept_back(*watched)
            _of_who_stays(*watched)
            before_meetings.remind(*watched)


def _of_consents(log: LogFacts, sight: Sight) -> None:
    """Whoever must say yes for a consent to go on: in the family, or for the service that has care."""
    running, family = sight.running(log), sight.consents.families.get(log.id)
    if family is None:
        return
    for each in endings(sight.consents.requests, running, family, sight.actor.today):
        people = sight.answering(log, each.missing)
        recording.remind(sight, log, NoticeKind.CONSENT_ENDING, each.request_id, people, each.until, each.step)


def _of_birthdays(log: LogFacts, sight: Sight) -> None:
    """The young person first; or, without a login, the contact person. Guardians once it is their turn."""
    family, people = sight.consents.families.get(log.id), recording.belonging(sight, log)
    if family is None:
        return
    first = {log.holder_id} if log.youth_id is None else {log.youth_id}
    guardians = {each.account_id for each in people if each.relation is Relation.GUARDIAN}
    for each in coming(sight.consents.requests, family, bool(guardians), sight.actor.today):
        recording.remind(sight, log, NoticeKind.BIRTHDAY, log.id, first, each.day, AHEAD.days)
        if each.tells_guardians:
            recording.remind(sight, log, NoticeKind.BIRTHDAY, log.id, guardians, each.day, GUARDIANS_AHEAD.days)


def _of_what_was_kept_back(log: LogFacts, sight: Sight) -> None:
    """From the birthday on which it becomes the young person's own «privat for meg»."""
    day = birthday(log.born, OWN_SAY)
    if log.youth_id is None or sight.actor.today < day:
        return
    for row in Withholding.select(Withholding.entry).where(Withholding.log == log.id):
        recording.remind(sight, log, NoticeKind.KEPT_BACK, row.entry_id, {log.youth_id}, day, 0)


def _of_who_stays(log: LogFacts, sight: Sight) -> None:
    """From the birthday on: whether each who was in the network before it is to stay. One notice for all of them."""
    day = asked_who_stays(log.born, sight.actor.today)
    if log.youth_id is None or day is None:
        return
    here = {each.account_id for each in recording.belonging(sight, log) if each.relation is Relation.NETWORK}
    asked = NetworkPerson.select().where(is_to_be_asked(log, sight.actor.today) & NetworkPerson.account.in_(here))
    if asked.exists():
        recording.remind(sight, log, NoticeKind.NETWORK_STAYS, log.id, {log.youth_id}, day, 0)
