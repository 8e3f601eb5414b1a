"""Whether the contact person can do their part. Loses their service its yes, they stay named and see nothing."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from parentapp.access.circle import Belonging
from parentapp.access.consent import Request, in_effect, moments
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Consents, Sight
from parentapp.access.signers import Family
from parentapp.enums import Relation


def reads(sight: Sight, log: LogFacts) -> bool:
    """Whether the contact person's own service sees something of a log that is in use; where none does, yes.

    Without it they read the conversations they are in, and nothing else. That is told to the family, and to nobody who
    looks through their eyes: to a professional it would tell of another service's yes.
    """
    told, awake = sight.is_family(log) and not sight.borrowed, log.id in sight.consents.awake
    return not (told and awake) or sees(sight.consents, log)


def has_left(sight: Sight, log: LogFacts) -> bool:
    """Whether the family of a log in use is told that the contact person can answer no more: they have quit or are kept
    out, and which of the two nobody is told. Also while the log rests, where they would be written to.
    """
    told, held = sight.is_family(log) and not sight.borrowed, not log.asked and not log.closed
    return told and held and is_gone(sight.around, log)


def is_out(sight: Sight, log: LogFacts) -> bool:
    """Whether they are gone, or their service has had a yes and lost it.

    Then the deputy answers, and the leader finds somebody.
    """
    lost = not reads(sight, log) and lost_since(sight.consents, log, sight.actor.now) is not None
    return has_left(sight, log) or lost


def lost_since(consents: Consents, log: LogFacts, now: datetime) -> datetime | None:
    """Since when the contact person's service sees nothing of a log that it has seen; None where it sees something.

    None also while the log rests or is closed, and where the service was never given a yes: it waits for its first.
    """
    if log.id not in consents.awake or sees(consents, log):
        return None
    asked = [each for each in consents.requests if each.log_id == log.id and each.unit_id in (None, log.holder_unit_id)]
    since, family = None, consents.families[log.id]
    for at in _turns(asked, family, now):
        if _saw(asked, family, log.holder_unit_id, at):
            return since
        since = at
    return None


def sees(consents: Consents, log: LogFacts) -> bool:
    """Whether the contact person's service has a yes to anything."""
    return any(grant.unit_id == log.holder_unit_id for grant in consents.grants.get(log.id, ()))


def is_gone(around: Collection[Belonging], log: LogFacts) -> bool:
    """Whether the contact person works there no longer, or is kept out of the log."""
    return not any(
        (each.log_id, each.account_id, each.relation) == (log.id, log.holder_id, Relation.HOLDER) and each.active
        for each in around
    )


def needs_another(consents: Consents, around: Collection[Belonging], log: LogFacts, now: datetime) -> bool:
    """Whether somebody else must take over, once the family has said yes to the log. Who is only away comes back."""
    return not log.asked and (is_gone(around, log) or lost_since(consents, log, now) is not None)


def _turns(asked: Collection[Request], family: Family, now: datetime) -> list[datetime]:
    """The instants at which it can have changed, the latest first. What was answered counts, as in `read_consents`."""
    latest = max([now, *(decision.at for each in asked for decision in each.decisions)])
    found = {at for each in asked for at in moments(each, family)}
    return sorted((at for at in found if at <= latest), reverse=True)


def _saw(asked: Collection[Request], family: Family, unit_id: UUID, at: datetime) -> bool:
    """Whether that unit saw something at that instant."""
    given = {each.unit_id for each in asked if each.asked_at <= at and in_effect(each, family, at)}
    return {None, unit_id} <= given
