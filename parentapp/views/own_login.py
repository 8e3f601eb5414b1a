"""Logins that a professional makes: the young person's own, and a lost slip made anew."""

from typing import Any
from uuid import UUID

from flask import Blueprint, request, url_for

from parentapp.domain import own_login
from parentapp.forms.base import PressForm
from parentapp.forms.people import OwnLoginForm
from parentapp.views.asked import pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render
from parentapp.views.slips import handed_over

bp = Blueprint("own_login", __name__)


@bp.route("/logs/<uuid:log_id>/people/own-login", methods=["GET", "POST"])
def give(log_id: UUID) -> Any:
    """The young person gets a login, told this once."""
    form = kept(OwnLoginForm) if request.method == "GET" else OwnLoginForm()
    if request.method == "GET" or not form.validate():
        page = own_login.to_give(actor(), log_id)
        return render("people/own_login.html", 200 if request.method == "GET" else 422, page=page, form=form)
    press = pressed(form, "own login", log_id.hex, form.locale.data)
    slips = own_login.give(actor(), log_id, form.locale.data, press=press)
    return handed_over(slips, url_for("people.show", log_id=log_id, done="added"))


@bp.post("/first-logins/<uuid:first_login_id>/anew")
def renew(first_login_id: UUID) -> Any:
    """A lost slip: another one, told this once."""
    press = pressed(PressForm(), "slip", first_login_id.hex)
    log_id, slips = own_login.renew(actor(), first_login_id, press=press)
    return handed_over(slips, url_for("people.show", log_id=log_id))
