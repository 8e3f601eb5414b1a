"""The professional's desk: who has waited longest, answered right there; what is due; the logs they are in."""

from typing import Any

from flask import Blueprint

from parentapp import clock
from parentapp.domain import desk
from parentapp.errors import Hidden
from parentapp.forms.desk import ReplyForm
from parentapp.views.asked import asked_word
from parentapp.views.guarding import actor, logged_in
from parentapp.views.rendering import kept, render

bp = Blueprint("desk", __name__)

DONE = ("sent", "declined", "confirmed", "care", "paper", "closed", "registered")
MORNING, EVENING = 10, 18  # hours of the day in Oslo


@bp.get("/desk")
def index() -> Any:
    session = logged_in()
    if session is None or not session.works:
        raise Hidden
    page, reply = desk.desk(actor()), kept(ReplyForm)
    meant = next((each for each in page.waiting if str(each.id) == reply.conversation.data), None)
    return render(
        "desk/show.html",
        page=page,
        first=meant or next(iter(page.waiting), None),
        kept_text=reply.text.data if meant else None,
        written=[reply.text.data] if reply.text.data and not meant else [],
        part=_part_of_day(),
        done=asked_word("done", DONE),
    )


def _part_of_day() -> str:
    hour = clock.now().astimezone(clock.OSLO).hour
    if hour < MORNING:
        return "morning"
    return "day" if hour < EVENING else "evening"
