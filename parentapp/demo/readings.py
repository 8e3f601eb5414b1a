"""Beats in which somebody only reads, as they would in the app: this is what fills «hvem har sett»."""

from dataclasses import dataclass
from typing import ClassVar

from parentapp.demo.beats import Beat
from parentapp.demo.stage import Stage
from parentapp.domain import consents, conversations, desk, home, log, lysglimt, notices, seen


@dataclass(frozen=True)
class Looked(Beat):
    """Opened the log's timeline."""

    waits: ClassVar[bool] = False

    def play(self, stage: Stage, story: str) -> None:
        log.timeline(stage.actor(self.who), stage.logs[story])


@dataclass(frozen=True)
class LookedBack(Looked):
    """Opened the page of lysglimt."""

    def play(self, stage: Stage, story: str) -> None:
        lysglimt.glimpses(stage.actor(self.who), stage.logs[story])


@dataclass(frozen=True)
class CameHome(Looked):
    """Opened Hjem, and then what is new."""

    def play(self, stage: Stage, story: str) -> None:
        actor = stage.actor(self.who)
        home.home(actor, stage.logs[story])
        notices.news(actor)


@dataclass(frozen=True)
class SatDown(Looked):
    """Opened the desk, which shows something of every log one works with, and then what is new."""

    def play(self, stage: Stage, story: str) -> None:
        actor = stage.actor(self.who)
        desk.desk(actor)
        notices.news(actor)


@dataclass(frozen=True)
class Checked(Looked):
    """Looked up who sees what, and who has read."""

    def play(self, stage: Stage, story: str) -> None:
        consents.sharing(stage.actor(self.who), stage.logs[story])
        seen.seen(stage.actor(self.who), stage.logs[story])


@dataclass(frozen=True)
class ReadTalk(Looked):
    """Read the conversation of `whose`."""

    whose: str

    def play(self, stage: Stage, story: str) -> None:
        conversations.conversation(stage.actor(self.who), stage.conversations[f"{story}.{self.whose}"])
