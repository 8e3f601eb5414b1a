"""Which freezes an actor may know exist: professionals only."""

from typing import Any

from parentapp.access.rules import freezes as may_freeze
from parentapp.access.rules import is_at_work, is_named_holder
from parentapp.access.sight import Sight
from parentapp.models import Freeze, FreezeConfirmation


def freezes(sight: Sight) -> Any:
    """Of logs the actor could freeze, or holds, all; else those they pressed or confirmed themselves."""
    f, said, me = Freeze, FreezeConfirmation, sight.actor.account_id
    helping = [log.id for log in sight.ties if may_freeze(sight, log)]
    held = [log.id for log in sight.ties if is_at_work(sight, log) and is_named_holder(sight, log)]
    confirmed = f.id.in_(said.select(said.freeze).where(said.account == me))
    own = f.log.in_([log.id for log in sight.ties]) & ((f.pressed_by == me) | confirmed)
    return f.select().where(f.log.in_(helping) | f.log.in_(held) | own)
