"""The conditions of `access` about who came, whom the family brings, what fits whom, each opened. Of `openings`."""

from peewee import SQL

from parentapp.access.visible import attending, telling, times
from parentapp.models import Invitation, ProposedTime, SupportPerson
from tests.access.removals import Removal, cut_out, instead

ALWAYS = SQL("(1 = 1)")


def conditions() -> list[Removal]:
    asked = "invitations(sight).select(Invitation.id)"
    led = " & _of_coming_meeting(sight)"
    return [
        instead("support persons", attending, "supports", lambda sight: SupportPerson.select()),
        cut_out("who came, with the minutes", attending, "attendances", "Attendance.minutes.in_(written) & "),
        cut_out(
            "of whom one is told that they came", attending, "attendances", asked, "Invitation.select(Invitation.id)"
        ),
        instead("proposed times", times, "proposed_times", lambda sight: ProposedTime.select()),
        instead("what fits whom", times, "_told", lambda sight: Invitation.select(Invitation.id)),
        cut_out("what fits others", times, "_told", ".where(mine | Invitation.log.in_(held))"),
        cut_out("what fits others, for the leader", times, "_told", " if leads_meetings(sight, log)"),
        instead("reminders of meetings", telling, "_of_coming_meeting", lambda sight: ALWAYS),
        cut_out("what waits, for the leader", telling, "_of_led_meeting", "Notice.log.in_(held) & "),
        cut_out("what waits before a meeting one knows of", telling, "_of_led_meeting", led),
    ]


LET_BE = ("visible.times.time_answers", "visible.times.time_wishes")  # both ask `_told`
