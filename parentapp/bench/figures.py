"""One figure of the budgets, and those that are ratios of CPU: each of two things measured in turns."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from flask import Flask

from parentapp import i18n
from parentapp.bench import without
from parentapp.bench.timing import Compared, Side, compare
from parentapp.bench.town import LOG, TALK, Town
from parentapp.bench.visiting import Answer, Visitor, ask
from parentapp.domain import accounts

TRANSLATED = "ar"
LAST = re.compile(rb'name="after" id="after" value="([^"]+)"')


@dataclass(frozen=True)
class Figure:
    """One line of the table. `least` and `most` are of the turns, or of the pages."""

    number: int
    what: str
    unit: str
    value: float
    least: float
    most: float
    gate: float
    aim: float
    details: dict[str, Any] = field(default_factory=dict)


def translation(town: Town, reader: str, seconds: float) -> Figure:
    """3: the timeline page in another language, against the same page without translation."""
    language = TRANSLATED if TRANSLATED in {each.code for each in i18n.offered()} else i18n.SOURCE
    page = _timeline(town, reader, language)
    found = compare(Side(page), Side(page, lambda: without.translation(town.app)), seconds)
    what = f"page ({language}) ÷ the same page without translation"
    return _ratio(3, what, found, gate=1.15, aim=1.0)


def part(town: Town, reader: str, seconds: float) -> Figure:
    """4: a heart, which is decided, written down and drawn anew, against a bare answer of the same bytes.

    `details` tell of other parts, and of an answer that asks no database: what our own layers add to Flask.
    """
    visitor, stage = Visitor(town.app, reader), town.stage
    talk = f"/conversations/{stage.conversations[TALK]}"
    last = LAST.findall(visitor.plain().get(talk)().body)[-1].decode()
    parts = {
        "no question at all": visitor.get("/healthz"),
        "heart": visitor.post(f"/lysglimt/{stage.entries['sofia.lysglimt']}/heart", on="1"),
        "nothing new in a conversation": visitor.get(f"{talk}?after={last}", part=True),
        "older entries": visitor.get(f"/logs/{stage.logs[LOG]}?before={stage.entries['sofia.lysglimt']}", part=True),
    }
    each_of = seconds / len(parts)
    found = {name: compare(Side(act), Side(_bare(act()), batch=40), each_of) for name, act in parts.items()}
    details = {name: {"ratio": round(each.ratio, 2), "ms": each.milliseconds()} for name, each in found.items()}
    figure = _ratio(4, "htmx part (a heart) ÷ bare Flask answer of the same bytes", found["heart"], gate=2, aim=1.25)
    return replace(figure, details=details)


def sealing(town: Town, reader: str, seconds: float) -> Figure:
    """7: how much of the page's CPU goes to opening sealed texts."""
    page = _timeline(town, reader, i18n.SOURCE)
    found = compare(Side(page), Side(page, without.sealing), seconds)
    shares = [100 * (1 - 1 / ratio) for ratio in (found.ratio, min(found.ratios), max(found.ratios))]
    value, least, most = (round(share, 1) for share in shares)
    return Figure(7, "sealing's share of page CPU", "%", value, least, most, 5, 3, {"ms": found.milliseconds()})


def _ratio(number: int, what: str, found: Compared, *, gate: float, aim: float) -> Figure:
    value, least, most = (round(each, 3) for each in (found.ratio, min(found.ratios), max(found.ratios)))
    details = {"ms": found.milliseconds(), "turns": len(found.one)}
    return Figure(number, what, "ratio", value, least, most, gate, aim, details)


def _timeline(town: Town, reader: str, language: str) -> Callable[[], Answer]:
    """The log as somebody reads it in a language."""
    accounts.set_language(town.stage.actor(reader), language)
    return Visitor(town.app, reader).get(f"/logs/{town.stage.logs[LOG]}")


def _bare(answer: Answer) -> Callable[[], Answer]:
    """Flask with nothing but this answer."""
    app = Flask("bare", static_folder=None)
    app.add_url_rule("/", view_func=lambda: (answer.body, answer.status))
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": "/", "SERVER_NAME": "localhost", "SERVER_PORT": "80"}
    return lambda: ask(app, {**environ, "wsgi.url_scheme": "http"})
