"""Beats about what a family asks of whoever leads a unit: another contact person, a log for one more child."""

from dataclasses import dataclass
from typing import ClassVar

from parentapp.demo.beats import Written
from parentapp.demo.stage import Stage
from parentapp.domain import contact_requests, log_wishes
from parentapp.domain.log_wishes import Asked


@dataclass(frozen=True)
class AskedForAnother(Written):
    """Asked whoever leads the unit for another contact person, and said why."""

    waits: ClassVar[bool] = False

    def play(self, stage: Stage, story: str) -> None:
        made = contact_requests.ask(stage.actor(self.who, self.lang), stage.logs[story], self.text)
        stage.contact_requests[f"{story}.{self.who}"] = made


@dataclass(frozen=True)
class AskedForLog(Written):
    """Asked a unit for a log for another child, who is of so many years."""

    child: str
    years: int
    unit: str

    waits: ClassVar[bool] = False

    def play(self, stage: Stage, story: str) -> None:
        about = (self.child, stage.today.year - self.years)
        log_wishes.ask(stage.actor(self.who, self.lang), Asked(about, stage.units[self.unit], self.text))
