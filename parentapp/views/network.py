"""Network persons: proposing one, yes or no, letting in who is checked, and taking one out; who is kept out."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import blocks, network, network_page, on_paper, people_page, staying
from parentapp.domain.network import Proposed
from parentapp.domain.pressing import Press
from parentapp.errors import Throttled, Unknown
from parentapp.forms.base import Form, PressForm
from parentapp.forms.network import AnswerForm, BlockForm, ProposeForm
from parentapp.forms.people import ConfirmForm
from parentapp.i18n import N_
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("network", __name__)

# NOTE: said whatever stands in the way of keeping this person out
NOBODY = N_("Vi finner ingen med det brukernavnet som kan stenges ute.")
TOO_MANY = N_("Det er prøvd mange ganger på kort tid. Vent litt, og prøv igjen.")
ANSWER = N_("Velg ja eller nei.")


@bp.route("/logs/<uuid:log_id>/people/network/new", methods=["GET", "POST"])
def propose(log_id: UUID) -> Any:
    form = kept(ProposeForm) if request.method == "GET" else ProposeForm()
    if request.method == "GET" or not form.validate():
        return _propose(log_id, form, 200 if request.method == "GET" else 422)
    who = Proposed(form.username.data, form.text.data, form.chosen())
    try:
        network.propose(actor(), log_id, who, press=_press(form, "propose", log_id))
    except Throttled:
        form.username.errors = [TOO_MANY]
        return _propose(log_id, form, 429)
    return _back(log_id, "proposed")


@bp.post("/logs/<uuid:log_id>/people/network/<uuid:proposal_id>/answer")
def answer(log_id: UUID, proposal_id: UUID) -> Any:
    form = AnswerForm()
    if not form.validate():
        network_page.to_answer(actor(), log_id)
        return render("people/show.html", 422, page=people_page.page(actor(), log_id), done=None, wrong=ANSWER)
    yes, press = form.answer.data == "yes", _press(form, "answer", proposal_id)
    network.answer(actor(), log_id, proposal_id, yes=yes, press=press)
    return _back(log_id, "answered")


@bp.post("/logs/<uuid:log_id>/people/network/<uuid:proposal_id>/take-back")
def take_back(log_id: UUID, proposal_id: UUID) -> Any:
    network.take_back(actor(), log_id, proposal_id, press=_press(PressForm(), "take-back", proposal_id))
    return _back(log_id, "proposal_taken_back")


@bp.route("/logs/<uuid:log_id>/people/network/<uuid:proposal_id>/check", methods=["GET", "POST"])
def check(log_id: UUID, proposal_id: UUID) -> Any:
    """What the contact person looks at; the press that lets them in."""
    if request.method == "GET":
        return _check(log_id, proposal_id, 200, refused=False)
    try:
        network.let_in(actor(), log_id, proposal_id, press=_press(PressForm(), "let-in", proposal_id))
    except Unknown:
        return _check(log_id, proposal_id, 422, refused=True)
    return _back(log_id, "added")


@bp.post("/logs/<uuid:log_id>/people/network/persons/<uuid:person_id>/remove")
def remove(log_id: UUID, person_id: UUID) -> Any:
    network.remove(actor(), log_id, person_id, press=_press(PressForm(), "remove", log_id, person_id.hex))
    return _back(log_id, "ended")


@bp.post("/logs/<uuid:log_id>/people/network/persons/<uuid:person_id>/stay")
def stay(log_id: UUID, person_id: UUID) -> Any:
    """The young person, of 15 or of 18, says whether that one is to stay."""
    form = AnswerForm()
    if not form.validate():
        staying.may_answer(actor(), log_id)
        return render("people/show.html", 422, page=people_page.page(actor(), log_id), done=None, wrong=ANSWER)
    stays, press = form.answer.data == "yes", _press(form, "stay", log_id, person_id.hex)
    staying.answer(actor(), log_id, person_id, stays=stays, press=press)
    return _back(log_id, "stays" if stays else "left")


@bp.route("/logs/<uuid:log_id>/people/blocks", methods=["GET", "POST"])
def blocked(log_id: UUID) -> Any:
    form = kept(BlockForm) if request.method == "GET" else BlockForm()
    if request.method == "GET" or not form.validate():
        return _blocked(log_id, form, 200 if request.method == "GET" else 422)
    said = (form.username.data, form.text.data)
    try:
        blocks.keep_out(actor(), log_id, *said, press=_press(form, "block", log_id))
    except Unknown:
        form.username.errors = [NOBODY]
        return _blocked(log_id, form, 422)
    except Throttled:
        form.username.errors = [TOO_MANY]
        return _blocked(log_id, form, 429)
    return redirect(url_for(".blocked", log_id=log_id, done="blocked"), 303)


@bp.route("/logs/<uuid:log_id>/people/blocks/<uuid:block_id>/paper", methods=["GET", "POST"])
def paper(log_id: UUID, block_id: UUID) -> Any:
    """A second professional has seen that a guardian who is kept out answers on paper; then back to their desk."""
    form = kept(ConfirmForm) if request.method == "GET" else ConfirmForm()
    if request.method == "GET" or not form.validate():
        page = on_paper.page(actor(), log_id, block_id)
        return render("people/paper.html", 200 if request.method == "GET" else 422, page=page, form=form)
    on_paper.confirm(actor(), log_id, block_id, form.text.data, press=_press(form, "paper", block_id))
    return redirect(url_for("desk.index", done="paper"), 303)


def _propose(log_id: UUID, form: ProposeForm, status: int) -> Any:
    page = network_page.to_propose(actor(), log_id)
    return render("people/propose_network.html", status, page=page, form=form)


def _check(log_id: UUID, proposal_id: UUID, status: int, *, refused: bool) -> Any:
    page = network_page.to_check(actor(), log_id, proposal_id)
    return render("people/check_network.html", status, page=page, refused=refused)


def _blocked(log_id: UUID, form: BlockForm, status: int) -> Any:
    page, done = blocks.page(actor(), log_id), asked_word("done", ["blocked"])
    return render("people/blocks.html", status, page=page, form=form, done=done)


def _press(form: Form, what: str, thing: UUID, *more: str) -> Press | None:
    """The press, with everything that was said with it."""
    said = [f"{field.name}={field.data}" for field in form if field.name != "press"]
    return pressed(form, what, thing.hex, *more, *said)


def _back(log_id: UUID, done: str) -> Any:
    return redirect(url_for("people.show", log_id=log_id, done=done), 303)
