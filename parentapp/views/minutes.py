"""Minutes: writing what a meeting decided and the measures agreed in it, changing the words, what the family says."""

from dataclasses import astuple
from datetime import timedelta
from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp import clock
from parentapp.domain import commenting, minutes
from parentapp.domain.attached import NoRoom
from parentapp.domain.attending import Came
from parentapp.domain.minutes import Agreed, Next, Present, ToWrite
from parentapp.enums import MeetingRole
from parentapp.forms.minutes import AgreeForm, CommentForm, MinutesForm, WordsForm, came_keys
from parentapp.views.asked import pressed
from parentapp.views.attachments import chosen, no_room
from parentapp.views.guarding import actor
from parentapp.views.meetings import page as meeting_page
from parentapp.views.rendering import kept, render
from parentapp.views.uploading import takes_files

bp = Blueprint("minutes", __name__)

USUAL = timedelta(weeks=6)  # until a measure is looked at, where nobody says otherwise


@bp.route("/meetings/<uuid:meeting_id>/minutes", methods=["GET", "POST"])
@takes_files
def write(meeting_id: UUID) -> Any:
    """All of it in one form. What stands there already is shown instead of being written over."""
    if request.method == "GET":
        return _form(meeting_id)
    if request.files:
        minutes.require_may(actor(), meeting_id)
    form = MinutesForm.of(came_keys())()
    try:
        if not form.validate():
            return _form(meeting_id, form)
        came, next_time, press = _came(form), _next(form), _press(form, "minutes", meeting_id)
        said = form.decisions(), _agreed(form)
        minutes.write(actor(), meeting_id, *said, files=chosen(form), came=came, next_time=next_time, press=press)
    except minutes.Unfit as unfit:
        form[f"{unfit.what}_{unfit.row}"].errors = [unfit.reason]
        return _form(meeting_id, form)
    except NoRoom as full:
        no_room(form, full)
        return _form(meeting_id, form)
    except minutes.Already:
        return _form(meeting_id, form)
    return _back(meeting_id, "minutes")


@bp.route("/meetings/<uuid:meeting_id>/minutes/words", methods=["GET", "POST"])
def change(meeting_id: UUID) -> Any:
    """Other words; what stood before is kept."""
    form = kept(WordsForm) if request.method == "GET" else WordsForm()
    if request.method == "GET" or not form.validate():
        present = minutes.to_change(actor(), meeting_id)
        if request.method == "GET" and not form.text.data:
            form.text.data = present.text
        return render("minutes/words.html", 200 if request.method == "GET" else 422, present=present, form=form)
    minutes.change(actor(), meeting_id, form.decisions(), press=_press(form, "minutes' words", meeting_id))
    return _back(meeting_id, "reworded")


@bp.post("/meetings/<uuid:meeting_id>/minutes/agreed")
def agree(meeting_id: UUID) -> Any:
    """«Slik ble det», in one press."""
    commenting.agree(actor(), meeting_id, press=pressed(AgreeForm(), "agreed", meeting_id.hex))
    return _back(meeting_id, "commented")


@bp.post("/meetings/<uuid:meeting_id>/minutes/comments")
def comment(meeting_id: UUID) -> Any:
    """What one sees differently; what could not be understood is shown again on the meeting's page."""
    form = CommentForm()
    form.text.id = "comment"
    if not form.validate():
        return meeting_page(meeting_id, form)
    commenting.comment(
        actor(), meeting_id, form.text.data, press=pressed(form, "comment", meeting_id.hex, form.text.data)
    )
    return _back(meeting_id, "commented")


def _form(meeting_id: UUID, form: MinutesForm | None = None) -> Any:
    """The page, with what could not be understood; or as it is to begin with."""
    page = minutes.to_write(actor(), meeting_id)
    if isinstance(page, Present):
        return _already(page, form or MinutesForm())
    if form is None:
        form = kept(MinutesForm.of([each.hex for each in page.who]))
        _prefill(form, page)
    return render("minutes/write.html", 200 if request.method == "GET" else 422, page=page, form=form)


def _prefill(form: MinutesForm, page: ToWrite) -> None:
    """What is most likely, where nothing was written before the session ran out."""
    for number in form.NUMBERS:
        day = form[f"look_at_{number}"]
        day.data = day.data or clock.today() + USUAL
    form.text_next.data = form.text_next.data or page.purpose
    if any(form[role.value].data for role in MeetingRole) or form.came():
        return
    for who in page.likely:
        form[f"came_{who.hex}"].data = True
    me = next((each.invitation_id.hex for each in page.invited if each.person.me), "")
    form.leads.data = form.writes.data = me


def _already(present: Present, form: MinutesForm) -> Any:
    return render("minutes/already.html", 409, present=present, reason=minutes.ALREADY, form=form)


def _agreed(form: MinutesForm) -> list[Agreed]:
    return [Agreed(*astuple(row)) for row in form.rows()]


def _came(form: MinutesForm) -> list[Came]:
    return [Came(UUID(key), form.roles_of(key), form.beside_of(key)) for key in form.came()]


def _next(form: MinutesForm) -> Next | None:
    span = form.next_slot.span if form.calls_next else None
    return Next(form.text_next.data, *span) if span else None


def _press(form: MinutesForm | WordsForm, what: str, meeting_id: UUID) -> Any:
    """The press, with everything that was said with it."""
    said = [f"{field.name}={field.data}" for field in form if field.name != "press"]
    return pressed(form, what, meeting_id.hex, *said)


def _back(meeting_id: UUID, done: str) -> Any:
    return redirect(url_for("meetings.show", meeting_id=meeting_id, done=done, _anchor="minutes"), 303)
