"""What is written about an adult's own matters: that adult reads it, and chooses who else may."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, url_for

from parentapp.domain import own_matters
from parentapp.errors import Hidden
from parentapp.forms.own_matters import ShareForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("own_matters", __name__)

DONE = ("shared", "kept")


@bp.get("/logs/<uuid:log_id>/entries/<uuid:entry_id>/own")
def show(log_id: UUID, entry_id: UUID) -> Any:
    page = own_matters.page(actor(), entry_id)
    done = asked_word("done", DONE)
    stands = done if page.ticked == (done == "shared") else None  # an address alone makes nothing true
    return render("own_matters/show.html", page=page, done=stands)


@bp.post("/logs/<uuid:log_id>/entries/<uuid:entry_id>/own")
def choose(log_id: UUID, entry_id: UUID) -> Any:
    """The adult ticks the services that may read it; none: only the adult and whoever wrote it."""
    form = ShareForm()
    units = form.chosen()
    if units is None:
        raise Hidden
    press = pressed(form, "own matter", entry_id.hex, *(each.hex for each in units))
    own_matters.choose(actor(), entry_id, units, press=press)
    return redirect(url_for(".show", log_id=log_id, entry_id=entry_id, done="shared" if units else "kept"), 303)
