"""Asking the family whether a service may see something: the contact person asks, or one of the family does."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import questions
from parentapp.forms.consents import AskForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("questions", __name__)


@bp.route("/logs/<uuid:log_id>/sharing/ask", methods=["GET", "POST"])
def ask(log_id: UUID) -> Any:
    """Of the family one comes to the question, to answer it; a professional is told that it is put."""
    if request.method == "GET":
        return _page(log_id, kept(AskForm))
    form, asker = AskForm(), questions.asker(actor(), log_id)
    form.hears_child = asker.hears_child
    if not form.validate():
        return _page(log_id, form, 422)
    asked = _put(log_id, form)
    if asker.family:
        return redirect(url_for("consents.show", request_id=asked), 303)
    return redirect(url_for(".ask", log_id=log_id, done="asked"), 303)


def _put(log_id: UUID, form: AskForm) -> UUID:
    kinds, months = form.kind.data or frozenset(), int(form.length.data)
    words = sorted(kind.value for kind in kinds)
    press = pressed(form, "ask", log_id.hex, form.unit_id.hex, form.length.data, form.text.data, *words)
    return questions.ask(
        actor(),
        log_id,
        unit=form.unit_id,
        kinds=kinds,
        purpose=form.text.data,
        months=months,
        child_view=form.child_view.data or None,
        press=press,
    )


def _page(log_id: UUID, form: AskForm, status: int = 200) -> Any:
    page = questions.page(actor(), log_id)
    return render("consents/ask.html", status, page=page, form=form, done=asked_word("done", ("asked",)))
