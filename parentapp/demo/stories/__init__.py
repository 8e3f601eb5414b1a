"""What happened around each child, as data: brief for tests, in full for the demo. Builds nothing itself."""

from parentapp.demo.beats import Away, Beat
from parentapp.demo.families import FAMILIES
from parentapp.demo.readings import SatDown
from parentapp.demo.spread import again
from parentapp.demo.stage import Stage
from parentapp.demo.stories import agreed, amina, guarded, jonas, meetings, sofia, younger

BRIEF: dict[str, tuple[Beat, ...]] = {
    "sofia": sofia.BRIEF,
    "amina": amina.BRIEF,
    "jonas": jonas.BRIEF,
    **younger.BRIEF,
    **guarded.BRIEF,
}
AWAY_BEFORE: tuple[Beat, ...] = (Away(95, "15.00", "kari", until=89),)
AT_THE_DESK = ("kari", "lina", "per.aas", "tor", "berit", "siri")


def told(stage: Stage, *, history: bool) -> list[tuple[str, list[Beat]]]:
    """Each story's name and beats; what belongs to no log, under an empty name."""
    full = _full(stage) if history else {}
    called = {name: (*meetings.BRIEF.get(name, ()), *_more_meetings(name, history)) for name in FAMILIES}
    logs = [(name, [*frame, *BRIEF[name], *called[name], *full.get(name, ())]) for name, frame in FAMILIES.items()]
    return [("", [*AWAY_BEFORE, *(_at_work(stage) if history else ())]), *logs]


def _more_meetings(name: str, history: bool) -> tuple[Beat, ...]:
    return (*meetings.FULL.get(name, ()), *agreed.FULL.get(name, ())) if history else ()


def _full(stage: Stage) -> dict[str, list[Beat]]:
    return {
        "sofia": sofia.full(stage),
        "amina": amina.full(stage),
        "jonas": jonas.full(stage),
        **younger.full(stage),
        **guarded.full(stage),
    }


def _at_work(stage: Stage) -> list[Beat]:
    """Kari is away these days, and Lina answers for her; everybody's desk is opened now and then."""
    desks = [beat for who in AT_THE_DESK for beat in again(stage, SatDown, who, 160, 3, 8)]
    return [Away(2, "15.00", "kari", until=-3), *desks]
