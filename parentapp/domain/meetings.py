"""Meetings: calling one, moving it, cancelling it, saying whether one comes, adding to what is spoken of."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.places import unasked
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import reach
from parentapp.clock import end_of_day
from parentapp.db import transaction
from parentapp.domain import interpreters, inviting, keeping, recording, writing
from parentapp.domain.inviting import Invited, require_open, tell
from parentapp.domain.pressing import Press, once
from parentapp.enums import Coming, EntryType
from parentapp.errors import Conflict, Denied
from parentapp.i18n import N_
from parentapp.models import AgendaPoint, Invitation, Meeting, Minutes, ProposedTime

FURTHEST = timedelta(days=366)  # ahead
LONGEST = timedelta(hours=12)

NO_TIME = N_("Møtet må ha en tid som kommer, og slutte etter at det har begynt.")
DECIDED = N_("Referatet er skrevet. Møtet kan ikke flyttes eller avlyses.")
NO_PLACE = N_("Her skal det ikke stå noe sted. Kontaktpersonen sier hvor dere møtes.")


def call(
    actor: Actor,
    log_id: UUID,
    purpose: str,
    starts: datetime,
    ends: datetime,
    *,
    others: Sequence[tuple[datetime, datetime]] = (),
    place: str = "",
    link: str = "",
    invited: Collection[Invited] = (),
    press: Press | None = None,
) -> UUID:
    """Call a meeting and invite people to it; the one who calls it comes. Returns the meeting.

    `others`: further times, from and until. With them all the times are proposed, and the meeting has none until one of
    them is chosen: see `times`.

    Raises Hidden, Denied; Conflict for a time that cannot be, a protected child's place, somebody not to be invited.
    """
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.MEETING_CALL, log)
        times = sorted({(starts, ends), *others})
        for time in times:
            _check(actor, log, *time, place, link)
        inviting.require_invitable(sight, log, invited)

        def act() -> UUID:
            meeting = _put_down(sight, log, purpose, times, {"place": place, "link": link}, invited)
            tell(sight, log, meeting)
            meeting_id: UUID = meeting.id
            return meeting_id

        return once(actor, press, act)


def call_next(sight: Sight, log: LogFacts, before: Meeting, purpose: str, starts: datetime, ends: datetime) -> Meeting:
    """The meeting after this one: the same place, and the same people as far as they can be invited today; no guests.

    It is kept from whoever the one before is kept from. Raises Denied; Conflict for a time that cannot be.
    """
    require(sight, Action.MEETING_CALL, log)
    _check(sight.actor, log, starts, ends)
    able = {(each.person.account_id, each.unit_id) for each in inviting.candidates(sight, log)}
    rows = visible.invitations(sight).where((Invitation.meeting == before.id) & ~Invitation.guest)
    again = [Invited(row.account_id, row.unit_id, row.reason or "") for row in rows]
    where = {} if log.protected else {"place": before.place, "link": before.link}
    invited = [each for each in again if (each.account_id, each.unit_id) in able]
    meeting = _put_down(sight, log, purpose, [(starts, ends)], where, invited)
    keeping.keep_on(before.entry_id, meeting.entry_id)
    tell(sight, log, meeting)
    return meeting


def _put_down(
    sight: Sight,
    log: LogFacts,
    purpose: str,
    times: Sequence[tuple[datetime, datetime]],
    where: Mapping[str, str | None],
    invited: Collection[Invited],
) -> Meeting:
    entry = writing.new_entry(sight, log, EntryType.MEETING, purpose)
    starts, ends = times[0] if len(times) == 1 else (None, None)
    there = {name: said or None for name, said in where.items()}
    meeting: Meeting = Meeting.create(entry=entry.id, log=log.id, starts=starts, ends=ends, **there)
    for begins, stops in times if starts is None else ():
        ProposedTime.create(meeting=meeting.id, log=log.id, starts=begins, ends=stops)
    inviting.come_oneself(sight, log, meeting)
    inviting.put_down(sight, meeting, invited)
    recording.audit(sight.actor, Action.MEETING_CALL, entry.id, log)
    return meeting


def move(
    actor: Actor,
    meeting_id: UUID,
    starts: datetime,
    ends: datetime,
    *,
    place: str = "",
    link: str = "",
    press: Press | None = None,
) -> UUID:
    """Another time or place. At another time everybody but the contact person is asked anew whether they come.

    Raises Hidden, Denied; Conflict as `call`, and for a meeting that is over or cancelled.
    """
    with transaction():
        sight, meeting, log = _of(actor, meeting_id, Action.MEETING_CHANGE)
        _check(actor, log, starts, ends, place, link)

        def act() -> UUID:
            moved = (meeting.starts, meeting.ends) != (starts, ends)
            if moved:
                _ask_anew(log, meeting, starts)
                interpreters.tell_moved(sight, meeting.id)
            if moved or (meeting.place or "", meeting.link or "") != (place, link):
                meeting.starts, meeting.ends, meeting.changes = starts, ends, meeting.changes + moved
                meeting.place, meeting.link = place or None, link or None
                meeting.save()
                tell(sight, log, meeting)
            recording.audit(actor, Action.MEETING_CHANGE, meeting.entry_id, log)
            return meeting_id

        return once(actor, press, act)


def cancel(actor: Actor, meeting_id: UUID, *, press: Press | None = None) -> UUID:
    """The meeting will not be. It can still be read. Raises Hidden, Denied; Conflict for one over or cancelled."""
    with transaction():
        sight, meeting, log = _of(actor, meeting_id, Action.MEETING_CHANGE, open_still=False)

        def act() -> UUID:
            require_open(actor, meeting)
            meeting.cancelled_at, meeting.changes = actor.now, meeting.changes + 1
            meeting.save()
            recording.audit(actor, Action.MEETING_CHANGE, meeting.entry_id, log)
            tell(sight, log, meeting)
            return meeting_id

        return once(actor, press, act)


def answer(actor: Actor, meeting_id: UUID, coming: Coming, *, press: Press | None = None) -> UUID:
    """Say whether one comes. Raises Hidden; Denied for somebody who is not invited; Conflict as `move`, and before the
    time is chosen.
    """
    with transaction():
        _, meeting, log = _of(actor, meeting_id, Action.MEETING_ANSWER)
        mine = (Invitation.meeting == meeting_id) & (Invitation.account == actor.account_id)
        if not Invitation.select().where(mine).exists():
            raise Denied

        def act() -> UUID:
            inviting.require_decided(meeting)
            Invitation.update(coming=coming, answered_at=actor.now).where(mine).execute()
            recording.audit(actor, Action.MEETING_ANSWER, meeting.entry_id, log)
            return meeting_id

        return once(actor, press, act)


def add_point(actor: Actor, meeting_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """Something to be spoken of, from anybody who sees the meeting. Raises Hidden; Conflict as `move`."""
    with transaction():
        sight, _, log = _of(actor, meeting_id, Action.AGENDA_ADD)

        def act() -> UUID:
            unit = sight.tie(log).unit_id
            who = {"author": actor.account_id, "author_unit": unit, "lang": actor.locale, "at": actor.now}
            point = AgendaPoint.create(meeting=meeting_id, log=log.id, text=text, **who)
            recording.audit(unasked(sight, log), Action.AGENDA_ADD, point.id, log)
            point_id: UUID = point.id
            return point_id

        return once(actor, press, act)


def _of(actor: Actor, meeting_id: UUID, action: Action, *, open_still: bool = True) -> tuple[Sight, Meeting, LogFacts]:
    """The meeting, where the actor may do this with it."""
    sight, meeting = reach(actor, Meeting, meeting_id)
    log = sight.visited(meeting.log_id)
    require(sight, action, log)
    if open_still:
        require_open(actor, meeting)
    if action is Action.MEETING_CHANGE and Minutes.select().where(Minutes.meeting == meeting_id).exists():
        raise Conflict(DECIDED)
    return sight, meeting, log


def _check(actor: Actor, log: LogFacts, starts: datetime, ends: datetime, place: str = "", link: str = "") -> None:
    if not (actor.now < starts < ends <= starts + LONGEST and starts <= actor.now + FURTHEST):
        raise Conflict(NO_TIME)
    if log.protected and (place or link):
        raise Conflict(NO_PLACE)


def _ask_anew(log: LogFacts, meeting: Meeting, starts: datetime) -> None:
    of_it = Invitation.meeting == meeting.id
    Invitation.update(coming=None, answered_at=None).where(of_it & (Invitation.account != log.holder_id)).execute()
    Invitation.update(guest_until=end_of_day(starts)).where(of_it & Invitation.guest).execute()
