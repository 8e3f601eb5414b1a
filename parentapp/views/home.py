"""Hjem: the first page of a family; professionals are shown to their desk."""

from typing import Any

from flask import Blueprint, redirect, url_for

from parentapp.domain import home, meeting_list, qualified
from parentapp.views.asked import asked_id
from parentapp.views.guarding import actor, logged_in
from parentapp.views.rendering import render

bp = Blueprint("home", __name__)


@bp.get("/")
def index() -> Any:
    """The home of a child's family; without family ties the municipality one administers, the unit one leads, the
    desk, a translator's list, or a page of what will come.
    """
    page = home.home(actor(), asked_id("log"))
    if page is not None:
        return render("home/show.html", page=page)
    session = logged_in()
    if session is not None and session.administers:
        return redirect(url_for("municipality.index"), 303)
    if session is not None and session.leads and not session.in_logs:
        return redirect(url_for("unit.show"), 303)
    if session is not None and session.works:
        return redirect(url_for("desk.index"), 303)
    if qualified.is_registered(actor()):
        return redirect(url_for("translations.tasks"), 303)
    return render("home/nobody.html", me=home.name_of(actor()), meetings=meeting_list.mine(actor()))
