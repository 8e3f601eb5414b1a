"""What the demo's stories tell in «Dette er meg»."""

from dataclasses import dataclass

from parentapp.demo.beats import Beat
from parentapp.demo.stage import Stage
from parentapp.domain import about_me
from parentapp.enums import AboutMeTopic


@dataclass(frozen=True)
class ToldOfMe(Beat):
    """Told new helpers something they should know."""

    topic: AboutMeTopic
    text: str

    def play(self, stage: Stage, story: str) -> None:
        about_me.write(stage.actor(self.who), stage.logs[story], self.topic, self.text)
