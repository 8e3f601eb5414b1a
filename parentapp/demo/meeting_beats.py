"""Beats about meetings: called, moved, cancelled, answered, what is to be spoken of, who would rather not be met."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from parentapp import clock
from parentapp.demo.beats import Beat, Written
from parentapp.demo.people import EVERYBODY
from parentapp.demo.stage import Stage, works
from parentapp.domain import inviting, meeting_page, meetings, rather_not
from parentapp.domain.inviting import Invited
from parentapp.enums import Coming


@dataclass(frozen=True)
class Called(Written):
    """Called a meeting, `on` so many days from now (negative: it has been), and said why each is needed."""

    on: int
    start: str
    end: str
    asked: tuple[tuple[str, str], ...]
    place: str = ""
    link: str = ""

    def play(self, stage: Stage, story: str) -> None:
        starts, ends = (instant_of(stage, self.on, at) for at in (self.start, self.end))
        stage.meetings[_name(story, self.name)] = meetings.call(
            stage.actor(self.who, self.lang),
            stage.logs[story],
            self.text,
            starts,
            ends,
            place=self.place,
            link=self.link,
            invited=[_invited(stage, *each) for each in self.asked],
        )
        _remember(stage, self.who, _name(story, self.name))


@dataclass(frozen=True)
class OfMeeting(Beat):
    """Something somebody did about a meeting of the story."""

    meeting: str = field(default="meeting", kw_only=True)

    def found(self, story: str) -> str:
        return _name(story, self.meeting)


@dataclass(frozen=True)
class AskedGuest(OfMeeting):
    """Invited somebody to that one meeting."""

    guest: str
    reason: str

    def play(self, stage: Stage, story: str) -> None:
        name = self.found(story)
        inviting.invite_guest(stage.actor(self.who), stage.meetings[name], self.guest, self.reason)
        _remember(stage, self.who, name)


@dataclass(frozen=True)
class SaidComing(OfMeeting):
    """Said whether they come."""

    coming: Coming = Coming.YES

    def play(self, stage: Stage, story: str) -> None:
        meetings.answer(stage.actor(self.who), stage.meetings[self.found(story)], self.coming)


@dataclass(frozen=True)
class Raised(OfMeeting):
    """Added something to be spoken of."""

    text: str
    lang: str | None = None

    def play(self, stage: Stage, story: str) -> None:
        meetings.add_point(stage.actor(self.who, self.lang), stage.meetings[self.found(story)], self.text)


@dataclass(frozen=True)
class RatherNot(OfMeeting):
    """Would rather not have that person there."""

    person: str
    text: str = ""

    def play(self, stage: Stage, story: str) -> None:
        name = self.found(story)
        said = rather_not.say(stage.actor(self.who), stage.invitations[f"{name}.{self.person}"], self.text)
        stage.rather_nots[f"{name}.{self.who}"] = said


@dataclass(frozen=True)
class Reassured(OfMeeting):
    """Answered what `whom` would rather not."""

    whom: str
    text: str

    def play(self, stage: Stage, story: str) -> None:
        rather_not.answer(stage.actor(self.who), stage.rather_nots[f"{self.found(story)}.{self.whom}"], self.text)


@dataclass(frozen=True)
class Moved(OfMeeting):
    """Chose another time."""

    on: int
    start: str
    end: str
    place: str = ""

    def play(self, stage: Stage, story: str) -> None:
        starts, ends = (instant_of(stage, self.on, at) for at in (self.start, self.end))
        meetings.move(stage.actor(self.who), stage.meetings[self.found(story)], starts, ends, place=self.place)


@dataclass(frozen=True)
class Cancelled(OfMeeting):
    def play(self, stage: Stage, story: str) -> None:
        meetings.cancel(stage.actor(self.who), stage.meetings[self.found(story)])


def _name(story: str, name: str | None) -> str:
    return f"{story}.{name or 'meeting'}"


def _invited(stage: Stage, person: str, reason: str) -> Invited:
    unit = EVERYBODY[person].unit
    return Invited(stage.accounts[person], stage.units[unit] if unit else None, reason)


def instant_of(stage: Stage, on: int, at: str) -> datetime:
    """That time, on the first day from then on which people are at work."""
    day = stage.day(-on)
    while not works(day):
        day += timedelta(days=1)
    hour, minute = at.split(".")
    return _oslo(day, time(int(hour), int(minute)))


def _oslo(day: date, at: time) -> datetime:
    instant = clock.oslo_instant(day, at)
    if instant is None:
        raise ValueError(f"there is no {at} on {day}")
    return instant


def _remember(stage: Stage, who: str, name: str) -> None:
    """Each invitation under the meeting and the one it is for."""
    people = {account: person for person, account in stage.accounts.items()}
    for each in meeting_page.meeting(stage.actor(who), stage.meetings[name]).invited:
        stage.invitations[f"{name}.{people[each.person.account_id]}"] = each.invitation_id
