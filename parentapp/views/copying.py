"""One's own words to copy into one's own service's record: where scripts run, the log copies them itself."""

from typing import Any
from uuid import UUID

from flask import Blueprint

from parentapp.domain import copying
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("copying", __name__)


@bp.get("/entries/<uuid:entry_id>/copy")
def show(entry_id: UUID) -> Any:
    return render("copying/show.html", page=copying.page(actor(), entry_id))
