"""«Be om en stafettlogg»: asking, for the family; answering, for the unit's leader and whoever it was handed to."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import log_wishes, log_wishes_answered
from parentapp.domain.log_wishes import Asked, WishPage
from parentapp.domain.log_wishes_answered import Received
from parentapp.errors import Conflict, Unknown
from parentapp.forms.base import PressForm
from parentapp.forms.log_wishes import NOBODY, AnswerForm, AskForm, HandForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("log_wishes", __name__)

DONE = ("asked", "taken-back")
ANSWERED = ("handed", "answered")


@bp.route("/log-wishes", methods=["GET", "POST"])
def ask() -> Any:
    """What one has asked, and a form to ask with."""
    form, page = kept(AskForm) if request.method == "GET" else AskForm(), log_wishes.page(actor())
    form.for_child, form.for_oneself = page.for_child, page.for_oneself
    form.units = frozenset(each.id for each in page.places)
    if request.method == "POST" and not page.places:
        raise Conflict(log_wishes.NOBODY)  # what was typed is shown there: here is no box for it
    if request.method == "GET" or not form.validate():
        return _page(page, form, 200 if request.method == "GET" else 422)
    child = (form.name.data, form.year) if form.child_is_meant else None
    said = (form.about.data or "", form.name.data, form.born.data, form.unit.data, form.text.data)
    asked = Asked(child, form.chosen(), form.text.data)
    log_wishes.ask(actor(), asked, press=pressed(form, "log wish", *said))
    return redirect(url_for(".ask", done="asked"), 303)


@bp.post("/log-wishes/<uuid:wish_id>/taken-back")
def take_back(wish_id: UUID) -> Any:
    log_wishes.take_back(actor(), wish_id, press=pressed(PressForm(), "log wish taken back", wish_id.hex))
    return redirect(url_for(".ask", done="taken-back"), 303)


@bp.get("/unit/log-wishes")
def received() -> Any:
    page = log_wishes_answered.received(actor())
    return _received(page, kept(HandForm), kept(AnswerForm))


@bp.post("/log-wishes/<uuid:wish_id>/hand")
def hand(wish_id: UUID) -> Any:
    """Somebody who works in the unit is to talk with the family."""
    form = HandForm()
    if not form.validate():
        return _again(wish_id, hand=form)
    username = None if form.myself.data else form.username.data
    press = pressed(form, "log wish handed", wish_id.hex, username or "", str(username is None))
    try:
        log_wishes_answered.hand(actor(), wish_id, username, press=press)
    except Unknown:
        form.username.errors = [NOBODY]
        return _again(wish_id, hand=form)
    return redirect(url_for(".received", done="handed"), 303)


@bp.post("/log-wishes/<uuid:wish_id>/answer")
def answer(wish_id: UUID) -> Any:
    """There will be no log from it: why, and what else there is."""
    form = AnswerForm()
    if not form.validate():
        return _again(wish_id, answer=form)
    press = pressed(form, "log wish answered", wish_id.hex, form.text.data)
    log_wishes_answered.answer(actor(), wish_id, form.text.data, press=press)
    return redirect(url_for(".received", done="answered"), 303)


@bp.get("/desk/log-wishes")
def handed() -> Any:
    """What somebody is to talk with families about, and to open a log from."""
    return render("log_wishes/handed.html", wishes=log_wishes_answered.handed(actor()))


def _page(page: WishPage, form: AskForm, status: int) -> Any:
    return render("log_wishes/ask.html", status, page=page, form=form, done=asked_word("done", DONE))


def _again(wish_id: UUID, *, hand: HandForm | None = None, answer: AnswerForm | None = None) -> Any:
    """The leader's page once more, with what was typed at its question; where that is still open."""
    page = log_wishes_answered.still_open(actor(), wish_id)
    if hand is None:
        hand = HandForm(formdata=None, data={"wish": str(wish_id)})
    if answer is None:
        answer = AnswerForm(formdata=None, data={"wish": str(wish_id)})
    for form in (hand, answer):
        form.wish.data = str(wish_id)
    return _received(page, hand, answer, 422)


def _received(page: Received, hand: HandForm, answer: AnswerForm, status: int = 200) -> Any:
    done = asked_word("done", ANSWERED)
    return render("log_wishes/received.html", status, page=page, hand=hand, answer=answer, done=done)
