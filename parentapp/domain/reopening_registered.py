"""Answers to opening a closed log again, on paper or by word of mouth: registered by the named contact person.

They read nothing of it: by the child's birth date and the name of whoever has answered they say whose it is.
"""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import MONTHS, Request
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import registering, reopening, throttling
from parentapp.domain.pressing import Press, once
from parentapp.domain.registering import Told
from parentapp.enums import Answer
from parentapp.errors import Conflict, Hidden, Unknown
from parentapp.i18n import N_

NOT_ASKED_NOW = N_("Det er ikke spurt om å åpne loggen nå.")


@dataclass(frozen=True)
class Whose:
    """As the contact person knows them."""

    name: str
    born: date  # of the child


@dataclass(frozen=True)
class RegisterPage:
    log: LogFacts  # of which only the days it began and was closed are shown
    asked_on: date
    lengths: tuple[int, ...]  # months, for which a yes may last
    today: date


def page(actor: Actor, log_id: UUID) -> RegisterPage:
    """Shows nothing of the log. Raises Hidden for all others, and where nothing is asked."""
    with transaction():
        sight, log = _reach(actor, log_id)
        request = reopening.answerable(sight, log)
        if request is None:
            raise Hidden
        return RegisterPage(log, local_date(request.asked_at), MONTHS, actor.today)


def register(actor: Actor, log_id: UUID, whose: Whose, told: Told, *, press: Press | None = None) -> UUID:
    """Write down what somebody has said, as if they had pressed it themselves; they are told. `told.signer` is found.

    Raises Hidden; Throttled; Unknown where nobody of that name could answer, or the birth date is another child's;
    Conflict for a day that cannot be, a yes that cannot count, or where nothing is asked.
    """
    with transaction():  # of its own: what was not right counts too
        _, log = _reach(actor, log_id)
        throttling.count("by_name", f"{log.id}|{actor.account_id}", actor.now)
    with transaction():
        sight, log = _reach(actor, log_id)
        return once(actor, press, lambda: _register(sight, log, whose, told))


def _reach(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    sight = look(actor, log_id)
    log = sight.visited(log_id)
    require(sight, Action.REOPENING_REGISTER, log)
    return sight, log


def _register(sight: Sight, log: LogFacts, whose: Whose, told: Told) -> UUID:
    request = reopening.answerable(sight, log)
    if request is None:
        raise Conflict(NOT_ASKED_NOW)
    said = replace(told, signer=_signer(sight, log, request, whose))
    registering.check_day(sight.actor, request.asked_at, said.day)
    yes = said.answer is Answer.YES
    if yes:
        registering.require_open_to_yes(sight, log, said)
    chosen = registering.chosen_of(sight, request, reopening.MONTHS, said) if yes else None
    return registering.write(sight, log, request, said, chosen)


def _signer(sight: Sight, log: LogFacts, request: Request, whose: Whose) -> UUID:
    """Raises Unknown, also for a name that two of them have."""
    asked, around = sight.by_hand(request), (each for each in sight.around if each.log_id == log.id)
    found = {each.account_id for each in around if each.account_id in asked and _plain(each.name) == _plain(whose.name)}
    if whose.born != log.born or len(found) != 1:
        raise Unknown
    return found.pop()


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
