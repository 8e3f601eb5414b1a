"""When something goes wrong: plain words, nothing lost, nothing told that is not theirs."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask
from peewee import OperationalError

from parentapp import crypto, db
from parentapp.domain import accounts, conversations, home
from parentapp.errors import Conflict, Denied
from parentapp.i18n import LANGUAGES, choosing
from tests.browsing import Browser, faults_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]
SECRET = "a secret place on the server"
WRITTEN = "Dette skrev jeg <b>på bussen</b>."


def raises(error: Exception) -> Callable[..., Any]:
    def failing(*_: object, **__: object) -> Any:
        raise error

    return failing


def broken(browser: Browser, address: str) -> str:
    """The page of a failure: 500, whole, with the numbers to call and no detail."""
    response = browser.client.get(address)
    page = response.get_data(as_text=True)
    assert response.status_code == 500
    assert not faults_of(page, part=False)
    assert 'href="tel:113"' in page
    assert 'href="tel:116006"' in page
    assert 'action="/hide"' in page
    assert SECRET not in page
    assert "Traceback" not in page
    return page


def test_what_is_not_theirs_looks_like_what_is_not_there(client: Client, cast: Cast) -> None:
    browser, real, none = client("samir"), str(cast.logs["noor"]), str(crypto.new_id())
    pages = []
    for log in (real, none):
        with crypto.seeded("the same"):
            response = browser.get(f"/logs/{log}")
        assert response.status_code == 404
        pages.append(response.get_data(as_text=True).replace(log, "…"))
    assert pages[0] == pages[1]


@pytest.mark.parametrize(
    ("method", "address"), [("get", "/nope"), ("post", "/nope"), ("post", "/notices"), ("delete", "/help-now")]
)
def test_no_such_page(client: Client, method: str, address: str) -> None:
    response = getattr(client("oksana").client, method)(address, data={})
    assert response.status_code == 404
    assert "Vi fant ikke siden" in response.get_data(as_text=True)


def test_a_form_made_for_somebody_else_is_not_taken_and_not_lost(client: Client, cast: Cast) -> None:
    address = f"/conversations/{cast.conversations['sofia.oksana']}/messages"
    response = client("oksana").submit(address, token=client("erik").token(), text=WRITTEN, back="/conversations")
    page = response.get_data(as_text=True)
    assert response.status_code == 403
    assert "Dette skrev jeg &lt;b&gt;på bussen&lt;/b&gt;." in page
    assert '<a class="ds-button" href="/conversations">' in page
    shown = conversations.conversation(cast.actor("oksana"), cast.conversations["sofia.oksana"])
    assert WRITTEN not in [message.text for message in shown.messages]


def test_what_one_may_not_do_is_said(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "home", raises(Denied()))
    response = client("oksana").get("/")
    assert response.status_code == 403
    assert "Dette kan du ikke gjøre her" in response.get_data(as_text=True)


@pytest.mark.parametrize("htmx", [True, False])
def test_a_conflict_says_why_and_keeps_what_was_written(
    client: Client, monkeypatch: pytest.MonkeyPatch, htmx: bool
) -> None:
    monkeypatch.setattr(accounts, "end_others", raises(Conflict("Noen var før deg.")))
    response = client("oksana").submit("/settings/end-others", text=WRITTEN, back="/settings", htmx=htmx)
    page = response.get_data(as_text=True)
    assert response.status_code == 409
    assert "Noen var før deg." in page
    assert "&lt;b&gt;på bussen&lt;/b&gt;" in page
    assert ("<html" in page) is not htmx


def test_too_much_at_once_is_refused_whole(client: Client) -> None:
    response = client("oksana").submit("/settings/end-others", text="a" * 300_000)
    assert response.status_code == 413
    assert "Ingenting er lagret." in response.get_data(as_text=True)


def test_a_page_that_fails_is_calm(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = client("oksana")
    monkeypatch.setattr(home, "home", raises(RuntimeError(SECRET)))
    assert "Noe gikk galt hos oss" in broken(browser, "/")


def test_it_is_calm_also_when_nobody_can_say_who_is_here(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = client("oksana")
    monkeypatch.setattr(accounts, "recognise", raises(OperationalError(SECRET)))
    for address in ("/", "/help-now", "/login", "/nope"):
        broken(browser, address)


def test_it_is_calm_also_when_the_database_is_gone(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = client("oksana")
    monkeypatch.setattr(db, "fresh", raises(OperationalError(SECRET)))
    for address in ("/", "/help-now", "/login", "/nope"):
        broken(browser, address)


def test_a_missing_key_is_our_fault(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = client("oksana")
    monkeypatch.setattr(home, "home", raises(crypto.KeyMissing(SECRET)))
    broken(browser, "/")


def test_what_was_written_when_we_failed_is_given_back(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = client("oksana")
    monkeypatch.setattr(accounts, "end_others", raises(RuntimeError(SECRET)))
    fields = {"csrf_token": browser.token(), "text": WRITTEN}
    response = browser.client.post("/settings/end-others", data=fields)
    assert response.status_code == 500
    assert "&lt;b&gt;på bussen&lt;/b&gt;" in response.get_data(as_text=True)


def test_a_failure_speaks_the_phones_language(app: Flask, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(choosing, "offered", lambda: [LANGUAGES[code] for code in ("nb", "ar")])
    browser = client("oksana")
    browser.client.set_cookie("lang", "ar")
    monkeypatch.setattr(accounts, "recognise", raises(RuntimeError(SECRET)))
    assert '<html lang="ar" dir="rtl">' in broken(browser, "/")


def test_a_cookie_of_another_library_changes_nothing(client: Client) -> None:
    browser = client("oksana")
    browser.client.set_cookie("remember_token", "somebody|signed")
    assert browser.get("/settings").status_code == 200
