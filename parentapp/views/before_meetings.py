"""What people do before a meeting besides saying whether they come: what times fit, whom they bring, what they send."""

from typing import Any
from uuid import UUID

from flask import Blueprint, request

from parentapp.domain import contributions, support, times
from parentapp.forms.meetings import ContributionForm, FitsForm, NothingForm, SupportForm, WishForm
from parentapp.views.guarding import actor
from parentapp.views.meetings import back, page, press_of
from parentapp.views.rendering import kept, render

bp = Blueprint("before_meetings", __name__)


@bp.post("/meetings/<uuid:meeting_id>/times")
def fits(meeting_id: UUID) -> Any:
    """One of the proposed times, or all of them."""
    form = FitsForm()
    said = form.said() if form.validate() else None
    if said is None:
        return page(meeting_id, form)
    times.answer(actor(), meeting_id, time=said[0], fits=said[1], press=press_of(form, "fits", meeting_id))
    return back(meeting_id, "fits", "times")


@bp.post("/meetings/<uuid:meeting_id>/times/none")
def wish(meeting_id: UUID) -> Any:
    """None of them, and when it would."""
    form = WishForm()
    form.text.id = "wish"
    if not form.validate():
        return page(meeting_id, form)
    times.wish(actor(), meeting_id, form.text.data, press=press_of(form, "wish", meeting_id))
    return back(meeting_id, "wished", "times")


@bp.post("/meetings/times/<uuid:time_id>/chosen")
def choose(time_id: UUID) -> Any:
    meeting_id = times.choose(actor(), time_id, press=press_of(NothingForm(), "choose", time_id))
    return back(meeting_id, "chosen")


@bp.post("/meetings/<uuid:meeting_id>/support")
def bring(meeting_id: UUID) -> Any:
    form = SupportForm()
    if not form.validate():
        return page(meeting_id, form)
    press = press_of(form, "support", meeting_id)
    support.bring(actor(), meeting_id, form.text_name.data, form.text_who.data, press=press)
    return back(meeting_id, "brought", "support")


@bp.post("/meetings/support/<uuid:support_id>/left-out")
def leave_out(support_id: UUID) -> Any:
    meeting_id = support.leave_out(actor(), support_id, press=press_of(NothingForm(), "left out", support_id))
    return back(meeting_id, "left-out", "support")


@bp.route("/meetings/<uuid:meeting_id>/contribution", methods=["GET", "POST"])
def contribute(meeting_id: UUID) -> Any:
    """Words in one's place, from somebody who does not come."""
    form = kept(ContributionForm) if request.method == "GET" else ContributionForm()
    if request.method == "GET" or not form.validate():
        found = contributions.to_send(actor(), meeting_id)
        if request.method == "GET" and found.mine and not form.text.data:
            form.text.data = found.mine.text
        return render("meetings/contribute.html", 200 if request.method == "GET" else 422, page=found, form=form)
    contributions.send(actor(), meeting_id, form.text.data, press=press_of(form, "contribution", meeting_id))
    return back(meeting_id, "contributed", "said")
