"""The conditions of `access` about what happens because time passes, each opened. Part of `openings`."""

from peewee import SQL

from parentapp.access import ending, watching
from parentapp.access.sight import Sight
from parentapp.access.visible import talk
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")


def conditions() -> list[Removal]:
    """Who is reminded of what, and who is shown it."""
    renewed = " if not last_longer(asked, request, each, grant.until)"
    return [
        instead("having said yes for longer", ending, "last_longer", lambda *_: False),
        cut_out("for longer, to the same service", ending, "last_longer", "each.unit_id == request.unit_id and "),
        cut_out("for longer, to a question that is replaced", ending, "last_longer", " and each.replaced_at is None"),
        cut_out("soon", ending, "_ending", " if left <= step"),
        cut_out("the latest step", ending, "_ending", "min(steps)", "max(steps)"),
        cut_out("whoever has not said yes again", ending, "_ending", renewed),
        instead("going on through another question", ending, "_goes_on", lambda *_: False),
        cut_out("of the same service", ending, "_goes_on", "each.unit_id == request.unit_id and "),
        instead("open logs", watching, "_is_open", lambda: ALWAYS),
        instead("which log is watched", watching, "watch", lambda actor, log_id: None),
        instead("which logs are watched", watching, "open_logs", lambda actor: []),
        instead("what runs", Sight, "running", lambda self, log: ()),
        instead("reminders of what one may not know of", talk, "_of_ending", lambda sight: ALWAYS),
        cut_out("as long as it ends that day", talk, "_of_ending", " & (Notice.day == grant.until)"),
        cut_out("questions one may know of", talk, "_of_ending", " if grant.request_id in known"),
    ]  # fmt: skip


# What is not taken away.
LET_BE = ("ending.endings",)  # puts together what stands above
