"""A lost phone is cut off in one press: sessions rotate, end by themselves, and end when somebody says so."""

import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from flask import Flask

from parentapp import clock
from parentapp.crypto.tokens import token_hash
from parentapp.domain import accounts
from parentapp.models import Account, Draft, LoginSession, Message
from tests.browsing import Browser, path_of
from tests.cast import NOW, Cast
from tests.proofs.apps import at_once, bare_app

SECOND = timedelta(seconds=1)
# Written from the promise, not read from the code: idle and absolute limits of each kind of person.
LIMITS = {
    "oksana": (timedelta(minutes=30), timedelta(hours=12)),
    "kari": (timedelta(minutes=30), timedelta(hours=8)),
    "mona": (timedelta(minutes=15), timedelta(hours=4)),
}


def logged_in(browser: Browser, after: timedelta = timedelta(), address: str = "/settings") -> bool:
    """Whether the browser still gets its own page, so long after NOW."""
    with clock.at(NOW + after):
        response = browser.client.get(address)
    assert response.status_code in (200, 204) or (response.status_code == 303 and path_of(response) == "/login")
    return response.status_code != 303


@pytest.mark.parametrize("person", sorted(LIMITS))
def test_it_ends_when_nothing_is_done(app: Flask, cast: Cast, person: str) -> None:
    idle = LIMITS[person][0]
    assert logged_in(Browser(app, cast.accounts[person]), idle - SECOND)
    assert not logged_in(Browser(app, cast.accounts[person]), idle)


@pytest.mark.parametrize("person", sorted(LIMITS))
def test_it_ends_in_the_end_however_much_is_done(app: Flask, cast: Cast, person: str) -> None:
    idle, whole = LIMITS[person]
    browser, at, step = Browser(app, cast.accounts[person]), timedelta(), idle - timedelta(minutes=1)
    while at + step < whole:
        at += step
        assert logged_in(browser, at)
    assert logged_in(browser, whole - SECOND)
    assert not logged_in(browser, whole)
    assert not logged_in(browser, at), "nor by turning the clock back: the row does not live again"


def test_a_poll_does_not_keep_it_alive(app: Flask, cast: Cast) -> None:
    """A page left open asks every few seconds; a person who has gone is logged out all the same."""
    talk = cast.conversations["sofia.oksana"]
    last = last_message(talk)
    polling, reading = (Browser(app, cast.accounts["oksana"]) for _ in range(2))
    for minute in range(2, 30, 4):
        assert logged_in(polling, timedelta(minutes=minute), f"/conversations/{talk}?after={last}")
        assert logged_in(reading, timedelta(minutes=minute))
    assert not logged_in(polling, timedelta(minutes=30))
    assert logged_in(reading, timedelta(minutes=30))


def last_message(talk: Any) -> Any:
    rows = Message.select(Message.id).where(Message.conversation == talk).order_by(Message.at.desc())
    return rows.tuples().first()[0]


def test_logging_in_makes_a_new_session_and_ends_the_old_one(app: Flask, cast: Cast) -> None:
    browser = Browser(app, None)
    tokens = []
    for _ in range(2):
        browser.submit("/login", username="oksana", password="fjordvik", token=browser.token())
        cookie = browser.client.get_cookie("session")
        assert cookie is not None
        tokens.append(cookie.value)
        browser.account = cast.accounts["oksana"]
    assert tokens[0] != tokens[1]
    lives = {token: accounts.recognise(token) is not None for token in tokens}
    assert lives == {tokens[0]: False, tokens[1]: True}


def test_a_token_that_somebody_brings_along_is_never_taken_over(app: Flask, cast: Cast) -> None:
    browser = Browser(app, None)
    browser.client.set_cookie("session", "a-token-that-somebody-else-knows")
    browser.submit("/login", username="oksana", password="fjordvik")
    cookie = browser.client.get_cookie("session")
    assert cookie is not None
    assert cookie.value != "a-token-that-somebody-else-knows"
    assert LoginSession.get_or_none(LoginSession.token_hash == token_hash("a-token-that-somebody-else-knows")) is None


@pytest.mark.parametrize("address", ["/logout", "/hide"])
def test_logging_out_ends_it_for_whoever_has_the_token(app: Flask, cast: Cast, address: str) -> None:
    browser = Browser(app, cast.accounts["oksana"])
    thief = copy_of(browser)
    assert logged_in(thief)
    browser.submit(address)
    assert not logged_in(thief)
    assert not logged_in(browser)


def copy_of(browser: Browser) -> Browser:
    thief = Browser(browser.app, None)
    thief.client.set_cookie("session", browser.secret or "")
    return thief


def test_one_press_ends_all_others(app: Flask, cast: Cast) -> None:
    mine, lost, older = (Browser(app, cast.accounts["oksana"]) for _ in range(3))
    somebody = Browser(app, cast.accounts["erik"])
    mine.submit("/settings/end-others")
    assert [logged_in(each) for each in (mine, lost, older, somebody)] == [True, False, False, True]


def test_a_disabled_account_is_out_at_once_and_cannot_come_in(app: Flask, cast: Cast) -> None:
    browser = Browser(app, cast.accounts["oksana"])
    Account.update(disabled_at=NOW).where(Account.id == cast.accounts["oksana"]).execute()
    assert not logged_in(browser)
    refused = Browser(app, None).submit("/login", username="oksana", password="fjordvik")
    assert refused.status_code == 422


def test_an_account_that_is_opened_again_brings_no_session_back(app: Flask, cast: Cast) -> None:
    browser, account = Browser(app, cast.accounts["oksana"]), Account.id == cast.accounts["oksana"]
    Account.update(disabled_at=NOW).where(account).execute()
    assert not logged_in(browser)
    Account.update(disabled_at=None).where(account).execute()
    assert not logged_in(browser)
    assert logged_in(Browser(app, cast.accounts["oksana"]))


# What is written on a phone whose session has ended: kept for its owner, or for nobody.


def end_others(phone: Browser) -> None:
    Browser(phone.app, phone.account).submit("/settings/end-others")


def disable(phone: Browser) -> None:
    Account.update(disabled_at=NOW).where(Account.id == phone.account).execute()


def run_out_unnoticed_then_end_others(phone: Browser) -> None:
    phone.run_out()
    end_others(phone)


def run_out_then_end_others(phone: Browser) -> None:
    phone.run_out()
    assert not logged_in(phone)
    end_others(phone)


ENDED_BY_SOMEBODY: dict[str, Callable[[Browser], object]] = {
    "logout": lambda phone: copy_of(phone).submit("/logout", token=phone.token()),
    "hide": lambda phone: copy_of(phone).submit("/hide"),
    "end others": end_others,
    "disabled": disable,
    "run out, then ended": run_out_unnoticed_then_end_others,
    "run out and seen to, then ended": run_out_then_end_others,
}


def drafts_after(phone: Browser, cast: Cast, act: Callable[[Browser], object]) -> int:
    act(phone)
    page = f"/logs/{cast.logs['sofia']}/notes"
    response = phone.submit(page, text="Skrevet av den som har telefonen.", back=page)
    assert (response.status_code, path_of(response)) == (303, "/login")
    return int(Draft.select().count())


@pytest.mark.parametrize("act", ENDED_BY_SOMEBODY.values(), ids=ENDED_BY_SOMEBODY)
def test_a_phone_that_was_put_out_puts_nothing_into_the_owners_boxes(
    app: Flask, cast: Cast, act: Callable[[Browser], object]
) -> None:
    assert drafts_after(Browser(app, cast.accounts["kari"]), cast, act) == 0


@pytest.mark.parametrize("seen_to", [False, True])
def test_what_was_being_written_when_it_ended_by_itself_is_kept(app: Flask, cast: Cast, seen_to: bool) -> None:
    phone = Browser(app, cast.accounts["kari"])
    assert drafts_after(phone, cast, lambda phone: phone.run_out()) == 1
    if seen_to:  # the row has been ended meanwhile, by the look that found it dead
        assert drafts_after(phone, cast, lambda phone: Draft.delete().execute()) == 1


def test_only_so_much_is_kept_of_one_person_the_newest(app: Flask, cast: Cast) -> None:
    phone = Browser(app, cast.accounts["kari"])
    phone.run_out()
    pages = [f"/desk?page={number}" for number in range(25)]
    for minute, page in enumerate(pages):
        with clock.at(NOW + timedelta(minutes=minute)):
            phone.submit("/settings/end-others", text="Litt til.", back=page)
    kept = {address for (address,) in Draft.select(Draft.address).tuples()}
    assert kept == set(pages[-20:])


def test_ended_in_the_middle_the_next_request_is_out(cast: Cast) -> None:
    """Several browsers read while the person presses: none that begins after the answer gets in."""
    app, pressed = bare_app(), Event()
    mine, lost = Browser(app, cast.accounts["oksana"]), Browser(app, cast.accounts["oksana"])

    def read() -> Iterator[tuple[float, bool]]:
        thief, left = copy_of(lost), 5
        while left:
            left -= pressed.is_set()
            began = time.monotonic()
            yield began, logged_in(thief)

    def press() -> float:
        time.sleep(0.05)
        assert mine.submit("/settings/end-others").status_code == 303
        at = time.monotonic()
        pressed.set()
        return at

    results: list[Any] = at_once(5, lambda number: list(read()) if number else press())
    reads = [each for found in results[1:] for each in found]
    assert any(there for began, there in reads if began < results[0])
    assert not any(there for began, there in reads if began > results[0])


# The controls: with a guard taken away the same question is answered yes.

GUARDS: list[tuple[str, Callable[[Browser], object], timedelta]] = [
    ("idle", lambda browser: None, timedelta(minutes=31)),
    ("logout", lambda browser: browser.submit("/logout"), timedelta()),
    ("end others", lambda browser: Browser(browser.app, browser.account).submit("/settings/end-others"), timedelta()),
]


@pytest.mark.parametrize(("name", "act", "after"), GUARDS, ids=[name for name, _, _ in GUARDS])
def test_if_rows_never_ended_the_checks_would_see_it(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch, name: str, act: Any, after: timedelta
) -> None:
    browser = Browser(app, cast.accounts["oksana"])
    thief = copy_of(browser)
    act(browser)
    assert not logged_in(thief, after)
    monkeypatch.setattr(accounts, "_lives", lambda session, now: True)
    assert logged_in(thief, after), name


def test_if_it_were_all_the_same_how_it_ended_the_checks_would_see_it(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(accounts, "whose", lambda secret: cast.accounts["kari"])
    assert drafts_after(Browser(app, cast.accounts["kari"]), cast, end_others) == 1


def test_if_polls_extended_it_the_check_would_see_it(app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    recognise = accounts.recognise
    monkeypatch.setattr(accounts, "recognise", lambda secret, extend=True: recognise(secret))
    talk = cast.conversations["sofia.oksana"]
    browser = Browser(app, cast.accounts["oksana"])
    address = f"/conversations/{talk}?after={last_message(talk)}"
    assert logged_in(browser, timedelta(minutes=20), address)
    assert logged_in(browser, timedelta(minutes=40))
