"""«Be om en annen kontaktperson»: asking and reading the answer, for the family; answering, for who leads the unit."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import contact_requests
from parentapp.domain.contact_requests import ShownContactRequest
from parentapp.errors import Conflict
from parentapp.forms.contact_requests import AnswerForm, AskForm, TakeBackForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("contact_requests", __name__)

DONE = ("asked", "taken-back")
ANSWERED = ("answered",)


@bp.route("/logs/<uuid:log_id>/contact-request", methods=["GET", "POST"])
def ask(log_id: UUID) -> Any:
    """What one has asked, or a form to ask with."""
    form = kept(AskForm) if request.method == "GET" else AskForm()
    if request.method == "GET" or not form.validate():
        page, status = contact_requests.page(actor(), log_id), 200 if request.method == "GET" else 422
        if page.refusal and status == 422:
            raise Conflict(page.refusal)  # what was typed is shown there: here is no box for it
        return render("contact_requests/ask.html", status, page=page, form=form, done=asked_word("done", DONE))
    press = pressed(form, "contact request", log_id.hex, form.text.data)
    contact_requests.ask(actor(), log_id, form.text.data, press=press)
    return _back(log_id, "asked")


@bp.post("/contact-requests/<uuid:contact_request_id>/taken-back")
def take_back(contact_request_id: UUID) -> Any:
    press = pressed(TakeBackForm(), "taken back", contact_request_id.hex)
    return _back(contact_requests.take_back(actor(), contact_request_id, press=press), "taken-back")


@bp.get("/unit/contact-requests")
def received() -> Any:
    form = kept(AnswerForm)
    return _received(contact_requests.received(actor()), form, form.contact_request.data)


@bp.post("/contact-requests/<uuid:contact_request_id>/answer")
def answer(contact_request_id: UUID) -> Any:
    """The leader's words to whoever asked."""
    form = AnswerForm()
    if not form.validate():
        found = contact_requests.still_open(actor(), contact_request_id)  # else there is no box for what was typed
        return _received(found, form, str(contact_request_id), 422)
    press = pressed(form, "contact request answered", contact_request_id.hex, form.text.data)
    contact_requests.answer(actor(), contact_request_id, form.text.data, press=press)
    return redirect(url_for(".received", done="answered"), 303)


def _received(found: list[ShownContactRequest], form: AnswerForm, at: str | None, status: int = 200) -> Any:
    """`at`: which of them the form is of."""
    done = asked_word("done", ANSWERED)
    return render("contact_requests/received.html", status, requests=found, form=form, at=at, done=done)


def _back(log_id: UUID, done: str) -> Any:
    return redirect(url_for(".ask", log_id=log_id, done=done), 303)
