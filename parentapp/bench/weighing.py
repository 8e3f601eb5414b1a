"""What goes over the wire, as the app serves it to a browser that unpacks everything: figures 11, 12 and 13."""

import re

from parentapp import i18n
from parentapp.bench.figures import Figure
from parentapp.bench.town import LOG, Town
from parentapp.bench.visiting import Answer, Visitor
from parentapp.domain import accounts

STATIC = re.compile(r'"(/static/[^"#]+)')
SMOOTH = re.compile(r"\shx-(?:get|post|put|patch|delete)=")  # what app.js fetches htmx for

Weights = dict[str, int]


def first_load(visitor: Visitor, address: str) -> Weights:
    """Bytes of the page and of everything it makes the browser fetch, by name. Latin script: system fonts."""
    page = visitor.plain().get(address)().body.decode()
    files = dict.fromkeys(STATIC.findall(page))
    if SMOOTH.search(page):
        files |= {visitor.asset("htmx.js"): None}
    return {address: visitor.get(address)().weight} | {file: _file(visitor, file).weight for file in files}


def built(visitor: Visitor, *names: str) -> Weights:
    """Bytes of built files by their plain names, brotli, without what the answer says around them."""
    return {name: len(_file(visitor, visitor.asset(name)).body) for name in names}


def weights(town: Town, reader: str) -> list[Figure]:
    """11, 12, 13: the first load of Hjem; scripts and styles; what comes the next time, and for a part."""
    accounts.set_language(town.stage.actor(reader), i18n.SOURCE)
    visitor = Visitor(town.app, reader)
    home = first_load(visitor, "/")
    scripts, styles = built(visitor, "app.js", "htmx.js"), built(visitor, "app.css")
    log = f"/logs/{town.stage.logs[LOG]}"
    pages = {"/": home["/"], "log": visitor.get(log)().weight}
    heart = visitor.post(f"/lysglimt/{town.stage.entries['sofia.lysglimt']}/heart", on="1")
    return [
        _figure("first load of Hjem", home, sum(home.values()), 45, 30, 11),
        _figure("scripts, brotli", scripts, sum(scripts.values()), 20, 17, 12),
        _figure("styles, brotli", styles, sum(styles.values()), 12, 8, 12),
        _figure("repeat page", pages, max(pages.values()), 7, 5, 13),
        _figure("htmx part (a heart)", {}, heart().weight, 1.5, 0.7, 13),
    ]


def _file(visitor: Visitor, address: str) -> Answer:
    answer = visitor.get(address)()
    if answer.status != 200:
        raise FileNotFoundError(f"{address} is not served; build the front end first: make static/dist/.made")
    return answer


def _figure(what: str, parts: Weights, total: int, gate: float, aim: float, number: int) -> Figure:
    sizes = list(parts.values()) or [total]
    return Figure(number, what, "bytes", total, min(sizes), max(sizes), gate * 1000, aim * 1000, dict(parts))
