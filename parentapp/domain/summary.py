"""«Kort fortalt»: one log in short, built from structure, so that it can be read in any language."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from typing import Any
from uuid import UUID

from peewee import SQL, Select

from parentapp.access import names, visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import levels, notices, recording, shown, visits
from parentapp.domain.contact import contact
from parentapp.domain.individual_plan_page import InShort, with_column
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.domain.shown import ShownEntry
from parentapp.domain.summary_words import Translations, translations
from parentapp.enums import VISITORS, Audience, EntryType, Kind, Level, LifeArea, Relation, SeenPage, Voice
from parentapp.models import Entry, Evaluation, Goal, Measure, Meeting, Revision

ALWAYS = (EntryType.CONCERN, EntryType.GOAL, EntryType.MEASURE, EntryType.EVALUATION)
LATER_CONCERNS = 2  # shown besides the first
MOST_CHANGES = 8


@dataclass(frozen=True)
class ContactInShort:
    holder: Shown
    unit: ShownUnit | None
    away_until: date | None
    answering: Shown | None  # who answers meanwhile, where the reader may be told


@dataclass(frozen=True)
class TakesPart:
    person: Shown
    unit: ShownUnit | None


@dataclass(frozen=True)
class MeasureInShort:
    entry: ShownEntry
    said: tuple[ShownEntry, ...]  # the latest «hjelper det?» in each voice


@dataclass(frozen=True)
class GoalInShort:
    entry: ShownEntry
    measures: tuple[MeasureInShort, ...]


@dataclass(frozen=True)
class AreaInShort:
    area: LifeArea | None
    goals: tuple[GoalInShort, ...]


@dataclass(frozen=True)
class NextMeeting:
    """The entry's words are the purpose. A protected child's place is told to nobody."""

    entry: ShownEntry
    starts: datetime
    ends: datetime
    place: str | None
    online: bool


@dataclass(frozen=True)
class ServiceSees:
    unit: ShownUnit
    kinds: frozenset[Kind]


@dataclass(frozen=True)
class Summary:
    """All that the reader may see of it. Free text is an entry's; `translations` has what stands beside it."""

    log: LogFacts
    child: str
    own: bool  # the log is about the reader
    level: Level | None  # how many services help together, for whoever may be told
    contact: ContactInShort
    individual: InShort | None  # the log is the child's individual plan
    people: tuple[TakesPart, ...]
    concerns: tuple[ShownEntry, ...]
    areas: tuple[AreaInShort, ...]
    meeting: NextMeeting | None
    since: datetime | None  # the reader's last visit, on an earlier day
    changes: tuple[ShownEntry, ...]  # by others since then, the newest first
    sees: tuple[ServiceSees, ...] | None  # for the family
    translations: Translations

    @property
    def entries(self) -> list[ShownEntry]:
        """Each entry that is shown, once."""
        return list({each.id: each for each in self._entries()}.values())

    def _entries(self) -> Iterable[ShownEntry]:
        yield from (*self.concerns, *self.changes)
        for goal in (goal for area in self.areas for goal in area.goals):
            yield goal.entry
            for measure in goal.measures:
                yield from (measure.entry, *measure.said)
        if self.meeting:
            yield self.meeting.entry


@dataclass(frozen=True)
class SummaryPage:
    summary: Summary
    anything_new: bool


def summary(actor: Actor, log_id: UUID, locale: str) -> SummaryPage:
    """The log in short for the actor, in that language; the visit is remembered. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.SUMMARY_SEE, log)
        visits.note(sight, log)
        rows = list(_select(sight, log).select_extend(notices.is_anything_new(sight)).objects())
        made = _made(sight, log, rows, [locale])
        recording.seen(sight, log, SeenPage.SUMMARY, [each.id for each in made.entries])
        return SummaryPage(made, bool(rows[0].anything_new) if rows else notices.anything_new(sight))


def summary_for(sight: Sight, log: LogFacts, locales: Collection[str]) -> Summary:
    """The log in short as whoever's sight it is may see it, with translations into these languages.

    Writes nothing: whoever shows it, to that person or to one who reads it for them, writes the access line.
    """
    return _made(sight, log, list(_select(sight, log).objects()), locales)


def _made(sight: Sight, log: LogFacts, rows: list[Any], locales: Collection[str]) -> Summary:
    entries = {each.id: each for each in shown.entries(sight, rows)}
    individual, level = _in_one_question(sight, log)
    return Summary(
        log=log,
        child=log.child,
        own=log.youth_id == sight.actor.account_id,
        level=level,
        contact=_contact(sight, log),
        individual=individual,
        people=tuple(_people(sight, log)),
        concerns=tuple(_concerns(entries.values())),
        areas=tuple(_areas(rows, entries)),
        meeting=_next_meeting(sight, log, rows, entries),
        since=next((visits.instant(row.since) for row in rows), None),
        changes=tuple(entries[row.id] for row in rows if _is_new(sight, row))[:MOST_CHANGES],
        sees=tuple(_sees(sight, log)) if sight.is_family(log) else None,
        translations=translations(sight, entries.values(), locales),
    )


def _in_one_question(sight: Sight, log: LogFacts) -> tuple[InShort | None, Level | None]:
    """The plan that the log is, and how many services help."""
    column = levels.column(sight, log)
    individual, level = with_column(sight, log, SQL("NULL") if column is None else column)
    return individual, None if level is None else Level(level)


def _select(sight: Sight, log: LogFacts) -> Any:
    """What the summary is made of, newest first, in one query: the plan, what is new, the meetings to come."""
    since = visits.since(sight, log)
    meets = (Meeting.starts.alias("meets"), Meeting.ends.alias("meets_until"))
    goals = (Goal.id.alias("goal_id"), Measure.goal.alias("of_goal"), Measure.id.alias("measure_id"))
    query = shown.select(sight).where(Entry.id.in_(_wanted(sight, log, since)))
    places = (Meeting.place_sealed, Meeting.link_sealed, Meeting.cancelled_at)
    columns = (*goals, Evaluation.measure.alias("of_measure"), *meets, *places, since.alias("since"))
    return query.select_extend(*columns)


def _wanted(sight: Sight, log: LogFacts, since: Any) -> Any:
    """Their ids, each sort by an index of its own: a log of many years has thousands of other entries."""
    always = Entry.select(Entry.id).where((Entry.log == log.id) & Entry.type.in_(ALWAYS))
    to_come = (Meeting.log == log.id) & (Meeting.ends > sight.actor.now) & Meeting.cancelled_at.is_null()
    by_others = (Entry.audience == Audience.LOG) & (Entry.author != sight.actor.account_id)
    new = visible.entries(sight).where((Entry.log == log.id) & by_others & (Entry.at > since)).select(Entry.id)
    newest = new.order_by(Entry.at.desc(), Entry.id.desc()).limit(MOST_CHANGES).alias("newest")
    reworded = Revision.select(Revision.entry).where((Revision.log == log.id) & (Revision.at > since))
    parts = (Meeting.select(Meeting.entry).where(to_come), reworded, Select([newest], [newest.c.id]))
    return reduce(lambda one, other: one.union(other), parts, always)


def _is_new(sight: Sight, row: Any) -> bool:
    """What was written to one person is for that one's own pages: the summary is printed, and shown to others."""
    since = visits.instant(row.since)
    if since is None or row.audience is not Audience.LOG:
        return False
    by_others = row.at > since and row.author_id != sight.actor.account_id
    return bool(by_others or (row.edited_at is not None and row.edited_at > since))


def _contact(sight: Sight, log: LogFacts) -> ContactInShort:
    """Without the phone number: an interpreter reads this too."""
    found = contact(sight, log)
    told = found.answering if found.answers and found.answering.name else None
    other = told if told and told.account_id != found.holder.account_id else None
    return ContactInShort(found.holder, found.unit, found.away_until, other)


def _people(sight: Sight, log: LogFacts) -> list[TakesPart]:
    """Everybody in the log besides the contact person, as far as the reader may be told that they are."""
    known = shown_people(sight, log)
    services = {grant.unit_id for grant in sight.consents.grants.get(log.id, ())}
    found: dict[UUID, TakesPart] = {}
    for each in recording.belonging(sight, log):
        if each.relation in VISITORS or each.account_id == log.holder_id:
            continue
        takes_part = each.unit_id is None or each.unit_id in services
        if takes_part and names.may_name(sight, log, each.account_id, each.unit_id):
            found.setdefault(each.account_id, TakesPart(known[each.account_id], shown_unit(sight, log, each.unit_id)))
    return sorted(found.values(), key=lambda each: (_rank(each.person), each.person.name or ""))


def _rank(person: Shown) -> int:
    return list(Relation).index(person.relation) if person.relation else len(Relation)


def _concerns(entries: Iterable[ShownEntry]) -> list[ShownEntry]:
    """What it began with, and what was wondered about last: nothing of an adult's own, which others would see."""
    found = [each for each in entries if each.type is EntryType.CONCERN and each.audience is Audience.LOG][::-1]
    return found[:1] + found[1:][-LATER_CONCERNS:]


def _areas(rows: list[Any], entries: dict[UUID, ShownEntry]) -> list[AreaInShort]:
    """Goals by life area in the order of the list, and within it in the order they were written."""
    goals = [(entries[row.id], row.goal_id) for row in reversed(rows) if row.type is EntryType.GOAL]
    found = []
    for area in LifeArea:
        made = [GoalInShort(goal, _measures(rows, entries, key)) for goal, key in goals if goal.life_area is area]
        if made:
            found.append(AreaInShort(area, tuple(made)))
    return found


def _measures(rows: list[Any], entries: dict[UUID, ShownEntry], goal: UUID) -> tuple[MeasureInShort, ...]:
    of_goal = (row for row in reversed(rows) if row.of_goal == goal)
    return tuple(MeasureInShort(entries[row.id], _said(rows, entries, row.measure_id)) for row in of_goal)


def _said(rows: list[Any], entries: dict[UUID, ShownEntry], measure: UUID) -> tuple[ShownEntry, ...]:
    """The latest word in each voice: the child's, the parents', the helpers'."""
    said = [entries[row.id] for row in rows if row.of_measure == measure]
    latest = (next((each for each in said if each.voice is voice), None) for voice in Voice)
    return tuple(each for each in latest if each)


def _next_meeting(sight: Sight, log: LogFacts, rows: list[Any], entries: dict[UUID, ShownEntry]) -> NextMeeting | None:
    coming = [row for row in rows if row.meets and row.meets_until > sight.actor.now and row.cancelled_at is None]
    row = min(coming, key=lambda each: (each.meets, each.id), default=None)
    if row is None:
        return None
    where = Meeting(id=row.meeting_id, log=log.id, place_sealed=row.place_sealed)
    place = None if log.protected else where.place
    return NextMeeting(entries[row.id], row.meets, row.meets_until, place, row.link_sealed is not None)


def _sees(sight: Sight, log: LogFacts) -> list[ServiceSees]:
    """Which services see what now, for the family: all the questions of a service together."""
    kinds: dict[UUID, frozenset[Kind]] = {}
    for grant in sight.consents.grants.get(log.id, ()):
        if grant.unit_id:
            kinds[grant.unit_id] = kinds.get(grant.unit_id, frozenset()) | grant.kinds
    told = ((shown_unit(sight, log, unit), seen) for unit, seen in kinds.items())
    return [ServiceSees(unit, seen) for unit, seen in told if unit]
