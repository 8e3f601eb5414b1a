"""The conditions of `access` about files and what may be copied, each opened or taken away. See `openings`."""

from parentapp.access import attaching, copying
from parentapp.access.actions import Action
from parentapp.access.visible import files
from parentapp.models import Attachment
from tests.access.removals import Removal, cut_out, instead


def conditions() -> list[Removal]:
    mine = " if entry.author_id == sight.actor.account_id else None"
    of_the_child = " and entry.audience is not Audience.ADULT"
    change = Action.ENTRY_CHANGE_OWN
    return [
        instead("a file where its entry is seen", files, "attachments", lambda sight: Attachment.select()),
        instead("who hangs a file there", attaching, "require_attaching", lambda sight, log, entry: change),
        cut_out("a file on ones own", attaching, "_action", mine),
        cut_out(
            "a file while one may change it", attaching, "require_attaching", "require(sight, action, log)", "pass"
        ),
        cut_out("no file on an adults own", attaching, "require_attaching", "is Audience.ADULT", "is None"),
        instead("who is offered to hang a file there", attaching, "may_attach", lambda sight, log, entry: True),
        cut_out("offered on what is the childs", attaching, "may_attach", of_the_child),
        cut_out("words of one's own to copy", copying, "may_copy", "own and ", "True and "),
        cut_out("what a child said, to copy", copying, "may_copy", "not said_by_child and "),
        cut_out("offered while one may change it", attaching, "may_attach", " and can(sight, action, log)"),
    ]
