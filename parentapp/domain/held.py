"""Which sorts of things are held about a person, in the order in which their files tell of them: see `my_data`."""

from typing import Any

from parentapp.access import office, visible
from parentapp.access.sight import Sight
from parentapp.domain.drafts import KEPT
from parentapp.domain.held_about import ABOUT
from parentapp.domain.held_in_logs import MET, WRITTEN
from parentapp.domain.held_said import SAID
from parentapp.domain.held_sort import Sort
from parentapp.domain.held_whose import mine
from parentapp.models import (
    AuditLine,
    Draft,
    SeenLine,
)


def _drafts(sight: Sight) -> Any:
    return mine(Draft)(sight).where(Draft.created_at > sight.actor.now - KEPT)


READ = (
    Sort(
        "seen_by",
        SeenLine,
        visible.seen_lines,
        ("at", SeenLine.at),
        {"who": SeenLine.account, "as": SeenLine.relation, "page": SeenLine.page},
        log=SeenLine.log,
        raw=SeenLine.things,
    ),
    Sort(
        "own_readings",
        SeenLine,
        visible.own_readings,
        ("at", SeenLine.at),
        {"as": SeenLine.relation, "page": SeenLine.page},
        log=SeenLine.log,
    ),
    Sort(
        "changes",
        AuditLine,
        lambda sight: office.own_changes(sight.actor),
        ("at", AuditLine.at),
        {"action": AuditLine.action},
    ),
    Sort("drafts", Draft, _drafts, ("at", Draft.created_at), said={"fields": "fields"}),
)

SORTS: tuple[Sort, ...] = (*ABOUT, *SAID, *MET, *WRITTEN, *READ)
WIDTHS = (max(len(each.said) for each in SORTS), max(len(each.facts) for each in SORTS))
