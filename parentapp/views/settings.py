"""The menu «Mer», the person's own settings, and the choice of language."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, redirect, request, url_for

from parentapp import i18n
from parentapp.domain import accounts, home, passwords
from parentapp.forms.settings import LanguageForm, PasswordForm
from parentapp.i18n import Language, speak
from parentapp.views import cookies
from parentapp.views.asked import asked_word
from parentapp.views.guarding import actor, before_own_password, logged_in, public
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
    done, mine = asked_word("done", ("ended", "password")), accounts.own_settings(actor())
    # An address alone makes nothing true.
    alone = done == "ended" and not mine.elsewhere
    chosen = done == "password" and passwords.chosen_just_now(mine.password_at, actor())
    return render("settings/show.html", mine=mine, reads=i18n.LANGUAGES[mine.locale], alone=alone, chosen=chosen)


@bp.post("/settings/end-others")
def end_others() -> Any:
    accounts.end_others(actor())
    return redirect(url_for(".index", done="ended"), 303)


@bp.route("/settings/password", methods=["GET", "POST"])
@before_own_password
def password() -> Any:
    """Choose one's own: whenever one likes, and before anything else while it is one that somebody else made."""
    first, onwards = bool(getattr(logged_in(), "owes_password", False)), local_path(request.values.get("next", ""))
    form = PasswordForm() if request.method == "POST" else PasswordForm(formdata=None)
    if request.method == "GET":
        return _password(form, first, onwards)
    if not form.validate():
        return _password(form, first, onwards, 422)
    fault = passwords.choose(actor(), form.used.data, form.wanted.data)
    if fault is not None:
        form.refuse(fault)
        return _password(form, first, onwards, 422)
    return redirect(onwards if "next" in request.form else url_for(".index", done="password"), 303)


def _password(form: PasswordForm, first: bool, onwards: str, status: int = 200) -> Any:
    return render("settings/password.html", status, form=form, first=first, onwards=onwards)


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
