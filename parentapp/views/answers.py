"""Mine ja og nei: all that one has answered in a log, and a receipt of each answer."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import answers
from parentapp.i18n import LANGUAGES
from parentapp.paper import NoPaper
from parentapp.views.asked import asked_id, is_part
from parentapp.views.guarding import actor
from parentapp.views.receipt_file import receipt_file
from parentapp.views.rendering import render

bp = Blueprint("answers", __name__)

NO_PAPER = "no-paper"


@bp.get("/logs/<uuid:log_id>/answers")
def index(log_id: UUID) -> Any:
    """A page of it; to a page that is already there, only those that come after."""
    before = asked_id("before")
    page = answers.answers(actor(), log_id, before)
    template = "answers/_list.html" if is_part() else "answers/index.html"
    no_paper = request.args.get("done") == NO_PAPER
    return render(template, page=page, before=before, read_in=LANGUAGES, written_out=None, no_paper=no_paper)


@bp.get("/answers/<uuid:answer_id>/receipt")
def receipt(answer_id: UUID) -> Any:
    """One of one's own answers, as a file to keep."""
    page = answers.receipt(actor(), answer_id)
    try:
        return receipt_file(page)
    except NoPaper:
        return redirect(url_for(".index", log_id=page.log.id, done=NO_PAPER), 303)
