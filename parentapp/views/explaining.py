"""Did we explain well? Two questions with pictures, once, after a first answer. Nothing of what is pressed is sent."""

from typing import Any

from flask import Blueprint, redirect, request

from parentapp.domain import explaining
from parentapp.views.guarding import actor
from parentapp.views.local import local_path
from parentapp.views.rendering import render

bp = Blueprint("explaining", __name__)


@bp.get("/picture-questions")
def show() -> Any:
    """Both, with what is right behind each answer; and the way back to where one came from."""
    explaining.were_shown(actor())
    return render("explaining/show.html", back=local_path(request.args.get("back", "")))


@bp.post("/picture-questions/skip")
def skip() -> Any:
    """Not now, nor later."""
    explaining.were_shown(actor())
    return redirect(local_path(request.form.get("back", "")), 303)
