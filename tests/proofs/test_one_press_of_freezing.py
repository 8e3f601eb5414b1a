"""One press, one effect, for freezing a log, confirming and ending it."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.models import Freeze, FreezeConfirmation
from tests.access.asking import address
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects

WORDS, OTHERS = {"text": "Et forbud.", "warned": "spoken"}, {"warned": "nobody"}
PRESSED = {
    "freezing.show": ("", Sent("kari", "sofia", WORDS, OTHERS)),
    "freezing.confirm": ("frozen", Sent("lina", "sofia.freeze", {"text": "Fortsatt."}, {"text": "Ja."})),
    "freezing.end": ("frozen", Sent("kari", "sofia.freeze", {})),
}
NAMES = sorted(PRESSED)


def counted() -> dict[str, Any]:
    rows = {table.__name__: table.select().count() for table in (Freeze, FreezeConfirmation)}
    return effects() | rows | {"until": sorted(str(row.until) for row in Freeze.select())}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> tuple[int, str | None]:
    who = Browser(app, cast.accounts[PRESSED[name][1].person])
    response = who.submit(address(app, cast, name, PRESSED[name][1].target), press=key, **fields)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    cast = put(cast, PRESSED[name][0])
    fields, key, before = PRESSED[name][1].fields, str(crypto.new_id()), counted()
    first = sent(app, cast, name, key, fields)
    done = counted()
    assert (first[0], done != before) == (303, True)
    assert sent(app, cast, name, key, fields) == first
    if PRESSED[name][1].other:
        assert sent(app, cast, name, key, fields | PRESSED[name][1].other)[0] == 409
    assert {**counted(), "sessions": 0} == {**done, "sessions": 0}


def test_two_press_at_once_and_one_of_them_has_frozen_it(cast: Cast) -> None:
    where, who = f"/logs/{cast.logs['sofia']}/freeze", ("kari", "lina")

    def press(number: int) -> int:
        browser = Browser(bare_app(), cast.accounts[who[number]])
        return browser.submit(where, press=str(crypto.new_id()), **WORDS).status_code

    assert sorted(at_once(2, press)) == [303, 409]
    assert Freeze.select().count() == 1
