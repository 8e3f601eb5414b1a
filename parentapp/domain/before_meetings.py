"""Who is reminded of a meeting that comes: the family three days before and the day before, helpers the day before.

And the one who leads it, where something waits that must be done first.
"""

from datetime import date
from typing import Any
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight, look
from parentapp.clock import local_date
from parentapp.domain import inviting, recording
from parentapp.enums import FAMILY, Coming, EntryType, NoticeKind, Voice
from parentapp.models import Entry, Invitation, Meeting, RatherNot, Statement

EARLY, EVE = 3, 1  # days before


def step_of(day: date, today: date) -> int | None:
    """Which reminder of a meeting on that day is due today: three days before (or two, where nobody woke the worker),
    one day before, or none. Pure.
    """
    left = (day - today).days
    return EVE if left == EVE else EARLY if EVE < left <= EARLY else None


def remind(log: LogFacts, sight: Sight) -> None:
    """Of each meeting of this log that comes and was called before today."""
    coming = (Meeting.log == log.id) & (Meeting.starts > sight.actor.now) & Meeting.cancelled_at.is_null()
    for meeting in Meeting.select(Meeting, Entry).join(Entry).where(coming):
        day = local_date(meeting.starts)
        step = step_of(day, sight.actor.today)
        if step is not None and local_date(meeting.entry.at) < sight.actor.today:
            _of(log, sight, meeting, day, step)


def _of(log: LogFacts, sight: Sight, meeting: Meeting, day: date, step: int) -> None:
    known = inviting.knowing(sight, log, meeting)
    family = {each.account_id for each in recording.belonging(sight, log) if each.relation in FAMILY}
    told = (known & family) if step == EARLY else known & (family | _invited(meeting))
    recording.remind(sight, log, NoticeKind.MEETING_SOON, meeting.entry_id, told - {log.holder_id}, day, step)
    if log.holder_id in known and waits(look(Actor(log.holder_id, sight.actor.now), log.id), log, meeting):
        recording.remind(sight, log, NoticeKind.MEETING_UNREADY, meeting.entry_id, {log.holder_id}, day, step)


def _invited(meeting: Meeting) -> set[UUID]:
    """Those who have not said that they stay away."""
    rows = Invitation.select(Invitation.account, Invitation.coming).where(Invitation.meeting == meeting.id)
    return {row.account_id for row in rows if row.coming is not Coming.NO}


def waits(eyes: Sight, log: LogFacts, meeting: Meeting) -> bool:
    """Whether something is to be done before it: «helst ikke» to answer, a child without a login to hear, words to ask
    for from somebody who does not come. As the contact person's own `eyes` see it: whoever was asked before they became
    it may be of a service that they are not told of.
    """
    of_it = visible.invitations(eyes).where(Invitation.meeting == meeting.id)
    others = of_it.select(Invitation.id).where(Invitation.account != log.holder_id)
    unanswered = visible.rather_nots(eyes).where(RatherNot.invitation.in_(others) & RatherNot.answered_at.is_null())
    return unanswered.exists() or (log.youth_id is None and not _is_heard(meeting)) or _owes_words(eyes, meeting, of_it)


def _is_heard(meeting: Meeting) -> bool:
    heard = (Statement.meeting == meeting.id) & (Statement.voice == Voice.CHILD)
    return bool(Statement.select().where(heard).exists())


def _owes_words(eyes: Sight, meeting: Meeting, of_it: Any) -> bool:
    """Somebody who was to come for a service does not, and has sent nothing."""
    contributed = (Entry.about == meeting.entry_id) & (Entry.type == EntryType.CONTRIBUTION)
    sent = visible.entries(eyes).where(contributed).select(Entry.author)
    away = (Invitation.coming == Coming.NO) & Invitation.unit.is_null(False) & ~Invitation.guest
    return bool(of_it.where(away & Invitation.account.not_in(sent)).exists())
