"""Haster: whom to call. For everybody, without logging in."""

from typing import Any

from flask import Blueprint

from parentapp.domain import help_now
from parentapp.views.guarding import public
from parentapp.views.rendering import render

bp = Blueprint("help_now", __name__)


@bp.get("/help-now")
@public
def show() -> Any:
    return render("help_now/show.html", help=help_now.numbers())
