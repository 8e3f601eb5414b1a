"""The municipality, for its administrator: units, the promise, ages, what was changed."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp import i18n
from parentapp.domain import administration, age_table, changes, staff
from parentapp.forms.municipality import AgeRowForm, PromiseForm, UnitForm, UnitNameForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, languages, render

bp = Blueprint("municipality", __name__, url_prefix="/municipality")

DONE = ("promise", "unit", "ages")


@bp.get("")
def index() -> Any:
    return _start()


@bp.post("/promise")
def set_promise() -> Any:
    """Within how many working days an answer is promised."""
    form = PromiseForm()
    if not form.validate():
        return _start(form)
    administration.set_promise(actor(), form.promised(), press=pressed(form, "promise", str(form.promised())))
    return redirect(url_for(".index", done="promise"), 303)


def _start(form: PromiseForm | None = None) -> Any:
    page = administration.start(actor())
    return render(
        "municipality/index.html",
        422 if form else 200,
        page=page,
        form=form or PromiseForm(formdata=None, data={"days": page.reply_days}),
        states=i18n.states(languages()),
        done=asked_word("done", DONE),
    )


@bp.route("/units/new", methods=["GET", "POST"])
def new_unit() -> Any:
    form = kept(UnitForm) if request.method == "GET" else UnitForm()
    if request.method == "GET" or not form.validate():
        administration.may_add_unit(actor())
        return render("municipality/new_unit.html", 200 if request.method == "GET" else 422, form=form)
    press = pressed(form, "unit", form.name.data, form.service.data)
    administration.add_unit(actor(), form.name.data, form.kind(), press=press)
    return redirect(url_for(".index", done="unit"), 303)


@bp.route("/units/<uuid:unit_id>/name", methods=["GET", "POST"])
def rename_unit(unit_id: UUID) -> Any:
    form = kept(UnitNameForm) if request.method == "GET" else UnitNameForm()
    if request.method == "GET" or not form.validate():
        page = staff.unit_page(actor(), unit_id)
        if request.method == "GET" and not form.name.data:
            form.name.data = page.unit.name
        return render("municipality/rename_unit.html", 200 if request.method == "GET" else 422, page=page, form=form)
    administration.rename_unit(
        actor(), unit_id, form.name.data, press=pressed(form, "unit name", unit_id.hex, form.name.data)
    )
    return redirect(url_for("staff.unit", unit_id=unit_id, done="name"), 303)


@bp.route("/ages", methods=["GET", "POST"])
def ages() -> Any:
    """The table, and a new row: read in plain words first, then stored."""
    form = kept(AgeRowForm) if request.method == "GET" else AgeRowForm()
    if request.method == "GET" or not form.validate():
        table = age_table.ages(actor())
        return render("municipality/ages.html", 200 if request.method == "GET" else 422, ages=table, form=form)
    row = form.row()
    if not form.read.data:
        age_table.may_add(actor(), row)
        return render("municipality/ages_read.html", row=row, form=form)
    said = (row.service.value, row.valid_from.isoformat(), str(row.heard), str(row.co_signs), str(row.alone))
    age_table.add_row(actor(), row, press=pressed(form, "ages", *said))
    return redirect(url_for(".index", done="ages"), 303)


@bp.get("/changes")
def latest_changes() -> Any:
    return render("municipality/changes.html", changes=changes.changes(actor()))
