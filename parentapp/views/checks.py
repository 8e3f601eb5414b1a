"""Checking a network person in the contact person's place, while the log rests: for whoever leads the unit."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import network_checks
from parentapp.errors import Unknown
from parentapp.forms.base import PressForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("checks", __name__)


@bp.get("/unit/checks")
def index() -> Any:
    return render("checks/index.html", waiting=network_checks.page(actor()), done=asked_word("done", ["added"]))


@bp.route("/unit/checks/<uuid:log_id>/<uuid:proposal_id>", methods=["GET", "POST"])
def check(log_id: UUID, proposal_id: UUID) -> Any:
    """What the leader looks at; the press that lets them in."""
    if request.method == "GET":
        return _check(log_id, proposal_id, 200, refused=False)
    press = pressed(PressForm(), "check", log_id.hex, proposal_id.hex)
    try:
        network_checks.let_in(actor(), log_id, proposal_id, press=press)
    except Unknown:
        return _check(log_id, proposal_id, 422, refused=True)
    return redirect(url_for(".index", done="added"), 303)


def _check(log_id: UUID, proposal_id: UUID, status: int, *, refused: bool) -> Any:
    page = network_checks.one(actor(), log_id, proposal_id)
    return render("checks/show.html", status, page=page, refused=refused)
