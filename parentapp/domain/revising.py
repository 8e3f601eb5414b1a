"""Changing what was written: what stood before is kept, and read by everybody who may read the entry."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight
from parentapp.access.visible import reach
from parentapp.db import MICROSECOND, transaction
from parentapp.domain import bank, locking, recording, writing
from parentapp.domain.pressing import Press, once
from parentapp.enums import Audience, EntryType, MeasureStatus, NoticeKind, SeenPage
from parentapp.errors import Denied, Hidden
from parentapp.models import Entry, Measure, Revision

CHANGES = {
    EntryType.GOAL: Action.GOAL_CHANGE,
    EntryType.MEASURE: Action.MEASURE_CHANGE,
    EntryType.MINUTES: Action.MINUTES_CHANGE,
}
CHANGES_OWN = {EntryType.NOTE: Action.ENTRY_CHANGE_OWN, EntryType.CONCERN: Action.ENTRY_CHANGE_OWN}


@dataclass(frozen=True)
class Earlier:
    """What an entry said until it was changed."""

    text: str
    lang: str
    look_at: date | None
    status: MeasureStatus | None
    until: datetime


@dataclass(frozen=True)
class Changing:
    """An entry whose words are about to be changed."""

    log: LogFacts
    child: str
    type: EntryType
    text: str
    lang: str


def change_text(actor: Actor, entry_id: UUID, text: str, *, press: Press | None = None) -> UUID:
    """Other words for a goal, a measure, minutes or one's own note. The same words, as the actor reads them, change
    nothing.

    Raises Hidden, Denied; Conflict, also for minutes that are locked.
    """
    with transaction():
        sight, entry = reach(actor, Entry, entry_id)
        log = sight.log(entry.log_id)
        action = _action(sight, entry)
        require(sight, action, log)

        def act() -> UUID:
            locking.require_changeable(entry, actor.now)
            if text != bank.words(entry, actor.locale).text:
                reword(sight, entry, text)
                recording.audit(actor, action, entry.id, log)
                if entry.audience is Audience.ADULT:  # a draft again: what was ticked was for the words before
                    writing.tell(sight, log, NoticeKind.ENTRY, entry)
            return entry_id

        return once(actor, press, act)


def reword(sight: Sight, entry: Entry, text: str) -> None:
    """Other words, by whoever was found to be allowed to; what stood before is kept."""
    keep(sight, entry, Measure.get_or_none(Measure.entry == entry.id))
    entry.text, entry.lang, entry.phrase = text, sight.actor.locale, None
    entry.save()


def to_change(actor: Actor, entry_id: UUID) -> Changing:
    """An entry for a form in which it can be changed. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, entry = reach(actor, Entry, entry_id)
        log = sight.log(entry.log_id)
        require(sight, _action(sight, entry), log)
        locking.require_changeable(entry, actor.now)
        recording.seen(sight, log, SeenPage.LOG, [entry.id])
        said = bank.words(entry, actor.locale)
        return Changing(log, log.child, entry.type, said.text, said.lang)


def set_status(actor: Actor, measure: UUID, status: MeasureStatus, *, press: Press | None = None) -> UUID:
    """How far a measure (named by its entry) has come. Raises Hidden, Denied, Conflict."""
    with transaction():
        sight, entry = reach(actor, Entry, measure)
        log = sight.log(entry.log_id)
        row = Measure.get_or_none(Measure.entry == entry.id)
        if row is None:
            raise Hidden
        action = _action(sight, entry)
        require(sight, action, log)

        def act() -> UUID:
            if row.status is not status:
                keep(sight, entry, row)
                Measure.update(status=status).where(Measure.id == row.id).execute()
                recording.audit(actor, action, entry.id, log)
            return measure

        return once(actor, press, act)


def may_change(sight: Sight, log: LogFacts, type_: EntryType, author: UUID, owner: UUID | None) -> bool:
    """Whether the actor may change such an entry: for showing or leaving out the way to do it."""
    action = _action_for(sight.actor.account_id, type_, author, owner)
    return action is not None and can(sight, action, log)


def _action(sight: Sight, entry: Entry) -> Action:
    owner = None
    if entry.type is EntryType.MEASURE:
        owner = Measure.get(Measure.entry == entry.id).owner_id
    action = _action_for(sight.actor.account_id, entry.type, entry.author_id, owner)
    if action is None:
        raise Denied
    return action


def _action_for(me: UUID, type_: EntryType, author: UUID, owner: UUID | None) -> Action | None:
    """What one needs to be allowed; None for what is never changed, or not by this person."""
    if type_ is EntryType.MEASURE and owner == me:
        return Action.MEASURE_CHANGE_OWN
    if type_ in CHANGES_OWN:
        return CHANGES_OWN[type_] if author == me else None
    return CHANGES.get(type_)


def keep(sight: Sight, entry: Entry, measure: Measure | None) -> None:
    """Keep what the entry says now, before it is changed."""
    at = max([sight.actor.now, *([entry.edited_at + MICROSECOND] if entry.edited_at else [])])
    Revision.create(
        entry=entry.id,
        log=entry.log_id,
        text=entry.text,
        lang=entry.lang,
        phrase=entry.phrase,
        look_at=measure.look_at if measure else None,
        status=measure.status if measure else None,
        changed_by=sight.actor.account_id,
        at=at,
    )
    entry.edited_at = at
    Entry.update(edited_at=at).where(Entry.id == entry.id).execute()


def earlier(shown: Collection[UUID], locale: str) -> dict[UUID, list[Earlier]]:
    """What these entries, which the actor may read, said before, in that language where it was a phrase of the bank:
    the latest first. One query.
    """
    found: dict[UUID, list[Earlier]] = {}
    query = Revision.select().where(Revision.entry.in_(list(shown))).order_by(Revision.at.desc(), Revision.id.desc())
    for row in query if shown else ():
        said = bank.words(row, locale)
        one = Earlier(said.text, said.lang, row.look_at, row.status, row.at)
        found.setdefault(row.entry_id, []).append(one)
    return found
