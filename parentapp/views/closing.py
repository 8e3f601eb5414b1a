"""Closing a log together: the page of it, proposing, yes, and not now."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.access.policy import CLOSED
from parentapp.domain import closing, closing_page, closing_registered, log
from parentapp.domain.closing_page import ClosingPage
from parentapp.errors import Conflict
from parentapp.forms.base import Form, PressForm
from parentapp.forms.closing import ProposeForm, QuietProposeForm
from parentapp.forms.registering import ClosingAnswerForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.heard import LISTS, told_of, words_of
from parentapp.views.rendering import kept, render

bp = Blueprint("closing", __name__)

DONE = ("proposed", "agreed", "stopped", "registered")


@bp.route("/logs/<uuid:log_id>/closing", methods=["GET", "POST"])
def show(log_id: UUID) -> Any:
    """What is proposed, or a form to propose it with."""
    if request.method == "GET":
        page = closing_page.page(actor(), log_id)
        return _page(page, kept(QuietProposeForm if page.may_say_born else ProposeForm))
    form: Form = ProposeForm()
    if not form.validate():
        page = closing_page.page(actor(), log_id)
        if not page.may_propose:
            raise Conflict(closing.ONE_ALREADY if page.waits else CLOSED)  # here is no box for what was typed
        form = QuietProposeForm() if page.may_say_born else form
        if not page.may_say_born or not form.validate():
            return _page(page, form, 422)
    closing.propose(actor(), log_id, form.text.data, press=pressed(form, "closing", log_id.hex, form.text.data))
    return _back(log_id, "proposed")


def _page(page: ClosingPage, form: Form, status: int = 200) -> Any:
    return render("closing/show.html", status, page=page, form=form, done=asked_word("done", DONE))


@bp.post("/closings/<uuid:closing_id>/agree")
def agree(closing_id: UUID) -> Any:
    return _back(_do(closing.agree, closing_id), "agreed")


@bp.post("/closings/<uuid:closing_id>/stop")
def stop(closing_id: UUID) -> Any:
    """No, a yes taken back, or the proposal taken back."""
    return _back(_do(closing.stop, closing_id), "stopped")


@bp.route("/closings/<uuid:closing_id>/registering", methods=["GET", "POST"])
def register(closing_id: UUID) -> Any:
    """What somebody who signs answered on paper or by word of mouth."""
    if request.method == "GET":
        return _register_page(closing_id, kept(ClosingAnswerForm))
    form = ClosingAnswerForm()
    if not form.validate():
        return _register_page(closing_id, form, 422)
    told = told_of(form, UUID(form.signer.data))
    press = pressed(form, "register-closing", closing_id.hex, *words_of(told))
    try:
        log_id = closing_registered.register(actor(), closing_id, told, press=press)
    except Conflict as conflict:  # of the day, mostly; what was typed stays
        form.day.errors = [conflict.reason]
        return _register_page(closing_id, form, 409)
    return _back(log_id, "registered")


def _register_page(closing_id: UUID, form: ClosingAnswerForm, status: int = 200) -> Any:
    page = closing_registered.page(actor(), closing_id)
    return render("closing/register.html", status, page=page, form=form, **LISTS)


def _do(act: Callable[..., UUID], closing_id: UUID) -> UUID:
    return act(actor(), closing_id, press=pressed(PressForm(), act.__name__, closing_id.hex))


def _back(log_id: UUID, done: str) -> Any:
    if not log.still_known(actor(), log_id):
        return redirect(url_for("desk.index", done="closed"), 303)
    return redirect(url_for(".show", log_id=log_id, done=done), 303)
