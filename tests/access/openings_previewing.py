"""The conditions of `access` about looking at a log as a service sees it. See `openings`."""

import pytest

from parentapp.access import names, previewing
from parentapp.access.sight import Sight
from parentapp.access.visible import timeline
from tests.access.removals import Removal, cut_out


def conditions() -> list[Removal]:
    beyond = "sight.within is not None and not "
    asked = "unit_id not in {each.unit_id for each in sight.questions(log)}"
    return [
        cut_out("a preview only of what one sees", timeline, "may_read", "readable &= may_read(sight.within)", "pass"),
        cut_out(
            "a preview only of names one is told",
            names,
            "may_name",
            f"{beyond}may_name(sight.within, log, account_id, unit_id)",
            "False",
        ),
        cut_out(
            "a preview only of units one is told",
            names,
            "may_tell_unit",
            f"{beyond}may_tell_unit(sight.within, log, unit_id)",
            "False",
        ),
        cut_out("a preview of a service that has asked", previewing, "as_service", asked, "False"),
        Removal("what is kept is not told in a preview", _own_eyes, frozenset({"sight.Sight.borrowed"})),
    ]


def _own_eyes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Sight, "borrowed", False)
