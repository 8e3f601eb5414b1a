"""What each notice and each line of the access log tells of must still be seen: each condition taken away. Part of
`openings`.

Those that have a room of their own, as reminders and who is to stay, stand there.
"""

from peewee import SQL

from parentapp.access.visible import seen, telling
from parentapp.models import SeenLine
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")
TOLD = {
    "_of_log": "of logs one may know of",
    "_of_entry": "of entries one may read",
    "_of_version": "of what stands beside these",
    "_of_interpreter": "of interpreters for one's meetings",
    "_of_work": "of work that is one's own",
    "_of_handover": "of handovers one may know of",
    "_of_freeze": "of freezes one may know of",
    "_of_closing": "of closings one may know of",
    "_of_individual_plan": "of individual plans one may know of",
    "_of_question": "of questions one may know of",
    "_of_contact_request": "of requests one may know of",
    "_of_waiting": "of guardians who wait",
    "_of_care": "of care that waits",
}


def conditions() -> list[Removal]:
    relation = " & SeenLine.relation.in_(sorted(shown, key=lambda r: r.value))"
    return [
        *(instead(f"notices {said}", telling, name, lambda sight: ALWAYS) for name, said in TOLD.items()),
        cut_out("whose reading is shown", seen, "seen_lines", relation),
        cut_out("reading in a conversation", seen, "seen_lines", "talk, "),
        instead("reading of which nothing is left", seen, "_something_left", lambda sight: ALWAYS),
        instead("an interpreter's reading", seen, "_of_unknown_interpreters", lambda sight: SeenLine.id.is_null()),
        cut_out("cutting what was seen", seen, "cut", "may_read(sight) & "),
    ]


LET_BE = ("visible.telling.message_notices", "visible.telling._telling")  # say which stands for which kind
