"""An interpreter's own pages of one meeting: declaring, then the meeting and «Kort fortalt» while they are open."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, url_for

from parentapp import i18n
from parentapp.domain import interpreter_work, interpreters
from parentapp.forms.base import Form
from parentapp.forms.interpreters import DeclareForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import languages, part_in, render

bp = Blueprint("interpreting", __name__)

SUMMARY = "summary/_summary.html"
DONE = ("clear",)
# What is likely to be said in a meeting, and is easy to say wrongly.
WORDS = ("stafettlogg", "stafettholder", "undring", "bekymring", "bekymringsmelding", "mål", "tiltak", "evaluering",
         "samtykke", "taushetsplikt", "helsesykepleier", "PPT", "barnevern", "BUP")  # fmt: skip


@bp.get("/interpreting/<uuid:assignment_id>")
def show(assignment_id: UUID) -> Any:
    return _page(assignment_id)


@bp.get("/interpreting/<uuid:assignment_id>/summary")
def summary(assignment_id: UUID) -> Any:
    """Side by side in Norwegian and in the language of the person interpreted for, where the app speaks it."""
    page = interpreter_work.in_short(actor(), assignment_id)
    spoken = [each.code for each in languages() if each.code in (i18n.SOURCE, page.job.locale)]
    sides = [part_in(code, SUMMARY, summary=page.summary, other=code != i18n.SOURCE) for code in spoken]
    return render("interpreting/summary.html", page=page, sides=sides)


@bp.post("/interpreting/<uuid:assignment_id>/declare")
def declare(assignment_id: UUID) -> Any:
    """No conflict of interest; or that there is one, after which nothing is left to see."""
    form = DeclareForm()
    if not form.validate():
        return _page(assignment_id, form)
    clear = form.answer.data == "clear"
    press = pressed(form, "declare", assignment_id.hex, form.answer.data)
    interpreters.declare(actor(), assignment_id, clear=clear, press=press)
    if clear:
        return redirect(url_for(".show", assignment_id=assignment_id, done="clear"), 303)
    return redirect(url_for("translations.tasks", done="conflict"), 303)


def _page(assignment_id: UUID, form: Form | None = None) -> Any:
    page = interpreter_work.work(actor(), assignment_id)
    status = 422 if form else 200
    done, told = asked_word("done", DONE), _vocabulary(page.job.locale) if page.content else []
    return render("interpreting/show.html", status, page=page, form=form, done=done, vocabulary=told)


def _vocabulary(code: str) -> list[tuple[str, str, str]]:
    """The Norwegian word, the word of that language where there is one, and how HTML calls the language."""
    said = {word: i18n.term(code, word) for word in WORDS}
    return [(word, "" if word == other else other, i18n.html_lang(code)) for word, other in said.items()]
