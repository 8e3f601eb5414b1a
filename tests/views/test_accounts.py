"""Logging in tells nobody who exists, lets nobody lock another out, and «Skjul» always works."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from peewee import OperationalError

from parentapp import crypto, db, demo
from parentapp.config import Mode
from parentapp.demo import PASSWORD
from parentapp.domain import accounts
from parentapp.models import Account, Throttle
from tests.browsing import Browser, path_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]
ADDRESSES = {"ours": "192.0.2.1", "theirs": "198.51.100.7"}


@pytest.fixture
def in_demo(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(app.config, "SETTINGS", replace(app.config["SETTINGS"], mode=Mode.DEMO))


@pytest.fixture
def checks(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """The hashes that passwords were held against."""
    asked: list[str | None] = []
    check = accounts.check_password

    def counted(hashed: str | None, password: str) -> bool:
        asked.append(hashed)
        return check(hashed, password)

    monkeypatch.setattr(accounts, "check_password", counted)
    return asked


def log_in(browser: Browser, username: str, password: str = PASSWORD, place: str = "ours", **fields: str) -> Any:
    browser.client.environ_base["REMOTE_ADDR"] = ADDRESSES[place]
    return browser.submit("/login", username=username, password=password, **fields)


def forget_account(cast: Cast, username: str) -> None:
    """Nobody has this name any more."""
    other = accounts.username_hash("somebody else")
    Account.update(username_hash=other).where(Account.id == cast.accounts[username]).execute()


def test_the_right_password_opens_a_session_and_goes_on(client: Client) -> None:
    browser = client(None)
    response = log_in(browser, " Oksana ", next="/settings?done=ended")
    assert response.status_code == 303
    assert response.headers["Location"] == "/settings?done=ended"
    assert "Oksana Bondarenko" in browser.follow(response).get_data(as_text=True)


@pytest.mark.parametrize(
    "onwards", ["", "https://evil.example", "//evil.example", "/\\evil", "//[", "/" + "a" * 300, "/\n"]
)
def test_nobody_is_sent_out_of_the_app(client: Client, onwards: str) -> None:
    assert log_in(client(None), "oksana", next=onwards).headers["Location"] == "/"


def test_known_and_unknown_names_get_the_same_bytes(client: Client, cast: Cast) -> None:
    answers = []
    for known in (True, False):
        Throttle.delete().execute()
        if not known:
            forget_account(cast, "oksana")
        browser = client(None)
        browser.client.set_cookie("visitor", "the-same-browser")
        browser.visitor = "the-same-browser"
        with crypto.seeded("one world and the other"):
            response = log_in(browser, "oksana", "wrong")
        assert response.status_code == 422
        answers.append((response.data, list(response.headers)))
    assert answers[0] == answers[1]


def test_known_unknown_and_ended_accounts_cost_one_check_each(
    client: Client, cast: Cast, checks: list[str | None]
) -> None:
    Account.update(disabled_at=cast.now).where(Account.id == cast.accounts["marta"]).execute()
    counts, words = [], set()
    for username, password in (("oksana", "wrong"), ("nobody", "wrong"), ("marta", PASSWORD)):
        checks.clear()
        response = log_in(client(None), username, password)
        counts.append(len(checks))
        words.add(response.get_data(as_text=True).count("Det stemte ikke"))
    assert counts == [1, 1, 1]
    assert words == {1}


def test_what_is_missing_is_said_and_the_name_is_kept(client: Client, checks: list[str | None]) -> None:
    response = log_in(client(None), "oksana", "")
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert "Skriv passordet ditt." in page
    assert 'value="oksana"' in page
    assert not checks


def test_too_many_tries_have_to_wait(client: Client) -> None:
    stranger = client(None)
    tries = [log_in(stranger, "oksana", "wrong").status_code for _ in range(11)]
    assert tries == [422] * 10 + [429]
    response = log_in(stranger, "oksana")
    assert response.status_code == 429
    assert 1 <= int(response.headers["Retry-After"]) <= 16 * 60
    assert log_in(stranger, "oksana", place="theirs").status_code == 303, "only that place has to wait"


def test_nobody_can_lock_the_owners_phone_out(client: Client) -> None:
    phone = client(None)
    assert log_in(phone, "oksana").status_code == 303
    phone.client.delete_cookie("session")
    stranger = client(None)
    for _ in range(11):
        log_in(stranger, "oksana", "wrong")
    stranger.client.set_cookie("device", "x.y.z")
    assert log_in(stranger, "oksana").status_code == 429, "a mark that we did not make is none"
    assert log_in(phone, "oksana").status_code == 303, "from the same address"
    phone.client.delete_cookie("session")
    tries = [log_in(phone, "oksana", "wrong").status_code for _ in range(11)]
    assert tries == [422] * 10 + [429], "tries on the phone itself are counted too"


def test_a_phone_is_known_only_for_those_who_logged_in_on_it(client: Client) -> None:
    phone, stranger = client(None), client(None)
    log_in(phone, "oksana")
    phone.client.delete_cookie("session")
    for _ in range(11):
        log_in(stranger, "fadumo", "wrong")
    assert log_in(phone, "fadumo").status_code == 429


def test_a_shared_tablet_remembers_three(client: Client) -> None:
    tablet = client(None)
    for username in ("oksana", "erik", "amina", "fadumo"):
        log_in(tablet, username)
        tablet.client.delete_cookie("session")
    device, *marks = tablet.client.get_cookie("device").value.split(".")
    assert len(device) == 43
    assert len(marks) == 3
    stranger = client(None)
    for username in ("oksana", "erik", "amina", "fadumo"):
        for _ in range(11):
            log_in(stranger, username, "wrong")
    again = []
    for username in ("oksana", "erik", "amina", "fadumo"):
        again.append(log_in(tablet, username).status_code)
        tablet.client.delete_cookie("session")
    assert again == [429, 303, 303, 303]


def test_logging_in_ends_the_session_that_was_there(client: Client) -> None:
    browser = client("oksana")
    before = browser.secret
    assert before is not None
    assert log_in(browser, "erik").status_code == 303
    after = browser.client.get_cookie("session").value
    assert after != before
    assert accounts.recognise(before) is None
    assert accounts.recognise(after) is not None


def test_the_door_speaks_the_persons_language_the_next_time(client: Client, cast: Cast) -> None:
    Account.update(locale="ar").where(Account.id == cast.accounts["yusuf"]).execute()
    browser = client(None)
    log_in(browser, "yusuf")
    assert browser.client.get_cookie("lang").value == "ar"


def test_who_is_logged_in_is_not_asked_again(client: Client) -> None:
    assert path_of(client("oksana").get("/login")) == "/"


def test_logging_out_ends_the_session_and_leaves_nothing(client: Client) -> None:
    browser = client("oksana")
    response = browser.submit("/logout")
    assert (response.status_code, path_of(response)) == (303, "/login")
    assert response.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert browser.client.get_cookie("session") is None
    assert browser.secret is not None
    assert accounts.recognise(browser.secret) is None


@pytest.mark.parametrize("token", ["", "made-up", None])
def test_hiding_leaves_a_blank_page_whatever_the_form_says(client: Client, token: str | None) -> None:
    browser = client("oksana")
    browser.client.set_cookie("lang", "nb")
    fields = {} if token is None else {"csrf_token": token}
    response = browser.client.post("/hide", data=fields)
    page = response.get_data(as_text=True)
    assert response.status_code == 200
    assert response.headers["Refresh"] == "0; url=https://www.yr.no/"
    assert response.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "stafett" not in page.lower()
    assert "<body" not in page
    assert [browser.client.get_cookie(name) for name in ("session", "visitor", "lang", "device")] == [None] * 4
    assert browser.secret is not None
    assert accounts.recognise(browser.secret) is None


def test_hiding_works_also_for_nobody_and_when_the_database_does_not(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert client(None).client.post("/hide").status_code == 200

    def gone(secret: str) -> None:
        raise OperationalError("no database")

    monkeypatch.setattr(accounts, "log_out", gone)
    response = client("oksana").client.post("/hide")
    assert response.status_code == 200
    assert response.headers["Refresh"].startswith("0; url=")
    assert "session=;" in " ".join(response.headers.getlist("Set-Cookie"))


def test_the_cast_is_one_tap_away_in_the_demo(client: Client, in_demo: None) -> None:
    browser = client(None)
    page = browser.get("/login").get_data(as_text=True)
    people = demo.logins()
    assert [page.count(f'name="who" value="{each.username}"') for each in people] == [1] * len(people)
    assert PASSWORD not in page
    response = browser.submit("/login", who="amina", next="/settings")
    assert path_of(response) == "/settings"
    assert "Amina Warsame" in browser.follow(response).get_data(as_text=True)
    assert client(None).submit("/login", who="nobody").status_code == 422


def test_outside_the_demo_nobody_is_invented(client: Client) -> None:
    browser = client(None)
    assert 'name="who"' not in browser.get("/login").get_data(as_text=True)
    response = browser.submit("/login", who="amina")
    assert response.status_code == 422
    assert browser.client.get_cookie("session") is None


@pytest.mark.parametrize(
    ("sent_from", "leaves"),
    [("cross-site", False), ("same-site", False), ("same-origin", True), ("none", True), (None, True)],
)
def test_another_sites_page_can_hide_nobody(client: Client, sent_from: str | None, leaves: bool) -> None:
    browser = client("oksana")
    browser.client.set_cookie("device", "phone.mark")
    response = browser.client.post("/hide", headers={"Sec-Fetch-Site": sent_from} if sent_from else {})
    assert response.status_code == 200
    assert "stafett" not in response.get_data(as_text=True).lower()
    assert response.headers["Refresh"].startswith("0; url=")
    assert ("Clear-Site-Data" in response.headers) is leaves
    assert (browser.client.get_cookie("device") is None) is leaves
    assert browser.secret is not None
    assert (accounts.recognise(browser.secret) is None) is leaves


def test_nor_when_the_database_does_not_answer(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("no database")

    browser = client("oksana")
    monkeypatch.setattr(db, "fresh", gone)
    response = browser.client.post("/hide", headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 200
    assert "Clear-Site-Data" not in response.headers
    assert browser.client.get_cookie("session") is not None


def test_a_visitor_who_calls_itself_an_account_gets_no_token_of_that_account(client: Client, cast: Cast) -> None:
    stranger, account = client(None), str(cast.accounts["oksana"])
    for name in (account, f"account/{account}"):
        stranger.client.set_cookie("visitor", name)
        found = re.search(r'name="csrf_token" value="([^"]+)"', stranger.get("/login").get_data(as_text=True))
        assert found is not None
        assert client("oksana").submit("/settings/end-others", token=found[1]).status_code == 403
        stranger.visitor = name
        assert stranger.submit("/login", token=found[1], username="", password="").status_code == 422, "its own is"
