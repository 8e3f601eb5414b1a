"""«Enheten min»: numbers for whoever leads a unit."""

from typing import Any

from flask import Blueprint

from parentapp.domain import statistics
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("unit", __name__)


@bp.get("/unit")
def show() -> Any:
    return render("unit/show.html", page=statistics.unit(actor()))
