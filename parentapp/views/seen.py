"""Hvem har sett: who read what of a child's log."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, url_for

from parentapp.domain import conversations, seen
from parentapp.domain.seen import Wanted
from parentapp.enums import SeenPage
from parentapp.forms.seen import WhyForm
from parentapp.views.asked import asked_id, asked_word, is_part, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("seen", __name__)

DAYS = (7, 30, 365)  # as far back as one may choose to look


@bp.get("/logs/<uuid:log_id>/seen")
def index(log_id: UUID) -> Any:
    """A page of it; to a page that is already there, only the lines that come after."""
    before, wanted = asked_id("before"), _wanted()
    page = seen.seen(actor(), log_id, before, wanted)
    youth = page.log.youth_id == actor().account_id
    template = "seen/_lines.html" if is_part() else "seen/index.html"
    chosen = {"who": wanted.who, "what": wanted.page.value if wanted.page else None, "days": wanted.days}
    return render(template, page=page, before=before, youth=youth, wanted=wanted, chosen=chosen, days=DAYS)


@bp.post("/logs/<uuid:log_id>/seen/why")
def ask_why(log_id: UUID) -> Any:
    """«Hvorfor så du på dette?», in one press: to the conversation in which the contact person answers."""
    form = WhyForm()
    who, day = form.reading()
    press = pressed(form, "why", log_id.hex, who.hex, day.isoformat())
    talk = conversations.ask_why(actor(), log_id, who, day, press=press)
    return redirect(url_for("conversations.show", conversation_id=talk, _anchor="last"), 303)


def _wanted() -> Wanted:
    what = asked_word("what", [page.value for page in SeenPage])
    days = asked_word("days", [str(each) for each in DAYS])
    return Wanted(asked_id("who"), SeenPage(what) if what else None, int(days) if days else None)
