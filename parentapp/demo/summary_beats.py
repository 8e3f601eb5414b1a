"""Beats of ready-made messages, and of reading «Kort fortalt»."""

from dataclasses import dataclass

from parentapp.demo.beats import Beat
from parentapp.demo.readings import Looked
from parentapp.demo.stage import Stage
from parentapp.domain import conversations, summary
from parentapp.enums import ReadyMessage


@dataclass(frozen=True)
class SaidReady(Beat):
    """Sent a ready-made message in the conversation of `whose`."""

    said: ReadyMessage
    whose: str

    def play(self, stage: Stage, story: str) -> None:
        name = f"{story}.{self.whose}"
        if name not in stage.conversations:
            stage.conversations[name] = conversations.start(stage.actor(self.whose), stage.logs[story])
        conversations.send_ready(stage.actor(self.who), stage.conversations[name], self.said)


@dataclass(frozen=True)
class ReadInShort(Looked):
    """Read «Kort fortalt» in their own language."""

    def play(self, stage: Stage, story: str) -> None:
        actor = stage.actor(self.who)
        summary.summary(actor, stage.logs[story], actor.locale)
