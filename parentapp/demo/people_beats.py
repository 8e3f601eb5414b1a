"""Beats about who comes to belong to a log."""

from dataclasses import dataclass

from parentapp.demo.beats import Beat
from parentapp.demo.stage import Stage
from parentapp.domain import guardians
from parentapp.domain.guardians import Relationship
from parentapp.enums import Basis


@dataclass(frozen=True)
class Registered(Beat):
    """Registered a guardian by court judgment, who waits for a second person to have seen it too."""

    guardian: str
    how: str

    def play(self, stage: Stage, story: str) -> None:
        actor = stage.actor(self.who)
        found = Relationship(Basis.COURT_JUDGMENT, self.how, actor.today, signs=True)
        guardians.add(actor, stage.logs[story], self.guardian, found)
