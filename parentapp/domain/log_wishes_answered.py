"""What a family asks, as the unit has it: its leader hands it to somebody who works there, or says no in words.

Whoever it was handed to talks with the family and opens the log from it: then the question is answered. Nobody else
reads it, and each reading is a line that the asker sees.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from parentapp.access import visible, wishing
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.leading import led
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import log_wishes_shown, recording
from parentapp.domain.accounts import username_hash
from parentapp.domain.log_wishes import ANSWERED
from parentapp.domain.log_wishes_shown import Wish
from parentapp.domain.pressing import Press, once
from parentapp.enums import NoticeKind
from parentapp.errors import Conflict, Hidden, Unknown
from parentapp.models import LogWish

READ_AGAIN = timedelta(days=14)  # for so long a leader finds what was answered


@dataclass(frozen=True)
class Received:
    """What a leader has received. Of what is answered not how, where it was not by themselves in words."""

    waiting: tuple[Wish, ...]  # the oldest first; also where whoever it was handed to works there no longer
    handed: tuple[Wish, ...]  # somebody is to talk with the family
    answered: tuple[Wish, ...]


def received(actor: Actor) -> Received:
    """What the actor is to answer as leader. A line for each that its asker reads. Raises Hidden."""
    with transaction():
        if not led(actor):
            raise Hidden
        return _received(look(actor))


def still_open(actor: Actor, wish_id: UUID) -> Received:
    """The same, where this one can still be answered. Raises Hidden; Conflict where it is, or was taken back."""
    with transaction():
        sight = look(actor)
        wishing.require(sight, Action.LOG_WISH_ANSWER)
        _require_open(visible.reach_wish(sight, wish_id, visible.wished_of_leader(actor)))
        return _received(sight)


def hand(actor: Actor, wish_id: UUID, username: str | None, *, press: Press | None = None) -> UUID:
    """Let somebody who works in the unit talk with the family; without a user name the leader themself.

    It can be handed to somebody else as long as it is not answered. Raises Hidden; Unknown, the same whatever stands
    in the way; Conflict where it is answered or taken back.
    """
    with transaction():
        sight = look(actor)
        wishing.require(sight, Action.LOG_WISH_HAND)
        row = visible.reach_wish(sight, wish_id, visible.wished_of_leader(actor))

        def act() -> UUID:
            _require_open(row)
            to = actor.account_id if username is None else _colleague(actor, row, username)
            row.handed_to, row.handed_by, row.handed_at = to, actor.account_id, actor.now
            row.save()
            recording.audit(actor, Action.LOG_WISH_HAND, wish_id, None)
            recording.tell_of_wish(actor, NoticeKind.LOG_WISH_HANDED, wish_id, {to})
            recording.tell_of_wish(actor, NoticeKind.LOG_WISH_NEWS, wish_id, {row.asker_id})
            return wish_id

        return once(actor, press, act)


def answer(actor: Actor, wish_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """There will be no log from this: why, and what else there is. Raises Hidden; Conflict where it is answered."""
    with transaction():
        sight = look(actor)
        wishing.require(sight, Action.LOG_WISH_ANSWER)
        row = visible.reach_wish(sight, wish_id, visible.wished_of_leader(actor))

        def act() -> UUID:
            _require_open(row)
            row.answer, row.answer_lang = text, actor.locale
            _answered(actor, row, Action.LOG_WISH_ANSWER)
            return wish_id

        return once(actor, press, act)


def handed(actor: Actor) -> list[Wish]:
    """What the actor is to talk with families about, the oldest first. Raises Hidden for somebody who works nowhere."""
    with transaction():
        sight = look(actor)
        wishing.require(sight, Action.LOG_WISH_READ)
        mine = visible.wished_of_handed(actor) & LogWish.answered_at.is_null()
        return _read(sight, visible.log_wishes(sight).where(mine))


def to_open(actor: Actor, wish_id: UUID) -> Wish:
    """One of these, to open a log from. Raises Hidden; Conflict where it was taken back."""
    with transaction():
        sight = look(actor)
        wishing.require(sight, Action.LOG_WISH_OPEN)
        visible.reach_wish(sight, wish_id, visible.wished_of_handed(actor))
        return _read(sight, visible.log_wishes(sight).where(LogWish.id == wish_id))[0]


def opened(actor: Actor, wish_id: UUID, log_id: UUID) -> None:
    """The log that came of it, inside the transaction it is opened in. Raises Hidden, Conflict."""
    sight = look(actor)
    wishing.require(sight, Action.LOG_WISH_OPEN)
    row = visible.reach_wish(sight, wish_id, visible.wished_of_handed(actor))
    _require_open(row)
    row.log = log_id
    _answered(actor, row, Action.LOG_WISH_OPEN)


def _received(sight: Sight) -> Received:
    found = _read(sight, visible.log_wishes(sight).where(visible.wished_of_leader(sight.actor)))
    here = [each for each in found if each.waits]
    return Received(
        waiting=tuple(each for each in here if each.unhanded),
        handed=tuple(each for each in here if not each.unhanded),
        answered=tuple(each for each in reversed(found) if not each.waits),
    )


def _read(sight: Sight, query: Any) -> list[Wish]:
    """Those of the query; that they were read is written down."""
    found = log_wishes_shown.others(sight, query)
    recording.read(sight.actor, Action.LOG_WISH_READ, [each.id for each in found])
    return found


def _colleague(actor: Actor, row: Any, username: str) -> UUID:
    found = wishing.colleague(row, username_hash(username), actor.today)
    if found is None:
        raise Unknown
    account: UUID = found.id
    return account


def _answered(actor: Actor, row: Any, action: Action) -> None:
    row.answered_by, row.answered_at = actor.account_id, actor.now
    row.until = actor.today + READ_AGAIN
    row.save()
    recording.audit(actor, action, row.id, None)
    recording.tell_of_wish(actor, NoticeKind.LOG_WISH_NEWS, row.id, {row.asker_id})


def _require_open(row: Any) -> None:
    if row.answered_at is not None:
        raise Conflict(ANSWERED)
