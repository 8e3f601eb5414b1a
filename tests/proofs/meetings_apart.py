"""What happens about meetings that somebody near must never notice: see `kept_apart`."""

from datetime import timedelta

from parentapp import clock
from parentapp.domain import inviting, log, meeting_page, meetings, rather_not
from parentapp.domain.inviting import Invited
from parentapp.enums import Coming
from parentapp.models import Meeting
from tests.cast import Cast


def hidden_meeting(cast: Cast) -> None:
    """Amina keeps a meeting from her father. It is moved, spoken of and answered, and in the end cancelled."""
    kari, amina, day = cast.actor("kari"), cast.actor("amina"), timedelta(days=4)
    starts, log_id = kari.now + day, cast.logs["amina"]
    asked = [Invited(cast.accounts["amina"], None, "Bare vi to og Per."), _per(cast)]
    called = meetings.call(kari, log_id, "Det vi ikke sier hjemme", starts, starts + day / 96, invited=asked)
    log.hide(amina, Meeting.get_by_id(called).entry_id, [cast.accounts["yusuf"]])
    meetings.answer(amina, called, Coming.YES)
    meetings.add_point(amina, called, "Kan jeg sove hos tante?")
    page = meeting_page.meeting(amina, called)
    said = rather_not.say(amina, next(each.invitation_id for each in page.invited if each.may_say_rather_not))
    rather_not.answer(kari, said, "Greit.")
    meetings.move(kari, called, starts + day, starts + day + day / 96, place="Biblioteket")
    meetings.cancel(kari, called)


def _per(cast: Cast) -> Invited:
    return Invited(cast.accounts["per.aas"], cast.units["school"], "For prøveplanen.")


def another_guest(cast: Cast, name: str) -> None:
    """Tor comes to one meeting: he reads of it, says that he comes, and Kari moves nothing."""
    meeting = cast.meetings[f"{name}.meeting"]
    inviting.invite_guest(cast.actor("kari"), meeting, "tor", "Kjenner fritidsklubben.")
    with clock.at(clock.now() + timedelta(minutes=3)):
        meeting_page.meeting(cast.actor("tor"), meeting)
        meetings.answer(cast.actor("tor"), meeting, Coming.YES)


def rather_not_per(cast: Cast) -> None:
    """Yusuf would rather not have Per there; Kari answers him."""
    yusuf, per = cast.actor("yusuf"), cast.invitations["amina.meeting.per.aas"]
    said = rather_not.say(yusuf, per, "Helst bare oss og Kari.")
    with clock.at(clock.now() + timedelta(minutes=4)):
        rather_not.answer(cast.actor("kari"), said, "Jeg spør Per om å komme en annen gang.")
