"""The conditions of `access` about interpreters, each opened. Part of `openings`."""

from datetime import UTC, datetime
from typing import Any

from peewee import SQL

from parentapp.access import interpreting, windows
from parentapp.access.visible import languages
from parentapp.models import InterpreterAssignment
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")
LONG_AGO, FAR_AHEAD = (datetime(year, 1, 1, tzinfo=UTC) for year in (2000, 2100))


def conditions() -> list[Removal]:
    """Who interprets what, when, and through whose eyes."""
    closed, cancelled = " or log.closed", " or row.meeting.cancelled_at is not None"
    not_approved = "    if not approved:\n        return Stage.WAITING\n"
    return [
        instead("48 hours before", windows, "opens", lambda row: LONG_AGO),
        instead("two hours after", windows, "closes", lambda row: FAR_AHEAD),
        cut_out("an assignment that was ended", windows, "going_on", "stopped.is_null() & "),
        cut_out("an assignment that is over", windows, "going_on", " & (_closes() > _instant(now))"),
        instead("who approves an interpreter", interpreting, "approvers", _nobody),
        cut_out("who knows of the meeting", interpreting, "approvers", " - kept"),
        cut_out("that the family has said yes", interpreting, "stage", not_approved),
        cut_out("that the log is awake", interpreting, "stage", "log.id in sight.consents.awake and "),
        cut_out("a protected child's name", interpreting, "stage", " and (approved or not log.protected)"),
        cut_out("for whom one interprets", interpreting, "stage", " or row.reader_id not in needed"),
        cut_out("ended, for the family", interpreting, "_is_over", "row.ended_at is not None or "),
        cut_out("cancelled, for the family", interpreting, "_is_over", cancelled),
        cut_out("closed, for the family", interpreting, "_is_over", closed),
        instead("being impartial", interpreting, "is_impartial", lambda sight, log, account_id: True),
        instead("belonging to the log", interpreting, "belongs", lambda sight, log, account_id: False),
        cut_out("the eyes of the family", interpreting, "through_eyes_of", " & FAMILY"),
        cut_out("what an interpreter is shown of it", interpreting, "through_eyes_of", ", only=SHOWN"),
        instead("interpreters one knows of", languages, "assignments", lambda sight: InterpreterAssignment.select()),
        cut_out("meetings one knows of", languages, "assignments", _OF_MEETINGS),
        cut_out("assignments of one's own", languages, "work", "(a.interpreter == sight.actor.account_id) & "),
        cut_out("assignments that go on", languages, "work", " & going_on(sight.actor.now)"),
    ]


_OF_MEETINGS = " & a.meeting.in_(meetings(sight).select(Meeting.id))"


def _nobody(sight: Any, log: Any, kept: Any = frozenset()) -> frozenset[Any]:
    return frozenset()


# What is not taken away: it reads, and the conditions stand above; `over_since` ends a session, and shows nothing.
LET_BE = ("windows._closes", "windows._span", "windows._instant", "windows.over_since", "interpreting._ways")
