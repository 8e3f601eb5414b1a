"""Hvem ser hva, and the page where one reads a request and says yes or no."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import choosing, consent_page, consents, conversations, preview, sharing_story
from parentapp.domain.consents import Sharing
from parentapp.enums import Answer, Kind
from parentapp.forms.consents import AS_NOW, LATER, TALK, AnswerForm, ChooseForm, KindForm
from parentapp.i18n import LANGUAGES
from parentapp.views.asked import asked_id, asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.log import by_month
from parentapp.views.rendering import locale, render

bp = Blueprint("consents", __name__)


@bp.get("/logs/<uuid:log_id>/sharing")
def sharing(log_id: UUID) -> Any:
    """One card for each service that sees, or has asked to see, something of the log."""
    page = consents.sharing(actor(), log_id)
    unanswered = any(each.waits_for_me or each.ending for each in page.requests)  # an address alone makes nothing true
    template = "consents/for_care.html" if page.for_care else "consents/sharing.html"
    later = unanswered and request.args.get("done") == LATER
    return render(template, page=page, later=later, less=_less(page))


def _less(page: Sharing) -> tuple[Any, Kind] | None:
    """The request of which one has just stopped sharing a kind, if that is so."""
    asked, word = asked_id("less"), asked_word("kind", [kind.value for kind in Kind])
    if not asked or not word:
        return None
    found = (each for each in page.requests if each.id == asked and each.unit and each.mine)
    kind = Kind(word)
    return next(((each, kind) for each in found if each.stopped(kind)), None)


@bp.get("/logs/<uuid:log_id>/sharing/story")
def story(log_id: UUID) -> Any:
    """How the sharing has gone until now."""
    return render("consents/story.html", page=sharing_story.story(actor(), log_id))


@bp.get("/logs/<uuid:log_id>/sharing/as/<uuid:unit_id>", endpoint="preview")
def as_service(log_id: UUID, unit_id: UUID) -> Any:
    """The log as that service sees it now."""
    page = preview.preview(actor(), log_id, unit_id, before=asked_id("before"))
    return render("consents/preview.html", page=page, months=by_month(page.entries), before=asked_id("before"))


@bp.get("/consents/<uuid:request_id>")
def show(request_id: UUID) -> Any:
    """One request: all to know before answering, and the answer one has given."""
    return _page(request_id)


@bp.post("/consents/<uuid:request_id>/answer")
def answer(request_id: UUID) -> Any:
    """Yes and no work at once; the two others only lead on."""
    form = AnswerForm()
    if not form.validate():
        return _page(request_id, form, 422)
    said = form.answer.data
    if said in (LATER, TALK):
        return _lead_on(request_id, said)
    interpreter = form.interpreter.data or None
    press = pressed(form, "consent", request_id.hex, said, interpreter or "")
    consents.answer(actor(), request_id, Answer(said), language=locale(), interpreter=interpreter, press=press)
    return redirect(url_for(".show", request_id=request_id, done=said), 303)


@bp.get("/consents/<uuid:request_id>/choose")
def choice(request_id: UUID) -> Any:
    """Yes to some of what is asked, and for how long."""
    return _choice(request_id)


@bp.post("/consents/<uuid:request_id>/choose")
def choose(request_id: UUID) -> Any:
    """Works at once, as any yes."""
    form = ChooseForm()
    if not form.validate():
        return _choice(request_id, form, 422)
    kinds, interpreter = form.kind.data or frozenset(), form.interpreter.data or None
    ticked = sorted(kind.value for kind in kinds)
    press = pressed(form, "choose", request_id.hex, *ticked, form.length.data, interpreter or "")
    choosing.choose(actor(), request_id, kinds, form.months, language=locale(), interpreter=interpreter, press=press)
    return redirect(url_for(".show", request_id=request_id, done="yes"), 303)


@bp.post("/consents/<uuid:request_id>/stop-kind")
def stop_kind(request_id: UUID) -> Any:
    """One kind less, in one press."""
    form = KindForm()
    if not form.validate():
        return _page(request_id, form, 422)
    kind = form.kind.data
    press = pressed(form, "stop kind", request_id.hex, kind)
    choosing.stop_kind(actor(), request_id, Kind(kind), language=locale(), press=press)
    log_id = consents.log_of(actor(), request_id)
    return redirect(url_for(".sharing", log_id=log_id, less=request_id, kind=kind), 303)


def _choice(request_id: UUID, form: ChooseForm | None = None, status: int = 200) -> Any:
    page = choosing.choice(actor(), request_id)
    if page is None:
        return redirect(url_for(".show", request_id=request_id), 303)
    return render("consents/choose.html", status, page=page, form=form, as_now=AS_NOW)


def _lead_on(request_id: UUID, said: str) -> Any:
    log_id = consents.log_of(actor(), request_id)
    if said == LATER:
        return redirect(url_for(".sharing", log_id=log_id, done=LATER), 303)
    talk = conversations.start(actor(), log_id)
    return redirect(url_for("conversations.show", conversation_id=talk, _anchor="last"), 303)


def _page(request_id: UUID, form: AnswerForm | KindForm | None = None, status: int = 200) -> Any:
    page = consent_page.page(actor(), request_id)
    read_in = LANGUAGES.get(page.language or "")
    return render("consents/show.html", status, page=page, form=form, read_in=read_in, done=request.args.get("done"))
