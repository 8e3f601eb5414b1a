"""What each sort of notice tells of must still be seen: each condition taken away. Part of `openings`.

Those that have a room of their own, as reminders and who is to stay, stand there.
"""

from peewee import SQL

from parentapp.access.visible import telling
from tests.access.removals import Removal, instead

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
    return [instead(f"notices {said}", telling, name, lambda sight: ALWAYS) for name, said in TOLD.items()]


LET_BE = ("visible.telling.message_notices", "visible.telling._telling")  # say which stands for which kind
