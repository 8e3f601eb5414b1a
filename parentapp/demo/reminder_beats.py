"""Beats of time passing: what the worker tells in the morning."""

from dataclasses import dataclass
from typing import ClassVar

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.demo.beats import Beat
from parentapp.demo.stage import Stage
from parentapp.domain import reminders


@dataclass(frozen=True)
class Reminded(Beat):
    """Whoever was due in this log that morning was reminded; `who` is one of them."""

    waits: ClassVar[bool] = False

    def play(self, stage: Stage, story: str) -> None:
        reminders.remind(SystemActor("demo", clock.now()), stage.logs[story])
