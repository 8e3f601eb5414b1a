"""Closing a log together, as people of the demo do it."""

from dataclasses import dataclass

from parentapp.demo.beats import Beat
from parentapp.demo.stage import Stage
from parentapp.domain import closing


@dataclass(frozen=True)
class ClosingProposed(Beat):
    """Proposed to close the log."""

    text: str

    def play(self, stage: Stage, story: str) -> None:
        stage.closings[f"{story}.closing"] = closing.propose(stage.actor(self.who), stage.logs[story], self.text)


@dataclass(frozen=True)
class ClosingAgreed(Beat):
    """Said yes to it; the last yes closes it."""

    def play(self, stage: Stage, story: str) -> None:
        closing.agree(stage.actor(self.who), stage.closings[f"{story}.closing"])
