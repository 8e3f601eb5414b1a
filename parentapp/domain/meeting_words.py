"""What was written about one meeting: what people wanted said before it, the minutes, the measures agreed in it."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.domain import locking, shown
from parentapp.domain.meeting_shown import ShownMeeting
from parentapp.domain.revising import Earlier
from parentapp.domain.shown import ShownEntry
from parentapp.enums import EntryType, Telling
from parentapp.models import Entry, Measure, Meeting, Revision, Statement

READ_OUT = (EntryType.CONTRIBUTION, EntryType.STATEMENT)  # what is read out when a meeting begins


@dataclass(frozen=True)
class ShownStatement:
    entry: ShownEntry
    earlier: tuple[Earlier, ...]  # of what was heard from a child: how it was written down before


@dataclass(frozen=True)
class ShownComment:
    entry: ShownEntry
    of_earlier: bool  # said of words that have been changed since


@dataclass(frozen=True)
class ShownMinutes:
    entry: ShownEntry
    earlier: tuple[Earlier, ...]
    comments: tuple[ShownComment, ...]  # the first first
    last_day: date  # on which something can be said of them
    locked_on: date | None  # None while they are open
    may_comment: bool
    may_agree: bool  # not said yet of the words that stand there


@dataclass(frozen=True)
class Words:
    """As the actor may see them. To a guest none of it is there."""

    mine: ShownStatement | None  # the actor's own
    statements: tuple[ShownStatement, ...]  # the others', and what was heard from a child
    contributions: tuple[ShownStatement, ...]  # of those who do not come
    minutes: ShownMinutes | None
    measures: tuple[ShownEntry, ...]
    may_state: bool
    may_contribute: bool  # send words in one's place
    may_hear_child: bool  # of whom nobody has written anything down
    may_change_heard: bool  # what the actor heard
    may_write_minutes: bool
    may_change_minutes: bool
    begun: bool

    @property
    def things(self) -> list[UUID]:
        """The entries it shows."""
        comments = self.minutes.comments if self.minutes else ()
        parts = (self.mine, *self.statements, *self.contributions, self.minutes, *comments)
        return [each.entry.id for each in parts if each] + [each.id for each in self.measures]


def of(sight: Sight, log: LogFacts, when: ShownMeeting) -> Words:
    """What the actor may see of it, in the order it was written, and what they may add. One query."""
    rows = [] if when.guest else _rows(sight, when.entry_id)
    found = shown.entries(sight, list({row.id: row for row in rows[::-1]}.values()))
    earlier = _earlier(rows)
    said = [_statement(each, earlier) for each in found if each.type is EntryType.STATEMENT]
    minutes = _minutes(sight, log, found, earlier)
    begun = when.starts is not None and when.starts <= sight.actor.now
    contributes = when.invited and log.holder_id != sight.actor.account_id
    before, after = not begun and not when.cancelled, begun and not when.cancelled
    may_hear = before and can(sight, Action.CHILD_HEAR, log)
    return Words(
        mine=next((each for each in said if each.entry.author.me and not each.entry.heard), None),
        statements=tuple(each for each in said if each.entry.heard or not each.entry.author.me),
        minutes=minutes,
        contributions=tuple(_statement(each, earlier) for each in found if each.type is EntryType.CONTRIBUTION),
        measures=tuple(each for each in found if each.type is EntryType.MEASURE),
        may_state=before and can(sight, Action.STATEMENT_WRITE, log),
        may_contribute=before and contributes and can(sight, Action.CONTRIBUTION_WRITE, log),
        may_hear_child=may_hear and not any(each.entry.heard for each in said),
        may_change_heard=may_hear,
        may_write_minutes=after and minutes is None and can(sight, Action.MINUTES_WRITE, log),
        may_change_minutes=minutes is not None and not minutes.locked_on and can(sight, Action.MINUTES_CHANGE, log),
        begun=begun,
    )


def _minutes(
    sight: Sight, log: LogFacts, found: list[ShownEntry], earlier: dict[UUID, list[Earlier]]
) -> ShownMinutes | None:
    """With what the family has said of them."""
    entry = next((each for each in found if each.type is EntryType.MINUTES), None)
    if entry is None:
        return None
    since = entry.edited_at or entry.at
    comments = [ShownComment(each, each.at < since) for each in found if each.type is EntryType.COMMENT]
    agreed = any(each.entry.author.me and not each.entry.text and not each.of_earlier for each in comments)
    last, locked = locking.last_day(entry.at), locking.is_locked(entry.at, sight.actor.now)
    may = not locked and can(sight, Action.MINUTES_COMMENT, log)
    return ShownMinutes(
        entry=entry,
        earlier=tuple(earlier.get(entry.id, ())),
        comments=tuple(comments),
        last_day=last,
        locked_on=last + timedelta(days=1) if locked else None,
        may_comment=may,
        may_agree=may and not agreed,
    )


def purpose_and_mine(sight: Sight, meeting: Meeting, *, heard: bool) -> tuple[ShownEntry, ShownStatement | None]:
    """What the meeting is for, and what the actor has said before it; or what they `heard` from the child."""
    own = (Entry.author == sight.actor.account_id) & (Entry.type == EntryType.STATEMENT)
    query = shown.select(sight).where((Entry.id == meeting.entry_id) | ((Entry.about == meeting.entry_id) & own))
    found = shown.entries(sight, list(query.objects()))
    mine = next((each for each in found if each.type is EntryType.STATEMENT and each.heard is heard), None)
    purpose = next(each for each in found if each.type is EntryType.MEETING)
    return purpose, _statement(mine, {}) if mine else None


def purpose_and_contribution(sight: Sight, meeting: Meeting) -> tuple[ShownEntry, ShownEntry | None]:
    """What the meeting is for, and what the actor has sent in their place."""
    sent = (Entry.author == sight.actor.account_id) & (Entry.type == EntryType.CONTRIBUTION)
    query = shown.select(sight).where((Entry.id == meeting.entry_id) | ((Entry.about == meeting.entry_id) & sent))
    found = {each.type: each for each in shown.entries(sight, list(query.objects()))}
    return found[EntryType.MEETING], found.get(EntryType.CONTRIBUTION)


def in_the_room(meeting: Meeting) -> Any:
    """Which entries whoever writes the minutes needs: what the meeting is for, the minutes that are there, and what is
    to be read out when it begins: what was sent by those who do not come, and «min mening» of those who want it so.
    """
    aloud = (Entry.type == EntryType.CONTRIBUTION) | (Statement.telling == Telling.READ_ALOUD)
    about = aloud | (Entry.type == EntryType.MINUTES)
    return (Entry.id == meeting.entry_id) | ((Entry.about == meeting.entry_id) & about)


def _rows(sight: Sight, meeting_entry: UUID) -> list[Any]:
    """The entries, the newest first; what was reworded once for each time, the latest first."""
    r, reworded = Revision, Entry.type.in_((EntryType.STATEMENT, EntryType.CONTRIBUTION, EntryType.MINUTES))
    before = (r.id.alias("before_id"), r.text_sealed.alias("before_sealed"), r.lang.alias("before_lang"))
    query = shown.select(sight).select_extend(*before, r.at.alias("before_until"))
    query = query.join_from(Entry, Revision, JOIN.LEFT_OUTER, on=((r.entry == Entry.id) & reworded))
    of_it = (Entry.about == meeting_entry) | (shown.ABOVE.about == meeting_entry) | (Measure.meeting == meeting_entry)
    query = query.where(of_it)
    return list(query.order_by(Entry.at.desc(), Entry.id.desc(), r.at.desc(), r.id.desc()).objects())


def _earlier(rows: list[Any]) -> dict[UUID, list[Earlier]]:
    found: dict[UUID, list[Earlier]] = {}
    for row in rows:
        if row.before_id is not None:
            text = Revision(id=row.before_id, log=row.log_id, text_sealed=row.before_sealed).text
            found.setdefault(row.id, []).append(Earlier(text, row.before_lang, None, None, row.before_until))
    return found


def _statement(entry: ShownEntry, earlier: dict[UUID, list[Earlier]]) -> ShownStatement:
    return ShownStatement(entry, tuple(earlier.get(entry.id, ())))
