"""What happened around each child, as data: brief for tests, in full for the demo. Builds nothing itself."""

from parentapp.demo.beats import Away, Beat
from parentapp.demo.families import FAMILIES
from parentapp.demo.readings import SatDown
from parentapp.demo.spread import again
from parentapp.demo.stage import Stage
from parentapp.demo.stories import (
    about_me,
    agreed,
    amina,
    another_person,
    guarded,
    individual_plans,
    interpreters,
    jonas,
    levels,
    meetings,
    sofia,
    summary,
    translated,
    younger,
)

BRIEF: dict[str, tuple[Beat, ...]] = {
    "sofia": sofia.BRIEF,
    "amina": amina.BRIEF,
    "jonas": jonas.BRIEF,
    **younger.BRIEF,
    **guarded.BRIEF,
}
AWAY_BEFORE: tuple[Beat, ...] = (Away(95, "15.00", "kari", until=89),)
OF_A_YEAR = (meetings, interpreters, agreed, about_me, another_person, translated)
AT_THE_DESK = ("kari", "lina", "per.aas", "tor", "berit", "siri")


def told(stage: Stage, *, history: bool) -> list[tuple[str, list[Beat]]]:
    """Each story's name and beats; what belongs to no log, under an empty name."""
    full = _full(stage) if history else {}
    logs = [
        (name, [*frame, *BRIEF[name], *_meetings(name, history), *full.get(name, ()), *_in_short(stage, name, history)])
        for name, frame in FAMILIES.items()
    ]
    return [("", [*AWAY_BEFORE, *(_at_work(stage) if history else ())]), *logs]


def _meetings(name: str, history: bool) -> tuple[Beat, ...]:
    """The meetings of a log, who interprets them, what the child wants helpers to know, who wishes for another one."""
    stories = [
        meetings.BRIEF,
        interpreters.BRIEF,
        another_person.BRIEF,
        *([each.FULL for each in (*OF_A_YEAR, levels, individual_plans)] if history else []),
    ]
    return tuple(beat for story in stories for beat in story.get(name, ()))


def _in_short(stage: Stage, name: str, history: bool) -> list[Beat]:
    """Ready-made messages, and readings of «Kort fortalt»."""
    return [*summary.BRIEF.get(name, ()), *(summary.full(stage).get(name, ()) if history else ())]


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
