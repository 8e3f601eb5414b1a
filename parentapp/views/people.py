"""«Hvem er med»: who belongs to a log; adding and ending helpers and guardians, and that child welfare has care."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import baton_path, care_registered, guardians, participants, people_page
from parentapp.domain.guardians import Relationship
from parentapp.domain.newcomers import Newcomer
from parentapp.domain.own_login import Slip
from parentapp.domain.pressing import Press
from parentapp.errors import Unknown
from parentapp.forms.base import Form, PressForm
from parentapp.forms.people import (
    NO_UNIT,
    NOBODY_CHOSEN,
    CareForm,
    ConfirmForm,
    EndGuardianForm,
    GuardianForm,
    HelperForm,
    OnPaperForm,
    WithLoginForm,
)
from parentapp.i18n import N_
from parentapp.views.asked import asked_id, asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render
from parentapp.views.slips import handed_over

bp = Blueprint("people", __name__)

# NOTE: said whatever stands in the way of this person: neither whether they are kept out, nor whether they are here
NOBODY = N_("Vi finner ingen med det brukernavnet som kan legges til.")
DONE = ("added", "waits", "confirmed", "taken_back", "ended", "ends_today", "care_ended")
NETWORK = ("proposed", "answered", "proposal_taken_back", "stays", "left")  # also for the family


@bp.get("/logs/<uuid:log_id>/people")
def show(log_id: UUID) -> Any:
    page = people_page.page(actor(), log_id)
    done = asked_word("done", {*DONE, *NETWORK})
    told = page.may_end or (page.network.may_propose and done in NETWORK)
    return render("people/show.html", page=page, done=done if told else None)


@bp.get("/logs/<uuid:log_id>/baton")
def baton(log_id: UUID) -> Any:
    """Who has held the baton, drawn over time."""
    return render("people/baton.html", page=baton_path.path(actor(), log_id))


@bp.route("/logs/<uuid:log_id>/people/helpers/new", methods=["GET", "POST"])
def add_helper(log_id: UUID) -> Any:
    """First which unit, then who of those who work there."""
    if request.method == "GET":
        return _helper(log_id, HelperForm(formdata=None), 200)
    form = HelperForm()
    if not form.validate():
        return _helper(log_id, form, 422)
    account, unit = form.chosen()
    try:
        participants.add(actor(), log_id, unit, account, press=_press(form, "add", log_id))
    except Unknown:
        form.who.errors = [NOBODY_CHOSEN]
        return _helper(log_id, form, 422)
    return _back(log_id, "added")


@bp.post("/logs/<uuid:log_id>/people/helpers/<uuid:participation_id>/end")
def end_helper(log_id: UUID, participation_id: UUID) -> Any:
    participants.end(actor(), log_id, participation_id, press=_press(PressForm(), "end", participation_id))
    return _back(log_id, "ended")


@bp.route("/logs/<uuid:log_id>/people/guardians/new", methods=["GET", "POST"])
def add_guardian(log_id: UUID) -> Any:
    form = kept(GuardianForm) if request.method == "GET" else GuardianForm()
    if request.method == "GET" or not form.validate():
        return _guardian(log_id, form, 200 if request.method == "GET" else 422)
    found = Relationship(form.chosen(), form.text.data, form.since.data, form.signs.data == "yes")
    try:
        row = guardians.add(actor(), log_id, form.username.data, found, press=_press(form, "guardian", log_id))
    except Unknown:
        form.username.errors = [NOBODY]
        return _guardian(log_id, form, 422)
    return _back(log_id, "waits" if guardians.waits(row) else "added")


@bp.route("/logs/<uuid:log_id>/people/guardians/on-paper", methods=["GET", "POST"])
def add_on_paper(log_id: UUID) -> Any:
    """Somebody who never logs in, and answers on paper."""
    form = kept(OnPaperForm) if request.method == "GET" else OnPaperForm()
    if request.method == "GET" or not form.validate():
        page = people_page.to_add_guardian(actor(), log_id)
        return render("people/add_on_paper.html", 200 if request.method == "GET" else 422, page=page, form=form)
    found = Relationship(form.chosen(), form.text.data, form.since.data, signs=True, on_paper=True)
    guardians.add(actor(), log_id, form.name.data, found, press=_press(form, "on-paper", log_id))
    return _back(log_id, "waits")


@bp.route("/logs/<uuid:log_id>/people/guardians/with-login", methods=["GET", "POST"])
def add_with_login(log_id: UUID) -> Any:
    """Somebody who has no login, and gets one: told this once."""
    form = kept(WithLoginForm) if request.method == "GET" else WithLoginForm()
    if request.method == "GET" or not form.validate():
        page = people_page.to_add_with_login(actor(), log_id)
        return render("people/add_with_login.html", 200 if request.method == "GET" else 422, page=page, form=form)
    found = Relationship(form.chosen(), form.text.data, form.since.data, form.signs.data == "yes")
    who = Newcomer(form.name.data, form.locale.data)
    row, login = guardians.add_newcomer(actor(), log_id, who, found, press=_press(form, "with-login", log_id))
    onwards = url_for(".show", log_id=log_id, done="waits" if guardians.waits(row) else "added")
    return handed_over([Slip(who.name, who.locale, login)] if login else [], onwards)


@bp.route("/logs/<uuid:log_id>/people/guardians/<uuid:guardian_id>/end", methods=["GET", "POST"])
def end_guardian(log_id: UUID, guardian_id: UUID) -> Any:
    form = kept(EndGuardianForm) if request.method == "GET" else EndGuardianForm()
    if request.method == "GET" or not form.validate():
        page = people_page.to_end(actor(), log_id, guardian_id)
        return render("people/end_guardian.html", 200 if request.method == "GET" else 422, page=page, form=form)
    guardians.end(actor(), log_id, guardian_id, form.text.data, press=_press(form, "end", guardian_id))
    return _back(log_id, "ends_today")


@bp.route("/logs/<uuid:log_id>/people/proposed/<uuid:proposed_id>/confirm", methods=["GET", "POST"])
def confirm(log_id: UUID, proposed_id: UUID) -> Any:
    """A second professional says what they have seen; whoever has done so goes back to their desk."""
    form = kept(ConfirmForm) if request.method == "GET" else ConfirmForm()
    if request.method == "GET" or not form.validate():
        page = people_page.to_confirm(actor(), log_id, proposed_id)
        return render("people/confirm.html", 200 if request.method == "GET" else 422, page=page, form=form)
    guardians.confirm(actor(), log_id, proposed_id, form.text.data, press=_press(form, "confirm", proposed_id))
    return redirect(url_for("desk.index", done="confirmed"), 303)


@bp.post("/logs/<uuid:log_id>/people/proposed/<uuid:proposed_id>/take-back")
def take_back(log_id: UUID, proposed_id: UUID) -> Any:
    guardians.take_back(actor(), log_id, proposed_id, press=_press(PressForm(), "take-back", proposed_id))
    return _back(log_id, "taken_back")


@bp.route("/logs/<uuid:log_id>/people/care", methods=["GET", "POST"])
def care(log_id: UUID) -> Any:
    form = kept(CareForm) if request.method == "GET" else CareForm()
    if request.method == "GET" or not form.validate():
        return _care(log_id, form, 200 if request.method == "GET" else 422)
    said = (form.unit_id(), form.since.data, form.text.data)
    try:
        care_registered.begin(actor(), log_id, *said, press=_press(form, "care", log_id))
    except Unknown:
        form.unit.errors = [NO_UNIT]
        return _care(log_id, form, 422)
    return _back(log_id, "waits")


@bp.route("/logs/<uuid:log_id>/people/care/<uuid:waiting_id>/confirm", methods=["GET", "POST"])
def confirm_care(log_id: UUID, waiting_id: UUID) -> Any:
    """As `confirm`, that a service has care."""
    form = kept(ConfirmForm) if request.method == "GET" else ConfirmForm()
    if request.method == "GET" or not form.validate():
        page = care_registered.to_confirm(actor(), log_id, waiting_id)
        return render("people/confirm_care.html", 200 if request.method == "GET" else 422, page=page, form=form)
    press = _press(form, "confirm-care", waiting_id)
    care_registered.confirm(actor(), log_id, waiting_id, form.text.data, press=press)
    return redirect(url_for("desk.index", done="care"), 303)


@bp.post("/logs/<uuid:log_id>/people/care/<uuid:waiting_id>/take-back")
def take_back_care(log_id: UUID, waiting_id: UUID) -> Any:
    care_registered.take_back(actor(), log_id, waiting_id, press=_press(PressForm(), "take-back-care", waiting_id))
    return _back(log_id, "taken_back")


@bp.post("/logs/<uuid:log_id>/people/care/end")
def end_care(log_id: UUID) -> Any:
    care_registered.end(actor(), log_id, press=_press(PressForm(), "end-care", log_id))
    return _back(log_id, "care_ended")


def _helper(log_id: UUID, form: HelperForm, status: int) -> Any:
    page = participants.to_add(actor(), log_id, asked_id("unit"))
    return render("people/add_helper.html", status, page=page, form=form)


def _guardian(log_id: UUID, form: GuardianForm, status: int) -> Any:
    page = people_page.to_add_guardian(actor(), log_id)
    return render("people/add_guardian.html", status, page=page, form=form)


def _care(log_id: UUID, form: CareForm, status: int) -> Any:
    page = care_registered.to_register(actor(), log_id)
    return render("people/care.html", status, page=page, form=form)


def _press(form: Form, what: str, thing: UUID) -> Press | None:
    """The press, with everything that was said with it."""
    said = [f"{field.name}={field.data}" for field in form if field.name != "press"]
    return pressed(form, what, thing.hex, *said)


def _back(log_id: UUID, done: str) -> Any:
    return redirect(url_for(".show", log_id=log_id, done=done), 303)
