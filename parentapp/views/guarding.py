"""Before and after each request: who is here, was the form made for them, what may the browser do with the answer."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import quote
from uuid import UUID

from flask import Flask, Response, current_app, g, redirect, request
from flask_login import LoginManager, UserMixin, current_user
from htmx_flask import Htmx
from werkzeug.wrappers import Response as AnyResponse

from parentapp import clock, crypto, db
from parentapp.access.actor import Actor
from parentapp.config import Settings
from parentapp.crypto.tokens import masked_token, token_fits
from parentapp.domain import accounts, drafts
from parentapp.domain.accounts import LoggedIn
from parentapp.forms.pictures import CHOSEN
from parentapp.views import uploading
from parentapp.views.cookies import ANONYMOUS, read_cookie, session_token, set_cookie
from parentapp.views.local import local_path

View = TypeVar("View", bound=Callable[..., Any])

SAFE = {"GET", "HEAD", "OPTIONS"}
NOT_KEPT = {"csrf_token", "press", "back", "password", "used", "wanted", "again"}
AS_IT_IS = "as_it_is"  # the button of whoever was warned that a text looks like a place
FIRST_OF_ALL = "/settings/password"

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
        "media-src 'self' blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
}
OVER_HTTPS = {"Strict-Transport-Security": "max-age=63072000; includeSubDomains"}


class Visitor(UserMixin):
    """Somebody who is logged in, as the login library wants to hold them."""

    def __init__(self, logged_in: LoggedIn) -> None:
        self.id = str(logged_in.actor.account_id)
        self.logged_in = logged_in


def init_app(app: Flask) -> None:
    Htmx(app)
    uploading.init_app(app)
    # Sessions are our own rows. Another cookie that the library would ask first gets a name that no browser can send.
    app.config["REMEMBER_COOKIE_NAME"] = " "
    manager = LoginManager(app, add_context_processor=False)  # templates ask `logged_in`; a broken page asks nobody
    manager.request_loader(_recognise)
    app.before_request(_connect)
    app.before_request(_check_form)
    app.before_request(_closed_by_default)
    app.before_request(_own_password_first)
    app.after_request(_headers)
    app.teardown_request(lambda _: db.settle())


def public(view: View) -> View:
    """Mark a view as open to everybody."""
    view.is_public = True  # type: ignore[attr-defined]  # a mark on a plain function
    return view


def needs_no_token(view: View) -> View:
    """Mark a view whose form may be sent by anybody, old or forged: it can do no harm, and must never be refused."""
    view.needs_no_token = True  # type: ignore[attr-defined]  # a mark on a plain function
    return view


def before_own_password(view: View) -> View:
    """Mark a view that is open also to somebody whose password is still one that another made."""
    view.is_before_own_password = True  # type: ignore[attr-defined]  # a mark on a plain function
    return view


def without_database(view: View) -> View:
    """Mark a view that answers also when the database does not. It must not ask who is here."""
    view.is_without_database = True  # type: ignore[attr-defined]  # a mark on a plain function
    return view


def actor() -> Actor:
    """Who asks, with what they typed. Only in views that are not public."""
    asking: Actor = current_user.logged_in.actor
    if request.method in SAFE or AS_IT_IS in request.form:
        return asking
    return replace(asking, wrote=tuple(text for name, text in request.form.items(multi=True) if name not in NOT_KEPT))


def logged_in() -> LoggedIn | None:
    """The live session, if there is one."""
    return current_user.logged_in if current_user.is_authenticated else None


def form_token() -> str:
    """A fresh token for the forms of this answer: one, so that thirty small forms still compress well."""
    if "form_token" not in g:
        g.form_token = masked_token(settings().secret_key, f"{_form_owner()}/{clock.today().toordinal()}")
    token: str = g.form_token
    return token


def settings() -> Settings:
    held: Settings = current_app.config["SETTINGS"]
    return held


def _recognise(_: object) -> Visitor | None:
    secret = session_token()
    found = accounts.recognise(secret, extend="after" not in request.args) if secret else None
    return Visitor(found) if found else None


def _is_public() -> bool:
    view = current_app.view_functions.get(request.endpoint or "")
    return view is None or getattr(view, "is_public", False)


def _is_marked(mark: str) -> bool:
    return getattr(current_app.view_functions.get(request.endpoint or ""), mark, False)


def _connect() -> None:
    if not _is_marked("is_without_database"):
        db.fresh()


def _closed_by_default() -> AnyResponse | None:
    if _is_public() or current_user.is_authenticated:
        return None
    return _to_login(request.full_path if request.method in SAFE else _page_of_form())


def _to_login(page: str) -> AnyResponse:
    return _to("/login", page)


def _own_password_first() -> AnyResponse | None:
    """Whoever made the login knows its first password: so nothing is shown by it but the page to choose another."""
    if _is_public() or _is_marked("is_before_own_password") or not current_user.logged_in.owes_password:
        return None
    return _to(FIRST_OF_ALL, request.full_path if request.method in SAFE else _page_of_form())


def _to(gate: str, page: str) -> AnyResponse:
    """To a page that goes on to this one when it is done."""
    address = gate if page in ("/", "/?") else f"{gate}?next={quote(page.rstrip('?'), safe='/')}"
    if request.headers.get("HX-Request"):
        return Response(status=200, headers={"HX-Redirect": address})
    return redirect(address, 303)


def _page_of_form() -> str:
    return local_path(request.form.get("back", ""))


def _check_form() -> AnyResponse | None:
    """A form must have been made for the one who sends it. An ended session keeps what was written."""
    if request.method in SAFE or request.endpoint is None or _is_marked("needs_no_token"):
        return None
    sent = request.form.get("csrf_token") or request.headers.get("X-CSRF-Token", "")
    if current_user.is_authenticated or _is_public():
        return None if _fits(_form_owner(), sent) else _refuse()
    secret = session_token()
    account = accounts.whose(secret) if secret else None
    if account is not None and _fits(_account(account), sent):
        drafts.keep(account, _page_of_form(), _written())
    return _to_login(_page_of_form())


def _refuse() -> AnyResponse:
    from parentapp.views.errors import not_your_form

    return not_your_form()


def _fits(owner: str, sent: str) -> bool:
    today = clock.today().toordinal()
    return any(token_fits(settings().secret_key, f"{owner}/{day}", sent) for day in (today, today - 1))


def _form_owner() -> str:
    """Forms belong to an account, so that logging in again does not spoil a page that was open."""
    if current_user.is_authenticated:
        return _account(current_user.logged_in.actor.account_id)
    if "anonymous" not in g:
        g.anonymous = read_cookie(ANONYMOUS) or crypto.token()
    return f"visitor/{g.anonymous}"


def _account(account_id: UUID) -> str:
    """Never what a visitor's cookie can say, whatever somebody puts into it."""
    return f"account/{account_id}"


def _written() -> dict[str, str]:
    """The words, a line for each tick. Of a file only that one was chosen: what the page then says must be true."""
    files = {name: CHOSEN for name, file in request.files.items() if file.filename}
    return files | {name: "\n".join(said) for name, said in request.form.lists() if name not in NOT_KEPT}


def press_key() -> UUID:
    """A key for one filled-in form; see domain.pressing."""
    return crypto.new_id()


def guarding_headers(settings: Settings) -> dict[str, str]:
    """What every answer tells the browser that it may do with it."""
    return HEADERS | OVER_HTTPS if settings.secure_cookies else HEADERS


def _headers(response: Response) -> Response:
    for name, value in guarding_headers(settings()).items():
        response.headers.setdefault(name, value)
    if "anonymous" in g and not read_cookie(ANONYMOUS):
        set_cookie(response, ANONYMOUS, g.anonymous)
    return response
