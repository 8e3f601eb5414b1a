"""Nytt: what has happened since last time, in sentences."""

from typing import Any

from flask import Blueprint

from parentapp.domain import notices
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("notices", __name__)


@bp.get("/notices")
def index() -> Any:
    return render("notices/list.html", news=notices.news(actor()))
