"""The conditions of `access` about closing a log together, each opened. Part of `openings`."""

from parentapp.access import rules
from parentapp.access.sight import Sight
from parentapp.access.visible import closing
from parentapp.models import Closing
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    """Whose yes it takes, and who knows that somebody has proposed it."""
    return [
        instead("signing for the log", rules, "closes", lambda sight, log: True),
        instead("whose yes closes", Sight, "closers", lambda sight, log: frozenset({sight.signer(log)})),
        cut_out("closing what was only asked for", Sight, "closers", "log.asked or "),
        instead("proposals to close one knows of", closing, "closings", lambda sight: Closing.select()),
    ]
