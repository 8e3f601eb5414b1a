"""The log as files to keep: which there are, and each of them."""

from datetime import date
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import archive
from parentapp.errors import Hidden
from parentapp.paper import NoPaper
from parentapp.views.asked import asked_word
from parentapp.views.files import kept_file
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("archive", __name__)

NO_PAPER = "no-paper"
SHARED, PRIVATE = "loggen.pdf", "for-meg.pdf"
MOST_PARTS = 4  # digits of a part's number


@bp.get("/logs/<uuid:log_id>/archive")
def show(log_id: UUID) -> Any:
    page = archive.page(actor(), log_id)
    return render("archive/show.html", page=page, no_paper=asked_word("done", [NO_PAPER]) is not None)


@bp.get("/logs/<uuid:log_id>/archive/shared")
def shared(log_id: UUID) -> Any:
    """A part of what the family shares."""
    return _file(log_id, private=False)


@bp.get("/logs/<uuid:log_id>/archive/private")
def private(log_id: UUID) -> Any:
    """A part of what is for the one who reads alone."""
    return _file(log_id, private=True)


def _file(log_id: UUID, *, private: bool) -> Any:
    found = archive.file(actor(), log_id, _part(), private=private)
    # Read in years to come: each date says its year, as if it were read in another.
    written = render("archive/paper.html", page=found, written_out=date.min)
    try:
        return kept_file(written, PRIVATE if private else SHARED, "receipt", "archive")
    except NoPaper:
        return redirect(url_for(".show", log_id=log_id, done=NO_PAPER), 303)


def _part() -> int:
    """The number in the query, the first part where there is none. Raises Hidden for what is no number."""
    text = request.args.get("part", "1")
    if not (text.isascii() and text.isdigit() and len(text) <= MOST_PARTS):
        raise Hidden
    return int(text)
