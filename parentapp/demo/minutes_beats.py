"""Beats about what is said before a meeting and agreed in it: «min mening», hearing a child, minutes with measures."""

from dataclasses import dataclass
from datetime import datetime

from parentapp.demo.meeting_beats import OfMeeting, instant_of
from parentapp.demo.people import EVERYBODY
from parentapp.demo.stage import Stage
from parentapp.domain import minutes, statements
from parentapp.domain.minutes import Agreed
from parentapp.enums import Face, Telling


@dataclass(frozen=True)
class Stated(OfMeeting):
    """Said what they want said in the meeting."""

    telling: Telling
    text: str = ""
    face: Face | None = None

    def play(self, stage: Stage, story: str) -> None:
        meeting = stage.meetings[self.found(story)]
        statements.state(stage.actor(self.who), meeting, self.telling, self.text, self.face)


@dataclass(frozen=True)
class Heard(OfMeeting):
    """Wrote down what a child without a login wants said."""

    text: str

    def play(self, stage: Stage, story: str) -> None:
        statements.hear(stage.actor(self.who), stage.meetings[self.found(story)], self.text)


@dataclass(frozen=True)
class Task:
    """A measure agreed in a meeting; `look` days from now it is looked at (negative: that day has been)."""

    text: str
    goal: str
    owner: str
    look: int


@dataclass(frozen=True)
class Minuted(OfMeeting):
    """Wrote the minutes on the day of a meeting that was called for that day."""

    text: str
    tasks: tuple[Task, ...] = ()

    def when(self, stage: Stage) -> datetime:
        return instant_of(stage, -self.days, self.at)

    def play(self, stage: Stage, story: str) -> None:
        agreed = [_agreed(stage, story, number, task) for number, task in enumerate(self.tasks, start=1)]
        meeting = stage.meetings[self.found(story)]
        minutes.write(stage.actor(self.who), meeting, self.text.split("\n"), agreed)


def _agreed(stage: Stage, story: str, number: int, task: Task) -> Agreed:
    unit, owner = EVERYBODY[task.owner].unit, stage.accounts[task.owner]
    goal, unit_id = stage.entries[f"{story}.{task.goal}"], stage.units[unit] if unit else None
    return Agreed(number, goal, task.text, owner, unit_id, stage.day(-task.look))
