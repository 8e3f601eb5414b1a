"""Lays somebody's texts, or their readings, out over a stretch of time: in order, at hours that vary."""

from collections.abc import Callable, Sequence
from itertools import cycle

from parentapp.demo.beats import Beat, Glimpsed, Noted
from parentapp.demo.people import EVERYBODY
from parentapp.demo.stage import Stage
from parentapp.enums import Feeling

AT_WORK = ("09.20", "11.40", "13.05", "10.10", "14.25", "08.50", "12.35", "15.10", "10.55", "13.50")
AT_HOME = ("19.30", "20.45", "17.10", "21.20", "18.05", "16.40", "20.05", "21.50", "18.35")
NEVER_MIND = 3  # a feeling is left out now and then


def notes(stage: Stage, who: str, first: int, last: int, texts: Sequence[str], *, health: bool = False) -> list[Beat]:
    """One note for each text, from `first` to `last` days ago."""
    moments = zip(days(stage, who, first, last, len(texts)), cycle(AT_WORK), texts, strict=False)
    return [Noted(day, at, who, text, health=health) for day, at, text in moments]


def glimpses(
    stage: Stage,
    who: str,
    first: int,
    last: int,
    texts: Sequence[str],
    *,
    feelings: Sequence[Feeling] = tuple(Feeling),
    hearts: Sequence[str] = (),
) -> list[Beat]:
    """One lysglimt for each text; those in `hearts` take turns in giving one or more."""
    hours = cycle(AT_WORK if EVERYBODY[who].unit else AT_HOME)
    moments = zip(days(stage, who, first, last, len(texts)), hours, texts, strict=False)
    return [
        Glimpsed(
            day, at, who, text,
            feelings[number % len(feelings)] if number % NEVER_MIND else None,
            tuple(hearts[: number % (len(hearts) + 1)]),
        )
        for number, (day, at, text) in enumerate(moments)
    ]  # fmt: skip


def again(
    stage: Stage, made: Callable[[int, str, str], Beat], who: str, first: int, last: int, count: int
) -> list[Beat]:
    """The same act `count` times."""
    hours = cycle(AT_WORK if EVERYBODY[who].unit else AT_HOME)
    return [made(day, at, who) for day, at in zip(days(stage, who, first, last, count), hours, strict=False)]


def days(stage: Stage, who: str, first: int, last: int, count: int) -> list[int]:
    """So many days, as days ago, evenly laid out over those on which `who` can be met."""
    open_days = [day for day in range(first, last - 1, -1) if stage.is_there(who, day)]
    step = (len(open_days) - 1) / max(count - 1, 1)
    return [open_days[round(number * step)] for number in range(count)] if open_days else []
