"""Hvem har sett: who read what of the child's log, for the family."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from parentapp.access import names, visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import in_effect
from parentapp.access.facts import LogFacts
from parentapp.access.policy import can, require
from parentapp.access.sight import Sight, look
from parentapp.clock import local_date
from parentapp.db import transaction
from parentapp.domain import notices, recording
from parentapp.domain.people import Shown, ShownUnit, shown_people
from parentapp.enums import STAFF, EntryType, Relation, SeenPage, ServiceKind
from parentapp.models import Account, Entry, SeenLine, Unit

PAGE = 60  # lines, of which those of one person and day are gathered


@dataclass
class ShownRead:
    """One sort of page that was read, and each time it was."""

    page: SeenPage
    times: list[datetime]  # the newest first
    types: list[EntryType]  # what sorts of entries it showed
    health: bool


@dataclass
class ShownVisit:
    """What somebody read on one day: «Kari Nilsen (helsestasjonen) · tirsdag · fordi dere sa ja 5. mars»."""

    who: Shown
    unit: ShownUnit | None
    day: date
    since: datetime | None  # the yes it rested on; None when no consent of this family was needed
    reads: list[ShownRead]
    at_work: bool  # as a professional: they can be asked why


@dataclass(frozen=True)
class Wanted:
    """Of the lines only these: somebody's, of one sort of page, of the last days; None leaves it open."""

    who: UUID | None = None
    page: SeenPage | None = None
    days: int | None = None

    @property
    def anything(self) -> bool:
        return bool(self.who or self.page or self.days)


ALL = Wanted()


@dataclass(frozen=True)
class SeenPageShown:
    log: LogFacts
    child: str
    visits: list[ShownVisit]
    who: list[Shown]  # whose reading the actor may see, by name; told with the newest lines only
    pages: list[SeenPage]  # that any of it was of; likewise
    older: UUID | None
    may_ask: bool  # why somebody looked
    anything_new: bool


def seen(actor: Actor, log_id: UUID, before: UUID | None = None, wanted: Wanted = ALL) -> SeenPageShown:
    """The lines the actor may see, or what is wanted of them, newest first. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.SEEN_SEE, log)
        lines = _page(sight, log, before, wanted)
        recording.seen(sight, log, SeenPage.SEEN)
        people = shown_people(sight, log)
        who, pages = _choices(sight, log, people) if before is None else ([], [])
        return SeenPageShown(
            log=log,
            child=log.child,
            visits=_visits(sight, log, lines[:PAGE], people),
            who=who,
            pages=pages,
            older=lines[PAGE - 1][0].id if len(lines) > PAGE else None,
            may_ask=can(sight, Action.CONVERSATION_START, log),
            anything_new=bool(lines[0][0].anything_new) if lines else notices.anything_new(sight),
        )


def _choices(sight: Sight, log: LogFacts, people: dict[UUID, Shown]) -> tuple[list[Shown], list[SeenPage]]:
    """Whom and what there is to choose among: of the lines that the actor may see, and of no others. One query."""
    sealed = Account.select(Account.name_sealed).where(Account.id == SeenLine.account).alias("who_sealed")
    lines = visible.seen_lines(sight).where(SeenLine.log == log.id)
    rows = list(lines.select(SeenLine.account, SeenLine.relation, SeenLine.page, sealed).distinct())
    who = {row.account_id: people.get(row.account_id) or _visitor(row) for row in rows}
    named = [each for each in who.values() if each.name is not None and not each.me]
    there = {row.page for row in rows}
    return sorted(named, key=lambda each: (each.name or "", str(each.account_id))), [p for p in SeenPage if p in there]


def _page(sight: Sight, log: LogFacts, before: UUID | None, wanted: Wanted) -> list[tuple[SeenLine, list[Entry]]]:
    """One line more than a page, to know whether there are older ones. Raises Hidden."""
    query = visible.seen_lines(sight).where(SeenLine.log == log.id)
    if before is not None:
        last = visible.find(sight, SeenLine, before)
        query = query.where((SeenLine.at < last.at) | ((SeenLine.at == last.at) & (SeenLine.id < last.id)))
    if wanted.who is not None:
        query = query.where(SeenLine.account == wanted.who)
    if wanted.page is not None:
        query = query.where(SeenLine.page == wanted.page)
    if wanted.days is not None:
        query = query.where(SeenLine.at > sight.actor.now - timedelta(days=wanted.days))
    who = Account.select(Account.name_sealed).where(Account.id == SeenLine.account).alias("who_sealed")
    unit = [part.where(Unit.id == SeenLine.unit) for part in (Unit.select(Unit.name), Unit.select(Unit.service))]
    more = (notices.is_anything_new(sight), who, unit[0].alias("unit_name"), unit[1].alias("service"))
    query = query.select_extend(*more).order_by(SeenLine.at.desc(), SeenLine.id.desc())
    return visible.cut(sight, list(query.limit(PAGE + 1)))


def _since(sight: Sight, log: LogFacts, line: SeenLine) -> datetime | None:
    """Since when the consent ran that the line rests on. Not the latest yes: that would tell of one person's answer."""
    grants = sight.consents.grants.get(log.id, ())
    grant = next((each for each in grants if each.request_id == line.request_id and each.since <= line.at), None)
    if grant is None and line.request_id is not None:  # it has ended, or begun again, since
        request = next(each for each in sight.consents.requests if each.id == line.request_id)
        grant = in_effect(request, sight.consents.families[log.id], line.at)
    return grant.since if grant else None


def _visits(
    sight: Sight, log: LogFacts, lines: list[tuple[SeenLine, list[Entry]]], people: dict[UUID, Shown]
) -> list[ShownVisit]:
    """The lines, gathered by person, day and yes: who reads often on one day fills no page."""
    found: dict[object, ShownVisit] = {}
    for line, left in lines:
        day, since = local_date(line.at), _since(sight, log, line)
        who = people.get(line.account_id) or _visitor(line)
        new = ShownVisit(who, _unit(sight, log, line), day, since, [], line.relation in STAFF)
        visit = found.setdefault((line.account_id, line.unit_id, day, since), new)
        _add(visit.reads, line, left)
    return list(found.values())


def _unit(sight: Sight, log: LogFacts, line: Any) -> ShownUnit | None:
    """Through which they read, also where it is no longer around the log: who was asked to take over, and said no."""
    if line.unit_id is None or not names.may_tell_unit(sight, log, line.unit_id):
        return None
    name = line.unit_name if names.may_tell_place(sight, log, line.unit_id) else None
    return ShownUnit(line.unit_id, ServiceKind(line.service), name)


def _visitor(line: Any) -> Shown:
    """Who does not belong to the log: a leader, named to whoever asked them; who was asked to take over and did not."""
    named = line.relation in (Relation.LEADER, Relation.SUCCESSOR)
    return Shown(line.account_id, Account(id=line.account_id, name_sealed=line.who_sealed).name if named else None)


def _add(reads: list[ShownRead], line: SeenLine, left: list[Entry]) -> None:
    read = next((each for each in reads if each.page is line.page), None)
    if read is None:
        read = ShownRead(line.page, [], [], health=False)
        reads.append(read)
    read.times.append(line.at)
    read.types += [each for each in dict.fromkeys(entry.type for entry in left) if each not in read.types]
    read.health = read.health or any(entry.health for entry in left)
