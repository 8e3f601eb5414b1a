"""Logins that a professional makes: the young person's own, and a lost slip made anew."""

from typing import Any
from uuid import UUID

from flask import Blueprint, request, url_for

from parentapp.domain import own_login
from parentapp.errors import Unknown
from parentapp.forms.base import PressForm
from parentapp.forms.new_logs import KNOWN, LoginPart
from parentapp.i18n import N_
from parentapp.views.asked import pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render
from parentapp.views.slips import handed_over

bp = Blueprint("own_login", __name__)

# NOTE: said whatever stands in the way: neither whether they are kept out, nor whether they are here
NOBODY = N_("Vi finner ingen med det brukernavnet som kan få loggen som sin egen.")


@bp.route("/logs/<uuid:log_id>/people/own-login", methods=["GET", "POST"])
def give(log_id: UUID) -> Any:
    """The young person gets a login: a new one, told this once, or the one they have."""
    form = kept(LoginPart) if request.method == "GET" else LoginPart()
    if request.method == "GET" or not form.validate():
        return _page(log_id, form, 200 if request.method == "GET" else 422)
    who = form.username.data if form.way.data == KNOWN else None
    press = pressed(form, "own login", log_id.hex, who or "", form.locale.data)
    try:
        slips = own_login.give(actor(), log_id, who, form.locale.data, press=press)
    except Unknown:
        form.username.errors = [NOBODY]
        return _page(log_id, form, 422)
    return handed_over(slips, url_for("people.show", log_id=log_id, done="added"))


@bp.post("/first-logins/<uuid:first_login_id>/anew")
def renew(first_login_id: UUID) -> Any:
    """A lost slip: another one, told this once."""
    press = pressed(PressForm(), "slip", first_login_id.hex)
    log_id, slips = own_login.renew(actor(), first_login_id, press=press)
    return handed_over(slips, url_for("people.show", log_id=log_id))


def _page(log_id: UUID, form: LoginPart, status: int) -> Any:
    return render("people/own_login.html", status, page=own_login.to_give(actor(), log_id), form=form)
