"""When a professional is away, and who answers the families meanwhile."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import absences
from parentapp.errors import Conflict, Unknown
from parentapp.forms.absences import AwayForm, DeputyForm
from parentapp.i18n import N_
from parentapp.views.asked import asked_id, asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("absences", __name__)

# NOTE: said whatever stands in the way of this person
NOBODY = N_("Vi finner ingen med det brukernavnet som kan svare for deg i denne loggen.")


@bp.get("/desk/away")
def index() -> Any:
    return _page(kept(AwayForm))


@bp.post("/desk/away")
def go_away() -> Any:
    form = AwayForm()
    if not form.validate():
        return _page(form, 422)
    since, until = form.since.data, form.until.data
    try:
        absences.go_away(actor(), since, until, press=pressed(form, "away", str(since), str(until)))
    except Conflict as error:
        if error.reason not in absences.OF_DAYS:
            raise
        form.until.errors = [error.reason]
        return _page(form, 422)
    return redirect(url_for(".index", done="away"), 303)


@bp.post("/desk/away/<uuid:absence_id>/end")
def come_back(absence_id: UUID) -> Any:
    absences.come_back(actor(), absence_id)
    return redirect(url_for(".index", done="back"), 303)


@bp.route("/logs/<uuid:log_id>/deputy", methods=["GET", "POST"])
def deputy(log_id: UUID) -> Any:
    """Who answers the family of this log while its contact person is away."""
    form = kept(DeputyForm) if request.method == "GET" else DeputyForm()
    if request.method == "GET" or not form.validate():
        return _deputy(log_id, form, 200 if request.method == "GET" else 422)
    username = form.username.data
    try:
        absences.name_deputy(actor(), log_id, username, press=pressed(form, "deputy", log_id.hex, username))
    except Unknown:
        form.username.errors = [NOBODY]
        return _deputy(log_id, form, 422)
    return redirect(url_for(".index", done="named", log=log_id), 303)


def _page(form: AwayForm, status: int = 200) -> Any:
    page, done = absences.page(actor()), asked_word("done", ("away", "back", "named"))
    named = next((each for each in page.logs if each.log_id == asked_id("log") and each.deputy), None)
    # An address alone makes nothing true.
    true = {"away": bool(page.absences), "back": not any(each.now for each in page.absences), "named": bool(named)}
    done = done if done and true[done] else None
    return render("absences/index.html", status, page=page, form=form, done=done, named=named)


def _deputy(log_id: UUID, form: DeputyForm, status: int) -> Any:
    return render("absences/deputy.html", status, log=absences.to_name(actor(), log_id), form=form)
