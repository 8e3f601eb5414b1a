"""The service directory: reading it, and keeping right what a unit says about itself."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import directory
from parentapp.domain.directory import Words
from parentapp.enums import ServiceKind
from parentapp.forms.base import PressForm
from parentapp.forms.services import WordsForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("services", __name__)

DONE = ("written", "checked")


@bp.get("/services")
def index() -> Any:
    """All units, or those of one sort."""
    kind = asked_word("kind", [each.value for each in ServiceKind])
    page = directory.page(actor(), ServiceKind(kind) if kind else None)
    return render("services/index.html", page=page, kind=kind, done=asked_word("done", DONE))


@bp.route("/services/<uuid:unit_id>/words", methods=["GET", "POST"])
def describe(unit_id: UUID) -> Any:
    """What a unit helps with and how to reach it, by whoever keeps that right."""
    form = kept(WordsForm) if request.method == "GET" else WordsForm()
    if request.method == "GET" or not form.validate():
        page = directory.to_describe(actor(), unit_id)
        if request.method == "GET" and page.said and not form.data["helps_with"]:
            form = WordsForm(formdata=None, obj=page.said.words)
        return render("services/describe.html", 200 if request.method == "GET" else 422, page=page, form=form)
    words = Words(form.helps_with.data, form.phone.data, form.hours.data, form.reach.data)
    said = (words.helps_with, words.phone, words.hours, words.reach)
    directory.describe(actor(), unit_id, words, press=pressed(form, "unit words", unit_id.hex, *said))
    return _back(unit_id, "written")


@bp.post("/services/<uuid:unit_id>/checked")
def check(unit_id: UUID) -> Any:
    """«Det stemmer fortsatt»."""
    directory.check(actor(), unit_id, press=pressed(PressForm(), "unit checked", unit_id.hex))
    return _back(unit_id, "checked")


def _back(unit_id: UUID, done: str) -> Any:
    return redirect(url_for(".index", done=done, _anchor=f"u-{unit_id}"), 303)
