"""The plan: reading it, saying whether a measure helps, another day, other words, a new goal or measure."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp import clock
from parentapp.bank import MEASURES
from parentapp.domain import evaluating, plan, plan_page, revising
from parentapp.enums import LifeArea
from parentapp.enums.bank import Phrase
from parentapp.forms.base import Form
from parentapp.forms.plan import EvaluationForm, GoalForm, HeardForm, MeasureForm, RenewForm, StatusForm, WordsForm
from parentapp.i18n import N_
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.local import local_path
from parentapp.views.rendering import kept, render

bp = Blueprint("plan", __name__)

DONE = ("evaluated", "heard", "renewed", "status", "words", "goal", "measure")
OF = ("log",)  # where the way to change something stood, if not in the plan
USUAL = timedelta(weeks=6)  # until a new measure is looked at, where nobody says otherwise
MORE = "more"  # the button that goes on to a measure
NO_DAY = N_("Velg en dag.")


@bp.get("/logs/<uuid:log_id>/plan")
def show(log_id: UUID) -> Any:
    return _page(log_id)


@bp.post("/logs/<uuid:log_id>/measures/<uuid:entry_id>/evaluations")
def evaluate(log_id: UUID, entry_id: UUID) -> Any:
    """One press says whether it helps; words if one likes."""
    form = EvaluationForm()
    if not form.validate():
        evaluating.require_may(actor(), entry_id, heard=False)
        return _page(log_id, form, entry_id)
    press = pressed(form, "evaluate", entry_id.hex, form.outcome.data, form.text.data)
    evaluating.evaluate(actor(), entry_id, form.said(), form.text.data, press=press)
    return _back(log_id, "evaluated", entry_id)


@bp.post("/logs/<uuid:log_id>/measures/<uuid:entry_id>/child")
def hear(log_id: UUID, entry_id: UUID) -> Any:
    """What a child without a login says of it, by whoever the child said it to."""
    form = HeardForm()
    if not form.validate():
        evaluating.require_may(actor(), entry_id, heard=True)
        return _page(log_id, form, entry_id)
    press = pressed(form, "hear", entry_id.hex, form.outcome.data, form.text.data)
    evaluating.evaluate(actor(), entry_id, form.said(), form.text.data, heard=True, press=press)
    return _back(log_id, "heard", entry_id)


@bp.post("/logs/<uuid:log_id>/measures/<uuid:entry_id>/look-at")
def renew(log_id: UUID, entry_id: UUID) -> Any:
    form = RenewForm()
    day = form.day(clock.today()) if form.validate() else None
    if day is None or day <= clock.today():
        form.look_at.errors = [evaluating.PAST if day else NO_DAY]
        return _page(log_id, form, entry_id)
    evaluating.renew(actor(), entry_id, day, press=pressed(form, "renew", entry_id.hex, day.isoformat()))
    return _back(log_id, "renewed", entry_id)


@bp.post("/logs/<uuid:log_id>/measures/<uuid:entry_id>/status")
def set_status(log_id: UUID, entry_id: UUID) -> Any:
    form = StatusForm()
    if not form.validate():
        return _page(log_id, form, entry_id)
    press = pressed(form, "status", entry_id.hex, form.status.data)
    revising.set_status(actor(), entry_id, form.chosen(), press=press)
    return _back(log_id, "status", entry_id)


@bp.route("/logs/<uuid:log_id>/entries/<uuid:entry_id>/words", methods=["GET", "POST"])
def change_words(log_id: UUID, entry_id: UUID) -> Any:
    """Other words; what stood before is kept."""
    form = kept(WordsForm) if request.method == "GET" else WordsForm()
    if request.method == "GET" or not form.validate():
        entry = revising.to_change(actor(), entry_id)
        if request.method == "GET" and not form.text.data:
            form.text.data = entry.text
        status, of_log = 200 if request.method == "GET" else 422, asked_word("of", OF) == "log"
        return render("plan/words.html", status, entry=entry, form=form, of_log=of_log)
    press = pressed(form, "words", entry_id.hex, form.text.data)
    revising.change_text(actor(), entry_id, form.text.data, press=press)
    if asked_word("of", OF):
        return redirect(url_for("versions.show", entry_id=entry_id, done="words"), 303)
    return _back(log_id, "words", entry_id)


@bp.route("/logs/<uuid:log_id>/goals", methods=["GET", "POST"])
def new_goal(log_id: UUID) -> Any:
    form = kept(GoalForm) if request.method == "GET" else GoalForm()
    if request.method == "GET" or not form.validate():
        empty = plan_page.empty_goal(actor(), log_id)
        if request.method == "GET" and not form.life_area.data and empty.area:
            form.life_area.data = empty.area.value
        return render("plan/new_goal.html", 200 if request.method == "GET" else 422, empty=empty, form=form)
    said = form.said()
    press = pressed(form, "goal", log_id.hex, _as_sent(said), form.life_area.data)
    entry = plan.add_goal(actor(), log_id, said, LifeArea(form.life_area.data), press=press)
    return _another(log_id, entry, "goal") if MORE in request.form else _back(log_id, "goal", entry)


@bp.route("/logs/<uuid:log_id>/goals/<uuid:entry_id>/measures", methods=["GET", "POST"])
def new_measure(log_id: UUID, entry_id: UUID) -> Any:
    """Something somebody does towards that goal."""
    form = kept(MeasureForm) if request.method == "GET" else MeasureForm()
    if request.method == "GET" or not form.validate():
        return _empty_measure(log_id, entry_id, form)
    owner, unit = form.owned_by() or (entry_id, None)
    said = (_as_sent(form.said()), form.owner.data, str(form.starts.data), str(form.look_at.data))
    measure = plan.add_measure(
        actor(),
        entry_id,
        form.said(),
        owner=owner,
        owner_unit=unit,
        starts=form.starts.data,
        look_at=form.look_at.data,
        press=pressed(form, "measure", entry_id.hex, *said),
    )
    return _another(log_id, entry_id, "measure") if MORE in request.form else _back(log_id, "measure", measure)


def _another(log_id: UUID, goal: UUID, done: str) -> Any:
    """On to an empty form for a measure towards the same goal."""
    return redirect(url_for(".new_measure", log_id=log_id, entry_id=goal, done=done), 303)


def _as_sent(said: str | Phrase) -> str:
    return said if isinstance(said, str) else said.value


def _empty_measure(log_id: UUID, goal: UUID, form: MeasureForm) -> Any:
    empty = plan_page.empty_measure(actor(), log_id, goal)
    if request.method == "GET":
        form.starts.data = form.starts.data or clock.today()
        form.look_at.data = form.look_at.data or clock.today() + USUAL
        form.owner.data = form.owner.data or next((each.key for each in empty.owners if each.person.me), None)
    area = empty.goal.life_area if empty.goal else None
    offered = dict(sorted(MEASURES.items(), key=lambda each: each[0] is not area))
    status, done = (200, asked_word("done", ("goal", "measure"))) if request.method == "GET" else (422, None)
    return render("plan/new_measure.html", status, empty=empty, form=form, done=done, offered=offered)


def _page(log_id: UUID, form: Form | None = None, at: UUID | None = None) -> Any:
    """The plan; with a form that could not be understood at that measure."""
    page = plan_page.plan(actor(), log_id)
    own = page.log.youth_id == actor().account_id
    status = 422 if form else 200
    return render("plan/show.html", status, page=page, form=form, at=at, own=own, done=asked_word("done", DONE))


def _back(log_id: UUID, done: str, entry_id: UUID) -> Any:
    """To where the form stood, at what was changed."""
    page = local_path(request.form.get("back", ""))
    if page == url_for("log.show", log_id=log_id):
        evaluated = done == "evaluated"
        return redirect(url_for("log.show", log_id=log_id, done=done) if evaluated else f"{page}#e-{entry_id}", 303)
    return redirect(url_for(".show", log_id=log_id, done=done, _anchor=f"e-{entry_id}"), 303)
