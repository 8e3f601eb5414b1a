"""A family asks a unit for a log: who may ask, whom, and who is to answer. No log stands behind it.

So it has its own short table beside `policy`; for everybody else none of it exists. Whether the child has a log already
decides nothing here, and so nothing here can tell it. Which questions exist for whom says `visible.wishing`.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from peewee import SQL, fn

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import works_at
from parentapp.access.leading import LEADING, is_private, leads_on, led
from parentapp.access.places import require_no_place
from parentapp.access.rules import has_own_say, is_guardian
from parentapp.access.sight import Sight
from parentapp.enums import ServiceKind
from parentapp.errors import Hidden
from parentapp.models import Account, Guardian, Stafettlogg, Subject, Unit

# Whose people open a log at first. Child welfare takes a baton over; the others take part where they are asked.
FIRST_SERVICES = frozenset(
    {
        *(ServiceKind.SCHOOL, ServiceKind.KINDERGARTEN, ServiceKind.HEALTH_STATION),
        *(ServiceKind.PPT, ServiceKind.MENTAL_HEALTH, ServiceKind.OUTREACH),
    }
)

Rule = Callable[[Sight], bool]


def asks_for_child(sight: Sight) -> bool:
    """A guardian in some log, also in one that is closed: asks for a child."""
    return any(is_guardian(sight, log) for log in sight.logs())


def asks_for_oneself(sight: Sight) -> bool:
    """The young person from 15, or a pregnant woman, with a log already: asks for themselves."""
    return any(has_own_say(sight, log) for log in sight.logs())


def leads(sight: Sight) -> bool:
    """Leads a unit today."""
    return bool(led(sight.actor))


def works(sight: Sight) -> bool:
    """Works in a unit today."""
    here = works_at(sight.actor.account_id, sight.actor.today, Unit.id)
    return bool(Unit.select(Unit.id).where(here).exists())


FAMILY_ASKS: tuple[Rule, ...] = (asks_for_child, asks_for_oneself)
POLICY: dict[Action, tuple[Rule, ...]] = {
    Action.LOG_WISH_SEE: FAMILY_ASKS,
    Action.LOG_WISH_ASK: FAMILY_ASKS,
    Action.LOG_WISH_TAKE_BACK: FAMILY_ASKS,
    Action.LOG_WISH_READ: (leads, works),
    Action.LOG_WISH_HAND: (leads,),
    Action.LOG_WISH_ANSWER: (leads,),
    Action.LOG_WISH_OPEN: (works,),
}


def can(sight: Sight, action: Action) -> bool:
    """Whether some rule lets the actor: of which questions, `visible.log_wishes` says."""
    return any(rule(sight) for rule in POLICY.get(action, ()))


def require(sight: Sight, action: Action) -> None:
    """Raises Hidden where no rule lets the actor."""
    if not can(sight, action):
        raise Hidden


def places(actor: Actor) -> Any:
    """Who leads the units of the actor's municipality that can be asked, and would read it. With person and unit."""
    own = Account.alias("own")
    here = own.select(own.municipality).where(own.id == actor.account_id)
    query = LEADING.select(LEADING, Account, Unit).join(Account).join_from(LEADING, Unit)
    open_to = (Unit.municipality == here) & Unit.service.in_(sorted(FIRST_SERVICES, key=lambda each: each.value))
    return query.where(open_to & answers(actor.today, actor.account_id))


def answers(today: date, asker: Any) -> Any:
    """Whether that employment's account leads its unit today, can log in, and is nothing to the asker's family."""
    return leads_on(LEADING, today) & Account.disabled_at.is_null() & ~is_near(LEADING.account, asker)


def is_near(account: Any, asker: Any) -> Any:
    """Whether somebody is around, or kept out of, a log that the asker is of the family of, or was: the asker too.

    What one asks for must not land with the one who is kept away from the family. `account`, `asker`: ids, or columns.
    """
    family, whose, raised = Stafettlogg.alias("family"), Subject.alias("whose"), Guardian.alias("raised")
    guards = raised.select(SQL("1")).where((raised.log == family.id) & (raised.account == asker))
    theirs = (whose.account == asker) | fn.EXISTS(guards)
    logs = family.select(SQL("1")).join(whose, on=(whose.id == family.subject))
    return fn.EXISTS(logs.where(theirs & is_private(account, family.id)))


def colleague(wish: Any, hashed: bytes, today: date) -> Any:
    """Who has that user name, works in the unit today, can log in, and is nothing to the asker's family; or None."""
    there = works_at(Account.id, today, wish.unit_id) & Account.disabled_at.is_null()
    named = Account.username_hash == hashed
    return Account.select(Account.id).where(named & there & ~is_near(Account.id, wish.asker_id)).get_or_none()


def require_no_place_of(sight: Sight, action: Action) -> None:
    """Whoever is of a protected child's family is warned of what they typed, as in its log. Raises LooksLikePlace."""
    for log in sight.logs():
        if sight.is_family(log):
            require_no_place(sight.actor, action, log)
