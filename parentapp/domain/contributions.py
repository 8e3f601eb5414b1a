"""What somebody who is invited for their service sends to a meeting they do not come to: read out when it begins.

It tells that the service takes part: so it is read by the family, the contact person of that day, and services that may
know who else helps.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import meeting_words, recording, revising, writing
from parentapp.domain.pressing import Press, once
from parentapp.domain.shown import ShownEntry
from parentapp.domain.statements import require_before
from parentapp.enums import Coming, EntryType, NoticeKind, SeenPage
from parentapp.errors import Denied
from parentapp.models import Entry, Invitation, Meeting


@dataclass(frozen=True)
class ToSend:
    """What a form for a contribution needs."""

    log: LogFacts
    child: str
    meeting_id: UUID
    starts: datetime | None
    purpose: str
    lang: str
    mine: ShownEntry | None


def send(actor: Actor, meeting_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """Send words in one's place, and say by it that one does not come. Sent before: other words, what stood is kept.

    Returns the entry. Raises Hidden; Denied for whoever is not invited for a service, or leads the meeting; Conflict
    for a meeting that has begun or is cancelled.
    """
    with transaction():
        sight, meeting, log = _of(actor, meeting_id)

        def act() -> UUID:
            require_before(actor, meeting)
            there = Entry.get_or_none(_mine(actor, meeting))
            entry_id = _reworded(sight, there, text) if there else _sent(sight, log, meeting, text)
            stays_away = {"coming": Coming.NO, "answered_at": actor.now}
            Invitation.update(**stays_away).where(_invited(actor, meeting.id)).execute()
            recording.audit(actor, Action.CONTRIBUTION_WRITE, entry_id, log)
            return entry_id

        return once(actor, press, act)


def to_send(actor: Actor, meeting_id: UUID) -> ToSend:
    """For a form in which to write it. Raises as `send`."""
    with transaction():
        sight, meeting, log = _of(actor, meeting_id)
        require_before(actor, meeting)
        purpose, mine = meeting_words.purpose_and_contribution(sight, meeting)
        recording.seen(sight, log, SeenPage.MEETING, [meeting.entry_id, *([mine.id] if mine else [])])
        return ToSend(log, log.child, meeting_id, meeting.starts, purpose.text, purpose.lang, mine)


def _of(actor: Actor, meeting_id: UUID) -> tuple[Sight, Meeting, LogFacts]:
    sight, meeting = reach(actor, Meeting, meeting_id)
    log = sight.visited(meeting.log_id)
    require(sight, Action.CONTRIBUTION_WRITE, log)
    invited = Invitation.select().where(_invited(actor, meeting_id)).exists()
    if not invited or actor.account_id == log.holder_id:
        raise Denied
    return sight, meeting, log


def _invited(actor: Actor, meeting_id: UUID) -> object:
    return (Invitation.meeting == meeting_id) & (Invitation.account == actor.account_id)


def _mine(actor: Actor, meeting: Meeting) -> object:
    mine = (Entry.about == meeting.entry_id) & (Entry.author == actor.account_id)
    return mine & (Entry.type == EntryType.CONTRIBUTION)


def _sent(sight: Sight, log: LogFacts, meeting: Meeting, text: str) -> UUID:
    whom = {"about": meeting.entry_id, "addressee": log.holder_id}
    entry = writing.new_entry(sight, log, EntryType.CONTRIBUTION, text, **whom)
    writing.tell(sight, log, NoticeKind.ENTRY, entry)
    entry_id: UUID = entry.id
    return entry_id


def _reworded(sight: Sight, entry: Entry, text: str) -> UUID:
    if text != entry.text:
        revising.reword(sight, entry, text)
    entry_id: UUID = entry.id
    return entry_id
