"""A beat about where a log is: how many services help together from then on."""

from dataclasses import dataclass

from parentapp.demo.beats import Written
from parentapp.demo.stage import Stage
from parentapp.domain import levels
from parentapp.enums import Level


@dataclass(frozen=True)
class Turned(Written):
    """Said how many services help from now on. The text is why."""

    level: Level

    def play(self, stage: Stage, story: str) -> None:
        levels.change(stage.actor(self.who, self.lang), stage.logs[story], self.level, self.text)
