"""«Be om en stafettlogg»: asked by a family member, of a unit; waits there for whoever leads it. It is no consent.

Whether the child has a log already is looked up nowhere here: the answer is the same.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from parentapp.access import visible, wishing
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import log_wishes_shown, recording
from parentapp.domain.log_wishes_shown import Wish
from parentapp.domain.pressing import Press, once, one_at_a_time
from parentapp.enums import NoticeKind, ServiceKind
from parentapp.errors import Conflict, Hidden
from parentapp.i18n import N_
from parentapp.models import Account, LogWish, Subject

MOST_WAITING = 3  # of one person, at all units together
LATELY, MOST_LATELY = timedelta(days=30), 6  # also those that were taken back or answered
WAITS_ALREADY = N_("Du har spurt denne enheten før, og venter på svar. Du kan ta det tilbake og spørre på nytt.")
TOO_MANY = N_("Du venter på svar flere steder. Vent til noen har svart, eller ta et av spørsmålene tilbake.")
TOO_OFTEN = N_("Du har spurt mange ganger den siste måneden. Vent litt, eller ring enheten.")
NOBODY = N_("Akkurat nå er det ingen der som kan ta imot dette. Spør en annen enhet, eller ring dem.")
ANSWERED = N_("Dette er besvart fra før.")


@dataclass(frozen=True)
class Place:
    """A unit that can be asked, and who would read what is sent there."""

    id: UUID
    name: str
    service: ServiceKind
    leaders: tuple[str, ...]


@dataclass(frozen=True)
class Asked:
    """Whom a log is asked for: None for oneself. What one wonders about, in one's own words."""

    child: tuple[str, int] | None  # the first name, and the year of birth
    unit: UUID
    text: str


@dataclass(frozen=True)
class WishPage:
    places: tuple[Place, ...]
    for_child: bool  # whether the actor may ask for a child; else only for themselves
    for_oneself: bool
    waiting: tuple[Wish, ...]  # the oldest first
    answered: tuple[Wish, ...]  # the newest first

    def leaders(self, unit: UUID) -> tuple[str, ...]:
        """Who leads that unit today and can receive what is sent there."""
        return next((each.leaders for each in self.places if each.id == unit), ())


def page(actor: Actor) -> WishPage:
    """What one has asked, and where one can ask. Raises Hidden."""
    with transaction():
        sight = look(actor)
        wishing.require(sight, Action.LOG_WISH_SEE)
        own = log_wishes_shown.own(sight)
        return WishPage(
            places=_places(actor),
            for_child=wishing.asks_for_child(sight),
            for_oneself=wishing.asks_for_oneself(sight),
            waiting=tuple(each for each in own if each.waits),
            answered=tuple(each for each in reversed(own) if not each.waits),
        )


def ask(actor: Actor, asked: Asked, *, press: Press | None = None) -> UUID:
    """Ask whoever leads that unit. Nothing is shared, and nothing is agreed to. Returns the question.

    Raises Hidden; Conflict where one waits there already, where too many do, and where nobody can receive it;
    LooksLikePlace for the family of a protected child.
    """
    with transaction():
        one_at_a_time(actor)
        sight = look(actor)
        wishing.require(sight, Action.LOG_WISH_ASK)
        wishing.require_no_place_of(sight, Action.LOG_WISH_ASK)
        rule = wishing.asks_for_oneself if asked.child is None else wishing.asks_for_child
        if not rule(sight):
            raise Hidden

        def act() -> UUID:
            _require_room(actor, asked.unit)
            leaders = {row.account_id for row in wishing.places(actor) if row.unit_id == asked.unit}
            if not leaders:
                raise Conflict(NOBODY)
            child, born = asked.child or _oneself(actor)
            about = {"asker": actor.account_id, "unit": asked.unit, "own": asked.child is None}
            said = {"child": child, "born": born, "text": asked.text, "lang": actor.locale, "asked_at": actor.now}
            made: UUID = LogWish.create(**about, **said).id
            recording.audit(actor, Action.LOG_WISH_ASK, made, None)
            recording.tell_of_wish(actor, NoticeKind.LOG_WISH, made, leaders)
            return made

        return once(actor, press, act)


def take_back(actor: Actor, wish_id: UUID, *, press: Press | None = None) -> UUID:
    """Ask no longer: nobody reads it any more. Twice changes nothing. Raises Hidden; Conflict where it is answered."""
    with transaction():
        sight = look(actor)
        wishing.require(sight, Action.LOG_WISH_TAKE_BACK)
        row = visible.reach_wish(sight, wish_id, visible.wished_by_oneself(sight))

        def act() -> UUID:
            if row.answered_at is not None:
                raise Conflict(ANSWERED)
            if row.taken_back_at is None:
                row.taken_back_at = actor.now
                row.save()
                recording.audit(actor, Action.LOG_WISH_TAKE_BACK, wish_id, None)
            return wish_id

        return once(actor, press, act)


def _places(actor: Actor) -> tuple[Place, ...]:
    """By sort and name, each with those who lead it. One query."""
    found: dict[UUID, Place] = {}
    for row in sorted(wishing.places(actor), key=lambda each: each.account.name):
        before = found.get(row.unit_id, Place(row.unit_id, row.unit.name, row.unit.service, ()))
        leaders = tuple(dict.fromkeys((*before.leaders, row.account.name)))
        found[row.unit_id] = Place(before.id, before.name, before.service, leaders)
    kinds = list(ServiceKind)
    return tuple(sorted(found.values(), key=lambda each: (kinds.index(each.service), each.name.casefold(), each.id)))


def _oneself(actor: Actor) -> tuple[str, int]:
    """One's own first name, and the year of birth that one's own log knows. Raises Hidden where there is none."""
    about = Subject.get_or_none(Subject.account == actor.account_id)
    if about is None:
        raise Hidden
    name: str = Account.get_by_id(actor.account_id).name
    return name.split()[0], about.born.year


def _require_room(actor: Actor, unit: UUID) -> None:
    """Raises Conflict."""
    w = LogWish
    mine = w.select(w.unit, w.asked_at, w.answered_at, w.taken_back_at).where(w.asker == actor.account_id)
    rows = list(mine.objects())
    waiting = [row.unit_id for row in rows if row.answered_at is None and row.taken_back_at is None]
    if unit in waiting:
        raise Conflict(WAITS_ALREADY)
    if len(waiting) >= MOST_WAITING:
        raise Conflict(TOO_MANY)
    if sum(row.asked_at > actor.now - LATELY for row in rows) >= MOST_LATELY:
        raise Conflict(TOO_OFTEN)
