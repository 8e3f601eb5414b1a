"""Beats about asking for another contact person."""

from dataclasses import dataclass
from typing import ClassVar

from parentapp.demo.beats import Written
from parentapp.demo.stage import Stage
from parentapp.domain import contact_requests


@dataclass(frozen=True)
class AskedForAnother(Written):
    """Asked whoever leads the unit for another contact person, and said why."""

    waits: ClassVar[bool] = False

    def play(self, stage: Stage, story: str) -> None:
        made = contact_requests.ask(stage.actor(self.who, self.lang), stage.logs[story], self.text)
        stage.contact_requests[f"{story}.{self.who}"] = made
