"""A meeting's interpreter, for those who ask and approve: asking one, the family's answer, more time, ending it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import interpreter_page, interpreters
from parentapp.errors import Denied
from parentapp.forms.base import Form, PressForm
from parentapp.forms.interpreters import AnswerForm, AskForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("interpreters", __name__)

DONE = ("asked", "yes", "no", "extended", "ended")


@bp.route("/meetings/<uuid:meeting_id>/interpreters", methods=["GET", "POST"])
def index(meeting_id: UUID) -> Any:
    """A meeting's interpreters; and the contact person asks somebody who is registered to come."""
    form = kept(AskForm) if request.method == "GET" else AskForm()
    if request.method == "GET" or not form.validate():
        page = interpreter_page.of_a_meeting(actor(), meeting_id)
        if request.method == "POST" and page.choices is None:
            raise Denied
        return render("interpreters/index.html", 200 if request.method == "GET" else 422, page=page, form=form)
    reader, interpreter = form.chosen() or (meeting_id, meeting_id)
    press = pressed(form, "interpreter", meeting_id.hex, reader.hex, interpreter.hex)
    assignment = interpreters.ask(actor(), meeting_id, interpreter, reader, press=press)
    return redirect(url_for(".show", assignment_id=assignment, done="asked"), 303)


@bp.get("/interpreters/<uuid:assignment_id>")
def show(assignment_id: UUID) -> Any:
    return _page(assignment_id)


@bp.post("/interpreters/<uuid:assignment_id>/answer")
def answer(assignment_id: UUID) -> Any:
    """Yes or no, from one of the family."""
    form = AnswerForm()
    if not form.validate():
        return _page(assignment_id, form)
    said = form.answer.data
    press = pressed(form, "interpreter answer", assignment_id.hex, said)
    interpreters.answer(actor(), assignment_id, yes=said == "yes", press=press)
    return redirect(url_for(".show", assignment_id=assignment_id, done=said), 303)


@bp.post("/interpreters/<uuid:assignment_id>/end")
def end(assignment_id: UUID) -> Any:
    return _done(interpreters.end, assignment_id, "ended")


@bp.post("/interpreters/<uuid:assignment_id>/extend")
def extend(assignment_id: UUID) -> Any:
    """One more hour."""
    return _done(interpreters.extend, assignment_id, "extended")


def _done(act: Callable[..., UUID], assignment_id: UUID, word: str) -> Any:
    act(actor(), assignment_id, press=pressed(PressForm(), word, assignment_id.hex))
    return redirect(url_for(".show", assignment_id=assignment_id, done=word), 303)


def _page(assignment_id: UUID, form: Form | None = None) -> Any:
    page = interpreter_page.page(actor(), assignment_id)
    return render("interpreters/show.html", 422 if form else 200, page=page, form=form, done=asked_word("done", DONE))
