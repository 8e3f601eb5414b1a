"""Beats about a meeting's interpreter: asked for, declared to be impartial, approved by the family, read."""

from dataclasses import dataclass, field
from uuid import UUID

from parentapp.demo.beats import Beat
from parentapp.demo.stage import Stage
from parentapp.domain import interpreter_work, interpreters


@dataclass(frozen=True)
class AskedInterpreter(Beat):
    """Asked somebody to interpret a meeting for one of the family. Found again as `sofia.halyna`."""

    interpreter: str
    reader: str
    meeting: str = field(default="meeting", kw_only=True)

    def play(self, stage: Stage, story: str) -> None:
        meeting, people = stage.meetings[f"{story}.{self.meeting}"], stage.accounts
        asked = interpreters.ask(stage.actor(self.who), meeting, people[self.interpreter], people[self.reader])
        stage.assignments[f"{story}.{self.interpreter}"] = asked


@dataclass(frozen=True)
class OfAssignment(Beat):
    """Something somebody did about the assignment of an interpreter."""

    interpreter: str

    def found(self, stage: Stage, story: str) -> UUID:
        return stage.assignments[f"{story}.{self.interpreter}"]


@dataclass(frozen=True)
class Declared(OfAssignment):
    """The interpreter said that they know none of them."""

    def play(self, stage: Stage, story: str) -> None:
        interpreters.declare(stage.actor(self.who), self.found(stage, story), clear=True)


@dataclass(frozen=True)
class Approved(OfAssignment):
    """One of the family said yes to the interpreter."""

    def play(self, stage: Stage, story: str) -> None:
        interpreters.answer(stage.actor(self.who), self.found(stage, story), yes=True)


@dataclass(frozen=True)
class OpenedAssignment(OfAssignment):
    """The interpreter looked at it."""

    def play(self, stage: Stage, story: str) -> None:
        interpreter_work.work(stage.actor(self.who), self.found(stage, story))
