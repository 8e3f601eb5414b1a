"""Reminded of a meeting that comes: the family three days before and the day before, helpers the day before; who leads
it, where something waits. Once for each day and step.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import contributions, meetings, notices, private, rather_not, reminders, statements
from parentapp.domain.before_meetings import step_of
from parentapp.enums import Coming, NoticeKind
from parentapp.models import Invitation, Meeting, Notice
from tests.access.test_attending import without_who_else
from tests.cast import Cast
from tests.handing import hand_over
from tests.meeting_states import times_proposed


@contextmanager
def days_before(cast: Cast, days: int, name: str = "sofia.meeting") -> Iterator[None]:
    """That many days before, and the meeting was called long ago."""
    with clock.at(Meeting.get_by_id(cast.meetings[name]).starts - timedelta(days=days, hours=1)):
        yield


def remind(cast: Cast, child: str = "sofia") -> None:
    reminders.remind(SystemActor("test", clock.now()), cast.logs[child])


def told(cast: Cast, kind: NoticeKind = NoticeKind.MEETING_SOON) -> set[tuple[str, int]]:
    names = {account: name for name, account in cast.accounts.items()}
    return {(names[row.account_id], row.step) for row in Notice.select().where(Notice.kind == kind)}


@pytest.fixture(autouse=True)
def later(cast: Cast) -> None:
    """The meetings are a month ahead, so that there are days before them."""
    for name in ("sofia.meeting", "amina.meeting"):
        starts = cast.now + timedelta(days=30)
        of_it = Meeting.id == cast.meetings[name]
        Meeting.update(starts=starts, ends=starts + timedelta(hours=1)).where(of_it).execute()
        until = starts + timedelta(days=1)
        of_guests = (Invitation.meeting == cast.meetings[name]) & Invitation.guest
        Invitation.update(guest_until=until).where(of_guests).execute()


@pytest.mark.parametrize(("left", "step"), [(5, None), (4, None), (3, 3), (2, 3), (1, 1), (0, None), (-1, None)])
def test_which_reminder_is_due(left: int, step: int | None) -> None:
    today = date(2026, 3, 10)
    assert step_of(today + timedelta(days=left), today) == step


def test_each_is_told_at_each_step_once(cast: Cast) -> None:
    for days in range(6, -2, -1):
        with days_before(cast, days):
            remind(cast)
            remind(cast)
    assert told(cast) == {("oksana", 3), ("oksana", 1), ("per.aas", 1), ("bjorn", 1)}


def test_who_said_that_they_stay_away_is_not_reminded(cast: Cast) -> None:
    meetings.answer(cast.actor("per.aas"), cast.meetings["sofia.meeting"], Coming.NO)
    with days_before(cast, 1):
        remind(cast)
    assert ("per.aas", 1) not in told(cast)


@pytest.mark.parametrize("how", ["cancelled", "undecided", "called today"])
def test_of_some_meetings_nobody_is_reminded(cast: Cast, how: str) -> None:
    if how == "cancelled":
        meetings.cancel(cast.actor("kari"), cast.meetings["sofia.meeting"])
    if how == "undecided":
        Meeting.update(cancelled_at=cast.now).where(Meeting.id == cast.meetings["sofia.meeting"]).execute()
        times_proposed(cast)
    if how == "called today":
        Meeting.update(cancelled_at=cast.now).where(Meeting.id == cast.meetings["sofia.meeting"]).execute()
        with days_before(cast, 2):
            kari, starts = cast.actor("kari"), clock.now() + timedelta(days=2)
            meetings.call(kari, cast.logs["sofia"], "Nå", starts, starts + timedelta(hours=1))
    for days in (3, 2, 1):
        with days_before(cast, days):
            if how != "called today" or days == 2:
                remind(cast)
    assert told(cast) == told(cast, NoticeKind.MEETING_UNREADY) == set()


def test_nobody_is_reminded_of_a_meeting_that_is_kept_from_them(cast: Cast) -> None:
    entry = Meeting.get_by_id(cast.meetings["amina.meeting"]).entry_id
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    with days_before(cast, 3, "amina.meeting"):
        remind(cast, "amina")
    assert {("amina", 3), ("fadumo", 3)} <= told(cast)
    assert ("yusuf", 3) not in told(cast)


def ready(cast: Cast) -> None:
    """All that waits before Sofia's meeting is done."""
    statements.hear(cast.actor("kari"), cast.meetings["sofia.meeting"], "Hun vil være keeper.")
    rather_not.answer(cast.actor("kari"), cast.rather_nots["sofia.meeting.oksana"], "Greit.")


def unready(cast: Cast, days: int = 3) -> set[tuple[str, int]]:
    with days_before(cast, days):
        remind(cast)
    return told(cast, NoticeKind.MEETING_UNREADY)


def test_the_one_who_leads_is_reminded_of_what_waits(cast: Cast) -> None:
    assert unready(cast) == {("kari", 3)}


def test_where_all_is_done_the_one_who_leads_is_not_reminded(cast: Cast) -> None:
    ready(cast)
    assert unready(cast) == set()


def test_a_child_who_is_not_heard_is_waited_for(cast: Cast) -> None:
    rather_not.answer(cast.actor("kari"), cast.rather_nots["sofia.meeting.oksana"], "Greit.")
    assert unready(cast) == {("kari", 3)}


def test_an_unanswered_rather_not_is_waited_for(cast: Cast) -> None:
    statements.hear(cast.actor("kari"), cast.meetings["sofia.meeting"], "Hun vil være keeper.")
    assert unready(cast, 1) == {("kari", 1)}


def test_words_from_somebody_who_stays_away_are_waited_for(cast: Cast) -> None:
    ready(cast)
    meetings.answer(cast.actor("per.aas"), cast.meetings["sofia.meeting"], Coming.NO)
    assert unready(cast) == {("kari", 3)}
    contributions.send(cast.actor("per.aas"), cast.meetings["sofia.meeting"], "Hun er med i leken.")
    assert unready(cast, 1) == {("kari", 3)}, "and not the day before"


@pytest.mark.parametrize("told_who_helps", [True, False])
def test_what_waits_tells_of_no_service_that_the_one_who_leads_does_not_know_of(
    cast: Cast, told_who_helps: bool
) -> None:
    """The school was asked by whoever held the baton before, and somebody of it stays away."""
    ready(cast)
    Invitation.update(invited_by=cast.accounts["lina"]).where(Invitation.log == cast.logs["sofia"]).execute()
    if not told_who_helps:
        without_who_else(cast, "health")
    meetings.answer(cast.actor("per.aas"), cast.meetings["sofia.meeting"], Coming.NO)
    assert unready(cast) == ({("kari", 3)} if told_who_helps else set())


def test_the_reminder_says_when_and_what_one_can_do(cast: Cast) -> None:
    with days_before(cast, 3):
        remind(cast)
        found = [each for each in notices.news(cast.actor("oksana")) if each.kind is NoticeKind.MEETING_SOON]
        led = [each for each in notices.news(cast.actor("kari")) if each.kind is NoticeKind.MEETING_UNREADY]
    assert [each.meeting is not None for each in found + led] == [True, True]


def test_whoever_leads_no_longer_is_not_told_what_waits(cast: Cast) -> None:
    unready(cast)
    hand_over(cast, "kari", "sofia", "per.aas")
    assert not [each for each in notices.news(cast.actor("kari")) if each.kind is NoticeKind.MEETING_UNREADY]
