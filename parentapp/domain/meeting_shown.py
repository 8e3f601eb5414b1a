"""Meetings as an actor may see them, for lists: when, where, what for. One query for all that a list shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.sight import Sight
from parentapp.access.visible import known_in_full
from parentapp.enums import Coming
from parentapp.models import Entry, Invitation, Meeting


@dataclass(frozen=True)
class ShownMeeting:
    """A guest is not told what it is for: that is the log's. Nobody is told where a protected child is."""

    id: UUID
    log_id: UUID
    entry_id: UUID
    starts: datetime
    ends: datetime
    cancelled: bool
    over: bool
    guest: bool  # the actor is here for this one meeting
    purpose: str | None
    lang: str
    place: str | None
    link: str | None
    called_at: datetime
    invited: bool  # the actor is
    coming: Coming | None  # what the actor said

    @property
    def open(self) -> bool:
        return not (self.cancelled or self.over)

    @property
    def waits_for_me(self) -> bool:
        return self.open and self.invited and self.coming is None


def select(sight: Sight, *more: Any) -> Any:
    """The meetings the actor may know of, the earliest first, with the actor's own answer; rows for `shown`."""
    mine = (Invitation.meeting == Meeting.id) & (Invitation.account == sight.actor.account_id)
    columns = (
        Meeting,
        Entry.text_sealed.alias("purpose_sealed"),
        Entry.lang.alias("purpose_lang"),
        Entry.at.alias("called_at"),
        Invitation.id.alias("invitation_id"),
        Invitation.coming.alias("coming"),
        known_in_full(sight).alias("full"),
    )
    query = visible.meetings(sight).select(*columns, *more).join(Entry, on=(Meeting.entry == Entry.id))
    return query.join_from(Meeting, Invitation, JOIN.LEFT_OUTER, on=mine).order_by(Meeting.starts, Meeting.id)


def shown(sight: Sight, row: Any) -> ShownMeeting:
    """A row of `select`."""
    protected = {log.id: log.protected for log in sight.ties}[row.log_id]
    tells_where = not protected and (row.full or row.cancelled_at is None)
    entry = Entry(id=row.entry_id, log=row.log_id, text_sealed=row.purpose_sealed)
    return ShownMeeting(
        id=row.id,
        log_id=row.log_id,
        entry_id=row.entry_id,
        starts=row.starts,
        ends=row.ends,
        cancelled=row.cancelled_at is not None,
        over=row.ends <= sight.actor.now,
        guest=not row.full,
        purpose=entry.text if row.full else None,
        lang=row.purpose_lang,
        place=row.place if tells_where else None,
        link=row.link if tells_where else None,
        called_at=row.called_at,
        invited=row.invitation_id is not None,
        coming=row.coming,
    )
