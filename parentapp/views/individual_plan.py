"""The log as the child's individual plan: wishing for it, answering, ending it, who coordinates it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, url_for

from parentapp.access.actions import Action
from parentapp.domain import coordinating, individual_plan, individual_plan_page
from parentapp.domain.individual_plan import Decided
from parentapp.domain.individual_plan_page import PlanPage
from parentapp.errors import Conflict, Unknown
from parentapp.forms.base import Form, PressForm
from parentapp.forms.individual_plan import CoordinatorForm, DecidedForm
from parentapp.forms.people import NOBODY_CHOSEN
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("individual_plan", __name__)

DONE = ("asked", "begun", "ended", "coordinator_asked", "coordinator_begun", "coordinator_ended")


@bp.get("/logs/<uuid:log_id>/individual-plan")
def show(log_id: UUID) -> Any:
    """What an individual plan is, and what goes on or waits."""
    return _render(individual_plan_page.page(actor(), log_id), kept(DecidedForm))


@bp.post("/logs/<uuid:log_id>/individual-plan/wish")
def wish(log_id: UUID) -> Any:
    individual_plan.wish(actor(), log_id, press=pressed(PressForm(), "wish-plan", log_id.hex))
    return _back(log_id, "asked")


@bp.post("/logs/<uuid:log_id>/individual-plan/suggestion")
def suggest(log_id: UUID) -> Any:
    """The contact person suggests it, and writes that the right to it is decided."""
    form = DecidedForm()
    if not form.validate():
        individual_plan.require_may_suggest(actor(), log_id)
        return _wrong(log_id, form)
    individual_plan.suggest(actor(), log_id, _decided(form), press=_said(form, "suggest-plan", log_id))
    return _back(log_id, "asked")


@bp.post("/individual-plans/<uuid:plan_id>/decided")
def decide(plan_id: UUID) -> Any:
    """The contact person writes that the right to what was wished for is decided."""
    form = DecidedForm()
    if not form.validate():
        return _wrong(individual_plan.require_may(actor(), plan_id, Action.INDIVIDUAL_PLAN_DECIDE), form)
    log_id = individual_plan.decide(actor(), plan_id, _decided(form), press=_said(form, "decide-plan", plan_id))
    return _back(log_id, "begun")


@bp.post("/individual-plans/<uuid:plan_id>/agree")
def agree(plan_id: UUID) -> Any:
    return _back(_do(individual_plan.agree, plan_id), "begun")


@bp.post("/individual-plans/<uuid:plan_id>/end")
def end(plan_id: UUID) -> Any:
    """No, taken back, or no longer."""
    return _back(_do(individual_plan.end, plan_id), "ended")


@bp.post("/individual-plans/<uuid:plan_id>/coordinators")
def ask_coordinator(plan_id: UUID) -> Any:
    form = CoordinatorForm()
    log_id = individual_plan.require_may(actor(), plan_id, Action.COORDINATOR_ASK)
    if not form.validate():
        return _wrong(log_id, form)
    try:
        coordinating.ask(actor(), plan_id, *form.chosen(), press=_said(form, "coordinator", plan_id))
    except Unknown:
        form.who.errors = [NOBODY_CHOSEN]
        return _wrong(log_id, form)
    return _back(log_id, "coordinator_asked")


@bp.post("/coordinators/<uuid:coordinator_id>/accept")
def accept(coordinator_id: UUID) -> Any:
    return _back(_do(coordinating.accept, coordinator_id), "coordinator_begun")


@bp.post("/coordinators/<uuid:coordinator_id>/end")
def end_coordinator(coordinator_id: UUID) -> Any:
    return _back(_do(coordinating.end, coordinator_id), "coordinator_ended")


def _wrong(log_id: UUID, form: Form) -> Any:
    """The page with a form that was not right. Raises Conflict where it has no such form any more."""
    page = individual_plan_page.page(actor(), log_id)
    asks_who = isinstance(form, CoordinatorForm)
    if not (page.may_ask_coordinator if asks_who else page.may_suggest or page.may_decide):
        raise Conflict(individual_plan.OVER)
    return _render(page, form, 422)


def _render(page: PlanPage, form: Form, status: int = 200) -> Any:
    done = asked_word("done", DONE) if status == 200 else None
    return render("individual_plan/show.html", status, page=page, form=form, done=done)


def _decided(form: DecidedForm) -> Decided:
    return Decided(form.chosen(), form.day.data)


def _said(form: Form, what: str, thing: UUID) -> Any:
    """The press, with everything that was said with it."""
    return pressed(form, what, thing.hex, *(f"{each.name}={each.data}" for each in form if each.name != "press"))


def _do(act: Callable[..., UUID], thing: UUID) -> UUID:
    return act(actor(), thing, press=pressed(PressForm(), act.__module__, act.__name__, thing.hex))


def _back(log_id: UUID, done: str) -> Any:
    return redirect(url_for(".show", log_id=log_id, done=done), 303)
