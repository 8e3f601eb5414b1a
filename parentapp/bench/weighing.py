"""What goes over the wire, as the app serves it to a browser that unpacks everything: figures 11, 12 and 13."""

import re

from parentapp import i18n
from parentapp.bench.figures import Figure
from parentapp.bench.town import LOG, Town
from parentapp.bench.visiting import Answer, Visitor
from parentapp.domain import accounts

STATIC = re.compile(r'"(/static/[^"#]+)')
SMOOTH = re.compile(r"\shx-(?:get|post|put|patch|delete)=")  # what app.js fetches htmx for
LATER = re.compile(r'<link rel="apple-touch-icon"[^>]*>')  # fetched when somebody puts the app on their phone
MANIFEST = re.compile(r'<link rel="manifest" href="([^"]+)"')
LOCALE = re.compile(r'<html[^>]* data-locale="([^"]+)"')
WORKER = "/service-worker.js"
FILE = re.compile(r'"(/static/[^"]+)"')
KEPT = re.compile(r'[{,]\s*"(/[a-z-]+)":\s*"(/[a-z-]+)"')  # in the worker's list: a page's name, and where it is

Weights = dict[str, int]


def first_load(visitor: Visitor, address: str) -> Weights:
    """Bytes of the page and of everything it makes the browser fetch, by name. Latin script: system fonts."""
    page = LATER.sub("", visitor.plain().get(address)().body.decode())
    files = dict.fromkeys(STATIC.findall(page))
    if SMOOTH.search(page):
        files |= {visitor.asset("htmx.js"): None}
    return {address: visitor.get(address)().weight} | {file: _file(visitor, file).weight for file in files}


def kept_on_phone(visitor: Visitor, address: str, loaded: Weights) -> Weights:
    """Bytes that a first visit brings besides, in the background: what the worker keeps for where there is no network.

    The files that the page has loaded come out of the browser's own store. Each page is asked for when the worker is
    put in place, in bokmål, and again when the page has told it the reader's language.
    """
    page = visitor.plain().get(address)().body.decode()
    worker = visitor.plain().get(WORKER)()
    if worker.status != 200:
        return {}
    script, language = worker.body.decode(), LOCALE.findall(page)[0]
    files = {*MANIFEST.findall(page), WORKER, *FILE.findall(script)} - set(loaded)
    pages = [f"{kept}/{each}" for kept in dict(KEPT.findall(script)).values() for each in (i18n.SOURCE, language)]
    weights = {file: _file(visitor, file).weight for file in sorted(files)}
    for number, kept in enumerate(pages):
        weights[f"{kept} ({number})"] = _file(visitor, kept).weight
    return weights


def built(visitor: Visitor, *names: str) -> Weights:
    """Bytes of built files by their plain names, brotli, without what the answer says around them."""
    return {name: len(_file(visitor, visitor.asset(name)).body) for name in names}


def weights(town: Town, reader: str) -> list[Figure]:
    """11, 12, 13: the first load of Hjem, and with what the worker keeps; scripts and styles; the next time; a part."""
    accounts.set_language(town.stage.actor(reader), i18n.SOURCE)
    visitor = Visitor(town.app, reader)
    home = first_load(visitor, "/")
    scripts, styles = built(visitor, "app.js", "htmx.js"), built(visitor, "app.css")
    log = f"/logs/{town.stage.logs[LOG]}"
    pages = {"/": home["/"], "log": visitor.get(log)().weight}
    heart = visitor.post(f"/lysglimt/{town.stage.entries['sofia.lysglimt']}/heart", on="1")
    with_worker = {**home, **kept_on_phone(visitor, "/", home)}
    return [
        _figure("first load of Hjem", home, sum(home.values()), 45, 30, 11),
        _figure("the same, with what the phone keeps", with_worker, sum(with_worker.values()), 45, 30, 11),
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
