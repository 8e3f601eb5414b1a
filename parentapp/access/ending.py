"""Which consents of a log end soon by themselves, who is to be reminded, and which end with a guardian. Pure.

A consent ends after its last day. Reminded 60, 30 and 7 days before is whoever must say yes for it to go on.
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from parentapp.access.consent import Grant, Request, asked_for, in_effect
from parentapp.access.signers import Family, Signer
from parentapp.clock import local_date, midnight_after
from parentapp.enums import Answer

STEPS = (60, 30, 7)  # days before the last day
SOON = timedelta(days=max(STEPS))  # before the last day: from then on the family is asked whether it is to go on


@dataclass(frozen=True)
class Ending:
    """A consent that runs, and ends after `until` unless these say yes again."""

    request_id: UUID
    until: date
    step: int  # the latest of the steps whose day has come
    missing: frozenset[UUID]  # signers who have not answered whether it is to go on: people, or a unit that has care
    declined: frozenset[UUID]  # who have said no to going on, and can say yes until then


def endings(asked: Collection[Request], running: Collection[Grant], family: Family, day: date) -> tuple[Ending, ...]:
    """What ends soon, of one log's questions and of the consents that are in effect on that day."""
    by_id = {request.id: request for request in asked}
    found = (_ending(by_id[grant.request_id], grant, asked, family, day) for grant in running)
    return tuple(each for each in found if each and not _goes_on(by_id[each.request_id], each, running))


def ends_without(
    asked: Collection[Request], family: Family, guardian: UUID, day: date, carried: Collection[UUID]
) -> tuple[Request, ...]:
    """Which consents that run (`carried`: their requests) are over after that day if it is the guardian's last one.

    A young person's own yes carries on alone; in the 30 days after a birthday, before it, a guardian's does.
    """
    without, after = _leaves(family, guardian, day), midnight_after(day)
    running = (each for each in asked if each.id in carried and in_effect(each, family, after))
    return tuple(each for each in running if not in_effect(each, without, after))


def _leaves(family: Family, guardian: UUID, day: date) -> Family:
    def last(each: Signer) -> Signer:
        return replace(each, until=min(each.until or day, day)) if each.id == guardian else each

    return replace(family, guardians=tuple(map(last, family.guardians)))


def last_longer(asked: Collection[Request], request: Request, signer: UUID, until: date) -> bool:
    """Whether that signer has said yes to the same service (or log) for longer than until that day."""
    open_ones = (each for each in asked if each.unit_id == request.unit_id and each.replaced_at is None)
    latest = [next((said for said in reversed(each.decisions) if said.signer == signer), None) for each in open_ones]
    return any(said and said.until and said.until > until for said in latest)  # only a yes has a last day


def _ending(request: Request, grant: Grant, asked: Collection[Request], family: Family, day: date) -> Ending | None:
    left = (grant.until - day).days
    steps = [step for step in STEPS if left <= step]
    if not steps:
        return None
    needed = asked_for(request, family, day)
    missing = frozenset(each for each in needed if not last_longer(asked, request, each, grant.until))
    declined = frozenset(each for each in missing if _has_declined(request, each, grant.until))
    return Ending(request.id, grant.until, min(steps), missing - declined, declined)


def _has_declined(request: Request, signer: UUID, until: date) -> bool:
    """A no to going on. So is a plain one, of somebody on whose yes it does not run, once it was asked for."""
    last = next((each for each in reversed(request.decisions) if each.signer == signer), None)
    if last is None or last.answer is Answer.YES:
        return False
    return last.answer is Answer.RUNS_OUT or local_date(last.at) >= until - SOON


def _goes_on(request: Request, ending: Ending, running: Collection[Grant]) -> bool:
    """Whether the same service goes on seeing something through another question."""
    return any(each.unit_id == request.unit_id and each.until > ending.until for each in running)
