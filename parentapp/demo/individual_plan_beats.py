"""A log that becomes an individual plan, as people of the demo do it."""

from dataclasses import dataclass

from parentapp.demo.beats import Beat
from parentapp.demo.stage import Stage
from parentapp.domain import coordinating, individual_plan
from parentapp.domain.individual_plan import Decided
from parentapp.enums import ServiceKind


@dataclass(frozen=True)
class PlanWished(Beat):
    """Wished that the log is the plan."""

    def play(self, stage: Stage, story: str) -> None:
        individual_plan.wish(stage.actor(self.who), stage.logs[story])


@dataclass(frozen=True)
class PlanDecided(Beat):
    """Wrote that the right to it is decided that day; and coordinates it through this unit."""

    service: ServiceKind
    unit: str

    def play(self, stage: Stage, story: str) -> None:
        actor, plan = stage.actor(self.who), individual_plan.current(stage.logs[story])
        individual_plan.decide(actor, plan.id, Decided(self.service, actor.today))
        coordinating.ask(actor, plan.id, actor.account_id, stage.units[self.unit])
