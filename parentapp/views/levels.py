"""«Hvor er vi nå»: the contact person says how many services help together from now on."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import levels
from parentapp.errors import Conflict
from parentapp.forms.levels import LevelForm
from parentapp.views.asked import pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("levels", __name__)


@bp.route("/logs/<uuid:log_id>/level", methods=["GET", "POST"])
def change(log_id: UUID) -> Any:
    form = kept(LevelForm) if request.method == "GET" else LevelForm()
    if request.method == "GET" or not form.validate():
        return _form(log_id, form, 200 if request.method == "GET" else 422)
    press = pressed(form, "level", log_id.hex, form.level.data, form.text.data)
    try:
        levels.change(actor(), log_id, form.chosen(), form.text.data, press=press)
    except Conflict as conflict:
        if conflict.reason != levels.THERE_NOW:
            raise
        form.level.errors = [conflict.reason]  # what was typed stays
        return _form(log_id, form, 409)
    return redirect(url_for("log.show", log_id=log_id, done="level"), 303)


def _form(log_id: UUID, form: LevelForm, status: int) -> Any:
    return render("levels/change.html", status, page=levels.to_change(actor(), log_id), form=form)
