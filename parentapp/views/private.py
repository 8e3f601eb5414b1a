"""«Privat for meg»: from whom the young person keeps an entry; what health staff keep back for a child."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, url_for

from parentapp.domain import private
from parentapp.errors import Hidden
from parentapp.forms.private import ChooseForm, TellForm, WithholdForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("private", __name__)

DONE = ("kept", "told")


@bp.get("/logs/<uuid:log_id>/entries/<uuid:entry_id>/private")
def show(log_id: UUID, entry_id: UUID) -> Any:
    return _page(entry_id)


@bp.post("/logs/<uuid:log_id>/entries/<uuid:entry_id>/private")
def choose(log_id: UUID, entry_id: UUID) -> Any:
    """The young person ticks the guardians it is kept from."""
    form = ChooseForm()
    guardians = form.chosen()
    if guardians is None:
        raise Hidden
    press = pressed(form, "private", entry_id.hex, *(each.hex for each in guardians))
    private.choose(actor(), entry_id, guardians, press=press)
    return _back(log_id, entry_id, "kept" if guardians else "told")


@bp.post("/logs/<uuid:log_id>/entries/<uuid:entry_id>/withhold")
def withhold(log_id: UUID, entry_id: UUID) -> Any:
    """Health staff do not tell the guardians: the child has asked them not to."""
    form = WithholdForm()
    if not form.validate():
        return _page(entry_id, form)
    press = pressed(form, "withhold", entry_id.hex, form.reason.data)
    private.withhold(actor(), entry_id, form.reason.data, press=press)
    return _back(log_id, entry_id, "kept")


@bp.post("/logs/<uuid:log_id>/entries/<uuid:entry_id>/tell")
def tell(log_id: UUID, entry_id: UUID) -> Any:
    """The child wants it told after all."""
    private.tell_after_all(actor(), entry_id, press=pressed(TellForm(), "tell", entry_id.hex))
    return _back(log_id, entry_id, "told")


def _page(entry_id: UUID, form: WithholdForm | None = None) -> Any:
    page = private.page(actor(), entry_id)
    status, done = (422 if form else 200), asked_word("done", DONE)
    return render("private/show.html", status, page=page, form=form or kept(WithholdForm), done=done)


def _back(log_id: UUID, entry_id: UUID, done: str) -> Any:
    return redirect(url_for(".show", log_id=log_id, entry_id=entry_id, done=done), 303)
