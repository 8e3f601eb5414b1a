"""Meetings as an actor may see them, for lists: when, where, what for. One query for all that a list shows."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from parentapp.access import visible
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.access.visible import known_in_full
from parentapp.access.windows import going_on
from parentapp.enums import Coming
from parentapp.models import Account, AssignmentAnswer, Entry, InterpreterAssignment, Invitation, Meeting


@dataclass(frozen=True)
class OfMeeting:
    """The meeting that something was said before, decided or agreed in."""

    id: UUID
    starts: datetime | None


@dataclass(frozen=True)
class ShownMeeting:
    """A guest is not told what it is for: that is the log's. Nobody is told where a protected child is."""

    id: UUID
    log_id: UUID
    entry_id: UUID
    starts: datetime | None  # None while several times are proposed and none is chosen
    ends: datetime | None
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
    interpreted: bool  # an interpreter is asked, as far as the actor may know
    interpreter_waits: bool  # for the actor's yes or no

    @property
    def open(self) -> bool:
        return not (self.cancelled or self.over)

    @property
    def decided(self) -> bool:
        return self.starts is not None

    @property
    def waits_for_me(self) -> bool:
        return self.open and self.decided and self.invited and self.coming is None


COLUMNS = (
    Meeting.id.alias("meeting_id"),
    Meeting.log.alias("meeting_log"),
    Meeting.entry.alias("meeting_entry"),
    Meeting.starts.alias("meeting_starts"),
    Meeting.ends.alias("meeting_ends"),
    Meeting.place_sealed.alias("meeting_place"),
    Meeting.link_sealed.alias("meeting_link"),
    Meeting.cancelled_at.alias("meeting_cancelled"),
    Entry.text_sealed.alias("purpose_sealed"),
    Entry.lang.alias("purpose_lang"),
    Entry.at.alias("called_at"),
    Invitation.id.alias("invitation_id"),
    Invitation.coming.alias("coming"),
)


IN_ORDER = (Meeting.starts.asc(nulls="FIRST"), Meeting.id)


def select(sight: Sight, *more: Any) -> Any:
    """The meetings the actor may know of, with the actor's own answer; rows for `shown`.

    Those without a time first, as they wait for an answer; then the earliest.
    """
    columns = (*COLUMNS, *interpreters(sight), known_in_full(sight).alias("full"))
    query = visible.meetings(sight).select(Meeting, *columns, *more)
    query = query.join(Entry, on=(Meeting.entry == Entry.id))
    query = query.join_from(Meeting, Invitation, JOIN.LEFT_OUTER, on=own_invitation(sight))
    return query.order_by(*IN_ORDER)


def beside_account(sight: Sight, which: Any, *more: Any) -> Any:
    """The same beside the actor's own account, which is there also without a meeting. `which`: of the meetings."""
    seen = Meeting.id.in_(visible.meetings(sight).select(Meeting.id))
    columns = (*COLUMNS, *interpreters(sight), known_in_full(sight).alias("full"))
    query = Account.select(Account.id, *columns, *more)
    query = query.join(Meeting, JOIN.LEFT_OUTER, on=(seen & which)).join(Entry, JOIN.LEFT_OUTER)
    query = query.join_from(Meeting, Invitation, JOIN.LEFT_OUTER, on=own_invitation(sight))
    return query.where(Account.id == sight.actor.account_id).order_by(*IN_ORDER)


def own_invitation(sight: Sight) -> Any:
    """What joins the actor's own invitation to a meeting."""
    return (Invitation.meeting == Meeting.id) & (Invitation.account == sight.actor.account_id)


def next_of(sight: Sight, log: LogFacts) -> Any:
    """The next meeting of this log, also where it is cancelled: one must not go there in vain. And those without a
    time, which wait for an answer.
    """
    here = visible.meetings(sight).where(Meeting.log == log.id)
    first = here.where(Meeting.ends > sight.actor.now).order_by(Meeting.starts, Meeting.id).limit(1)
    return here.where(Meeting.id.in_(first.select(Meeting.id)) | undecided())


def undecided() -> Any:
    """The condition on Meeting that several times are proposed for it, and none is chosen yet."""
    return Meeting.starts.is_null() & Meeting.cancelled_at.is_null()


def interpreters(sight: Sight) -> tuple[Any, Any]:
    """Columns: whether one is asked for the meeting of the row, and whether the actor, as family, has not answered."""
    a, said = InterpreterAssignment, AssignmentAnswer
    family = [log.id for log in sight.logs() if sight.is_family(log)]
    here = visible.assignments(sight).where((a.meeting == Meeting.id) & going_on(sight.actor.now)).select(a.id)
    mine = said.select(said.id).where((said.assignment == a.id) & (said.account == sight.actor.account_id))
    waits = here.where(a.log.in_(family) & ~fn.EXISTS(mine))
    return fn.EXISTS(here).alias("interpreted"), fn.EXISTS(waits).alias("interpreter_waits")


def shown(sight: Sight, row: Any) -> ShownMeeting | None:
    """A row with COLUMNS; None where no meeting stands in it. One without `full` is read in full."""
    if row.meeting_id is None:
        return None
    full, now = bool(getattr(row, "full", True)), sight.actor.now
    protected = {log.id: log.protected for log in sight.ties}[row.meeting_log]
    sealed = {"place_sealed": row.meeting_place, "link_sealed": row.meeting_link}
    where = Meeting(id=row.meeting_id, log=row.meeting_log, **sealed)
    tells_where = not protected and (full or row.meeting_cancelled is None)
    entry = Entry(id=row.meeting_entry, log=row.meeting_log, text_sealed=row.purpose_sealed)
    return ShownMeeting(
        id=row.meeting_id,
        log_id=row.meeting_log,
        entry_id=row.meeting_entry,
        starts=row.meeting_starts,
        ends=row.meeting_ends,
        cancelled=row.meeting_cancelled is not None,
        over=row.meeting_ends <= now if row.meeting_ends else row.meeting_cancelled is not None,
        guest=not full,
        purpose=entry.text if full else None,
        lang=row.purpose_lang,
        place=where.place if tells_where else None,
        link=where.link if tells_where else None,
        called_at=row.called_at,
        invited=row.invitation_id is not None,
        coming=row.coming,
        interpreted=bool(getattr(row, "interpreted", False)),
        interpreter_waits=bool(getattr(row, "interpreter_waits", False)),
    )


def shown_all(sight: Sight, query: Any) -> list[ShownMeeting]:
    """Those of a query of such rows."""
    return [each for each in (shown(sight, row) for row in query.objects()) if each is not None]
