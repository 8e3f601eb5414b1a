"""Meetings: the list, one of them, calling and moving it, inviting, and what people say before it."""

from datetime import datetime, time, timedelta
from typing import Any, cast
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp import clock
from parentapp.clock import OSLO
from parentapp.domain import inviting, meeting_list, meeting_page, meetings, rather_not
from parentapp.domain.inviting import Invited
from parentapp.domain.meeting_page import MeetingPage
from parentapp.errors import Hidden, Unknown
from parentapp.forms.base import Form
from parentapp.forms.meetings import (
    CallForm,
    ComingForm,
    InviteForm,
    NothingForm,
    PointForm,
    RatherNotAnswerForm,
    RatherNotForm,
    TimeForm,
    asked_keys,
)
from parentapp.i18n import N_
from parentapp.views.asked import asked_word, pressed
from parentapp.views.calendar_file import calendar_file
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, locale, render

bp = Blueprint("meetings", __name__)

IN_TWO_WEEKS, FRIDAY = timedelta(days=14), 4
USUAL = time(14, 0), time(14, 45)
DONE = ("called", "proposed", "moved", "cancelled", "answered", "point", "invited", "rather-not", "replied")
OTHERS = ("fits", "chosen", "wished", "brought", "left-out", "contributed")
SAID = ("stated", "taken-back", "heard", "minutes", "reworded", "commented")
# NOTE: the same whether nobody has that user name or the person is kept out
NOBODY = N_("Vi finner ingen å invitere med det brukernavnet. Se om det er skrevet riktig.")


@bp.get("/logs/<uuid:log_id>/meetings")
def index(log_id: UUID) -> Any:
    page = meeting_list.meetings(actor(), log_id)
    return render("meetings/list.html", page=page, own=page.log.youth_id == actor().account_id)


@bp.get("/meetings")
def mine() -> Any:
    """The meetings one is asked to, whichever log they are of."""
    return render("meetings/mine.html", meetings=meeting_list.mine(actor()))


@bp.route("/logs/<uuid:log_id>/meetings/new", methods=["GET", "POST"])
def call(log_id: UUID) -> Any:
    if request.method == "GET":
        empty = meeting_list.empty_call(actor(), log_id)
        form = kept(CallForm.asking([each.key for each in empty.candidates]))
        if not form.text.data:
            _propose_time(form)
            for each in empty.candidates:
                form[f"who_{each.key}"].data = each.family
        return render("meetings/call.html", empty=empty, form=form)
    form = CallForm.asking(asked_keys())()
    if not form.validate():
        return render("meetings/call.html", 422, empty=meeting_list.empty_call(actor(), log_id), form=form)
    invited, press = [Invited(*each) for each in form.invited()], press_of(form, "call", log_id)
    where = {"place": form.place.data, "link": form.link.data}
    said = {"others": form.proposed(), "invited": invited, **where}
    meeting = meetings.call(actor(), log_id, form.text.data, *_when(form), **said, press=press)
    return back(meeting, "proposed" if form.proposed() else "called")


def _propose_time(form: TimeForm) -> None:
    """Two weeks from now, on a working day, after school: to be changed to what suits the family."""
    day = clock.today() + IN_TWO_WEEKS
    form.day.data = day + timedelta(days=7 - day.weekday() if day.weekday() > FRIDAY else 0)
    form.begins.data, form.stops.data = USUAL


@bp.get("/meetings/<uuid:meeting_id>")
def show(meeting_id: UUID) -> Any:
    return page(meeting_id)


@bp.get("/meetings/<uuid:meeting_id>/calendar.ics")
def calendar(meeting_id: UUID) -> Any:
    """Once the meeting has a time."""
    found = meeting_page.meeting(actor(), meeting_id)
    if not found.when.decided:
        raise Hidden
    return calendar_file(found, locale())


@bp.route("/meetings/<uuid:meeting_id>/time", methods=["GET", "POST"])
def move(meeting_id: UUID) -> Any:
    """Another time or place."""
    form = kept(TimeForm) if request.method == "GET" else TimeForm()
    if request.method == "GET" or not form.validate():
        change = meeting_list.to_change(actor(), meeting_id)
        if request.method == "GET" and form.day.data is None:
            _fill(form, change)
        return render("meetings/move.html", 200 if request.method == "GET" else 422, change=change, form=form)
    press, where = press_of(form, "move", meeting_id), {"place": form.place.data, "link": form.link.data}
    meetings.move(actor(), meeting_id, *_when(form), press=press, **where)
    return back(meeting_id, "moved")


@bp.post("/meetings/<uuid:meeting_id>/cancel")
def cancel(meeting_id: UUID) -> Any:
    meetings.cancel(actor(), meeting_id, press=press_of(NothingForm(), "cancel", meeting_id))
    return back(meeting_id, "cancelled")


@bp.route("/meetings/<uuid:meeting_id>/invitations", methods=["GET", "POST"])
def invite(meeting_id: UUID) -> Any:
    """One more of those around the child, or a guest."""
    form = kept(InviteForm) if request.method == "GET" else InviteForm()
    if request.method == "GET" or not form.validate():
        return _invite_page(meeting_id, form, 200 if request.method == "GET" else 422)
    press, chosen = press_of(form, "invite", meeting_id), form.chosen()
    try:
        if chosen is None:
            inviting.invite_guest(actor(), meeting_id, form.username.data, form.reason.data, press=press)
        else:
            inviting.invite(actor(), meeting_id, Invited(chosen[0], chosen[1], form.reason.data), press=press)
    except Unknown:
        form.username.errors = [NOBODY]
        return _invite_page(meeting_id, form, 422)
    return back(meeting_id, "invited")


@bp.post("/meetings/<uuid:meeting_id>/coming")
def answer(meeting_id: UUID) -> Any:
    form = ComingForm()
    if not form.validate():
        return page(meeting_id, form)
    meetings.answer(actor(), meeting_id, form.said(), press=press_of(form, "coming", meeting_id))
    return back(meeting_id, "answered")


@bp.post("/meetings/<uuid:meeting_id>/agenda")
def add_point(meeting_id: UUID) -> Any:
    form = PointForm()
    if not form.validate():
        return page(meeting_id, form)
    meetings.add_point(actor(), meeting_id, form.text.data, press=press_of(form, "point", meeting_id))
    return back(meeting_id, "point", "agenda")


@bp.post("/meetings/<uuid:meeting_id>/invitations/<uuid:invitation_id>/rather-not")
def say_rather_not(meeting_id: UUID, invitation_id: UUID) -> Any:
    form = RatherNotForm()
    if not form.validate():
        return page(meeting_id, form, invitation_id)
    rather_not.say(actor(), invitation_id, form.text.data, press=press_of(form, "rather-not", invitation_id))
    return back(meeting_id, "rather-not", f"i-{invitation_id}")


@bp.post("/meetings/<uuid:meeting_id>/rather-nots/<uuid:said_id>")
def answer_rather_not(meeting_id: UUID, said_id: UUID) -> Any:
    form = RatherNotAnswerForm()
    if not form.validate():
        return page(meeting_id, form, said_id)
    rather_not.answer(actor(), said_id, form.text.data, press=press_of(form, "reply", said_id))
    return back(meeting_id, "replied", f"r-{said_id}")


def page(meeting_id: UUID, form: Form | None = None, at: UUID | None = None) -> Any:
    """The meeting; with a form that could not be understood, at that invitation."""
    shown = meeting_page.meeting(actor(), meeting_id)
    if form and at:
        form["text"].id = f"a-{at}"
    status, done = 422 if form else 200, asked_word("done", DONE + SAID + OTHERS)
    return render(
        "meetings/show.html", status, page=shown, form=form, at=at, done=done if _is_true(done, shown) else None
    )


def _is_true(done: str | None, page: MeetingPage) -> bool:
    """Whether what the address says was done can be seen: an address alone makes nothing true."""
    mine, words = page.mine, page.words
    said = [each for person in page.invited for each in person.rather_nots]
    return {
        "stated": words.mine is not None,
        "taken-back": words.mine is None and words.may_state,
        "heard": any(each.entry.heard and each.entry.author.me for each in words.statements),
        "minutes": words.may_change_minutes,
        "reworded": words.may_change_minutes and words.minutes is not None and words.minutes.entry.edited,
        "commented": any(each.entry.author.me for each in words.minutes.comments) if words.minutes else False,
        "fits": mine is not None and bool(mine.fits),
        "wished": mine is not None and mine.wish is not None,
        "brought": any(each.brought_by.me for each in page.supports),
        "left-out": page.may_bring,
        "contributed": any(each.entry.author.me for each in words.contributions),
        "proposed": page.times.may_choose,
        "chosen": page.may_change and page.when.decided,
        "answered": mine is not None and mine.coming is not None,
        "cancelled": page.when.cancelled and page.contact.me,
        "point": any(each.author is not None and each.author.me for each in page.agenda),
        "rather-not": any(each.author.me for each in said),
        "replied": any(each.answer is not None and not each.author.me for each in said),
    }.get(done or "", page.may_change)


def _invite_page(meeting_id: UUID, form: InviteForm, status: int) -> Any:
    return render("meetings/invite.html", status, change=meeting_list.to_invite(actor(), meeting_id), form=form)


def _fill(form: TimeForm, change: meeting_list.Change) -> None:
    if change.when.starts and change.when.ends:
        starts, ends = change.when.starts.astimezone(OSLO), change.when.ends.astimezone(OSLO)
        form.day.data, form.begins.data, form.stops.data = starts.date(), starts.time(), ends.time()
    form.place.data, form.link.data = change.when.place, change.when.link


def _when(form: TimeForm) -> tuple[datetime, datetime]:
    """Of a form that is valid: both are there."""
    return cast(tuple[datetime, datetime], form.slot.span)


def press_of(form: Form, what: str, thing: UUID) -> Any:
    """The press, with everything that was said with it."""
    said = [f"{field.name}={field.data}" for field in form if field.name != "press"]
    return pressed(form, what, thing.hex, *said)


def back(meeting_id: UUID, done: str, anchor: str = "") -> Any:
    return redirect(url_for("meetings.show", meeting_id=meeting_id, done=done, _anchor=anchor or None), 303)
