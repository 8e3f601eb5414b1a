"""Figure 14: each page of a log of many years against the same page of a short one, in turns."""

from collections.abc import Iterator
from uuid import UUID

from parentapp.bench import lengthening, town
from parentapp.bench.figures import Figure
from parentapp.bench.timing import Compared, Side, compare
from parentapp.bench.town import Town
from parentapp.bench.visiting import Visitor
from parentapp.domain.log import timeline

FEW, MANY = 50, 5_000  # entries
READERS = ("oksana", "kari")  # the guardian, the contact person
GATE, AIM = 1.5, 1.25


def long_and_short(built: Town, seconds: float, many: int = MANY) -> Figure:
    """14: the page that is the slowest of them. `details` tell of each.

    Two logs of one family in one instance, alike but for their length. Searching opens every text and is not among
    them; nor is the page of «Ta vare på loggen», which counts what goes into each of its files.
    """
    short, long = town.widen(built.stage, 2)
    lengthening.lengthen(built.stage, FEW, short)
    lengthening.lengthen(built.stage, many, long)
    found = dict(_compared(built, short.log_id, long.log_id, seconds))
    ratios = {name: round(each.ratio, 2) for name, each in found.items()}
    worst = max(found, key=lambda name: ratios[name])
    what = f"a log of {many:,} entries ÷ one of {FEW}: {worst}"
    details = {name: {"ratio": ratios[name], "ms": each.milliseconds()} for name, each in found.items()}
    value, least, most = (round(each, 3) for each in (found[worst].ratio, min(ratios.values()), max(ratios.values())))
    return Figure(14, what, "ratio", value, least, most, GATE, AIM, details)


def _compared(built: Town, short: UUID, long: UUID, seconds: float) -> Iterator[tuple[str, Compared]]:
    pages = {reader: (addresses(built, reader, short), addresses(built, reader, long)) for reader in READERS}
    each_of = seconds / sum(len(of_short) for of_short, _ in pages.values())
    for reader, (of_short, of_long) in pages.items():
        visitor = Visitor(built.app, reader)
        for name, address in of_long.items():
            one, other = visitor.get(address), visitor.get(of_short[name])
            if one().status == other().status == 200:  # Hjem is the family's
                yield f"{name} ({reader})", compare(Side(one), Side(other), each_of)


def addresses(built: Town, reader: str, log_id: UUID) -> dict[str, str]:
    """The pages that are read, by name."""
    log, older = f"/logs/{log_id}", timeline(built.stage.actor(reader), log_id).entries[-1].id
    return {
        "Hjem": f"/?log={log_id}",
        "first": log,
        "older": f"{log}?before={older}",
        "filtered": f"{log}?only=lysglimt",
        "plan": f"{log}/plan",
        "in short": f"{log}/summary",
        "meetings": f"{log}/meetings",
        "who has seen": f"{log}/seen",
    }
