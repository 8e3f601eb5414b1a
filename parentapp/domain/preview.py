"""«Se loggen slik PPT ser den»: the timeline as a service would see it now, of what the one who looks may see."""

from dataclasses import dataclass
from uuid import UUID

from parentapp.access.actions import Action
from parentapp.access.actor import Actor
from parentapp.access.facts import LogFacts
from parentapp.access.policy import require
from parentapp.access.previewing import as_service
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import log as timeline
from parentapp.domain import notices, recording, shown, versions_shown
from parentapp.domain.people import ShownUnit, asking_unit
from parentapp.domain.shown import ShownEntry
from parentapp.domain.versions_shown import Saw
from parentapp.enums import Kind, SeenPage
from parentapp.errors import Hidden


@dataclass(frozen=True)
class Preview:
    log: LogFacts
    unit: ShownUnit
    kinds: frozenset[Kind]  # none: the service sees nothing now
    entries: list[ShownEntry]
    older: UUID | None  # the last entry's id when there is more
    anything_new: bool
    beside: dict[UUID, tuple[Saw, ...]]
    family: bool = False  # as a service is shown the log: without the family's ways on
    may_post_lysglimt: bool = False
    may_write_note: bool = False


def preview(actor: Actor, log_id: UUID, unit_id: UUID, *, before: UUID | None = None) -> Preview:
    """One page, newest first. Who looks has read it, not the service: that is what is written down. Raises Hidden."""
    with transaction():
        sight = look(actor, log_id)
        log = sight.log(log_id)
        require(sight, Action.SHARING_SEE, log)
        service, unit = as_service(sight, log, unit_id), asking_unit(sight, log, unit_id)
        if unit is None:
            raise Hidden
        rows = timeline.page(service, log, before, notices.is_anything_new(sight))
        count = timeline.PAGE
        entries = shown.entries(service, rows[:count])
        recording.seen(sight, log, SeenPage.LOG if entries else SeenPage.SHARING, [each.id for each in entries])
        return Preview(
            log=log,
            unit=unit,
            kinds=service.kinds(log),
            entries=entries,
            older=rows[count - 1].id if len(rows) > count else None,
            anything_new=bool(rows[0].anything_new) if rows else notices.anything_new(sight),
            beside=versions_shown.beside(service, log, entries),
        )
