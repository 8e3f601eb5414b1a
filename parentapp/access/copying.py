"""Whose words somebody may copy into their own service's record: only their own, written at work."""

from typing import Any

from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.enums import Voice


def may_copy(sight: Sight, log: LogFacts, entry: Any) -> bool:
    """Of an entry that the actor may read: a professional, who wrote it, and not what a child said to them."""
    own = entry.author_id == sight.actor.account_id
    said_by_child = (entry.voice or entry.stated_voice) is Voice.CHILD
    return own and not said_by_child and can(sight, Action.ENTRY_COPY, log)
