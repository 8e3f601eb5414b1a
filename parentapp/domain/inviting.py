"""Who can be asked to a meeting, asking them, and telling everybody who may know of it. Guests come to one meeting."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from parentapp.access import names
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.audience import Written, readers
from parentapp.access.by_name import named
from parentapp.access.facts import LogFacts, works_at
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.access.visible import reach
from parentapp.clock import end_of_day
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.accounts import username_hash
from parentapp.domain.owners import AT_WORK
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.enums import FAMILY, Coming, EntryType, Kind, NoticeKind
from parentapp.errors import Conflict, Unknown
from parentapp.i18n import N_
from parentapp.models import Account, Employment, Entry, Hiding, Invitation, Meeting

CANCELLED = N_("Møtet er avlyst. Du trenger ikke å gjøre noe.")
NO_TIME_YET = N_("Tiden er ikke bestemt ennå. Velg tid først.")
OVER = N_("Møtet er over. Det kan leses, men ikke endres.")
NOT_INVITABLE = N_("En av dem kan ikke inviteres lenger. Last siden på nytt.")
INVITED_BEFORE = N_("Denne personen er invitert fra før.")


@dataclass(frozen=True)
class Invited:
    """Somebody to be asked: professionals through a unit. `reason`: why they are needed."""

    account_id: UUID
    unit_id: UUID | None
    reason: str = ""


@dataclass(frozen=True)
class Candidate:
    person: Shown
    unit_id: UUID | None
    family: bool

    @property
    def key(self) -> str:
        """As in the names of a form's fields."""
        return f"{self.person.account_id.hex}{f'_{self.unit_id.hex}' if self.unit_id else ''}"


def candidates(sight: Sight, log: LogFacts) -> list[Candidate]:
    """The family, and helpers whose service may see meetings: those the actor may be told of. Never oneself."""
    people, services = shown_people(sight, log), _services(sight, log)
    found: dict[UUID, Candidate] = {}
    for each in recording.belonging(sight, log):
        family = each.relation in FAMILY
        works = each.relation in AT_WORK and each.unit_id in services
        named = names.may_name(sight, log, each.account_id, each.unit_id)
        if (family or works) and named and each.account_id != sight.actor.account_id:
            found.setdefault(each.account_id, Candidate(people[each.account_id], each.unit_id, family))
    return sorted(found.values(), key=lambda each: (not each.family, each.person.name or ""))


def _services(sight: Sight, log: LogFacts) -> frozenset[UUID | None]:
    grants = sight.consents.grants.get(log.id, ())
    return frozenset(grant.unit_id for grant in grants if Kind.MEETINGS in grant.kinds)


def require_invitable(sight: Sight, log: LogFacts, invited: Collection[Invited]) -> None:
    """Raises Conflict where one of them may not be asked, or is asked twice."""
    known = {(each.person.account_id, each.unit_id) for each in candidates(sight, log)}
    asked = [(each.account_id, each.unit_id) for each in invited]
    if not known.issuperset(asked) or len(set(asked)) < len(asked):
        raise Conflict(NOT_INVITABLE)


def come_oneself(sight: Sight, log: LogFacts, meeting: Meeting) -> None:
    """Whoever calls a meeting leads it, and comes."""
    actor = sight.actor
    coming: dict[str, Any] = {"coming": Coming.YES, "answered_at": actor.now, "lang": actor.locale}
    me = {"account": actor.account_id, "invited_by": actor.account_id, "unit": log.holder_unit_id}
    Invitation.create(meeting=meeting.id, log=log.id, **me, **coming)


def put_down(sight: Sight, meeting: Meeting, invited: Collection[Invited], **more: Any) -> None:
    """Their invitations, in the actor's words."""
    for each in invited:
        who = {"account": each.account_id, "unit": each.unit_id, "reason": each.reason or None}
        by = {"invited_by": sight.actor.account_id, "lang": sight.actor.locale}
        Invitation.create(meeting=meeting.id, log=meeting.log_id, **who, **by, **more)


def invite(actor: Actor, meeting_id: UUID, invited: Invited, *, press: Press | None = None) -> UUID:
    """Ask one more of those around the child. Raises Hidden, Denied; Conflict for somebody not to be invited."""
    with transaction():
        sight, meeting, log = _open(actor, meeting_id)
        require_invitable(sight, log, [invited])
        return once(actor, press, lambda: _invite(sight, log, meeting, invited))


def invite_guest(actor: Actor, meeting_id: UUID, username: str, reason: str, *, press: Press | None = None) -> UUID:
    """Ask somebody to this one meeting, whatever they are else: until the end of its day they see time, place, agenda.

    The family is told. Raises Hidden, Denied; Conflict also before the time is chosen; Unknown for a name of nobody who
    can be asked.
    """
    with transaction():
        sight, meeting, log = _open(actor, meeting_id)
        require_decided(meeting)
        guest = _guest(actor, log, username, reason)
        until = end_of_day(meeting.starts)
        return once(actor, press, lambda: _invite(sight, log, meeting, guest, guest=True, guest_until=until))


def _open(actor: Actor, meeting_id: UUID) -> tuple[Sight, Meeting, LogFacts]:
    sight, meeting = reach(actor, Meeting, meeting_id)
    log = sight.visited(meeting.log_id)
    require(sight, Action.MEETING_INVITE, log)
    require_open(actor, meeting)
    return sight, meeting, log


def _invite(sight: Sight, log: LogFacts, meeting: Meeting, invited: Invited, **more: Any) -> UUID:
    same = (Invitation.meeting == meeting.id) & (Invitation.account == invited.account_id)
    if Invitation.select().where(same).exists():
        raise Conflict(INVITED_BEFORE)
    put_down(sight, meeting, [invited], **more)
    recording.audit(sight.actor, Action.MEETING_INVITE, meeting.entry_id, log)
    anew = look(sight.actor, log.id)  # a guest belongs only now
    family = {each.account_id for each in recording.belonging(anew, log) if each.relation in FAMILY}
    tell(anew, log, meeting, only=family | {invited.account_id})  # other helpers may not know that somebody is asked
    meeting_id: UUID = meeting.id
    return meeting_id


def _guest(actor: Actor, log: LogFacts, username: str, reason: str) -> Invited:
    """Raises Unknown, which is the same whatever stands in the way."""
    unit = Employment.select(Employment.unit).where(
        (Employment.account == Account.id) & works_at(Account.id, actor.today, Employment.unit)
    )
    found = (
        Account.select(Account.id, unit.order_by(Employment.since, Employment.id).limit(1).alias("works_for"))
        .where(named(log, username_hash(username)) & (Account.id != actor.account_id))
        .objects()
        .first()
    )
    if found is None:
        raise Unknown
    return Invited(found.id, found.works_for, reason)


def require_open(actor: Actor, meeting: Meeting) -> None:
    """Raises Conflict for a meeting that is over or cancelled: it is read, and nothing more."""
    if meeting.cancelled_at is not None:
        raise Conflict(CANCELLED)
    if meeting.ends is not None and meeting.ends <= actor.now:
        raise Conflict(OVER)


def require_decided(meeting: Meeting) -> None:
    """Raises Conflict while several times are proposed: what hangs on the meeting's day has none yet."""
    if meeting.starts is None:
        raise Conflict(NO_TIME_YET)


def tell(
    sight: Sight,
    log: LogFacts,
    meeting: Meeting,
    only: Collection[UUID] | None = None,
    thing: UUID | None = None,
) -> None:
    """A notice to everybody who may know of the meeting, guests too (or, of these, only some).

    Nobody is told whom the young person keeps it from. `thing`: what it is of, if that is not the meeting.
    """
    told = knowing(sight, log, meeting)
    told = told if only is None else told & set(only)
    recording.tell(sight, log, NoticeKind.MEETING, thing or meeting.entry_id, told)


def knowing(sight: Sight, log: LogFacts, meeting: Meeting) -> set[UUID]:
    """The accounts of everybody who may know of the meeting today, guests too."""
    entry = Entry.get_by_id(meeting.entry_id)
    kept = Hiding.select(Hiding.guardian).where(Hiding.entry == entry.id).tuples()
    hidden = frozenset(guardian for (guardian,) in kept)
    written = Written(EntryType.MEETING, entry.author_id, entry.health, entry.audience, entry.addressee_id, hidden)
    grants, here = sight.consents.grants.get(log.id, ()), recording.belonging(sight, log)
    guests = Invitation.select(Invitation.account).where((Invitation.meeting == meeting.id) & Invitation.guest).tuples()
    told = {person.account_id for person in readers(written, log, here, grants, sight.actor.today)}
    return told | ({guest for (guest,) in guests} - hidden)
