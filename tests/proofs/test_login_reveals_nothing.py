"""Login reveals nothing: known and unknown names get the same bytes after the same work; no one can be locked out."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from parentapp import clock, crypto
from parentapp.crypto import passwords
from parentapp.domain import accounts, throttling
from parentapp.models import Account, Throttle
from parentapp.views import accounts as views
from tests.browsing import Browser
from tests.cast import NOW, Cast
from tests.proofs.apps import at_once, bare_app

WRONG = "not-the-password"
TRIES = 10  # in a window
WINDOW = timedelta(minutes=15)


class Counting:
    """The password hasher, with its work counted."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.checks = 0
        self._hasher = passwords._hasher
        passwords.check_password(None, "the decoy is made at the first check")
        monkeypatch.setattr(passwords, "_hasher", self)

    def verify(self, hashed: str, password: str) -> bool:
        self.checks += 1
        return self._hasher.verify(hashed, password)

    def hash(self, password: str) -> str:
        raise AssertionError("nothing is hashed at a login")


@pytest.fixture
def counting(monkeypatch: pytest.MonkeyPatch) -> Counting:
    return Counting(monkeypatch)


def tried(
    app: Flask, username: str, password: str = WRONG, *, address: str = "10.0.0.1", number: int = 0
) -> TestResponse:
    """One try from a browser never seen before, under the same randomness as any other of that number."""
    with crypto.seeded(f"login {number}"):
        browser = Browser(app, None)
        browser.client.environ_base["REMOTE_ADDR"] = address
        return browser.submit("/login", username=username, password=password)


def shown(response: TestResponse, username: str) -> tuple[int, list[tuple[str, str]], bytes]:
    """Everything of the answer, but the name one has typed oneself."""
    return response.status_code, list(response.headers.items()), response.get_data().replace(username.encode(), b"")


@pytest.fixture
def names(cast: Cast) -> dict[str, str]:
    """One name of each sort; all equally long."""
    Account.update(disabled_at=NOW).where(Account.id == cast.accounts["ingrid"]).execute()
    return {"known": "oksana", "unknown": "okxana", "disabled": "ingrid", "staff": "halyna"}


def answers(app: Flask, names: dict[str, str], counting: Counting) -> dict[str, tuple[object, int]]:
    found: dict[str, tuple[object, int]] = {}
    for sort, name in names.items():
        Throttle.delete().execute()  # the same randomness gives the same ids
        before = counting.checks
        answer = shown(tried(app, name), name)
        found[sort] = (answer, counting.checks - before)
    return found


def test_every_name_gets_the_same_bytes_for_the_same_work(
    app: Flask, names: dict[str, str], counting: Counting
) -> None:
    found = answers(app, names, counting)
    assert {each[1] for each in found.values()} == {1}
    assert all(each == found["unknown"] for each in found.values())
    assert found["unknown"][0][0] == 422  # type: ignore[index]  # the status


def test_the_right_password_of_a_disabled_account_is_as_wrong(
    app: Flask, names: dict[str, str], counting: Counting
) -> None:
    right = tried(app, names["disabled"], "fjordvik")
    Throttle.delete().execute()
    wrong = tried(app, names["unknown"], "fjordvik")
    assert shown(right, names["disabled"]) == shown(wrong, names["unknown"])
    assert counting.checks == 2


def test_until_the_throttle_they_are_alike_too(app: Flask, names: dict[str, str], counting: Counting) -> None:
    seen = []
    for sort in ("known", "unknown", "disabled"):
        Throttle.delete().execute()
        answers = [tried(app, names[sort], number=number) for number in range(TRIES + 2)]
        assert [each.status_code for each in answers] == [422] * TRIES + [429] * 2
        seen.append([shown(each, names[sort]) for each in answers])
    assert seen[0] == seen[1] == seen[2]
    assert counting.checks == 3 * TRIES, "a throttled try costs nothing"


def test_tries_at_the_same_moment_are_all_counted(cast: Cast) -> None:
    app = bare_app()
    answers = at_once(TRIES + 4, lambda _: Browser(app, None).submit("/login", username="oksana", password=WRONG))
    assert sorted(each.status_code for each in answers) == [422] * TRIES + [429] * 4


# A stranger's tries never shut the owner out.


def strangers_try(app: Flask, username: str, address: str = "10.2.0.1") -> None:
    for number in range(TRIES):
        assert tried(app, username, address=address, number=number).status_code == 422
    assert tried(app, username, address=address, number=TRIES).status_code == 429


def own_phone(app: Flask, cast: Cast, address: str) -> Browser:
    """A phone on which Oksana has logged in before, and out again."""
    browser = Browser(app, None)
    browser.client.environ_base["REMOTE_ADDR"] = address
    assert logs_in(browser)
    browser.account = cast.accounts["oksana"]
    browser.submit("/logout")
    browser.account = None
    return browser


def logs_in(browser: Browser) -> bool:
    return browser.submit("/login", username="oksana", password="fjordvik").status_code == 303


def test_the_owners_own_phone_is_never_shut_out(app: Flask, cast: Cast) -> None:
    """Not even where the stranger tries from the same address: a family's wireless, a school's."""
    phone = own_phone(app, cast, "10.2.0.1")
    strangers_try(app, "oksana", "10.2.0.1")
    assert logs_in(phone)


def test_the_owner_elsewhere_is_not_shut_out_by_tries_from_another_address(app: Flask, cast: Cast) -> None:
    strangers_try(app, "oksana", "10.2.0.1")
    browser = Browser(app, None)
    browser.client.environ_base["REMOTE_ADDR"] = "10.3.0.1"
    assert logs_in(browser)


def test_whoever_has_a_whole_network_has_the_tries_of_one(app: Flask, cast: Cast) -> None:
    """An IPv6 household or server makes up the lower half of its address as it likes."""
    home = [f"2001:db8:1:2:{number:x}::{number + 1:x}" for number in range(TRIES + 1)]
    tries = [tried(app, "oksana", address=each, number=number).status_code for number, each in enumerate(home)]
    assert tries == [422] * TRIES + [429]
    assert tried(app, "oksana", address="2001:db8:1:3::1", number=TRIES + 2).status_code == 422, "the neighbours"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("2001:db8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("2001:0DB8:1:2::", "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("192.0.2.1", "192.0.2.1"),
        ("", ""),
        ("unix:", "unix:"),
        ("192.0.2.1, 10.0.0.1", "192.0.2.1, 10.0.0.1"),
    ],
)
def test_an_address_counts_as_its_network(address: str, network: str) -> None:
    assert throttling.network_of(address) == network


def test_the_throttle_ends_by_itself(app: Flask, cast: Cast) -> None:
    strangers_try(app, "oksana")
    with clock.at(NOW + WINDOW):
        assert tried(app, "oksana", number=TRIES + 1).status_code == 422


def test_a_stolen_or_made_up_mark_does_not_open_another_account(app: Flask, cast: Cast) -> None:
    """The phone's own tries are counted too; and its mark is for one account, not for all."""
    phone = own_phone(app, cast, "10.2.0.1")
    tries = [phone.submit("/login", username="oksana", password=WRONG).status_code for _ in range(TRIES + 1)]
    assert tries == [422] * TRIES + [429]
    strangers_try(app, "amina", "10.2.0.1")
    assert phone.submit("/login", username="amina", password=WRONG).status_code == 429
    forged = Browser(app, None)
    forged.client.environ_base["REMOTE_ADDR"] = "10.2.0.1"
    forged.client.set_cookie("device", "some-device.some-mark")
    assert forged.submit("/login", username="amina", password=WRONG).status_code == 429


# The controls.


@pytest.fixture
def careless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A login that checks no password where there is nobody."""
    check = accounts.check_password

    def only_if_known(hashed: str | None, password: str) -> bool:
        return check(hashed, password) if hashed else False

    monkeypatch.setattr(accounts, "check_password", only_if_known)


@pytest.mark.usefixtures("careless")
def test_less_work_for_an_unknown_name_is_seen(app: Flask, names: dict[str, str], counting: Counting) -> None:
    found = answers(app, names, counting)
    assert found["known"][1] == 1
    assert found["unknown"][1] == 0


def test_another_word_for_a_disabled_account_is_seen(
    app: Flask, names: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    log_in: Callable[..., str | None] = accounts.log_in

    def telling(username: str, password: str, place: str) -> str | None:
        account = Account.get_or_none(Account.username_hash == accounts.username_hash(username))
        if account is not None and account.disabled_at is not None:
            raise accounts_throttled
        return log_in(username, password, place)

    accounts_throttled = throttling.Throttled(1)
    monkeypatch.setattr(accounts, "log_in", telling)
    disabled = shown(tried(app, "ingrid"), "ingrid")
    Throttle.delete().execute()
    assert disabled != shown(tried(app, "okxana"), "okxana")


def test_if_each_address_of_a_network_were_counted_by_itself_it_would_be_seen(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(throttling, "network_of", lambda address: address)
    home = [f"2001:db8:1:2::{number:x}" for number in range(TRIES + 1)]
    tries = [tried(app, "oksana", address=each, number=number).status_code for number, each in enumerate(home)]
    assert tries == [422] * (TRIES + 1)


def test_if_tries_were_counted_by_name_alone_the_owner_would_be_shut_out(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone = own_phone(app, cast, "10.2.0.1")
    monkeypatch.setattr(views, "_place", lambda username: "everywhere")
    strangers_try(app, "oksana", "10.9.0.1")
    assert not logs_in(phone)
