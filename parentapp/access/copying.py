"""Whose words somebody may copy into their own service's record: only their own, written at work."""

from typing import Any

from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.enums import Voice


def may_copy(sight: Sight, log: LogFacts, entry: Any) -> bool:
    """Of an entry that the actor may read: they wrote it for their unit, and it is not what a child said to them."""
    own = entry.author_id == sight.actor.account_id and entry.author_unit_id is not None
    said_by_child = (entry.voice or entry.stated_voice) is Voice.CHILD
    return own and not said_by_child and not sight.borrowed and can(sight, Action.ENTRY_COPY, log)
