"""Hvem har sett: who read what of a child's log."""

from typing import Any
from uuid import UUID

from flask import Blueprint

from parentapp.domain import seen
from parentapp.views.asked import asked_id, is_part
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("seen", __name__)


@bp.get("/logs/<uuid:log_id>/seen")
def index(log_id: UUID) -> Any:
    """A page of it; to a page that is already there, only the lines that come after."""
    before = asked_id("before")
    page = seen.seen(actor(), log_id, before)
    youth = page.log.youth_id == actor().account_id
    return render("seen/_lines.html" if is_part() else "seen/index.html", page=page, before=before, youth=youth)
