"""A professional opens a log: whom it is about, the first concern, who is to answer, and the questions, in one press.

Until the family has said yes it only waits (domain, section 4): its opener and those who answer know of it, and nobody
else does.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from parentapp.access.actor import Actor
from parentapp.access.opening import Needed, Workplace, colleagues, needed, workplace, workplaces
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import families, guardians, log_wishes_answered, own_login, questions
from parentapp.domain import log as timeline
from parentapp.domain.guardians import Relationship
from parentapp.domain.newcomers import Newcomer
from parentapp.domain.own_login import Slip
from parentapp.domain.people import Shown
from parentapp.domain.pressing import Press, once, one_at_a_time
from parentapp.enums import Kind, LifeArea, Relation
from parentapp.errors import Conflict, Hidden, Unknown
from parentapp.i18n import N_
from parentapp.models import Concern

OWN_SERVICE = 1  # the level it begins on; never shown to families as a number
# What the opener's own service asks to see: without the first nobody can write a plan. More is asked for later.
KINDS = frozenset({Kind.PLAN, Kind.MEETINGS, Kind.LYSGLIMT})
NOT_BORN = N_("Dagen er ikke kommet ennå. Er barnet ikke født, handler loggen om den som er gravid.")
NOBODY_SIGNS = N_("Noen må kunne svare for barnet. Velg hvem.")

Who = str | Newcomer  # a user name, or somebody who has no login; of one who answers on paper the name


@dataclass(frozen=True)
class About:
    """Whom the log is about. `protected`: where they live must be told nowhere."""

    name: str
    born: date
    pregnant: bool = False
    protected: bool = False


@dataclass(frozen=True)
class NewLog:
    about: About
    unit: UUID | None  # None: the only one the opener works in
    concern: str  # in words a parent can read, with the observation behind it
    areas: frozenset[LifeArea]
    deputy: UUID | None
    guardians: Mapping[str, tuple[Who, Relationship]]  # by the box that an Unknown tells of
    own: tuple[str, Who] | None  # the same of the young person, or the woman
    purpose: str
    child_view: str | None
    wish: UUID | None = None  # the question of a family that it is opened from


@dataclass(frozen=True)
class Signing:
    """What the second step asks."""

    unit: Workplace
    needed: Needed
    colleagues: tuple[Shown, ...]  # one of them can stand in


def begin(actor: Actor) -> list[Workplace]:
    """The units through which the actor can open a log. Raises Hidden for somebody who works nowhere."""
    with transaction():
        return workplaces(actor)


def signing(actor: Actor, unit: UUID | None, about: About) -> Signing:
    """Who is to answer. Raises Hidden; Conflict for somebody who is not born yet."""
    with transaction():
        here = workplace(actor, unit)
        if about.born > actor.today:
            raise Conflict(NOT_BORN)
        return Signing(here, needed(actor, here, about.born, pregnant=about.pregnant), _colleagues(actor, here.id))


def open_log(actor: Actor, new: NewLog, *, press: Press | None = None) -> tuple[UUID, list[Slip]]:
    """The log, which waits for its first yes; and the logins that were made: not told when the press comes again.

    Raises Hidden; Conflict where nobody could answer; Unknown, with the box of whom it is about, the same whatever
    stands in this person's way. Nothing is left behind then.
    """
    slips: list[Slip] = []
    with transaction():
        one_at_a_time(actor)
        asks = signing(actor, new.unit, new.about)

        def act() -> UUID:
            if (asks.needed.own and new.own is None) or (asks.needed.guardians and not new.guardians):
                raise Conflict(NOBODY_SIGNS)
            log_id = _put(actor, asks.unit.id, new.about)
            if new.deputy:
                _name_deputy(actor, log_id, asks, new.deputy)
            concern = timeline.add_concern(actor, log_id, new.concern)  # before there is anybody to be told of it alone
            Concern.create(entry=concern, life_areas=new.areas)
            if asks.needed.own and new.own is not None:
                slips.extend(_give_own(actor, log_id, *new.own))
            if asks.needed.guardians:
                for box, (who, found) in new.guardians.items():
                    slips.extend(_let_in(actor, log_id, box, who, found))
            _ask(actor, log_id, asks, new)
            if new.wish:
                log_wishes_answered.opened(actor, new.wish, log_id)
            return log_id

        return once(actor, press, act), slips


def _colleagues(actor: Actor, unit: UUID) -> tuple[Shown, ...]:
    rows = colleagues(actor, unit).objects()
    found = {row.id: Shown(row.id, row.name, Relation.DEPUTY, row.title, row.portrait) for row in rows}
    return tuple(sorted(found.values(), key=lambda each: (each.name or "", str(each.account_id))))


def _put(actor: Actor, unit: UUID, about: About) -> UUID:
    return families.ask_for_log(
        actor,
        unit,
        name=about.name,
        born=about.born,
        level=OWN_SERVICE,
        pregnant=about.pregnant,
        protected=about.protected,
    )


def _name_deputy(actor: Actor, log_id: UUID, asks: Signing, deputy: UUID) -> None:
    """First of all: whoever helps cannot be one of the family too. Raises Hidden for somebody not offered."""
    if deputy not in {each.account_id for each in asks.colleagues}:
        raise Hidden
    families.name_deputy(actor, log_id, deputy, asks.unit.id)


def _give_own(actor: Actor, log_id: UUID, box: str, who: Who) -> list[Slip]:
    """Their own login, with which they answer: a new one, or the one they have."""
    sight = look(actor, log_id)
    try:
        return own_login.let_in(sight, sight.log(log_id), who)[1]
    except Unknown:
        raise Unknown(box) from None


def _let_in(actor: Actor, log_id: UUID, box: str, who: Who, found: Relationship) -> list[Slip]:
    if isinstance(who, Newcomer):
        _, login = guardians.add_newcomer(actor, log_id, who, found)
        return [Slip(who.name, who.locale, login)] if login else []
    try:
        guardians.add(actor, log_id, who, found)
    except Unknown:
        raise Unknown(box) from None
    return []


def _ask(actor: Actor, log_id: UUID, asks: Signing, new: NewLog) -> None:
    """About having the log, and about the opener's own service, without which its contact person sees nothing of it."""
    view = new.child_view if asks.needed.heard else None
    for unit, kinds in ((None, frozenset[Kind]()), (asks.unit.id, KINDS)):
        questions.ask(actor, log_id, unit=unit, kinds=kinds, purpose=new.purpose, child_view=view)
