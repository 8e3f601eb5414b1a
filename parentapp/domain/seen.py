"""Hvem har sett: who read what of the child's log, for the family."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.consent import in_effect
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.sight import Sight, look
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.domain.people import Shown, ShownUnit, shown_people, shown_unit
from parentapp.enums import EntryType, SeenPage
from parentapp.models import Entry, SeenLine

PAGE = 30


@dataclass(frozen=True)
class ShownLine:
    """«Kari Nilsen (helsestasjonen) leste planen · tirsdag 10.42 · fordi dere sa ja 5. mars»."""

    id: UUID
    who: Shown
    unit: ShownUnit | None
    page: SeenPage
    types: tuple[EntryType, ...]  # what sorts of entries it showed
    health: bool
    at: datetime
    since: datetime | None  # the yes it rested on; None when no consent of this family was needed


@dataclass(frozen=True)
class SeenPageShown:
    log: LogFacts
    child: str
    lines: list[ShownLine]
    older: UUID | None


def seen(actor: Actor, log_id: UUID, before: UUID | None = None) -> SeenPageShown:
    """The lines the actor may see, newest first. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.SEEN_SEE, log)
        lines = _page(sight, log, before)
        recording.seen(sight, log, SeenPage.SEEN)
        people = shown_people(sight, log)
        return SeenPageShown(
            log=log,
            child=log.child,
            lines=[_shown(sight, log, line, left, people) for line, left in lines[:PAGE]],
            older=lines[PAGE - 1][0].id if len(lines) > PAGE else None,
        )


def _page(sight: Sight, log: LogFacts, before: UUID | None) -> list[tuple[SeenLine, list[Entry]]]:
    """One line more than a page, to know whether there are older ones. Raises Hidden."""
    query = visible.seen_lines(sight).where(SeenLine.log == log.id)
    if before is not None:
        last = visible.find(sight, SeenLine, before)
        query = query.where((SeenLine.at < last.at) | ((SeenLine.at == last.at) & (SeenLine.id < last.id)))
    return visible.cut(sight, list(query.order_by(SeenLine.at.desc(), SeenLine.id.desc()).limit(PAGE + 1)))


def _since(sight: Sight, log: LogFacts, line: SeenLine) -> datetime | None:
    """Since when the consent ran that the line rests on. Not the latest yes: that would tell of one person's answer."""
    grants = sight.consents.grants.get(log.id, ())
    grant = next((each for each in grants if each.request_id == line.request_id and each.since <= line.at), None)
    if grant is None and line.request_id is not None:  # it has ended, or begun again, since
        request = next(each for each in sight.consents.requests if each.id == line.request_id)
        grant = in_effect(request, sight.consents.families[log.id], line.at)
    return grant.since if grant else None


def _shown(
    sight: Sight,
    log: LogFacts,
    line: SeenLine,
    left: list[Entry],
    people: dict[UUID, Shown],
) -> ShownLine:
    return ShownLine(
        id=line.id,
        who=people.get(line.account_id, Shown(line.account_id, None)),
        unit=shown_unit(sight, log, line.unit_id),
        page=line.page,
        types=tuple(dict.fromkeys(entry.type for entry in left)),
        health=any(entry.health for entry in left),
        at=line.at,
        since=_since(sight, log, line),
    )
