"""What was written about one meeting: what people wanted said before it, the minutes, the measures agreed in it."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access.actions import Action
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.domain import shown
from parentapp.domain.meeting_shown import ShownMeeting
from parentapp.domain.revising import Earlier
from parentapp.domain.shown import ShownEntry
from parentapp.enums import EntryType
from parentapp.models import Entry, Measure, Meeting, Revision


@dataclass(frozen=True)
class ShownStatement:
    entry: ShownEntry
    earlier: tuple[Earlier, ...]  # of what was heard from a child: how it was written down before


@dataclass(frozen=True)
class ShownMinutes:
    entry: ShownEntry
    earlier: tuple[Earlier, ...]


@dataclass(frozen=True)
class Words:
    """As the actor may see them. To a guest none of it is there."""

    mine: ShownStatement | None  # the actor's own
    statements: tuple[ShownStatement, ...]  # the others'
    minutes: ShownMinutes | None
    measures: tuple[ShownEntry, ...]
    may_state: bool
    may_hear_child: bool
    may_write_minutes: bool
    may_change_minutes: bool
    begun: bool

    @property
    def things(self) -> list[UUID]:
        """The entries it shows."""
        parts = (self.mine, *self.statements, self.minutes)
        return [each.entry.id for each in parts if each] + [each.id for each in self.measures]


def of(sight: Sight, log: LogFacts, when: ShownMeeting) -> Words:
    """What the actor may see of it, in the order it was written, and what they may add. One query."""
    rows = [] if when.guest else _rows(sight, when.entry_id)
    found = shown.entries(sight, list({row.id: row for row in rows[::-1]}.values()))
    earlier = _earlier(rows)
    said = [_statement(each, earlier) for each in found if each.type is EntryType.STATEMENT]
    minutes = next((each for each in found if each.type is EntryType.MINUTES), None)
    begun = when.starts <= sight.actor.now
    before, after = not begun and not when.cancelled, begun and not when.cancelled
    return Words(
        mine=next((each for each in said if each.entry.author.me), None),
        statements=tuple(each for each in said if not each.entry.author.me),
        minutes=ShownMinutes(minutes, tuple(earlier.get(minutes.id, ()))) if minutes else None,
        measures=tuple(each for each in found if each.type is EntryType.MEASURE),
        may_state=before and can(sight, Action.STATEMENT_WRITE, log),
        may_hear_child=before and can(sight, Action.CHILD_HEAR, log),
        may_write_minutes=after and minutes is None and can(sight, Action.MINUTES_WRITE, log),
        may_change_minutes=minutes is not None and can(sight, Action.MINUTES_CHANGE, log),
        begun=begun,
    )


def purpose_and_mine(sight: Sight, meeting: Meeting) -> tuple[ShownEntry, ShownStatement | None]:
    """What the meeting is for, and what the actor has said before it."""
    own = (Entry.author == sight.actor.account_id) & (Entry.type == EntryType.STATEMENT)
    query = shown.select(sight).where((Entry.id == meeting.entry_id) | ((Entry.about == meeting.entry_id) & own))
    found = {each.type: each for each in shown.entries(sight, list(query.objects()))}
    mine = found.get(EntryType.STATEMENT)
    return found[EntryType.MEETING], _statement(mine, {}) if mine else None


def _rows(sight: Sight, meeting_entry: UUID) -> list[Any]:
    """The entries, the newest first; what was reworded once for each time, the latest first."""
    r, reworded = Revision, Entry.type.in_((EntryType.STATEMENT, EntryType.MINUTES))
    before = (r.id.alias("before_id"), r.text_sealed.alias("before_sealed"), r.lang.alias("before_lang"))
    query = shown.select(sight).select_extend(*before, r.at.alias("before_until"))
    query = query.join_from(Entry, Revision, JOIN.LEFT_OUTER, on=((r.entry == Entry.id) & reworded))
    query = query.where((Entry.about == meeting_entry) | (Measure.meeting == meeting_entry))
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
