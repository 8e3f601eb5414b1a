"""What somebody of the family answered on paper or by word of mouth, registered by a professional."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import hearing, log, registering
from parentapp.errors import Conflict
from parentapp.forms.registering import ChildViewForm, RegisterForm
from parentapp.i18n import LANGUAGES
from parentapp.paper import NoPaper
from parentapp.views.asked import asked_word, pressed
from parentapp.views.files import kept_file
from parentapp.views.guarding import actor
from parentapp.views.heard import LISTS, told_of, words_of
from parentapp.views.rendering import kept, part_in, render

bp = Blueprint("registering", __name__)

NAME = "skjema.pdf"


@bp.get("/logs/<uuid:log_id>/registering")
def index(log_id: UUID) -> Any:
    """The questions that an answer can be registered to."""
    page = registering.questions(actor(), log_id)
    done = asked_word("done", ("registered", "no-paper", "heard"))
    return render("registering/index.html", page=page, done=done, read_in=LANGUAGES)


@bp.route("/consents/<uuid:request_id>/registering", methods=["GET", "POST"])
def register(request_id: UUID) -> Any:
    """Of one of them."""
    if request.method == "GET":
        return _page(request_id, kept(RegisterForm))
    form, asked = RegisterForm(), registering.asks(actor(), request_id)
    form.about_service = asked.about_service
    if not form.validate():
        return _page(request_id, form, 422)
    told = told_of(form, UUID(form.signer.data))
    press = pressed(form, "register", request_id.hex, *words_of(told))
    try:
        registering.register(actor(), request_id, told, press=press)
    except Conflict as conflict:  # of the day, mostly; what was typed stays
        form.day.errors = [conflict.reason]
        return _page(request_id, form, 409)
    if not log.still_known(actor(), asked.log_id):  # a no can end one's own service's sight
        return redirect(url_for("desk.index", done="registered"), 303)
    return redirect(url_for(".index", log_id=asked.log_id, done="registered"), 303)


@bp.route("/consents/<uuid:request_id>/heard", methods=["GET", "POST"])
def hear(request_id: UUID) -> Any:
    """What the child says about one that was put without it."""
    form = kept(ChildViewForm) if request.method == "GET" else ChildViewForm()
    if request.method == "GET" or not form.validate():
        page = registering.page_to_hear(actor(), request_id)
        return render("registering/hear.html", 200 if request.method == "GET" else 422, page=page, form=form)
    press = pressed(form, "hear", request_id.hex, form.text.data)
    log_id = hearing.note(actor(), request_id, form.text.data, press=press)
    return redirect(url_for(".index", log_id=log_id, done="heard"), 303)


@bp.get("/consents/<uuid:request_id>/paper/<locale>")
def paper_twin(request_id: UUID, locale: str) -> Any:
    """The question on paper, in bokmål and beside it in that language; signed by hand."""
    page = registering.page(actor(), request_id)
    codes = dict.fromkeys(["nb", locale if locale in LANGUAGES else "nb"])
    parts = [part_in(code, "registering/_twin.html", page=page, language=LANGUAGES[code]) for code in codes]
    written = render("parts/paper.html", parts=parts)
    try:
        return kept_file(written, NAME, "receipt", "twin")
    except NoPaper:
        where = url_for(".index", log_id=page.log.id, done="no-paper") if page.child else url_for("desk.index")
        return redirect(where, 303)


def _page(request_id: UUID, form: RegisterForm, status: int = 200) -> Any:
    page = registering.page(actor(), request_id)
    return render("registering/register.html", status, page=page, form=form, **LISTS)
