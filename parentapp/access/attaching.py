"""Who may hang a file on what is written already: only its author, and only while they may change it."""

from typing import Any

from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight
from parentapp.enums import Audience, EntryType
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_

CHANGES = {
    EntryType.NOTE: Action.ENTRY_CHANGE_OWN,
    EntryType.CONCERN: Action.ENTRY_CHANGE_OWN,
    EntryType.MINUTES: Action.MINUTES_CHANGE,
}
# What the adult has let a service read is what was there then.
OF_AN_ADULT = N_("Dette handler om en voksen selv. Skriv et nytt notat, og legg ved filen der.")


def may_attach(sight: Sight, log: LogFacts, entry: Any) -> bool:
    """Whether `require_attaching` would let the actor: for showing or leaving out the way to it."""
    action = _action(sight, entry)
    return action is not None and entry.audience is not Audience.ADULT and can(sight, action, log)


def require_attaching(sight: Sight, log: LogFacts, entry: Any) -> Action:
    """What the actor does with it: they change what they wrote. Raises Denied; Conflict, also for an adult's own."""
    action = _action(sight, entry)
    if action is None:
        raise Denied
    require(sight, action, log)
    if entry.audience is Audience.ADULT:
        raise Conflict(OF_AN_ADULT)
    return action


def _action(sight: Sight, entry: Any) -> Action | None:
    """None for another's, and for what takes no files."""
    return CHANGES.get(entry.type) if entry.author_id == sight.actor.account_id else None
