"""The family's one contact person: who it is, whether they are away, and who answers now."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access.facts import LogFacts
from parentapp.access.holding import has_left, is_out, reads
from parentapp.access.names import in_reach
from parentapp.access.sight import Sight
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.i18n import N_

NOBODY = N_("Akkurat nå er det ingen som kan svare deg her. Kommunen må finne en ny kontaktperson.")


@dataclass(frozen=True)
class Contact:
    holder: Shown
    unit: ShownUnit | None
    phone: str | None  # of the one who answers now
    reply_days: int
    away_until: date | None
    reads: bool  # whether the holder's own service sees the log
    gone: bool  # whether the holder can answer no more: told to the family, and never why
    out: bool  # whether that is so, or the service has lost the yes that it had, so that somebody else is found
    answering: Shown  # the holder, or the deputy while the holder is away, out, or does not work there any more
    answers: bool  # whether that one can read what is written


def contact(sight: Sight, log: LogFacts) -> Contact:
    """The holder of the log, and the deputy where the holder cannot answer and the deputy's service has a yes."""
    people = shown_people(sight, log)
    answering = answering_id(sight, log)
    phones = {each.account_id: each.account.phone for each in sight.around if each.account_id == answering}
    return Contact(
        holder=people[log.holder_id],
        unit=shown_unit(sight, log, log.holder_unit_id),
        phone=phones.get(answering),
        reply_days=log.reply_days,
        away_until=away_until(sight, log.holder_id),
        reads=reads(sight, log),
        gone=has_left(sight, log),
        out=is_out(sight, log),
        answering=people[answering],
        answers=in_reach(sight, log, answering),
    )


def answering_id(sight: Sight, log: LogFacts) -> UUID:
    """Who answers now: the holder, else a deputy whose service may see the plan; the one at work before the one away.

    A deputy at work also before a holder whose service has lost its yes, who still has the conversations they are in.
    Where nobody can (see `Contact.answers`), the holder.
    """
    can = _who_can(sight, log)
    here = _here(sight, can)
    seeing = [who for who in here if who != log.holder_id] if is_out(sight, log) else []
    return (seeing or here or can or [log.holder_id])[0]


def deputy_answers(sight: Sight, log: LogFacts) -> bool:
    """Whether the deputy could answer today: works there, in a service that may see the plan, and is not away."""
    return log.deputy_id in _here(sight, _who_can(sight, log))


def _who_can(sight: Sight, log: LogFacts) -> list[UUID]:
    """The holder first, then the deputy."""
    deputy = log.deputy_id if log.deputy_unit_id in sight.covered(log) else None
    return [who for who in (log.holder_id, deputy) if who and in_reach(sight, log, who)]


def _here(sight: Sight, people: list[UUID]) -> list[UUID]:
    return [who for who in people if away_until(sight, who) is None]


def away_until(sight: Sight, account_id: UUID) -> date | None:
    """The last day that person is away, if they are today."""
    return next((each.away_until for each in sight.around if each.account_id == account_id), None)
