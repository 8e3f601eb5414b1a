"""«Min mening»: what the child, the young person and each guardian want said in a meeting, and who gets to know it.

Until the meeting begins it is one's own: it can be changed or taken back, and nothing is left of what stood before,
so that nobody reads later what was meant for others, or for nobody.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.audience import TOLD_TO, Written
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight
from parentapp.access.visible import reach
from parentapp.db import transaction
from parentapp.domain import keeping, meeting_words, recording, revising, shown, writing
from parentapp.domain.inviting import CANCELLED
from parentapp.domain.meeting_words import ShownStatement
from parentapp.domain.people import Shown, shown_people
from parentapp.domain.pressing import Press, once
from parentapp.domain.shown import ShownFor
from parentapp.enums import Audience, EntryType, Face, NoticeKind, Relation, SeenPage, Telling, Voice
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Entry, Meeting, Notice, Statement, Translation

BEGUN = N_("Møtet har begynt. Det som er skrevet, står som det er. Si gjerne mer i møtet.")
UNREAD = N_("Kontaktpersonen din kan ikke lese det nå. Velg «Vis fram», eller snakk med noen du stoler på.")


@dataclass(frozen=True)
class ToWrite:
    """What a form for «min mening» needs: who would read it, for each way in which it can come out."""

    log: LogFacts
    child: str
    meeting_id: UUID
    starts: datetime | None
    purpose: str
    lang: str
    mine: ShownStatement | None
    tellings: tuple[Telling, ...]
    contact: Shown
    shown_for: ShownFor | None  # who reads what is shown to all: for the family


def state(
    actor: Actor,
    meeting_id: UUID,
    telling: Telling,
    text: str = "",
    face: Face | None = None,
    *,
    press: Press | None = None,
) -> UUID:
    """Say what one wants said, in words or by a face; in place of what one said before. Returns the entry.

    «Kontaktpersonen min» is the person of this moment. The same again changes nothing.
    Raises Hidden, Denied; Conflict for a meeting that has begun or is cancelled, or where the contact person is to
    read it and cannot.
    """
    with transaction():
        sight, meeting, log = _of(actor, meeting_id, Action.STATEMENT_WRITE)

        def act() -> UUID:
            require_before(actor, meeting)
            if telling not in tellings(sight, log):  # it could be chosen when the page was made
                raise Conflict(UNREAD)
            return _put(sight, log, meeting, telling, text, face)

        return once(actor, press, act)


def take_back(actor: Actor, meeting_id: UUID, *, press: Press | None = None) -> UUID:
    """Say nothing after all: nothing is left of it. Where there is nothing, nothing happens. Raises as `state`."""
    with transaction():
        sight, meeting, log = _of(actor, meeting_id, Action.STATEMENT_WRITE)

        def act() -> UUID:
            require_before(actor, meeting)
            there = _by(actor, meeting, _own_voice(sight, log))
            if there:
                recording.audit(actor, Action.STATEMENT_WRITE, there.entry_id, log)
                _forget(there.entry_id)
            return meeting_id

        return once(actor, press, act)


def hear(actor: Actor, meeting_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """Write down what a child without a login wants said: shown to all who see the meeting, as heard by the actor.

    These are another's words: what stood before is kept, and they are not taken back.
    Raises Hidden, Denied; Conflict for a meeting that has begun or is cancelled.
    """
    with transaction():
        sight, meeting, log = _of(actor, meeting_id, Action.CHILD_HEAR)

        def act() -> UUID:
            require_before(actor, meeting)
            there = _by(actor, meeting, Voice.CHILD)
            entry_id = _reworded(sight, there.entry_id, text) if there else _heard(sight, log, meeting, text)
            recording.audit(actor, Action.CHILD_HEAR, entry_id, log)
            return entry_id

        return once(actor, press, act)


def to_state(actor: Actor, meeting_id: UUID) -> ToWrite:
    """For a form in which to say what one wants said. Raises as `state`."""
    return _to_write(actor, meeting_id, Action.STATEMENT_WRITE)


def to_hear(actor: Actor, meeting_id: UUID) -> ToWrite:
    """For a form in which to write down what the child wants said. Raises as `hear`."""
    return _to_write(actor, meeting_id, Action.CHILD_HEAR)


def tellings(sight: Sight, log: LogFacts) -> tuple[Telling, ...]:
    """The ways that can be chosen: to the contact person only what the contact person can read."""
    holder = log.holder_id
    written = _written(sight, Audience.CONTACT, holder)
    reads = holder in recording.readers_of(sight, log, written)
    return tuple(each for each in Telling if reads or TOLD_TO[each] is not Audience.CONTACT)


def _written(
    sight: Sight, audience: Audience, addressee: UUID | None = None, hidden: frozenset[UUID] = frozenset()
) -> Written:
    me = sight.actor.account_id
    return Written(EntryType.STATEMENT, me, audience=audience, addressee_id=addressee, hidden_from=hidden)


def _of(actor: Actor, meeting_id: UUID, action: Action) -> tuple[Sight, Meeting, LogFacts]:
    sight, meeting = reach(actor, Meeting, meeting_id)
    log = sight.visited(meeting.log_id)
    require(sight, action, log)
    return sight, meeting, log


def require_before(actor: Actor, meeting: Meeting) -> None:
    """Raises Conflict for a meeting that has begun or is cancelled."""
    if meeting.cancelled_at is not None:
        raise Conflict(CANCELLED)
    if meeting.starts is not None and meeting.starts <= actor.now:
        raise Conflict(BEGUN)


def _own_voice(sight: Sight, log: LogFacts) -> Voice:
    """In which somebody of the family speaks. Nobody who is heard has a login: the child's voice is then another's."""
    return Voice.CHILD if Relation.SUBJECT in sight.relations(log) else Voice.PARENT


def _by(actor: Actor, meeting: Meeting, voice: Voice) -> Statement | None:
    """The actor's own words, or those of the child whom they heard: a parent may work with the child."""
    mine = (Statement.meeting == meeting.id) & (Statement.author == actor.account_id) & (Statement.voice == voice)
    there: Statement | None = Statement.get_or_none(mine)
    return there


def _put(sight: Sight, log: LogFacts, meeting: Meeting, telling: Telling, text: str, face: Face | None) -> UUID:
    """A new entry each time, so that nobody can tell from it what was said before, when, or to whom."""
    actor, voice, audience = sight.actor, _own_voice(sight, log), TOLD_TO[telling]
    there = _by(actor, meeting, voice)
    addressee = log.holder_id if audience is Audience.CONTACT else None
    if there and _says(there, telling, text, face, addressee):
        said: UUID = there.entry_id
        return said
    meant = {"audience": audience, "addressee": addressee, "about": meeting.entry_id}
    entry = writing.new_entry(sight, log, EntryType.STATEMENT, text, **meant)
    if there:
        keeping.keep_on(there.entry_id, entry.id)
        _forget(there.entry_id)
    _create(actor, meeting, entry, voice, telling, face)
    recording.audit(actor, Action.STATEMENT_WRITE, entry.id, log)
    writing.tell(sight, log, NoticeKind.ENTRY, entry)
    entry_id: UUID = entry.id
    return entry_id


def _says(there: Statement, telling: Telling, text: str, face: Face | None, addressee: UUID | None) -> bool:
    entry = Entry.get_by_id(there.entry_id)
    return (there.telling, entry.text, there.face, entry.addressee_id) == (telling, text, face, addressee)


def _create(
    actor: Actor, meeting: Meeting, entry: Entry, voice: Voice, telling: Telling, face: Face | None = None
) -> None:
    said = {"author": actor.account_id, "voice": voice, "telling": telling, "face": face}
    Statement.create(entry=entry.id, meeting=meeting.id, **said)


def _forget(entry: UUID) -> None:
    """The words, whatever hangs on them, and the notices of them are gone."""
    Notice.delete().where(Notice.thing == entry).execute()
    Translation.delete().where(Translation.thing == entry).execute()
    Entry.delete().where(Entry.id == entry).execute()


def _heard(sight: Sight, log: LogFacts, meeting: Meeting, text: str) -> UUID:
    entry = writing.new_entry(sight, log, EntryType.STATEMENT, text, about=meeting.entry_id)
    _create(sight.actor, meeting, entry, Voice.CHILD, Telling.SHOW)
    writing.tell(sight, log, NoticeKind.ENTRY, entry)
    entry_id: UUID = entry.id
    return entry_id


def _reworded(sight: Sight, entry_id: UUID, text: str) -> UUID:
    entry = Entry.get_by_id(entry_id)
    if text != entry.text:
        revising.reword(sight, entry, text)
    return entry_id


def _to_write(actor: Actor, meeting_id: UUID, action: Action) -> ToWrite:
    with transaction():
        sight, meeting, log = _of(actor, meeting_id, action)
        require_before(actor, meeting)
        purpose, mine = meeting_words.purpose_and_mine(sight, meeting, heard=action is Action.CHILD_HEAR)
        things = [meeting.entry_id, *([mine.entry.id] if mine else [])]
        recording.seen(sight, log, SeenPage.MEETING, things)
        hidden = keeping.kept_from(sight, log, things)
        written = _written(sight, Audience.LOG, hidden=hidden)
        return ToWrite(
            log=log,
            child=log.child,
            meeting_id=meeting_id,
            starts=meeting.starts,
            purpose=purpose.text,
            lang=purpose.lang,
            mine=mine,
            tellings=tellings(sight, log),
            contact=shown_people(sight, log)[log.holder_id],
            shown_for=shown.shown_for(sight, log, written) if sight.is_family(log) else None,
        )
