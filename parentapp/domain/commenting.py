"""What the family says of minutes within the days: «slik ble det», or how they saw it. It stays beside the minutes."""

from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import recording, writing
from parentapp.domain.locking import require_commentable
from parentapp.domain.pressing import Press, once
from parentapp.enums import EntryType, NoticeKind
from parentapp.errors import Hidden
from parentapp.models import Entry, Meeting, Minutes


def agree(actor: Actor, meeting_id: UUID, *, press: Press | None = None) -> UUID:
    """Say that it was so: of the words that stand there now. Said before of the same words, it changes nothing.

    Returns the entry. Raises Hidden, Denied; Conflict once the minutes are locked.
    """
    return _say(actor, meeting_id, "", press)


def comment(actor: Actor, meeting_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """Say in words what one sees differently, beside the minutes. Returns the entry. Raises as `agree`."""
    return _say(actor, meeting_id, text, press)


def _say(actor: Actor, meeting_id: UUID, text: str, press: Press | None) -> UUID:
    with transaction():
        sight, meeting = reach(actor, Meeting, meeting_id)
        log = sight.visited(meeting.log_id)
        require(sight, Action.MINUTES_COMMENT, log)
        minutes = _minutes(sight, meeting)

        def act() -> UUID:
            require_commentable(minutes, actor.now)
            there = None if text else _agreed(actor, minutes)
            return there or _put(sight, log, minutes, text)

        return once(actor, press, act)


def _minutes(sight: Sight, meeting: Meeting) -> Entry:
    """Those of the meeting, where the actor may read them. Raises Hidden."""
    row = Minutes.get_or_none(Minutes.meeting == meeting.id)
    if row is None:
        raise Hidden
    entry: Entry = visible.find(sight, Entry, row.entry_id)
    return entry


def _agreed(actor: Actor, minutes: Entry) -> UUID | None:
    """What the actor said already of the words that stand there."""
    since = minutes.edited_at or minutes.at
    mine = (Entry.type == EntryType.COMMENT) & (Entry.author == actor.account_id) & (Entry.at >= since)
    said = Entry.select().where((Entry.about == minutes.id) & mine)
    return next((each.id for each in said if not each.text), None)


def _put(sight: Sight, log: LogFacts, minutes: Entry, text: str) -> UUID:
    """Only the contact person is told: all others find it beside the minutes."""
    entry = writing.new_entry(sight, log, EntryType.COMMENT, text, about=minutes.id)
    recording.audit(sight.actor, Action.MINUTES_COMMENT, entry.id, log)
    writing.tell(sight, log, NoticeKind.ENTRY, entry, only={log.holder_id})
    entry_id: UUID = entry.id
    return entry_id
