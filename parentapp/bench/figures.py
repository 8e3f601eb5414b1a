"""One figure of the budgets, and those that are ratios of CPU: each of two things measured in turns."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from parentapp import i18n
from parentapp.bench import without
from parentapp.bench.timing import Compared, Side, compare
from parentapp.bench.town import LOG, Town
from parentapp.bench.visiting import Answer, Visitor
from parentapp.domain import accounts

TRANSLATED = "ar"


@dataclass(frozen=True)
class Figure:
    """One line of the table. `least` and `most` are of the turns, or of the pages. Without a gate: said to explain."""

    number: int
    what: str
    unit: str
    value: float
    least: float
    most: float
    gate: float | None = None
    aim: float | None = None
    details: dict[str, Any] = field(default_factory=dict)


def translation(town: Town, reader: str, seconds: float) -> list[Figure]:
    """3: the timeline page in bokmål, and in another language, each against the page with bokmål written in it.

    Bokmål is the same page. Another language has other letters and more bytes besides: that is in its ratio too.
    """
    offered = {each.code for each in i18n.offered()}
    languages = [i18n.SOURCE, *({TRANSLATED} & offered)]
    return [_translated(town, reader, language, seconds / len(languages)) for language in languages]


def _translated(town: Town, reader: str, language: str, seconds: float) -> Figure:
    page = _timeline(town, reader, language)
    found = compare(Side(page), Side(page, lambda: without.translation(town.app)), seconds)
    same = "the same page untranslated" if language == i18n.SOURCE else "the bokmål page untranslated, with other bytes"
    return ratio(3, f"page ({language}) ÷ {same}", found, gate=1.15, aim=1.0)


def sealing(town: Town, reader: str, seconds: float) -> Figure:
    """7: how much of the page's CPU goes to opening sealed texts."""
    page = _timeline(town, reader, i18n.SOURCE)
    found = compare(Side(page), Side(page, without.sealing), seconds)
    shares = [100 * (1 - 1 / ratio) for ratio in (found.ratio, min(found.ratios), max(found.ratios))]
    value, least, most = (round(share, 1) for share in shares)
    return Figure(7, "sealing's share of page CPU", "%", value, least, most, 5, 3, {"ms": found.milliseconds()})


def ratio(number: int, what: str, found: Compared, *, gate: float, aim: float) -> Figure:
    """How many times the CPU of the other the one takes."""
    value, least, most = (round(each, 3) for each in (found.ratio, min(found.ratios), max(found.ratios)))
    details = {"ms": found.milliseconds(), "turns": len(found.one)}
    return Figure(number, what, "ratio", value, least, most, gate, aim, details)


def _timeline(town: Town, reader: str, language: str) -> Callable[[], Answer]:
    """The log as somebody reads it in a language."""
    accounts.set_language(town.stage.actor(reader), language)
    return Visitor(town.app, reader).get(f"/logs/{town.stage.logs[LOG]}")
