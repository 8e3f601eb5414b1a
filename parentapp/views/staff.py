"""Who works in the municipality's units, and its interpreters and translators: for its administrator."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import register as registering
from parentapp.domain import staff
from parentapp.domain.newcomers import Login, Newcomer
from parentapp.domain.register import Registration
from parentapp.forms.base import Form
from parentapp.forms.municipality import NEW, EndForm, LeadForm, PersonForm, RegisterForm, WorkForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("staff", __name__, url_prefix="/municipality")

DONE = ("name", "employed", "ended", "leads", "leads-not")


@bp.get("/units/<uuid:unit_id>")
def unit(unit_id: UUID) -> Any:
    """A unit and who works there."""
    return render("municipality/unit.html", page=staff.unit_page(actor(), unit_id), done=asked_word("done", DONE))


@bp.route("/units/<uuid:unit_id>/staff", methods=["GET", "POST"])
def employ(unit_id: UUID) -> Any:
    """Somebody begins in a unit."""
    form = kept(WorkForm) if request.method == "GET" else WorkForm()
    if request.method == "GET" or not form.validate():
        page = staff.unit_page(actor(), unit_id)
        form.since.data = form.since.data or (actor().today if request.method == "GET" else None)
        return render("municipality/employ.html", 200 if request.method == "GET" else 422, page=page, form=form)
    said = (*_person_said(form), form.title.data, form.since.data.isoformat(), str(form.leads.data))
    _, login = staff.employ(
        actor(),
        unit_id,
        _person(form),
        form.title.data,
        form.since.data,
        leads=form.leads.data,
        press=pressed(form, "employ", unit_id.hex, *said),
    )
    return _told(login, form, url_for(".unit", unit_id=unit_id, done="employed"))


@bp.get("/staff/<uuid:employment_id>")
def work(employment_id: UUID) -> Any:
    """One person's work in one unit."""
    return _work(employment_id)


@bp.post("/staff/<uuid:employment_id>/end")
def end(employment_id: UUID) -> Any:
    form = EndForm()
    if not form.validate():
        return _work(employment_id, form, form)
    day = form.day()
    staff.end(
        actor(), employment_id, day, press=pressed(form, "end", employment_id.hex, day.isoformat() if day else "")
    )
    return redirect(url_for(".work", employment_id=employment_id, done="ended"), 303)


@bp.post("/staff/<uuid:employment_id>/lead")
def lead(employment_id: UUID) -> Any:
    """Somebody leads the unit, or does so no longer."""
    form = LeadForm()
    if not form.validate():
        return _work(employment_id, form)
    leads = form.leads.data == "yes"
    staff.set_leading(
        actor(), employment_id, leads=leads, press=pressed(form, "lead", employment_id.hex, form.leads.data)
    )
    return redirect(url_for(".work", employment_id=employment_id, done="leads" if leads else "leads-not"), 303)


def _work(employment_id: UUID, refused: Form | None = None, form: EndForm | None = None) -> Any:
    """`refused`: the form that was not understood; `form`: that of stopping, as it was filled in."""
    page, form = staff.work_page(actor(), employment_id), form or EndForm(formdata=None)
    told = {"page": page, "form": form, "refused": refused, "done": asked_word("done", DONE)}
    return render("municipality/work.html", 422 if refused else 200, **told)


@bp.route("/interpreters", methods=["GET", "POST"])
def register() -> Any:
    """Interpreters and translators, and registering one."""
    form = kept(RegisterForm) if request.method == "GET" else RegisterForm()
    if request.method == "GET" or not form.validate():
        page = registering.register_page(actor())
        done = asked_word("done", ("registered",))
        return render(
            "municipality/register.html", 200 if request.method == "GET" else 422, page=page, form=form, done=done
        )
    told = Registration(form.relation(), form.works_in.data, form.level.data, form.agency.data)
    said = (*_person_said(form), told.role.value, told.locale, told.level, told.agency)
    _, login = registering.register(actor(), _person(form), told, press=pressed(form, "register", *said))
    return _told(login, form, url_for(".register", done="registered"))


def _person(form: PersonForm) -> Newcomer | UUID:
    return form.known() or Newcomer(form.name.data, form.locale.data)


def _person_said(form: PersonForm) -> tuple[str, ...]:
    return (form.who.data, form.name.data, form.locale.data) if form.who.data == NEW else (form.who.data,)


def _told(login: Login | None, form: Form, onwards: str) -> Any:
    """Onwards; for somebody new first, and only this once, what they log in with."""
    if login is None:
        return redirect(onwards, 303)
    return render("municipality/first_login.html", login=login, name=form.name.data, onwards=onwards)
