"""Beats about the baton: asking somebody to take over, and taking over."""

from dataclasses import dataclass

from parentapp.demo.beats import Beat, Written
from parentapp.demo.stage import Stage
from parentapp.domain import handovers
from parentapp.domain.handovers import Proposal
from parentapp.enums import Transition


@dataclass(frozen=True)
class Offered(Written):
    """Asked somebody to take over the baton. The text is what the next one should know."""

    successor: str
    reason: str
    transition: Transition | None = None
    worked: str = ""
    decided: bool = False  # child welfare has decided on help

    def play(self, stage: Stage, story: str) -> None:
        said = Proposal(self.reason, self.text, self.transition, self.worked, self.decided)
        actor = stage.actor(self.who, self.lang)
        stage.handovers[f"{story}.handover"] = handovers.propose(actor, stage.logs[story], self.successor, said)


@dataclass(frozen=True)
class TookOver(Beat):
    """Said yes to the last one that was asked."""

    def play(self, stage: Stage, story: str) -> None:
        handovers.accept(stage.actor(self.who), stage.handovers[f"{story}.handover"])
