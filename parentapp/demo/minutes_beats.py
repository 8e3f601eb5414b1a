"""Beats about what is said before a meeting, agreed in it and said of that: «min mening», minutes, comments."""

from dataclasses import dataclass
from datetime import datetime

from parentapp.demo.meeting_beats import OfMeeting, instant_of
from parentapp.demo.people import EVERYBODY
from parentapp.demo.stage import Stage
from parentapp.domain import commenting, minutes, statements
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
        entry = minutes.write(stage.actor(self.who), meeting, self.text.split("\n"), agreed)
        stage.entries[f"{self.found(story)}.minutes"] = entry


@dataclass(frozen=True)
class Confirmed(OfMeeting):
    """Said of the minutes that it was so."""

    def play(self, stage: Stage, story: str) -> None:
        commenting.agree(stage.actor(self.who), stage.meetings[self.found(story)])


@dataclass(frozen=True)
class Commented(OfMeeting):
    """Said what they saw differently."""

    text: str

    def play(self, stage: Stage, story: str) -> None:
        commenting.comment(stage.actor(self.who), stage.meetings[self.found(story)], self.text)


def _agreed(stage: Stage, story: str, number: int, task: Task) -> Agreed:
    unit, owner = EVERYBODY[task.owner].unit, stage.accounts[task.owner]
    goal, unit_id = stage.entries[f"{story}.{task.goal}"], stage.units[unit] if unit else None
    return Agreed(number, goal, task.text, owner, unit_id, stage.day(-task.look))
