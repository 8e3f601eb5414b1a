"""Hvem ser hva, and the page where one reads a request and says yes or no."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import consents, conversations
from parentapp.enums import Answer
from parentapp.forms.consents import LATER, TALK, AnswerForm
from parentapp.i18n import LANGUAGES
from parentapp.views.asked import pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import locale, render

bp = Blueprint("consents", __name__)


@bp.get("/logs/<uuid:log_id>/sharing")
def sharing(log_id: UUID) -> Any:
    """One card for each service that sees, or has asked to see, something of the log."""
    page = consents.sharing(actor(), log_id)
    unanswered = any(each.waits_for_me or each.ending for each in page.requests)  # an address alone makes nothing true
    template = "consents/for_care.html" if page.for_care else "consents/sharing.html"
    return render(template, page=page, later=unanswered and request.args.get("done") == LATER)


@bp.get("/consents/<uuid:request_id>")
def show(request_id: UUID) -> Any:
    """One request: all to know before answering, and the answer one has given."""
    return _page(request_id)


@bp.post("/consents/<uuid:request_id>/answer")
def answer(request_id: UUID) -> Any:
    """Yes and no work at once; the two others only lead on."""
    form = AnswerForm()
    if not form.validate():
        return _page(request_id, form, 422)
    said = form.answer.data
    if said in (LATER, TALK):
        return _lead_on(request_id, said)
    press = pressed(form, "consent", request_id.hex, said)
    consents.answer(actor(), request_id, Answer(said), language=locale(), press=press)
    return redirect(url_for(".show", request_id=request_id, done=said), 303)


def _lead_on(request_id: UUID, said: str) -> Any:
    log_id = consents.log_of(actor(), request_id)
    if said == LATER:
        return redirect(url_for(".sharing", log_id=log_id, done=LATER), 303)
    talk = conversations.start(actor(), log_id)
    return redirect(url_for("conversations.show", conversation_id=talk, _anchor="last"), 303)


def _page(request_id: UUID, form: AnswerForm | None = None, status: int = 200) -> Any:
    page = consents.request_page(actor(), request_id)
    read_in = LANGUAGES.get(page.language or "")
    return render("consents/show.html", status, page=page, form=form, read_in=read_in, done=request.args.get("done"))
