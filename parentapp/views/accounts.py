"""Logging in and out, leaving in a hurry, and knowing again the phone somebody has logged in on before."""

from typing import Any

from flask import Blueprint, Response, redirect, request

from parentapp import crypto
from parentapp.crypto.tokens import device_mark, is_marked
from parentapp.domain import accounts, throttling
from parentapp.forms.accounts import LoginForm
from parentapp.views import cookies
from parentapp.views.guarding import before_own_password, logged_in, needs_no_token, public, settings
from parentapp.views.local import local_path
from parentapp.views.rendering import render

bp = Blueprint("accounts", __name__)

ELSEWHERE = ("cross-site", "same-site")  # same-site: a neighbour under the municipality's name
KNOWN_HERE = 3  # a family may share one tablet; more marks would not fit in the cookie
BLANK = (  # with an icon of its own: asked for ours, the browser would get a page, and a cookie with it
    '<!doctype html><html lang="nb"><meta charset="utf-8">'
    '<link rel="icon" href="data:,"><title>\N{NO-BREAK SPACE}</title></html>'
)


@bp.route("/login", methods=["GET", "POST"])
@public
def login() -> Any:
    onwards = local_path(request.values.get("next", ""))
    if request.method == "GET":
        return redirect("/", 303) if logged_in() else _door(LoginForm(formdata=None), onwards)
    if settings().demo and request.form.get("who"):
        return _as_invented(request.form["who"], onwards)
    form = LoginForm()
    if not form.validate():
        return _door(form, onwards, 422)
    secret = accounts.log_in(form.username.data, form.password.data, _place(form.username.data))
    if secret is None:
        return _door(form, onwards, 422, wrong=True)
    response = _let_in(secret, form.username.data, onwards)
    session = accounts.recognise(secret)
    if session:  # the door speaks the person's language the next time, before anybody is known
        cookies.set_cookie(response, cookies.LANGUAGE, session.actor.locale, cookies.LONG)
    return response


@bp.post("/logout")
@before_own_password
def logout() -> Any:
    accounts.log_out(cookies.session_token() or "")
    response = redirect("/login", 303)
    cookies.drop_cookie(response, cookies.SESSION)
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response


# «Skjul» must work for somebody who has to leave this second, on a page that lay open since yesterday too. So the form
# is not asked for its token; but what another site's page sends is known by what the browser says, and ends nothing.
@bp.post("/hide")
@public
@needs_no_token
def hide() -> Any:
    if not _from_elsewhere():
        accounts.log_out(cookies.session_token() or "")
    return leave()


def leave() -> Response:
    """A blank page that goes on to a neutral one, and takes with it what shows that somebody was here.

    Not a redirect: the policy's form-action would stop one to another site.
    """
    response = Response(BLANK, headers={"Refresh": f"0; url={settings().neutral_url}"})
    if _from_elsewhere():
        return response
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    for name in (cookies.SESSION, cookies.ANONYMOUS, cookies.LANGUAGE, cookies.DEVICE):
        cookies.drop_cookie(response, name)
    return response


def _from_elsewhere() -> bool:
    """Whether the browser says that another site's page sent this. One that says nothing is believed."""
    return request.headers.get("Sec-Fetch-Site") in ELSEWHERE


def _door(form: LoginForm, onwards: str, status: int = 200, *, wrong: bool = False) -> Any:
    return render("accounts/login.html", status, form=form, onwards=onwards, wrong=wrong, cast=_cast())


def _cast() -> list[Any]:
    """Those one can try to be, in the demo. Production never loads them."""
    if not settings().demo:
        return []
    from parentapp import demo

    return demo.logins()


def _as_invented(who: str, onwards: str) -> Any:
    """One tap in the demo. Keeps the language of the one who shows it around."""
    from parentapp import demo

    secret = demo.enter(who)
    return _let_in(secret, who, onwards) if secret else _door(LoginForm(formdata=None), onwards, 422, wrong=True)


def _let_in(secret: str, username: str, onwards: str) -> Any:
    """A new session takes the place of whatever session was in the cookie."""
    accounts.log_out(cookies.session_token() or "")
    response = redirect(onwards, 303)
    cookies.set_cookie(response, cookies.SESSION, secret)
    cookies.set_cookie(response, cookies.DEVICE, _remembering(username), cookies.LONG)
    return response


def _place(username: str) -> str:
    """Where tries are counted: the person's own device, else the address. So a stranger's tries never shut it out."""
    device, marks = _device()
    known = is_marked(settings().secret_key, device, accounts.username_hash(username), marks)
    return f"device {device}" if known else f"address {throttling.network_of(request.remote_addr or '')}"


def _remembering(username: str) -> str:
    """The device's name and the marks of those who last logged in on it."""
    device, marks = _device()
    device = device or crypto.token()
    mine = device_mark(settings().secret_key, device, accounts.username_hash(username))
    return ".".join([device, mine, *(mark for mark in marks if mark != mine)][: 1 + KNOWN_HERE])


def _device() -> tuple[str, list[str]]:
    device, *marks = (cookies.read_cookie(cookies.DEVICE) or "").split(".")
    return device, marks
