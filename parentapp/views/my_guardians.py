"""«Foresatte og jeg»: the young person of 16 lets guardians in and go, and shares health with them or not."""

from typing import Any
from uuid import UUID

from flask import Blueprint, redirect, request, url_for

from parentapp.domain import my_guardians, my_guardians_page
from parentapp.enums import GuardianAnswer
from parentapp.forms.my_guardians import GuardianAnswerForm
from parentapp.views.asked import asked_word, pressed
from parentapp.views.guarding import actor
from parentapp.views.rendering import render

bp = Blueprint("my_guardians", __name__)

DONE = tuple(each.value for each in GuardianAnswer)


@bp.get("/logs/<uuid:log_id>/my-guardians")
def index(log_id: UUID) -> Any:
    page = my_guardians_page.page(actor(), log_id)
    return render("my_guardians/index.html", page=page, done=asked_word("done", DONE))


@bp.route("/logs/<uuid:log_id>/my-guardians/<uuid:account_id>", methods=["GET", "POST"])
def choose(log_id: UUID, account_id: UUID) -> Any:
    """What one of them sees, and the answers there are."""
    form = GuardianAnswerForm(formdata=None) if request.method == "GET" else GuardianAnswerForm()
    if request.method == "GET" or not form.validate():
        page = my_guardians_page.person(actor(), log_id, account_id)
        return render("my_guardians/choose.html", 200 if request.method == "GET" else 422, page=page, form=form)
    answer, months = form.chosen()
    press = pressed(form, "my-guardian", log_id.hex, account_id.hex, answer.value, str(months))
    my_guardians.choose(actor(), log_id, account_id, answer, months, press=press)
    return redirect(url_for(".index", log_id=log_id, done=answer.value), 303)
