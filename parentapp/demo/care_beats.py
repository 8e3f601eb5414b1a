"""The beats about a child in care. See `beats`."""

from dataclasses import dataclass

from parentapp.demo.beats import Beat
from parentapp.demo.stage import Stage
from parentapp.domain import care


@dataclass(frozen=True)
class TookCare(Beat):
    """Registered that a unit has care of the child, and said how that was verified; a second one has seen it too."""

    unit: str
    verified_how: str
    second: str
    seen: str

    def play(self, stage: Stage, story: str) -> None:
        actor, unit = stage.actor(self.who), stage.units[self.unit]
        log = stage.logs[story]
        waits = care.begin(actor, log, unit, since=actor.today, verified_how=self.verified_how)
        care.confirm(stage.actor(self.second), log, waits, self.seen)
