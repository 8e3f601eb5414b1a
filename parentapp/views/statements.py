"""«Min mening»: saying before a meeting what one wants said there, taking it back, writing down what a child wants."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import statements
from parentapp.forms.statements import HeardForm, StatementForm, TakeBackForm
from parentapp.views.asked import pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("statements", __name__)


@bp.route("/meetings/<uuid:meeting_id>/statement", methods=["GET", "POST"])
def write(meeting_id: UUID) -> Any:
    """Words or a face, and how it is to come out; in place of what stood there."""
    form = kept(StatementForm) if request.method == "GET" else StatementForm()
    if request.method == "GET" or not form.validate():
        return _form(meeting_id, form)
    telling, face, text = form.chosen_telling(), form.chosen_face(), form.text.data
    press = pressed(form, "statement", meeting_id.hex, str(telling), str(face), text)
    statements.state(actor(), meeting_id, telling, text, face, press=press)
    return _back(meeting_id, "stated", "mine")


@bp.post("/meetings/<uuid:meeting_id>/statement/taken-back")
def take_back(meeting_id: UUID) -> Any:
    press = pressed(TakeBackForm(), "taken back", meeting_id.hex)
    statements.take_back(actor(), meeting_id, press=press)
    return _back(meeting_id, "taken-back", "mine")


@bp.route("/meetings/<uuid:meeting_id>/heard", methods=["GET", "POST"])
def hear(meeting_id: UUID) -> Any:
    """What a child without a login wants said, by whoever heard it."""
    form = kept(HeardForm) if request.method == "GET" else HeardForm()
    if request.method == "GET" or not form.validate():
        page = statements.to_hear(actor(), meeting_id)
        if request.method == "GET" and page.mine and not form.text.data:
            form.text.data = page.mine.entry.text
        return render("statements/heard.html", 200 if request.method == "GET" else 422, page=page, form=form)
    press = pressed(form, "heard", meeting_id.hex, form.text.data)
    statements.hear(actor(), meeting_id, form.text.data, press=press)
    return _back(meeting_id, "heard", "said")


def _form(meeting_id: UUID, form: StatementForm) -> Any:
    page = statements.to_state(actor(), meeting_id)
    status = 200 if request.method == "GET" else 422
    if status == 200 and page.mine and not (form.text.data or form.telling.data):
        there = page.mine.entry
        form.text.data, form.telling.data = there.text, there.telling.value if there.telling else ""
        form.face.data = there.face.value if there.face else ""
    return render("statements/write.html", status, page=page, form=form, own=page.log.youth_id == actor().account_id)


def _back(meeting_id: UUID, done: str, anchor: str) -> Any:
    return redirect(url_for("meetings.show", meeting_id=meeting_id, done=done, _anchor=anchor), 303)
