"""Choosing one's own password: nothing comes before it while another knows it, and it ends every other session."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock, demo
from parentapp.demo import PASSWORD
from parentapp.domain import accounts, passwords
from parentapp.models import Account, Draft, LoginSession, Municipality
from tests.access.asking import CHOSEN
from tests.browsing import Browser, path_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]
PAGE = "/settings/password"


def choose(browser: Browser, wanted: str = CHOSEN, *, used: str = PASSWORD, again: str = "", **more: str) -> str:
    """What the page says: an error, or where it sends one."""
    response = browser.submit(PAGE, used=used, wanted=wanted, again=again or wanted, **more)
    if response.status_code == 303:
        return str(response.headers["Location"])
    assert response.status_code == 422
    return response.get_data(as_text=True)


def made_by_another(cast: Cast, username: str) -> None:
    Account.update(password_at=None).where(Account.id == cast.accounts[username]).execute()


def lets_in(username: str, password: str) -> bool:
    return accounts.log_in(username, password, "address 192.0.2.1") is not None


def test_a_new_password_opens_and_the_old_one_does_not(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    assert choose(browser) == "/settings?done=password"
    assert lets_in("oksana", CHOSEN)
    assert not lets_in("oksana", PASSWORD)
    assert lets_in("erik", PASSWORD), "nobody else's has changed"


def test_every_other_session_ends(client: Client, cast: Cast) -> None:
    phone, lost = client("oksana"), client("oksana")
    choose(phone)
    assert path_of(lost.get("/settings")) == "/login"
    page = phone.get("/settings?done=password")
    assert page.status_code == 200
    assert "Passordet er byttet." in page.get_data(as_text=True)
    living = LoginSession.select().where(LoginSession.ended_at.is_null())
    assert living.where(LoginSession.account == cast.accounts["oksana"]).count() == 1


def test_an_address_alone_says_nothing_is_changed(client: Client) -> None:
    with clock.at(clock.now() + timedelta(minutes=6)):
        assert "Passordet er byttet." not in client("oksana").get("/settings?done=password").get_data(as_text=True)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"used": "wrong"}, "Det er ikke passordet du har nå."),
        ({"used": ""}, "Det er ikke passordet du har nå."),
        ({"used": "x" * 501}, "Det er ikke passordet du har nå."),
        ({"wanted": "kort"}, "Passordet må ha minst 12 tegn."),
        ({"wanted": "å" * 501}, "Passordet er for langt."),
        ({"wanted": "passord12345"}, "Dette er for lett å gjette."),
        ({"wanted": "aaaaaaaaaaaaaaaa"}, "Dette er for lett å gjette."),
        ({"wanted": "bondarenko12"}, "Dette er for lett å gjette."),
        ({"again": "hest trikk lantern"}, "De to er ikke like."),
    ],
)
def test_what_cannot_be_taken_is_said_and_changes_nothing(client: Client, fields: dict[str, str], said: str) -> None:
    browser = client("oksana")
    page = choose(browser, **{"wanted": CHOSEN, **fields})
    assert said in page
    assert not any(value in page for value in fields.values() if len(value) > 4), "a password is never shown again"
    assert lets_in("oksana", PASSWORD)
    assert browser.get("/settings").status_code == 200, "one stays logged in"


def test_the_one_they_have_is_no_new_one(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = client("oksana")
    choose(browser)
    assert choose(browser, used=CHOSEN) == "/settings?done=password", "pressed twice"
    monkeypatch.setattr(passwords, "JUST_NOW", timedelta(0))
    assert "Velg et annet passord enn det du har nå." in choose(browser, used=CHOSEN)


def test_letters_are_the_same_from_every_keyboard(client: Client) -> None:
    assert choose(client("oksana"), "sm\u00f8r p\u00e5 br\u00f8dskiva") == "/settings?done=password"
    assert lets_in("oksana", "sm\u00f8r pa\u030a br\u00f8dskiva")


def test_who_sits_with_a_phone_left_open_gets_few_tries(client: Client) -> None:
    browser = client("oksana")
    for _ in range(10):
        choose(browser, used="wrong")
    response = browser.submit(PAGE, used=PASSWORD, wanted=CHOSEN, again=CHOSEN)
    assert response.status_code == 429
    assert lets_in("oksana", PASSWORD), "logging in is counted for itself"
    assert choose(client("erik")) == "/settings?done=password", "and so is everybody"


@pytest.mark.parametrize("username", ["kari", "halyna", "oksana", "anne.strand"])
def test_nothing_is_shown_by_a_password_that_another_knows(client: Client, cast: Cast, username: str) -> None:
    made_by_another(cast, username)
    browser = client(username)
    for place in ("/", "/lysglimt", "/conversations", "/settings", "/more", f"/logs/{cast.logs['sofia']}", "/desk"):
        answer = browser.get(place)
        assert (answer.status_code, path_of(answer)) == (303, PAGE), place
    sent = browser.submit("/settings/end-others")
    assert (sent.status_code, path_of(sent)) == (303, PAGE)
    part = browser.get("/notices", htmx=True)
    assert part.headers["HX-Redirect"].startswith(PAGE)
    page = browser.get(PAGE).get_data(as_text=True)
    assert "Velg ditt eget passord" in page
    assert 'name="used"' not in page, "they have just typed it"
    assert browser.get("/help-now").status_code == 200
    assert browser.submit("/hide").status_code == 200


def test_after_the_first_choice_one_goes_on_to_where_one_was_going(client: Client, cast: Cast) -> None:
    made_by_another(cast, "kari")
    browser = client("kari")
    sent = browser.get("/conversations?log=1").headers["Location"]
    assert sent == "/settings/password?next=/conversations%3Flog%3D1"
    assert choose(browser, used="", next="/conversations") == "/conversations"
    assert browser.get("/desk").status_code == 200
    assert choose(browser, "en helt annen sykkelpumpe", used="").count("Det er ikke passordet du har nå.")


def test_onwards_is_always_in_the_app(client: Client, cast: Cast) -> None:
    made_by_another(cast, "kari")
    assert choose(client("kari"), next="https://evil.example/") == "/"


def test_one_can_log_out_instead(client: Client, cast: Cast) -> None:
    made_by_another(cast, "kari")
    assert path_of(client("kari").submit("/logout")) == "/login"


def test_a_form_that_came_too_late_leaves_no_password_behind(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    browser.run_out()
    response = browser.submit(PAGE, used=PASSWORD, wanted=CHOSEN, again=CHOSEN, back=PAGE)
    assert path_of(response) == "/login"
    kept = [draft.fields for draft in Draft.select().where(Draft.account == cast.accounts["oksana"])]
    assert not any(PASSWORD in str(fields) or CHOSEN in str(fields) for fields in kept)


def test_in_the_demo_one_tap_works_whatever_the_password(cast: Cast) -> None:
    Account.update(password_hash="gone").where(Account.id == cast.accounts["erik"]).execute()
    assert accounts.recognise(demo.enter("erik") or "")
    assert demo.enter("nobody") is None


def test_one_tap_is_for_invented_people_alone(cast: Cast) -> None:
    assert accounts.enter_invented("erik")
    Municipality.update(invented=False).execute()
    assert accounts.enter_invented("erik") is None
