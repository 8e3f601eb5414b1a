"""How it has gone with a measure, as places in a drawing: what each voice has said, from the first day to the last."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from parentapp.domain.shown import ShownEntry
from parentapp.enums import Outcome, Voice

FEWEST = 2  # answers; of one there is nothing to draw
ACROSS, APART = 100, 9  # the length of a line, and how near two answers of one voice may stand
HEIGHTS = {Outcome.BETTER: 0, Outcome.SAME: 1, Outcome.TOO_EARLY: 1, Outcome.WORSE: 2}  # steps down from the top


@dataclass(frozen=True)
class Dot:
    """One answer. `along`: from 0, the first day, to 100, the last; `down`: steps from the best."""

    entry: ShownEntry
    along: float
    down: int


@dataclass(frozen=True)
class Line:
    """What one voice has said, the oldest first."""

    voice: Voice
    dots: tuple[Dot, ...]


@dataclass(frozen=True)
class Progress:
    """The lines of those who have said something: child, parents, helpers; and the same in one list."""

    lines: tuple[Line, ...]
    said: tuple[ShownEntry, ...]  # the oldest first
    first: datetime
    last: datetime


def progress(said: Iterable[ShownEntry]) -> Progress | None:
    """Of these answers, which the actor may see; None where there are too few of them."""
    found = sorted((each for each in said if each.outcome and each.voice), key=lambda each: (each.at, each.id))
    if len(found) < FEWEST:
        return None
    first, last = found[0].at, found[-1].at
    lines = [_line(voice, [each for each in found if each.voice is voice], first, last) for voice in Voice]
    return Progress(tuple(line for line in lines if line.dots), tuple(found), first, last)


def _line(voice: Voice, said: Sequence[ShownEntry], first: datetime, last: datetime) -> Line:
    whole = (last - first).total_seconds()
    where = [ACROSS * (each.at - first).total_seconds() / whole if whole else 0.0 for each in said]
    places = zip(said, spread(where), strict=True)
    return Line(voice, tuple(Dot(each, along, HEIGHTS[each.outcome]) for each, along in places if each.outcome))


def spread(where: Sequence[float]) -> list[float]:
    """These places, which rise, moved apart as little as it takes for each to be seen; in even steps where they are
    more than there is room for.
    """
    apart = min(APART, ACROSS / max(1, len(where) - 1))
    found: list[float] = []
    for number, place in enumerate(where):
        least = found[-1] + apart if found else 0.0
        most = ACROSS - apart * (len(where) - 1 - number)
        found.append(min(max(place, least), max(most, 0.0)))
    return [round(place, 1) for place in found]
