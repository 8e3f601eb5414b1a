"""Asking for a closed log to be opened again: one of the family, who comes to the question; the contact person."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import reopening, reopening_registered
from parentapp.domain.reopening_registered import Whose
from parentapp.errors import Conflict, Hidden, Throttled, Unknown
from parentapp.forms.registering import NOT_THEIRS, ReopeningAnswerForm
from parentapp.forms.reopening import ANOTHER, ReopeningForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.heard import LISTS, told_of, words_of
from parentapp.views.network import TOO_MANY
from parentapp.views.rendering import kept, render

bp = Blueprint("reopening", __name__)

NOBODY_YET = UUID(int=0)  # whose answer it is, is found by their name


@bp.route("/logs/<uuid:log_id>/reopening", methods=["GET", "POST"])
def ask(log_id: UUID) -> Any:
    if request.method == "GET":
        return _page(log_id, kept(ReopeningForm))
    form, asker = ReopeningForm(), reopening.asker(actor(), log_id)
    form.hears_child, form.at_work = asker.hears_child, not asker.family
    if not form.validate():
        return _page(log_id, form, 422)
    try:
        asked = _put(log_id, form)
    except Unknown:
        form.born.errors = [ANOTHER]
        return _page(log_id, form, 422)
    except Throttled:
        form.born.errors = [TOO_MANY]
        return _page(log_id, form, 429)
    if asker.family:
        return redirect(url_for("consents.show", request_id=asked), 303)
    return redirect(url_for(".ask", log_id=log_id, done="asked"), 303)


@bp.route("/logs/<uuid:log_id>/reopening/registering", methods=["GET", "POST"])
def register(log_id: UUID) -> Any:
    """What somebody who signs answered on paper or by word of mouth."""
    if request.method == "GET":
        return _register_page(log_id, kept(ReopeningAnswerForm))
    form = ReopeningAnswerForm()
    if not form.validate():
        return _register_page(log_id, form, 422)
    whose, told = Whose(form.signer.data, form.born.data), told_of(form, NOBODY_YET)
    press = pressed(form, "register-reopening", log_id.hex, whose.name, str(whose.born), *words_of(told))
    try:
        reopening_registered.register(actor(), log_id, whose, told, press=press)
    except Unknown:
        form.signer.errors = [NOT_THEIRS]
        return _register_page(log_id, form, 422)
    except Throttled:
        form.signer.errors = [TOO_MANY]
        return _register_page(log_id, form, 429)
    except Conflict as conflict:
        form.day.errors = [conflict.reason]
        return _register_page(log_id, form, 409)
    return redirect(url_for(".ask", log_id=log_id, done="registered"), 303)


def _register_page(log_id: UUID, form: ReopeningAnswerForm, status: int = 200) -> Any:
    try:
        page = reopening_registered.page(actor(), log_id)
    except Hidden:
        if status != 409:
            raise
        raise Conflict(form.day.errors[0]) from None  # nothing is asked any longer: here is no form for it
    return render("closing/register_reopening.html", status, page=page, form=form, **LISTS)


def _put(log_id: UUID, form: ReopeningForm) -> UUID:
    view, born = form.child_view.data or None, form.born.data if form.at_work else None
    press = pressed(form, "reopening", log_id.hex, form.text.data, view or "", str(born or ""))
    return reopening.ask(actor(), log_id, form.text.data, child_view=view, born=born, press=press)


def _page(log_id: UUID, form: ReopeningForm, status: int = 200) -> Any:
    page = reopening.page(actor(), log_id)
    if status == 422 and not page.may_ask:
        raise Conflict(reopening.ASKED_BEFORE if page.log.closed else reopening.IS_OPEN)  # here is no box for it
    return render(
        "closing/reopening.html", status, page=page, form=form, done=asked_word("done", ("asked", "registered"))
    )
