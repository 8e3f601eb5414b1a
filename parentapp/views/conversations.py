"""Meldinger: all conversations, one conversation, and what is written in it."""

from typing import Any
from uuid import UUID

from flask import Blueprint, make_response, redirect, request, url_for

from parentapp.domain import conversations
from parentapp.errors import Conflict, Hidden
from parentapp.forms.conversations import Answering, MessageForm, ReadyForm
from parentapp.views.asked import asked_id, is_part, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("conversations", __name__)


@bp.get("/conversations")
def index() -> Any:
    """All of them, and where one may begin another."""
    return render("conversations/index.html", inbox=conversations.inbox(actor()))


@bp.post("/logs/<uuid:log_id>/conversations")
def start(log_id: UUID) -> Any:
    """To the conversation with the contact person, which is made if there is none."""
    return redirect(_address(conversations.start(actor(), log_id)), 303)


@bp.get("/conversations/<uuid:conversation_id>")
def show(conversation_id: UUID) -> Any:
    """The conversation; or, to a page that has it, what came after a message or before one."""
    after, before = asked_id("after"), asked_id("before")
    if after:
        return _news(conversation_id, after)
    page = conversations.conversation(actor(), conversation_id, before)
    if is_part():
        return render("conversations/_older.html", page=page)
    form = kept(MessageForm) if before is None and page.may_write else None
    return render("conversations/show.html", page=page, form=form, before=before)


@bp.post("/conversations/<uuid:conversation_id>/messages")
def write(conversation_id: UUID) -> Any:
    """Send a message: what is new in the conversation and an empty box, or back to the page."""
    form = MessageForm()
    if not form.validate():
        return _again(conversation_id, form, 422)
    press = pressed(form, "message", conversation_id.hex, form.text.data)
    try:
        conversations.write(actor(), conversation_id, form.text.data, press=press)
    except Conflict as conflict:
        return _again(conversation_id, form, 409, conflict.reason)
    return _sent(conversation_id, form, "conversations/_sent.html")


@bp.post("/conversations/<uuid:conversation_id>/ready")
def send_ready(conversation_id: UUID) -> Any:
    """Send a ready-made message. What stands in the box is left there."""
    form = ReadyForm()
    if not form.validate():
        return _again(conversation_id, form, 422)
    press = pressed(form, "ready", conversation_id.hex, form.ready.data)
    try:
        conversations.send_ready(actor(), conversation_id, form.said(), press=press)
    except Conflict as conflict:
        return _again(conversation_id, form, 409, conflict.reason)
    return _sent(conversation_id, form, "conversations/_sent_ready.html")


def _news(conversation_id: UUID, after: UUID) -> Any:
    page = conversations.new_messages(actor(), conversation_id, after)
    return render("conversations/_news.html", page=page) if page else ("", 204)


def _sent(conversation_id: UUID, form: Answering, template: str) -> Any:
    after = form.last_shown()
    if not is_part():
        at_desk = request.form.get("back") == url_for("desk.index")
        return redirect(url_for("desk.index", done="sent") if at_desk else _address(conversation_id), 303)
    try:
        page = conversations.new_messages(actor(), conversation_id, after) if after else None
    except Hidden:  # it names a message that is not there; what was written is sent all the same
        page = None
    if page is None:  # there is no message on the page to stand after: let it load anew
        return make_response("", 200, {"HX-Refresh": "true"})
    return render(template, page=page, form=MessageForm(formdata=None))


def _again(conversation_id: UUID, form: MessageForm | ReadyForm, status: int, conflict: str = "") -> Any:
    """What was written, with what is wrong with it, and a key for another try."""
    page = conversations.conversation(actor(), conversation_id)
    if isinstance(form, ReadyForm):
        template = "conversations/_ready.html" if is_part() else "conversations/show.html"
        wrong = conflict or form.ready.errors[0]
        return render(template, status, page=page, form=MessageForm(formdata=None), before=None, wrong=wrong)
    template = "conversations/_compose.html" if is_part() else "conversations/show.html"
    return render(template, status, page=page, form=form, before=None, conflict=conflict)


def _address(conversation_id: UUID) -> str:
    return url_for(".show", conversation_id=conversation_id, _anchor="last")
