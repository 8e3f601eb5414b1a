"""Freezing a log: the page of it, pressing, confirming, ending. Professionals only."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import freeze_page, freezing
from parentapp.errors import Conflict
from parentapp.forms.base import Form, PressForm
from parentapp.forms.freezing import ConfirmForm, FreezeForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("freezing", __name__)

DONE = ("frozen", "confirmed", "ended")


@bp.route("/logs/<uuid:log_id>/freeze", methods=["GET", "POST"])
def show(log_id: UUID) -> Any:
    """What holds, or what pressing does and a form to press with."""
    if request.method == "GET":
        return _page(log_id)
    form = FreezeForm()
    if not form.validate():
        return _page(log_id, form)
    said = pressed(form, "freeze", log_id.hex, form.text.data, form.warned.data)
    freezing.press(actor(), log_id, form.text.data, spoken=form.spoken(), press=said)
    return _back(log_id, "frozen")


@bp.post("/logs/<uuid:log_id>/freeze/<uuid:freeze_id>/confirm")
def confirm(log_id: UUID, freeze_id: UUID) -> Any:
    form = ConfirmForm()
    if not form.validate():
        return _page(log_id, form)
    said = pressed(form, "freeze confirmed", freeze_id.hex, form.text.data)
    freezing.confirm(actor(), freeze_id, form.text.data, press=said)
    return _back(log_id, "confirmed")


@bp.post("/logs/<uuid:log_id>/freeze/<uuid:freeze_id>/end")
def end(log_id: UUID, freeze_id: UUID) -> Any:
    freezing.end(actor(), freeze_id, press=pressed(PressForm(), "freeze ended", freeze_id.hex))
    return _back(log_id, "ended")


def _page(log_id: UUID, sent: Form | None = None) -> Any:
    """`sent`: a form that says too little. Where there is no box for it now, what was typed is shown beside why."""
    page = freeze_page.page(actor(), log_id)
    if sent and not (page.may_press if isinstance(sent, FreezeForm) else page.may_confirm):
        raise Conflict(freezing.FROZEN_ALREADY if isinstance(sent, FreezeForm) else freezing.OVER)
    form = sent or kept(ConfirmForm if page.freeze else FreezeForm)
    return render("freezing/show.html", 422 if sent else 200, page=page, form=form, done=asked_word("done", DONE))


def _back(log_id: UUID, done: str) -> Any:
    return redirect(url_for(".show", log_id=log_id, done=done), 303)
