"""CPU time of two things, taken in turns within one run, so that both meet the same machine."""

import statistics
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

WARM = 20  # calls before anything counts
FULL = 24.0  # seconds that one comparison takes; the machine's other work comes and goes within them
LEAST = 3  # turns


@dataclass(frozen=True)
class Side:
    """What is done, inside what; only the doing is timed."""

    act: Callable[[], object]
    inside: Callable[[], AbstractContextManager[object]] = field(default=nullcontext)
    batch: int = 4


@dataclass(frozen=True)
class Compared:
    """The two sides' CPU in milliseconds, turn by turn."""

    one: list[float]
    other: list[float]

    @property
    def ratios(self) -> list[float]:
        return [left / right for left, right in zip(self.one, self.other, strict=True)]

    @property
    def ratio(self) -> float:
        """The median: a turn that something else disturbed does not move it."""
        return statistics.median(self.ratios)

    def milliseconds(self) -> dict[str, dict[str, float]]:
        return {name: _spread(values) for name, values in (("one", self.one), ("other", self.other))}


def compare(one: Side, other: Side, seconds: float) -> Compared:
    """Turn by turn for so many seconds, and at least a few times."""
    for side in (one, other):
        with side.inside():
            for _ in range(WARM):
                side.act()
    found = Compared([], [])
    end = time.monotonic() + seconds
    while time.monotonic() < end or len(found.one) < LEAST:
        found.one.append(_cpu(one))
        found.other.append(_cpu(other))
    return found


def _cpu(side: Side) -> float:
    """Milliseconds of CPU for one call."""
    with side.inside():
        began = time.process_time()
        for _ in range(side.batch):
            side.act()
        return (time.process_time() - began) * 1000 / side.batch


def _spread(values: list[float]) -> dict[str, float]:
    found = {"median": statistics.median(values), "min": min(values), "max": max(values)}
    return {name: round(value, 3) for name, value in found.items()}
