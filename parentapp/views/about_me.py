"""«Dette er meg»: reading it, and telling of one topic."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import about_me
from parentapp.enums import AboutMeTopic
from parentapp.errors import Hidden
from parentapp.forms.about_me import AboutMeForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import kept, render

bp = Blueprint("about_me", __name__)

TOPICS = {topic.value: topic for topic in AboutMeTopic}


@bp.get("/logs/<uuid:log_id>/about-me")
def show(log_id: UUID) -> Any:
    page = about_me.page(actor(), log_id)
    return render("about_me/show.html", page=page, done=asked_word("done", TOPICS))


@bp.route("/logs/<uuid:log_id>/about-me/<word>", methods=["GET", "POST"])
def write(log_id: UUID, word: str) -> Any:
    """Tell of one topic, or change what is told."""
    topic = TOPICS.get(word)
    if topic is None:
        raise Hidden
    form = AboutMeForm() if request.method == "POST" else None
    if form is None or not form.validate():
        return _form(log_id, topic, form)
    press = pressed(form, "about me", log_id.hex, word, form.text.data)
    about_me.write(actor(), log_id, topic, form.text.data, press=press)
    return redirect(url_for(".show", log_id=log_id, done=word, _anchor=word), 303)


def _form(log_id: UUID, topic: AboutMeTopic, form: AboutMeForm | None) -> Any:
    page = about_me.page(actor(), log_id, to_write=True)
    status = 422 if form else 200
    if form is None:
        form = kept(AboutMeForm)
        form.text.data = form.text.data or next(part.mine for part in page.parts if part.topic is topic)
    return render("about_me/write.html", status, page=page, topic=topic, form=form)
