"""«Kort fortalt»: one log in short, in the language the reader picks for this page."""

from typing import Any
from uuid import UUID

from flask import Blueprint

from parentapp.domain import summary
from parentapp.views.asked import asked_word
from parentapp.views.guarding import actor
from parentapp.views.rendering import languages, locale, part_in, render

bp = Blueprint("summary", __name__)

PART = "summary/_summary.html"


@bp.get("/logs/<uuid:log_id>/summary")
def show(log_id: UUID) -> Any:
    """In the reader's own language, or in another for this once."""
    chosen = asked_word("locale", [each.code for each in languages()]) or locale()
    page = summary.summary(actor(), log_id, chosen)
    part = part_in(chosen, PART, summary=page.summary, other=chosen != locale())
    return render("summary/show.html", page=page, part=part, chosen=chosen)
