"""Finding a new contact person where the one there is cannot go on: for whoever leads the unit."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import assigning
from parentapp.errors import Conflict, Undecided, Unknown
from parentapp.forms.base import PressForm
from parentapp.forms.handovers import NO_DECISION, AssignForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.handovers import NOBODY
from parentapp.views.rendering import kept, render

bp = Blueprint("batons", __name__)

DONE = ("asked", "withdrawn")


@bp.get("/unit/batons")
def index() -> Any:
    return render("batons/index.html", logs=assigning.page(actor()), done=asked_word("done", DONE))


@bp.route("/unit/batons/<uuid:log_id>", methods=["GET", "POST"])
def ask(log_id: UUID) -> Any:
    """The leader asks somebody to take over; nothing moves before they say yes."""
    form = kept(AssignForm) if request.method == "GET" else AssignForm()
    if request.method == "GET" or not form.validate():
        return _form(log_id, form, 200 if request.method == "GET" else 422)
    username, words, decided = form.username.data, form.text.data, form.decided.data
    press = pressed(form, "baton", log_id.hex, username, words, str(decided))
    try:
        assigning.ask(actor(), log_id, username, words, decided=decided, press=press)
    except Unknown:
        form.username.errors = [NOBODY]
        return _form(log_id, form, 422)
    except Undecided:
        form.decided.errors = [NO_DECISION]
        return _form(log_id, form, 422)
    return redirect(url_for(".index", done="asked"), 303)


@bp.post("/unit/batons/<uuid:log_id>/<uuid:handover_id>/withdraw")
def withdraw(log_id: UUID, handover_id: UUID) -> Any:
    press = pressed(PressForm(), "baton taken back", handover_id.hex)
    assigning.withdraw(actor(), log_id, handover_id, press=press)
    return redirect(url_for(".index", done="withdrawn"), 303)


def _form(log_id: UUID, form: AssignForm, status: int) -> Any:
    each = assigning.one(actor(), log_id)
    if each.asked and each.asked.waits and status == 422:
        raise Conflict(assigning.ONE_WAITS)  # what was typed is shown there: here is no box for it
    return render("batons/ask.html", status, each=each, form=form)
