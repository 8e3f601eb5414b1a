"""«Mine opplysninger»: what is held about whoever asks, to read as a PDF, and as JSON for other programs."""

import json
from datetime import UTC, date, datetime
from enum import Enum
from itertools import groupby
from typing import Any

from flask import Blueprint, Response, redirect, request, url_for

from parentapp.domain import my_data
from parentapp.domain.held import SORTS
from parentapp.domain.my_data import HeldLog, MyDataFile, Thing, Words
from parentapp.domain.people import ShownUnit
from parentapp.errors import Hidden
from parentapp.paper import NoPaper
from parentapp.phrases import held
from parentapp.views.asked import asked_word
from parentapp.views.files import ALONE, kept_file
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("my_data", __name__)

NO_PAPER = "no-paper"
PDF, JSON = "opplysninger.pdf", "opplysninger.json"
FORMAT, VERSION = "min-stafett/my-data", 1  # another number when a key comes to mean something else, or goes
NO_TAGS = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&"}  # read as a page it would still be no code
MOST_PARTS = 4  # digits of a part's number


@bp.get("/settings/my-data")
def show() -> Any:
    return render("my_data/show.html", page=my_data.page(actor()), no_paper=asked_word("done", [NO_PAPER]) is not None)


@bp.get("/settings/my-data/pdf")
def paper() -> Any:
    """A part of it to read."""
    found = my_data.file(actor(), _part(), for_programs=False)
    # Read in years to come: each date says its year, as if it were read in another.
    written = render("my_data/paper.html", page=found, parts=_parts(found), held=held, written_out=date.min)
    try:
        return kept_file(written, PDF, "receipt", "archive")
    except NoPaper:
        return redirect(url_for(".show", done=NO_PAPER), 303)


@bp.get("/settings/my-data/json")
def for_programs() -> Any:
    """A part of it for other programs. `docs/privacy.md` says what its keys mean."""
    found = my_data.file(actor(), _part(), for_programs=True)
    said = json.dumps(_plain_file(found), ensure_ascii=False, indent=1).translate(NO_TAGS)
    response = Response(said, mimetype="application/json")
    response.headers["Content-Disposition"] = f'attachment; filename="{JSON}"'
    response.headers["Content-Security-Policy"] = ALONE
    return response


def _parts(found: MyDataFile) -> list[tuple[str, list[Thing]]]:
    """What stands together on paper, with what that is called."""
    begins, title, named = held.PARTS, "", {}
    for sort in SORTS:
        title = named[sort.name] = begins.get(sort.name, title)
    return [(title, list(things)) for title, things in groupby(found.things, key=lambda each: named[each.sort])]


def _plain_file(found: MyDataFile) -> dict[str, Any]:
    told: dict[str, list[dict[str, Any]]] = {}
    for each in found.things:
        told.setdefault(each.sort, []).append(_plain_thing(each))
    head = {"format": FORMAT, "version": VERSION, "part": found.part, "parts": found.parts}
    logs = [_plain_log(each) for each in found.logs]
    return {**head, "made_at": _plain(found.made_at), "name": found.name, "logs": logs, **told}


def _plain_log(log: HeldLog) -> dict[str, Any]:
    relations = [{"relation": _plain(each), "service": _plain(service)} for each, service in log.relations]
    return {"number": log.number, "child": log.child, "about_you": log.own, "relations": relations}


def _plain_thing(thing: Thing) -> dict[str, Any]:
    where = {} if thing.log is None else {"log": thing.log.number}
    said: dict[str, Any] = {key: _plain_words(each) for key, each in thing.said.items()}
    if thing.sort == "drafts":
        said = {"fields": said}  # named by the form they were written in
    key, at = thing.at
    return {**where, key: _plain(at), **{name: _plain(value) for name, value in thing.facts.items()}, **said}


def _plain_words(said: Words) -> Any:
    return {"text": said.text, "lang": said.lang} if said.lang else said.text


def _plain(value: Any) -> Any:
    """As JSON has it: instants in UTC and days as ISO 8601 writes them, words of closed lists by their English name."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, ShownUnit):
        return {"service": value.service.value, "name": value.name}
    if isinstance(value, frozenset):
        return sorted(_plain(each) for each in value)
    if isinstance(value, list):
        return [{key: _plain(inner) for key, inner in each.items()} for each in value]
    return value


def _part() -> int:
    """The number in the query, the first part where there is none. Raises Hidden for what is no number."""
    text = request.args.get("part", "1")
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_PARTS):
        raise Hidden
    return int(text)
