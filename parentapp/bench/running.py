"""One run: build the instance, measure everything in it, say what was found."""

import sys
import time

from parentapp.bench import counting, figures, long_logs, parts, saying, town, weighing
from parentapp.bench.figures import Figure
from parentapp.bench.timing import FULL

READER, ENTRIES, MANY = "oksana", 30, 300
FEW_LOGS, MANY_LOGS = 2, 60  # more than the reader's own, each with a conversation
USAGE = """parentapp bench [json] [quick]
json: no table. quick: a few turns of everything, to see that it works; the ratios then say little."""


def run(arguments: tuple[str, ...] = ()) -> None:
    """Measure, and write to standard output. Raises SystemExit for arguments it does not know."""
    if set(arguments) - {"json", "quick"}:
        raise SystemExit(USAGE)
    began = time.monotonic()
    found = measured(0.0 if "quick" in arguments else FULL)
    took = round(time.monotonic() - began)
    if "json" not in arguments:
        sys.stdout.write(saying.table(found, took) + "\n\n")
    sys.stdout.write(saying.as_json(found, took) + "\n")


def measured(seconds: float) -> list[Figure]:
    """All figures, by number. `seconds`: that each comparison takes."""
    with town.built() as built:
        town.fill(built.stage, ENTRIES - town.count(built, READER))
        found = [
            *figures.translation(built, READER, seconds),
            *parts.part(built, READER, seconds),
            figures.sealing(built, READER, seconds),
            *weighing.weights(built, READER),
        ]
        town.widen(built.stage, FEW_LOGS)
        few = counting.questions(built)
        town.fill(built.stage, MANY - ENTRIES)
        town.widen(built.stage, MANY_LOGS - FEW_LOGS)
        found.append(counting.figure(few, counting.questions(built)))
        found.append(long_logs.long_and_short(built, seconds * 2, long_logs.MANY if seconds else long_logs.FEW * 4))
    return sorted(found, key=lambda figure: figure.number)
