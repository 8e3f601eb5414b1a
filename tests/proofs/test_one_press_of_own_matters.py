"""One press, one effect, for choosing who reads what is about oneself."""

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.models import OwnMatterChoice
from tests.browsing import Browser
from tests.cast import Cast
from tests.owning import own
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import effects

OWN = ("own_matters.choose",)


def address(cast: Cast) -> str:
    return f"/logs/{cast.logs['amina']}/entries/{own(cast)}/own"


def test_sent_twice_it_is_decided_once_and_other_ticks_are_refused(app: Flask, cast: Cast) -> None:
    where, key = address(cast), str(crypto.new_id())
    fadumo, school = Browser(app, cast.accounts["fadumo"]), str(cast.units["school"])
    first = fadumo.submit(where, press=key, unit=school)
    done = effects() | {"choices": OwnMatterChoice.select().count()}
    again = fadumo.submit(where, press=key, unit=school)
    assert (first.status_code, first.headers["Location"]) == (303, again.headers["Location"])
    assert fadumo.submit(where, press=key).status_code == 409
    assert effects() | {"choices": OwnMatterChoice.select().count()} == done
    assert done["choices"] == 1


@pytest.mark.parametrize("name", ["notes", "concerns"])
def test_the_same_words_about_somebody_else_are_other_words(app: Flask, cast: Cast, name: str) -> None:
    kari, key = Browser(app, cast.accounts["kari"]), str(crypto.new_id())
    where = f"/logs/{cast.logs['amina']}/{name}"
    about = {who: str(cast.accounts[who]) for who in ("fadumo", "yusuf")}
    answers = [kari.submit(where, press=key, text="Sover lite.", adult=about[who]) for who in ("fadumo", "yusuf")]
    assert [each.status_code for each in answers] == [303, 409]


def test_two_at_once_are_two_presses_of_one_choice(cast: Cast) -> None:
    where, fadumo = address(cast), cast.accounts["fadumo"]

    def press(number: int) -> int:
        browser = Browser(bare_app(), fadumo)
        return browser.submit(where, press=str(crypto.new_id()), unit=str(cast.units["school"])).status_code

    assert at_once(2, press) == [303, 303]
    assert OwnMatterChoice.select().count() == 1
