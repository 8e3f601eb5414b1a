"""The log: choosing one, reading it month by month, and what professionals write in it."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.access.actions import Action
from parentapp.clock import local_date
from parentapp.domain import log, own_matters, writing
from parentapp.domain import search as looking
from parentapp.domain.attached import NoRoom
from parentapp.domain.shown import ShownEntry
from parentapp.enums import EntryType
from parentapp.forms.files import FilesForm
from parentapp.forms.log import ConcernForm, NoteForm
from parentapp.forms.search import SearchForm
from parentapp.views.asked import asked_id, asked_word, is_part, pressed
from parentapp.views.attachments import chosen, no_room
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render
from parentapp.views.uploading import takes_files

bp = Blueprint("log", __name__)

DONE = {
    "note": EntryType.NOTE,
    "concern": EntryType.CONCERN,
    "level": EntryType.LEVEL,
    "evaluated": EntryType.EVALUATION,
}


@dataclass(frozen=True)
class Month:
    first: date
    entries: list[ShownEntry]

    @property
    def key(self) -> str:
        """As in an address: «2026-03»."""
        return f"{self.first:%Y-%m}"


def by_month(entries: list[ShownEntry]) -> list[Month]:
    """The entries, newest first, under the months of Oslo in which they were written."""
    months = groupby(entries, key=lambda entry: local_date(entry.at).replace(day=1))
    return [Month(first, list(written)) for first, written in months]


@bp.get("/logs", endpoint="any")
def choose() -> Any:
    """The only log there is, or a list to choose from."""
    known = log.logs(actor())
    if len(known) == 1:
        return redirect(url_for(".show" if known[0].opens else "consents.sharing", log_id=known[0].log_id), 303)
    return render("log/list.html", logs=known)


@bp.get("/logs/<uuid:log_id>")
def show(log_id: UUID) -> Any:
    """A page of the log; to a page that is already there, only the part that comes after."""
    before, only = asked_id("before"), asked_word("only", log.FILTERS)
    page = log.timeline(actor(), log_id, before=before, only=only)
    written = _written(page.entries)
    return render(
        "log/_older.html" if is_part() else "log/show.html",
        page=page,
        months=by_month(page.entries),
        before=before,
        only=only,
        written=written,
        opened=page.waits is not None and request.args.get("done") == "opened",
        own=page.log.youth_id == actor().account_id,
    )


@bp.route("/logs/<uuid:log_id>/notes", methods=["GET", "POST"])
@takes_files
def new_note(log_id: UUID) -> Any:
    """Write a note. One line is enough."""
    if request.method == "GET":
        return _writing(log_id, Action.NOTE_ADD, "log/note.html", NoteForm)
    if request.files:
        writing.require_may(actor(), log_id, Action.NOTE_ADD)
    form = NoteForm()
    if not form.validate():
        return _writing(log_id, Action.NOTE_ADD, "log/note.html", form)
    said = (form.text.data, str(form.health.data), str(form.about()), *form.said_of_files())
    how: dict[str, Any] = {"files": chosen(form), "press": pressed(form, "note", log_id.hex, *said)}
    try:
        log.add_note(actor(), log_id, form.text.data, health=form.health.data, about=form.about(), **how)
    except NoRoom as full:
        no_room(form, full)
        return _writing(log_id, Action.NOTE_ADD, "log/note.html", form)
    return redirect(url_for(".show", log_id=log_id, done="note"), 303)


@bp.route("/logs/<uuid:log_id>/concerns", methods=["GET", "POST"])
@takes_files
def new_concern(log_id: UUID) -> Any:
    """Write something one wonders about, in words a parent can read."""
    if request.method == "GET":
        return _writing(log_id, Action.CONCERN_ADD, "log/concern.html", ConcernForm)
    if request.files:
        writing.require_may(actor(), log_id, Action.CONCERN_ADD)
    form = ConcernForm()
    if not form.validate():
        return _writing(log_id, Action.CONCERN_ADD, "log/concern.html", form)
    said = (form.text.data, str(form.about()), *form.said_of_files())
    how: dict[str, Any] = {"files": chosen(form), "press": pressed(form, "concern", log_id.hex, *said)}
    try:
        log.add_concern(actor(), log_id, form.text.data, about=form.about(), **how)
    except NoRoom as full:
        no_room(form, full)
        return _writing(log_id, Action.CONCERN_ADD, "log/concern.html", form)
    return redirect(url_for(".show", log_id=log_id, done="concern"), 303)


@bp.get("/logs/<uuid:log_id>/search")
def search(log_id: UUID) -> Any:
    """An empty search. What is looked for is sent as a form: it stands in no address, history or server's log."""
    return render("log/search.html", page=looking.search(actor(), log_id, ""), form=None)


@bp.post("/logs/<uuid:log_id>/search")
def found(log_id: UUID) -> Any:
    """What has the words, the newest first; to a page that has the first of it, what comes after."""
    form = SearchForm()
    right = form.validate()
    page = looking.search(actor(), log_id, form.text.data if right else "", before=form.after() if right else None)
    part = is_part() and right and form.before.data
    return render("log/_found.html" if part else "log/search.html", 200 if right else 422, page=page, form=form)


def _writing(log_id: UUID, action: Action, template: str, form: FilesForm | type[FilesForm]) -> Any:
    """The page with a new form of that kind, or with the one that was not right."""
    page = own_matters.to_write(actor(), log_id, action)  # decided before anything kept is given
    status, shown = (200, kept(form)) if isinstance(form, type) else (422, form)
    return render(template, status, form=shown, log_id=log_id, child=page.child, adults=page.adults)


def _written(entries: list[ShownEntry]) -> ShownEntry | None:
    """What the address says was just written: the reader's newest, if it is that. An address makes nothing true."""
    newest = next((entry for entry in entries if entry.author.me), None)
    just = newest is not None and DONE.get(request.args.get("done", "")) is newest.type
    return newest if just else None
