"""Handing the baton over: the page of it, proposing, withdrawing, answering, and how a transition went."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import handover_page, handovers
from parentapp.domain.handover_page import HandoverPage
from parentapp.domain.handovers import Proposal
from parentapp.errors import Conflict, Undecided, Unknown
from parentapp.forms.base import Form, PressForm
from parentapp.forms.handovers import NO_DECISION, CheckForm, ProposeForm
from parentapp.i18n import N_
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("handovers", __name__)

DONE = ("proposed", "withdrawn", "accepted", "checked")
# NOTE: said whatever stands in the way of this person: neither whether they are kept out, nor by whom
NOBODY = N_("Vi finner ingen med det brukernavnet som kan spørres.")


@bp.get("/logs/<uuid:log_id>/handover")
def show(log_id: UUID) -> Any:
    return _page(log_id)


@bp.route("/logs/<uuid:log_id>/handover/new", methods=["GET", "POST"])
def propose(log_id: UUID) -> Any:
    """The contact person asks somebody to take over; nothing moves before they say yes."""
    form = kept(ProposeForm) if request.method == "GET" else ProposeForm()
    if request.method == "GET" or not form.validate():
        return _form(log_id, form, 200 if request.method == "GET" else 422)
    said = Proposal(form.reason.data, form.words.data, form.chosen(), form.worked.data, form.decided.data)
    try:
        handovers.propose(actor(), log_id, form.username.data, said, press=_press(form, "propose", log_id))
    except Unknown:
        form.username.errors = [NOBODY]
        return _form(log_id, form, 422)
    except Undecided:
        form.decided.errors = [NO_DECISION]
        return _form(log_id, form, 422)
    return _back(log_id, "proposed")


@bp.post("/logs/<uuid:log_id>/handover/<uuid:handover_id>/withdraw")
def withdraw(log_id: UUID, handover_id: UUID) -> Any:
    _do(handovers.withdraw, handover_id)
    return _back(log_id, "withdrawn")


@bp.post("/logs/<uuid:log_id>/handover/<uuid:handover_id>/accept")
def accept(log_id: UUID, handover_id: UUID) -> Any:
    _do(handovers.accept, handover_id)
    return _back(log_id, "accepted")


@bp.post("/logs/<uuid:log_id>/handover/<uuid:handover_id>/decline")
def decline(log_id: UUID, handover_id: UUID) -> Any:
    """Whoever says no sees nothing more of it: back to the desk."""
    _do(handovers.decline, handover_id)
    return redirect(url_for("desk.index", done="declined"), 303)


@bp.post("/logs/<uuid:log_id>/handover/<uuid:handover_id>/check")
def check(log_id: UUID, handover_id: UUID) -> Any:
    """How it went after a transition, from the contact person or one of the family."""
    form = CheckForm()
    if not form.validate():
        return _page(log_id, form)
    handovers.check(actor(), handover_id, form.text.data, press=_press(form, "check", handover_id))
    return _back(log_id, "checked")


def _page(log_id: UUID, form: Form | None = None) -> Any:
    page = handover_page.page(actor(), log_id)
    if form and not page.may_check:
        raise Conflict(handovers.NOTHING_TO_CHECK)  # what was typed is shown there: here is no box for it
    status, done = 422 if form else 200, asked_word("done", DONE)
    done = done if done and _is_true(done, page) else None
    own = page.log.youth_id == actor().account_id
    return render("handovers/show.html", status, page=page, form=form or kept(CheckForm), done=done, own=own)


def _is_true(done: str, page: HandoverPage) -> bool:
    """Whether what the address says was done can be seen: an address alone makes nothing true."""
    each = page.handover
    if each is None:
        return False
    outcome = each.outcome.value if each.outcome else None
    return {
        "proposed": each.waits and each.asker.me,
        "withdrawn": outcome == "withdrawn" and each.asker.me,
        "accepted": outcome == "accepted" and each.successor.me,
        "checked": any(said.author.me for said in each.checked),
    }[done]


def _form(log_id: UUID, form: ProposeForm, status: int) -> Any:
    return render("handovers/propose.html", status, page=handover_page.to_propose(actor(), log_id), form=form)


def _do(act: Callable[..., UUID], handover_id: UUID) -> None:
    act(actor(), handover_id, press=pressed(PressForm(), act.__name__, handover_id.hex))


def _press(form: Form, what: str, thing: UUID) -> Any:
    """The press, with everything that was said with it."""
    said = [f"{field.name}={field.data}" for field in form if field.name != "press"]
    return pressed(form, what, thing.hex, *said)


def _back(log_id: UUID, done: str) -> Any:
    return redirect(url_for(".show", log_id=log_id, done=done), 303)
