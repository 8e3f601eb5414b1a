"""A professional says that they are away, and who stands in for them; who answers meanwhile is `contact`'s."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import may_send_deputy, require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import colleagues, families, recording
from parentapp.domain.contact import deputy_answers
from parentapp.domain.desk import works
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once, one_at_a_time
from parentapp.enums import SeenPage
from parentapp.errors import Conflict, Hidden, Unknown
from parentapp.i18n import N_
from parentapp.models import Absence

LONGEST = timedelta(days=366)

BACKWARDS = N_("Den siste dagen må komme etter den første.")
OVER = N_("Den siste dagen har vært. Velg en dag som kommer.")
FAR = N_("Velg dager i løpet av det neste året.")
OF_DAYS = (BACKWARDS, OVER, FAR)


@dataclass(frozen=True)
class ShownAbsence:
    id: UUID
    since: date
    until: date
    now: bool


@dataclass(frozen=True)
class StandIn:
    """A log whose baton the actor holds, and who answers the family meanwhile."""

    log_id: UUID
    child: str
    deputy: Shown | None
    answers: bool  # whether the deputy can today: see `contact`


@dataclass(frozen=True)
class Away:
    absences: list[ShownAbsence]  # under way and coming, the first one first
    logs: list[StandIn]


def page(actor: Actor) -> Away:
    """When the actor is away, and who stands in. Raises Hidden for somebody who works nowhere."""
    with transaction():
        _require_work(actor)
        sight = look(actor)
        logs = [log for log in sight.logs() if log.holder_id == actor.account_id and not log.closed]
        recording.seen_all(sight, recording.of_logs(sight, SeenPage.DESK, dict.fromkeys(logs, ())))
        mine = Absence.select().where((Absence.account == actor.account_id) & (Absence.until >= actor.today))
        shown = [
            ShownAbsence(each.id, each.since, each.until, each.since <= actor.today)
            for each in mine.order_by(Absence.since, Absence.id)
        ]
        return Away(shown, [_stand_in(sight, log) for log in sorted(logs, key=lambda log: log.child)])


def _stand_in(sight: Sight, log: LogFacts) -> StandIn:
    if log.deputy_id is None:
        return StandIn(log.id, log.child, None, answers=False)
    return StandIn(log.id, log.child, shown_people(sight, log)[log.deputy_id], deputy_answers(sight, log))


def go_away(actor: Actor, since: date, until: date, *, press: Press | None = None) -> UUID:
    """The actor is away from and including `since` until and including `until`: their deputies answer.

    Raises Hidden for somebody who works nowhere, Conflict for days that cannot be.
    """
    with transaction():
        one_at_a_time(actor)
        _require_work(actor)
        if until < since:
            raise Conflict(BACKWARDS)
        if until < actor.today:
            raise Conflict(OVER)
        if until - actor.today > LONGEST or actor.today - since > LONGEST:
            raise Conflict(FAR)

        def act() -> UUID:
            made: UUID = Absence.create(account=actor.account_id, since=since, until=until).id
            return made

        return once(actor, press, act)


def come_back(actor: Actor, absence_id: UUID) -> None:
    """The actor is at work again from today. Pressed twice it is done once. Raises Hidden for another's absence."""
    with transaction():
        row = Absence.get_or_none((Absence.id == absence_id) & (Absence.account == actor.account_id))
        if row is None:
            raise Hidden
        yesterday = min(row.until, actor.today - timedelta(days=1))  # where it has not begun: no day at all
        Absence.update(until=yesterday).where(Absence.id == row.id).execute()


def to_name(actor: Actor, log_id: UUID) -> StandIn:
    """For the page that names a deputy. Raises Hidden, Denied."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.DEPUTY_NAME, log)
        recording.seen(sight, log, SeenPage.DESK)
        return _stand_in(sight, log)


def name_deputy(actor: Actor, log_id: UUID, username: str, *, press: Press | None = None) -> UUID:
    """Somebody of the holder's unit, or of one the family said yes to, stands in from now on.

    Raises Hidden, Denied; Unknown, which is the same whatever stands in the way.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.DEPUTY_NAME, log)
        fit = [row for row in colleagues.find(sight, log, username) if may_send_deputy(sight, log, row[1])]
        if not fit:
            raise Unknown
        account, unit = fit[0]

        def act() -> UUID:
            families.name_deputy(actor, log_id, account, unit)
            return account

        return once(actor, press, act)


def _require_work(actor: Actor) -> None:
    if not works(actor):
        raise Hidden
