"""Beats of the plan: what was chosen from the phrase bank, and what somebody says of a measure."""

from dataclasses import dataclass

from parentapp.bank import AREA_OF
from parentapp.demo.beats import Beat, Written
from parentapp.demo.people import EVERYBODY
from parentapp.demo.stage import Stage
from parentapp.domain import evaluating, plan
from parentapp.enums import Outcome
from parentapp.enums.bank import GoalPhrase, MeasurePhrase


@dataclass(frozen=True)
class ChoseGoal(Beat):
    """Chose a goal of the bank; `name`: to find it again."""

    phrase: GoalPhrase
    name: str

    def play(self, stage: Stage, story: str) -> None:
        actor, area = stage.actor(self.who), AREA_OF[self.phrase]
        stage.entries[f"{story}.{self.name}"] = plan.add_goal(actor, stage.logs[story], self.phrase, area)


@dataclass(frozen=True)
class ChoseMeasure(Beat):
    """Chose a measure of the bank towards a goal; `look` days from now it is looked at."""

    phrase: MeasurePhrase
    goal: str
    owner: str
    look: int
    name: str

    def play(self, stage: Stage, story: str) -> None:
        actor, unit = stage.actor(self.who), EVERYBODY[self.owner].unit
        stage.entries[f"{story}.{self.name}"] = plan.add_measure(
            actor,
            stage.entries[f"{story}.{self.goal}"],
            self.phrase,
            owner=stage.accounts[self.owner],
            owner_unit=stage.units[unit] if unit else None,
            starts=actor.today,
            look_at=stage.day(-self.look),
        )


@dataclass(frozen=True)
class Evaluated(Written):
    """Said whether a measure helps; `heard`: wrote down what the child said."""

    measure: str
    outcome: Outcome
    heard: bool = False

    def play(self, stage: Stage, story: str) -> None:
        actor, measure = stage.actor(self.who, self.lang), stage.entries[f"{story}.{self.measure}"]
        evaluating.evaluate(actor, measure, self.outcome, self.text, heard=self.heard)
