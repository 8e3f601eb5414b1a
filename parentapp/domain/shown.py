"""Entries as this actor may see them: the rows joined with their parts, and who else can read them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from peewee import JOIN, fn

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.audience import Written, covering, readers
from parentapp.access.copying import may_copy
from parentapp.access.facts import LogFacts
from parentapp.access.letting import listed
from parentapp.access.policy import can
from parentapp.access.sight import Sight
from parentapp.domain import attached, bank, kept_back, meeting_shown, pictures, translated
from parentapp.domain.attached import ShownFile
from parentapp.domain.meeting_shown import OfMeeting, ShownMeeting
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.domain.pictures import ShownPicture
from parentapp.domain.recording import belonging
from parentapp.domain.translated import Translatable
from parentapp.enums import (
    Audience,
    EntryType,
    Face,
    Feeling,
    Level,
    LifeArea,
    MeasureStatus,
    Outcome,
    Relation,
    Telling,
    Voice,
)
from parentapp.models import Entry, Evaluation, Goal, Heart, Invitation, Lysglimt, Measure, Meeting, Statement
from parentapp.models.content import OPEN_STATES, Concern, LevelChange

ABOVE = Entry.alias("above")  # what an entry hangs on: of a comment the minutes, which hang on their meeting
PARTS = (
    *(Lysglimt.feeling, Goal.life_area, LevelChange.level, Concern.life_areas),
    *(Measure.owner.alias("owner_id"), Measure.starts, Measure.look_at, Measure.status),
    *(Evaluation.outcome, Evaluation.voice),
    *(Statement.voice.alias("stated_voice"), Statement.telling, Statement.face),
)  # what only some sorts of entries have


@dataclass(frozen=True)
class ShownFor:
    """Who can read something. Guardians are named to the young person, and a group to each other."""

    people: tuple[Shown, ...]
    units: tuple[ShownUnit, ...]
    guardians: bool  # «foresatte», as a group

    @cached_property
    def others(self) -> tuple[Shown, ...]:
        """The people besides the one who looks."""
        return tuple(person for person in self.people if not person.me)

    @property
    def me(self) -> bool:
        return len(self.others) < len(self.people)

    @property
    def count(self) -> int:
        return len(self.people) + len(self.units) + self.guardians


@dataclass(frozen=True, kw_only=True)
class ShownEntry(Translatable):
    id: UUID
    log_id: UUID
    type: EntryType
    author: Shown
    unit: ShownUnit | None
    at: datetime
    health: bool
    audience: Audience
    picture: ShownPicture | None
    files: tuple[ShownFile, ...]
    may_attach: bool  # more of them
    feeling: Feeling | None
    hearts: int
    hearted: bool
    life_area: LifeArea | None
    level: Level | None  # how many services help from then on
    life_areas: tuple[LifeArea, ...]  # of a concern that the log was opened with
    owner: Shown | None
    starts: date | None
    look_at: date | None
    status: MeasureStatus | None
    overdue: bool
    outcome: Outcome | None
    voice: Voice | None
    telling: Telling | None  # of «min mening»: how it is to come out, and the face that was chosen
    face: Face | None
    about: UUID | None  # the entry it belongs to: an evaluation's measure
    edited_at: datetime | None  # when it was last given other words
    meeting: ShownMeeting | None  # whose purpose it is
    of_meeting: OfMeeting | None  # what was said before it, decided or agreed in it
    successor: Shown | None
    shown_for: ShownFor | None  # for the family only
    adult: Shown | None  # whose own matters it is about
    kept: bool  # it is kept from a guardian: told to whoever may decide that
    may_keep: bool
    may_copy: bool  # into the own service's record
    askable: bool  # somebody can be asked to translate it
    versions: int  # how many others have written how they saw it
    may_object: bool  # the actor can write that it was not so

    @property
    def edited(self) -> bool:
        """Whether it once said something else."""
        return self.edited_at is not None

    @property
    def heard(self) -> bool:
        """What a child said or wanted said, written down by somebody else."""
        return self.voice is Voice.CHILD and self.author.relation is not Relation.SUBJECT

    @property
    def lines(self) -> list[str]:
        """Of minutes, where each line is a decision: as they stand first."""
        return [line for line in self.first[0].split("\n") if line.strip()]


def select(sight: Sight) -> Any:
    """The entries the actor may read, with their parts, newest first."""
    of, belongs = Meeting.alias("of"), fn.COALESCE(Measure.meeting, ABOVE.about, Entry.about)
    # A service may read a measure, and not of meetings. Beside the others: in a condition it would be nested too deep.
    known = Entry.select(Entry.id).where(visible.may_read(sight)).alias("known")
    mine = Heart.select(fn.COUNT(Heart.id)).where((Heart.entry == Entry.id) & (Heart.account == sight.actor.account_id))
    query = (
        Entry.select(
            Entry,
            *PARTS,
            *(of.id.alias("of_meeting_id"), of.starts.alias("of_meeting_starts")),
            *meeting_shown.COLUMNS,
            Heart.select(fn.COUNT(Heart.id)).where(Heart.entry == Entry.id).alias("hearts"),
            mine.alias("hearted"),
            *(
                kept_back.withheld(sight).alias("withheld"),
                visible.ticked(sight).alias("ticked_units"),
                attached.listed(),
            ),
            visible.versions_beside(sight).alias("versions"),
            ABOVE.about.alias("high_above"),
        )
        .join(Lysglimt, JOIN.LEFT_OUTER, on=(Lysglimt.entry == Entry.id))
        .join_from(Entry, Goal, JOIN.LEFT_OUTER, on=(Goal.entry == Entry.id))
        .join_from(Entry, Concern, JOIN.LEFT_OUTER, on=(Concern.entry == Entry.id))
        .join_from(Entry, Measure, JOIN.LEFT_OUTER, on=(Measure.entry == Entry.id))
        .join_from(Entry, Evaluation, JOIN.LEFT_OUTER, on=(Evaluation.entry == Entry.id))
        .join_from(Entry, LevelChange, JOIN.LEFT_OUTER, on=(LevelChange.entry == Entry.id))
        .join_from(Entry, Statement, JOIN.LEFT_OUTER, on=(Statement.entry == Entry.id))
        .join_from(Entry, ABOVE, JOIN.LEFT_OUTER, on=(ABOVE.id == Entry.about))
        .join_from(Entry, known, JOIN.LEFT_OUTER, on=(known.c.id == belongs))
        .join_from(Entry, of, JOIN.LEFT_OUTER, on=(of.entry == known.c.id))
        .join_from(Entry, Meeting, JOIN.LEFT_OUTER, on=(Meeting.entry == Entry.id))
        .join_from(Meeting, Invitation, JOIN.LEFT_OUTER, on=meeting_shown.own_invitation(sight))
        .where(visible.may_read(sight))
        .order_by(Entry.at.desc(), Entry.id.desc())
    )
    return translated.joined(sight, pictures.joined(query), Entry)


def entries(sight: Sight, rows: Collection[Any]) -> list[ShownEntry]:
    """The rows of `select`, of whatever logs, as the actor may see them."""
    hidden = kept_back.hidden(sight, rows)
    around = {log_id: _Around(sight, sight.log(log_id)) for log_id in {row.log_id for row in rows}}
    return [_shown(around[row.log_id], row, hidden.get(row.id, frozenset())) for row in rows]


class _Around:
    """The people and services around one log, and who of them can read what: reckoned once for all its entries."""

    def __init__(self, sight: Sight, log: LogFacts) -> None:
        self.sight, self.log, self.family = sight, log, sight.is_family(log)
        self.askable = translated.askable(sight, log)
        self._people = shown_people(sight, log)
        self._units: dict[UUID | None, ShownUnit | None] = {}
        self._readers: dict[Written, ShownFor] = {}
        somebody = any(each.relation is Relation.GUARDIAN for each in belonging(sight, log))
        self._hides = somebody and can(sight, Action.ENTRY_HIDE, log)
        self._withholds = can(sight, Action.ENTRY_WITHHOLD, log)
        self._objects = can(sight, Action.VERSION_WRITE, log) and not sight.borrowed

    def person(self, account_id: UUID) -> Shown:
        return self._people.get(account_id) or Shown(account_id, None)

    def unit(self, unit_id: UUID | None) -> ShownUnit | None:
        if unit_id not in self._units:
            self._units[unit_id] = shown_unit(self.sight, self.log, unit_id)
        return self._units[unit_id]

    def may_keep(self, row: Any) -> bool:
        """From guardians, if any: anything by the young person, what is about health by health staff for a child.

        Never what is about an adult.
        """
        may = self._hides or (row.health and self._withholds)
        return may and not self.sight.borrowed and row.audience is not Audience.ADULT

    def ways(self, row: Any) -> dict[str, Any]:
        """What the actor can do about it."""
        return {
            "may_keep": self.may_keep(row),
            "may_copy": may_copy(self.sight, self.log, row),
            "askable": self.askable.covers(row),
            "may_object": self._objects and row.author_id != self.sight.actor.account_id,
        }

    def hung(self, row: Any) -> dict[str, Any]:
        """The picture and the files on it, and whether the actor may hang more there."""
        may, files = attached.may_attach(self.sight, self.log, row), attached.shown(row)
        return {"picture": pictures.shown(row), "files": files, "may_attach": may and len(files) < attached.MOST}

    def shown_for(self, written: Written) -> ShownFor:
        if written not in self._readers:
            self._readers[written] = shown_for(self.sight, self.log, written, self._people)
        return self._readers[written]


def _shown(around: _Around, row: Any, hidden: frozenset[UUID]) -> ShownEntry:
    overdue = row.look_at is not None and row.status in OPEN_STATES and row.look_at < around.sight.actor.today
    return ShownEntry(
        id=row.id,
        log_id=row.log_id,
        type=row.type,
        author=around.person(row.author_id),
        unit=around.unit(row.author_unit_id),
        **vars(bank.words(row, around.sight.actor.locale)),
        at=row.at,
        health=row.health,
        audience=row.audience,
        feeling=row.feeling,
        hearts=row.hearts,
        hearted=bool(row.hearted),
        life_area=row.life_area,
        level=None if row.level is None else Level(row.level),
        life_areas=tuple(each for each in LifeArea if each in (row.life_areas or ())),
        owner=around.person(row.owner_id) if row.owner_id else None,
        starts=row.starts,
        look_at=row.look_at,
        status=row.status,
        overdue=overdue,
        outcome=row.outcome,
        voice=row.voice or row.stated_voice,
        telling=row.telling,
        face=row.face,
        about=row.about_id,
        edited_at=row.edited_at,
        meeting=meeting_shown.shown(around.sight, row),
        of_meeting=OfMeeting(row.of_meeting_id, row.of_meeting_starts) if row.of_meeting_id else None,
        successor=around.person(row.addressee_id) if row.type is EntryType.HANDOVER and row.addressee_id else None,
        shown_for=around.shown_for(written(row, hidden)) if around.family else None,
        adult=around.person(row.addressee_id) if row.audience is Audience.ADULT else None,
        kept=bool(hidden or row.withheld),
        **around.hung(row),
        translation=translated.of(row, around.sight.actor.locale, around.person),
        versions=row.versions,
        **around.ways(row),
    )


def written(row: Any, hidden: frozenset[UUID] = frozenset()) -> Written:
    """What decides who reads a row of `select`."""
    return Written(row.type, row.author_id, row.health, row.audience, row.addressee_id, hidden, ticked(row))


def ticked(row: Any) -> frozenset[UUID]:
    """The services that the actor lets read what is about them: told to nobody else."""
    return listed(row.ticked_units)


def shown_for(sight: Sight, log: LogFacts, written: Written, people: dict[UUID, Shown] | None = None) -> ShownFor:
    """Who can read it, as a family member may be told. `people`: those of `shown_people`, where they are at hand."""
    people = shown_people(sight, log) if people is None else people
    grants = sight.consents.grants.get(log.id, ())
    found = readers(written, log, belonging(sight, log), grants, sight.actor.today)
    units = {grant.unit_id: shown_unit(sight, log, grant.unit_id) for grant in covering(written, grants)}
    named = [person for person in found if person.unit_id is None]
    guardians = [person for person in named if person.relation is Relation.GUARDIAN]
    grouped = len(guardians) > 1 and Relation.SUBJECT not in sight.relations(log)
    staff = [person for person in found if person.unit_id is not None and person.unit_id not in units]
    shown = [person for person in named if not (grouped and person.relation is Relation.GUARDIAN)] + staff
    return ShownFor(
        people=tuple(people[person.account_id] for person in shown),
        units=tuple(unit for unit in units.values() if unit),
        guardians=grouped,
    )
