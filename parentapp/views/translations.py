"""Translations: asking for one, the family's list, stopping one; a translator's own list, and where they write."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import assignments, translating
from parentapp.domain.assignments import Changed
from parentapp.forms.translations import AskForm, TranslationForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("translations", __name__)


@bp.get("/logs/<uuid:log_id>/translations")
def index(log_id: UUID) -> Any:
    page = translating.index(actor(), log_id)
    own = page.log.youth_id == actor().account_id
    done = asked_word("done", ("stopped",))
    return render("translations/index.html", page=page, own=own, done=done)


@bp.route("/texts/<uuid:thing_id>/translations", methods=["GET", "POST"])
def ask(thing_id: UUID) -> Any:
    """Have one text translated: an entry's, or a point of an agenda."""
    form = kept(AskForm) if request.method == "GET" else AskForm()
    chosen = form.chosen() if request.method == "POST" and form.validate() else None
    if chosen is None:
        return _asking(thing_id, form)
    press = pressed(form, "translation", thing_id.hex, form.whom.data, form.until.data.isoformat())
    locale, translator = chosen
    translating.ask(actor(), thing_id, locale=locale, translator=translator, until=form.until.data, press=press)
    return redirect(url_for(".ask", thing_id=thing_id, done="asked"), 303)


def _asking(thing_id: UUID, form: AskForm) -> Any:
    empty, status = translating.empty(actor(), thing_id), 422
    if request.method == "GET":
        form.until.data, status = form.until.data or empty.until, 200
    return render("translations/ask.html", status, empty=empty, form=form, done=asked_word("done", ("asked",)))


@bp.post("/translations/<uuid:translation_id>/stop")
def stop(translation_id: UUID) -> Any:
    """The translator sees nothing more of it."""
    log_id = translating.stop(actor(), translation_id)
    return redirect(url_for(".index", log_id=log_id, done="stopped"), 303)


@bp.get("/assignments")
def tasks() -> Any:
    """What one was asked to translate or to interpret."""
    done = asked_word("done", ("draft", "finished", "conflict"))
    return render("translations/tasks.html", page=assignments.assignments(actor()), done=done)


@bp.route("/translations/<uuid:translation_id>", methods=["GET", "POST"])
def write(translation_id: UUID) -> Any:
    """The text and its translation beside each other."""
    form = kept(TranslationForm) if request.method == "GET" else TranslationForm()
    if request.method == "GET" or not form.validate():
        return _writing(translation_id, form, 200 if request.method == "GET" else 422)
    finished = form.finished.data == "y"
    press = pressed(form, "translate", translation_id.hex, form.text.data, form.version.data or "", str(finished))
    said = {"version": form.version.data or "", "finished": finished, "press": press}
    try:
        assignments.save(actor(), translation_id, form.text.data, **said)
    except Changed:
        return _writing(translation_id, form, 409)
    return redirect(url_for(".tasks", done="finished" if finished else "draft"), 303)


def _writing(translation_id: UUID, form: TranslationForm, status: int) -> Any:
    """The text as it stands now, with what was typed to it, or to what stood there before; else with the draft."""
    opened = assignments.task(actor(), translation_id)
    changed = form.version.data not in (None, opened.source.version)
    if request.method == "GET" and not form.text.data:
        form.text.data = opened.draft
    form.version.data = opened.source.version
    return render("translations/write.html", status, opened=opened, form=form, changed=changed)
