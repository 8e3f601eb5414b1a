"""One press, one effect, for closing a log together: also of the press that closes it."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import closing
from parentapp.models import (
    Birth,
    Closing,
    ClosingRegistered,
    ClosingYes,
    ConsentRequest,
    Reopening,
    Stafettlogg,
    Subject,
)
from tests.access.asking import FIELDS, address
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects

WORDS, OTHERS = {"text": "Nå går det godt."}, {"text": "Nå går det bra."}
AGAIN = {"text": "Det er vanskelig igjen.", "child_view": "Ja."}
SAID = FIELDS["closing.register"] | {"answer": "yes", "signer": "yusuf"}
HEARD = FIELDS["reopening.register"] | {"answer": "yes", "born": "elias"}
BORN = {"day": "2026-03-09"}
CLOSED = {
    "proposed": ("closing.show", "", Sent("fadumo", "amina", WORDS, OTHERS)),
    "proposed alone, which closes it": ("closing.show", "", Sent("oksana", "sofia", WORDS, OTHERS)),
    "the child is born": ("births.show", "", Sent("marta", "marta", BORN, {"day": "2026-03-08"})),
    "yes": ("closing.agree", "closing", Sent("amina", "amina.closing", {})),
    "asked to open again": ("reopening.ask", "", Sent("silje", "elias", AGAIN, {"text": "Det går bra."})),
    "the yes that opens it": ("consents.answer", "reopening", Sent("silje", "elias.again", {"answer": "yes"})),
    "said on paper": ("closing.register", "closing", Sent("kari", "amina.closing", SAID, {"way": "paper"})),
    "the spoken yes that opens it": ("reopening.register", "reopening", Sent("per.aas", "elias", HEARD, {"text": "X"})),
    "not now": ("closing.stop", "closing", Sent("yusuf", "amina.closing", {})),
}
NAMES = sorted(CLOSED)
COUNTED = (Birth, Closing, ClosingRegistered, ClosingYes, ConsentRequest, Reopening)


def _birth_of_elias(cast: Cast) -> str:
    return str(Subject.get_by_id(Stafettlogg.get_by_id(cast.logs["elias"]).subject_id).born)


NAMED = {"signer": lambda cast: str(cast.accounts["yusuf"]), "born": _birth_of_elias}


def counted() -> dict[str, Any]:
    tables = {table.__name__: table.select().count() for table in COUNTED}
    ended = Closing.select().where(Closing.ended_at.is_null(False)).count()
    closed = Stafettlogg.select().where(Stafettlogg.closed_at.is_null(False)).count()
    return effects() | tables | {"ended": ended, "closed": closed}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> tuple[int, str | None]:
    endpoint, _, what = CLOSED[name]
    who = Browser(app, cast.accounts[what.person])
    fields = fields | {name: find(cast) for name, find in NAMED.items() if fields.get(name) in ("yusuf", "elias")}
    response = who.submit(address(app, cast, endpoint, what.target), press=key, **fields)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    cast = put(cast, CLOSED[name][1])
    fields, key, before = CLOSED[name][2].fields, str(crypto.new_id()), counted()
    first = sent(app, cast, name, key, fields)
    done = counted()
    assert (first[0], done != before) == (303, True)
    assert sent(app, cast, name, key, fields) == first
    if CLOSED[name][2].other:
        assert sent(app, cast, name, key, fields | CLOSED[name][2].other)[0] == 409
    assert {**counted(), "sessions": 0} == {**done, "sessions": 0}


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    cast = put(cast, CLOSED[name][1])
    fields, key, before = CLOSED[name][2].fields, str(crypto.new_id()), counted()
    answers = [status for status, _ in at_once(8, lambda _: sent(bare_app(), cast, name, key, fields))]
    assert answers == [303] * 8
    rows = {what: abs(count - before[what]) for what, count in counted().items() if what not in ("sessions", "Notice")}
    assert set(rows.values()) == {0, 1}


def test_a_yes_and_a_no_at_once(cast: Cast) -> None:
    """Whichever comes first: Yusuf's yes is the last one, and Fadumo takes hers back."""
    cast = put(cast, "closing")
    closing.agree(cast.actor("amina"), cast.closings["amina.closing"])
    acts, proposed = (("yusuf", "agree"), ("fadumo", "stop")), cast.closings["amina.closing"]

    def act(number: int) -> int:
        browser = Browser(bare_app(), cast.accounts[acts[number][0]])
        return browser.submit(f"/closings/{proposed}/{acts[number][1]}", press=str(crypto.new_id())).status_code

    assert sorted(at_once(2, act)) == [303, 409]
