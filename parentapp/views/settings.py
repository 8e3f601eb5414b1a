"""The menu «Mer», the person's own settings, and the choice of language."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, request, url_for

from parentapp import i18n
from parentapp.domain import accounts, home
from parentapp.forms.settings import LanguageForm
from parentapp.i18n import Language, speak
from parentapp.views import cookies
from parentapp.views.asked import asked_word
from parentapp.views.guarding import actor, logged_in, public
from parentapp.views.local import local_path
from parentapp.views.rendering import languages, render

bp = Blueprint("settings", __name__)


@dataclass(frozen=True)
class Choice:
    """One language, as its own readers call it."""

    language: Language
    draft: str | None  # «utkast», in that language


@bp.get("/more")
def more() -> Any:
    return render("settings/more.html", menu=home.menu(actor()))


@bp.get("/settings")
def index() -> Any:
    done, mine = asked_word("done", ("ended",)), accounts.own_settings(actor())
    alone = done and not mine.elsewhere  # an address alone makes nothing true
    return render("settings/show.html", mine=mine, reads=i18n.LANGUAGES[mine.locale], alone=alone)


@bp.post("/settings/end-others")
def end_others() -> Any:
    accounts.end_others(actor())
    return redirect(url_for(".index", done="ended"), 303)


@bp.route("/settings/language", methods=["GET", "POST"])
@public
def language() -> Any:
    """Choose what to read. Kept on the account of somebody who is logged in, and always on this phone."""
    back = local_path(request.values.get("back", ""))
    if request.method == "GET":
        return _languages(back)
    form = LanguageForm.offering({each.code for each in languages()})
    if not form.validate():
        return _languages(back, 422, form)
    if logged_in():
        accounts.set_language(actor(), form.chosen.data)
    response = redirect(back, 303)
    cookies.set_cookie(response, cookies.LANGUAGE, form.chosen.data, cookies.LONG)
    return response


def _languages(back: str, status: int = 200, form: LanguageForm | None = None) -> Any:
    if back == url_for(".language"):  # reached from its own header: there is nowhere to go back to
        back = "/"
    choices = [Choice(each, _draft(each)) for each in languages()]
    return render("settings/language.html", status, choices=choices, back=back, form=form)


def _draft(language: Language) -> str | None:
    if not i18n.draft(language.code):
        return None
    t = speak(language.code)
    # NOTE: beside the name of a language: its texts have not been read by a qualified person yet
    return t("Utkast")
