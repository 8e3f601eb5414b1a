"""The child is born: what happens with the log of the pregnancy then, and saying so."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import births, log
from parentapp.domain.births import BirthPage
from parentapp.enums import Way
from parentapp.errors import Conflict
from parentapp.forms.births import BirthForm, HeardBirthForm
from parentapp.forms.registering import WAYS
from parentapp.views.asked import pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("births", __name__)


@bp.route("/logs/<uuid:log_id>/birth", methods=["GET", "POST"])
def show(log_id: UUID) -> Any:
    """Before it: what happens, and the day. After it, for her: what happened."""
    if request.method == "GET":
        page = births.page(actor(), log_id)
        return _page(page, kept(BirthForm if page.own else HeardBirthForm))
    form = BirthForm() if births.is_own(actor(), log_id) else HeardBirthForm()
    if not form.validate():
        return _page(births.page(actor(), log_id), form, 422)
    way = Way(form.way.data) if isinstance(form, HeardBirthForm) else Way.APP
    press = pressed(form, "birth", log_id.hex, form.day.data.isoformat(), way.value)
    try:
        births.say(actor(), log_id, form.day.data, way, press=press)
    except Conflict as conflict:  # of the day, mostly; what was typed stays
        form.day.errors, page = [conflict.reason], births.page(actor(), log_id)
        if page.birth:
            raise
        return _page(page, form, 409)
    if not log.still_known(actor(), log_id):
        return redirect(url_for("desk.index", done="closed"), 303)
    return redirect(url_for(".show", log_id=log_id), 303)


def _page(page: BirthPage, form: BirthForm, status: int = 200) -> Any:
    return render("births/show.html", status, page=page, form=form, ways=WAYS)
