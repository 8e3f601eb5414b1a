"""What every answer tells the browser that it may do with it, and how our cookies are guarded."""

from collections.abc import Callable
from dataclasses import replace
from http.cookies import SimpleCookie

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from parentapp.config import Mode
from parentapp.demo import PASSWORD
from parentapp.domain import accounts, home
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "media-src": "'self' blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}


@pytest.fixture
def in_production(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    strict = replace(app.config["SETTINGS"], mode=Mode.PRODUCTION, secure_cookies=True)
    monkeypatch.setitem(app.config, "SETTINGS", strict)


def guarded(response: TestResponse) -> None:
    """The policy, word for word, and the other guards."""
    policy = dict(part.strip().split(" ", 1) for part in response.headers["Content-Security-Policy"].split(";"))
    assert policy == POLICY
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert response.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert response.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in response.headers["Permissions-Policy"]
    assert "Server" not in response.headers


def test_pages_parts_and_redirects(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    talk = f"/conversations/{cast.conversations['sofia.oksana']}"
    answers = {
        "a page": (200, browser.get("/settings")),
        "an open page": (200, client(None).get("/help-now")),
        "a part": (200, browser.get(talk, htmx=True)),
        "a redirect": (303, browser.submit("/settings/end-others")),
        "to the login": (303, client(None).get("/settings")),
        "to the login, for a part": (200, client(None).get("/settings", htmx=True)),
        "the blank page": (200, browser.submit("/hide")),
        "plain text": (200, browser.get("/healthz")),
    }
    for what, (status, response) in answers.items():
        assert response.status_code == status, what
        assert response.headers["Cache-Control"] == "no-store", what
        guarded(response)


def test_errors_are_guarded_too(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = client("oksana")
    answers = [browser.get("/nope"), browser.submit("/settings/end-others", token="forged")]
    monkeypatch.setattr(home, "home", lambda *_: 1 / 0)
    answers.append(browser.client.get("/"))
    monkeypatch.setattr(accounts, "recognise", lambda *_, **__: 1 / 0)
    answers.append(browser.client.get("/settings"))
    assert [response.status_code for response in answers] == [404, 403, 500, 500]
    for response in answers:
        assert response.headers["Cache-Control"] == "no-store"
        guarded(response)


def test_files_that_never_change_are_kept_and_guarded(app: Flask, client: Client) -> None:
    asset = app.jinja_env.globals["asset"]
    for name in ("app.css", "app.js", "sprite.svg"):
        response = client(None).client.get(asset(name))
        assert response.status_code == 200
        assert "max-age=31536000" in response.headers["Cache-Control"]
        assert "immutable" in response.headers["Cache-Control"]
        assert "Access-Control-Allow-Origin" not in response.headers
        guarded(response)


def test_cookies_in_production_are_for_this_site_over_https_and_not_for_scripts(
    app: Flask, in_production: None
) -> None:
    client = app.test_client()
    page = client.get("/login", base_url="https://stafett.example")
    visitor = _cookies(page)["__Host-visitor"]
    token = page.get_data(as_text=True).partition('name="csrf_token" value="')[2].partition('"')[0]
    fields = {"username": "oksana", "password": PASSWORD, "csrf_token": token}
    response = client.post("/login", data=fields, base_url="https://stafett.example")
    assert response.status_code == 303
    cookies = {"__Host-visitor": visitor, **_cookies(response)}
    assert set(cookies) == {"__Host-visitor", "__Host-session", "__Host-device", "__Host-lang"}
    for cookie in cookies.values():
        assert cookie["secure"]
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"
        assert cookie["path"] == "/"
        assert not cookie["domain"]
    assert not cookies["__Host-session"]["max-age"], "the session's cookie goes when the browser closes"
    assert response.headers["Strict-Transport-Security"].startswith("max-age=63072000")


def test_in_production_a_plain_cookie_is_nobodys(app: Flask, client: Client, in_production: None) -> None:
    browser = client("oksana")  # whose cookie has the demo's plain name
    assert browser.client.get("/settings", base_url="https://stafett.example").status_code == 303


def _cookies(response: TestResponse) -> dict[str, "SimpleCookie.value"]:  # type: ignore[name-defined]  # a morsel
    jar: SimpleCookie = SimpleCookie()
    for line in response.headers.getlist("Set-Cookie"):
        jar.load(line)
    return dict(jar)
