"""One entry with how it stood before, and how others saw it: writing that, and answering."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import versions
from parentapp.domain.versions import VersionsPage
from parentapp.forms.versions import AnswerForm, VersionForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("versions", __name__)

DONE = ("written", "answered", "words")


@bp.route("/entries/<uuid:entry_id>/versions", methods=["GET", "POST"])
def show(entry_id: UUID) -> Any:
    """The entry and what stands beside it; or one more version of it."""
    if request.method == "GET":
        page, form = versions.page(actor(), entry_id), kept(AnswerForm)
        return _shown(page, form, form.version.data)
    form = VersionForm()
    if not form.validate():
        return _shown(versions.to_write(actor(), entry_id), form, None, 422)
    press = pressed(form, "version", entry_id.hex, form.text.data)
    versions.write(actor(), entry_id, form.text.data, press=press)
    return _back(entry_id, "written")


@bp.post("/versions/<uuid:version_id>/answer")
def answer(version_id: UUID) -> Any:
    form = AnswerForm()
    if not form.validate():
        return _shown(versions.to_answer(actor(), version_id), form, str(version_id), 422)
    press = pressed(form, "version answered", version_id.hex, form.text.data)
    return _back(versions.answer(actor(), version_id, form.text.data, press=press), "answered")


def _shown(page: VersionsPage, form: VersionForm | AnswerForm, at: str | None, status: int = 200) -> Any:
    """`at`: the version that the form answers; None where it is one itself."""
    done = asked_word("done", DONE)
    return render("versions/show.html", status, page=page, form=form, at=at, done=done)


def _back(entry_id: UUID, done: str) -> Any:
    return redirect(url_for(".show", entry_id=entry_id, done=done), 303)
