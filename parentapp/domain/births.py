"""The child is born: the log of the pregnancy is closed, at once, by her or with her word to the contact person.

Nothing of it goes to a log about the child: that one is opened as any, with its own yes, and starts empty. Where it
ends otherwise the log is closed as any other, see `closing`; no word of a birth stands there.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import CLOSED, can, require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import births
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import closing, notices, recording
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import SeenPage, Way
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Birth, Closing

LONGEST_AGO = timedelta(days=366)
NOT_THAT_DAY = N_("Velg en dag som har vært, etter at loggen ble åpnet, og i løpet av det siste året.")


@dataclass(frozen=True)
class ShownBirth:
    """What closed the log. `by`: who wrote it down, where it was not she herself."""

    born_on: date
    said_on: date
    by: Shown | None


@dataclass(frozen=True)
class BirthPage:
    """`birth` is None as long as nobody has said it."""

    log: LogFacts
    name: str
    own: bool  # the one who looks is the one who expects a child
    birth: ShownBirth | None
    first: date  # the days that can be chosen
    today: date
    may_reopen: bool
    anything_new: bool


def page(actor: Actor, log_id: UUID) -> BirthPage:
    """What happens when the child is born; for her also what happened. Raises Hidden; Conflict in a log that was closed
    otherwise.
    """
    with transaction():
        sight, log = _enter(actor, log_id)
        row = births(sight).join(Closing).where(Closing.log == log.id).order_by(Birth.at.desc()).first()
        said = row if log.closed else None
        if log.closed and said is None:
            raise Conflict(CLOSED)
        recording.seen(sight, log, SeenPage.CLOSING)
        by = shown_people(sight, log).get(said.said_by_id) if said else None
        return BirthPage(
            log=log,
            name=log.child,
            own=log.youth_id == actor.account_id,
            birth=ShownBirth(said.born_on, local_date(said.at), None if by and by.me else by) if said else None,
            first=_first(actor, log),
            today=actor.today,
            may_reopen=log.closed and can(sight, Action.REOPENING_ASK, log),
            anything_new=notices.anything_new(sight),
        )


def is_own(actor: Actor, log_id: UUID) -> bool:
    """Whether it is she who says it, and not the contact person. Raises Hidden."""
    with transaction():
        return _enter(actor, log_id)[1].youth_id == actor.account_id


def say(actor: Actor, log_id: UUID, born_on: date, way: Way = Way.APP, *, press: Press | None = None) -> UUID:
    """The child is born: the log is closed at once. The contact person says how she told them. Returns what closed it.

    Raises Hidden; Conflict in a closed log, and for a day that cannot be.
    """
    with transaction():
        sight, log = _enter(actor, log_id)

        def act() -> UUID:
            closing.require_not_closed(log)
            if not _first(actor, log) <= born_on <= actor.today:
                raise Conflict(NOT_THAT_DAY)
            return _close(sight, log, born_on, Way.APP if log.youth_id == actor.account_id else way)

        return once(actor, press, act)


def _enter(actor: Actor, log_id: UUID) -> tuple[Sight, LogFacts]:
    sight = look(actor, log_id)
    log = sight.log(log_id)
    require(sight, Action.BIRTH_SAY, log)
    return sight, log


def _first(actor: Actor, log: LogFacts) -> date:
    """Not before somebody asked for the log of the pregnancy."""
    return max(local_date(log.asked_at), actor.today - LONGEST_AGO)


def _close(sight: Sight, log: LogFacts, born_on: date, way: Way) -> UUID:
    """A proposal that waits is over; what is told is that there is something about closing, and no more."""
    actor = sight.actor
    waiting = (Closing.log == log.id) & Closing.ended_at.is_null()
    Closing.update(ended_at=actor.now).where(waiting).execute()
    said = {"reason": "", "lang": actor.locale, "proposed_at": actor.now}
    row = Closing.create(log=log.id, proposer=actor.account_id, ended_at=actor.now, **said)
    Birth.create(closing=row.id, born_on=born_on, way=way, said_by=actor.account_id, at=actor.now)
    recording.audit(actor, Action.BIRTH_SAY, row.id, log)
    closing.close(sight, log, row)
    row_id: UUID = row.id
    return row_id
