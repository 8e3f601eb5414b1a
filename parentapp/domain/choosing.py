"""Yes to some of what is asked, for a shorter time, or to one kind less: at any time, and at once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.consent import MONTHS, Request, shows_anything
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import asking, consents
from parentapp.domain.asking import Chosen
from parentapp.domain.consents import ShownRequest
from parentapp.domain.pressing import Press, once
from parentapp.enums import Kind
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import ConsentRequest

NOT_ASKED = N_("Det er ikke spurt om akkurat dette. Last siden på nytt.")
OVER = N_("Ja-et ditt gjelder ikke lenger. Last siden på nytt.")


@dataclass(frozen=True)
class Length:
    """How long a yes may last: so many months from today, or (None) as long as one's yes runs now."""

    months: int | None
    until: date


@dataclass(frozen=True)
class Choice:
    """What may be chosen. Nothing that anybody wrote stands there."""

    request: ShownRequest
    months: int  # that are asked for
    lengths: list[Length]


def choice(actor: Actor, request_id: UUID) -> Choice | None:
    """For a question about a service that the actor may answer; None for any other they know of. Raises Hidden."""
    with transaction():
        sight, row = visible.reach(actor, ConsentRequest, request_id)
        shown = consents.shown(sight, sight.log(row.log_id), row.id)
        if not shown.may_answer or shown.unit is None:
            return None
        return Choice(shown, row.months, _lengths(shown, row.months, actor.today))


def _lengths(shown: ShownRequest, months: int, today: date) -> list[Length]:
    """From the shortest to what is asked for; first, where one's yes runs, that nothing changes."""
    mine = shown.mine
    now = [Length(None, mine.until)] if shown.runs and mine and mine.until else []
    return now + [Length(each, asking.last_day(today, each)) for each in _months(months)]


def _months(asked: int) -> list[int]:
    return [*(each for each in MONTHS if each < asked), asked]


def choose(
    actor: Actor,
    request_id: UUID,
    kinds: frozenset[Kind],
    months: int | None,
    *,
    language: str | None = None,
    interpreter: str | None = None,
    press: Press | None = None,
) -> UUID:
    """Yes to these kinds of what is asked; for so many months from today, or (None) as long as one's yes runs.

    Raises Hidden, Denied; Conflict for what is not asked, or where no yes runs.
    """
    with transaction():
        sight, log, request, asked = consents.answerable(actor, request_id)
        if not kinds <= request.kinds or not shows_anything(request, kinds):
            raise Conflict(NOT_ASKED)
        if months is not None and months not in _months(asked):
            raise Conflict(NOT_ASKED)
        until = _mine(sight, request).until if months is None else asking.last_day(actor.today, months)
        chosen, hand = Chosen(kinds, until), asking.own_hand(sight, log, interpreter)
        return once(actor, press, lambda: consents.say(sight, log, request, chosen, language or actor.locale, hand))


def stop_kind(
    actor: Actor, request_id: UUID, kind: Kind, *, language: str | None = None, press: Press | None = None
) -> UUID:
    """No longer share this kind; where nothing is left that shows anything, none. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, log, request, _ = consents.answerable(actor, request_id)
        mine = _mine(sight, request)
        kinds = mine.kinds - {kind}
        left = Chosen(kinds, mine.until) if shows_anything(request, kinds) else None
        return once(actor, press, lambda: consents.say(sight, log, request, left, language or actor.locale))


def _mine(sight: Sight, request: Request) -> Chosen:
    """The actor's own yes, while it runs. Raises Conflict."""
    mine = asking.own(request, sight.signer(sight.log(request.log_id)))
    if mine is None or mine.until is None or not mine.says_yes(sight.actor.today):
        raise Conflict(OVER)
    return Chosen(mine.kinds, mine.until)
