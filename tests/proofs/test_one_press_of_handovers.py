"""One press, one effect, for handing the baton over: here the log must be in its state."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import handovers
from parentapp.models import Handover, StafettholderPeriod
from tests.access.asking import address
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects

WORDS = {"username": "lina", "reason": "Jeg slutter.", "words": "Hun liker sang."}
HANDED = {
    "handovers.propose": ("", Sent("kari", "sofia", WORDS, {"reason": "Jeg flytter."})),
    "handovers.withdraw": ("", Sent("berit", "ella.handover", {})),
    "handovers.accept": ("", Sent("per.aas", "ella.handover", {})),
    "handovers.decline": ("", Sent("per.aas", "ella.handover", {})),
    "batons.ask": (
        "holder_out",
        Sent("anne.strand", "sofia", {"username": "per.aas", "text": "Hei."}, {"text": "Nei."}),
    ),
    "batons.withdraw": ("led", Sent("anne.strand", "sofia.led", {})),
    "handovers.check": ("changed", Sent("gro", "ella.handover", {"text": "Bra."}, {"text": "Ikke bra."})),
}
NAMES = sorted(HANDED)
SEES_NOTHING_AFTER = "handovers.decline"  # who said no is answered as everybody else from then on


def counted() -> dict[str, Any]:
    tables = (Handover, StafettholderPeriod)
    ended = Handover.select().where(Handover.outcome.is_null(False)).count()
    return effects() | {table.__name__: table.select().count() for table in tables} | {"answered": ended}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> tuple[int, str | None]:
    who = Browser(app, cast.accounts[HANDED[name][1].person])
    response = who.submit(address(app, cast, name, HANDED[name][1].target), press=key, **fields)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    cast = put(cast, HANDED[name][0])
    fields, key, before = HANDED[name][1].fields, str(crypto.new_id()), counted()
    first = sent(app, cast, name, key, fields)
    done = counted()
    assert (first[0], done != before) == (303, True)
    assert sent(app, cast, name, key, fields) == ((404, None) if name == SEES_NOTHING_AFTER else first)
    if HANDED[name][1].other:
        assert sent(app, cast, name, key, fields | HANDED[name][1].other)[0] == 409
    assert {**counted(), "sessions": 0} == {**done, "sessions": 0}


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    cast = put(cast, HANDED[name][0])
    fields, key, before = HANDED[name][1].fields, str(crypto.new_id()), counted()
    answers = [status for status, _ in at_once(8, lambda _: sent(bare_app(), cast, name, key, fields))]
    assert sorted(answers) == ([303] + [404] * 7 if name == SEES_NOTHING_AFTER else [303] * 8)
    rows = {what: count - before[what] for what, count in counted().items() if what not in ("sessions", "Notice")}
    assert set(rows.values()) == {0, 1}
    assert rows["AuditLine"] == 1


def test_two_keys_at_once_make_one_question(cast: Cast) -> None:
    fields = HANDED["handovers.propose"][1].fields
    answers = at_once(2, lambda _: sent(bare_app(), cast, "handovers.propose", str(crypto.new_id()), fields))
    assert {status for status, _ in answers} == {303, 409}


@pytest.mark.parametrize("other", ["handovers.withdraw", "handovers.decline"])
def test_taken_and_not_taken_at_once_one_of_them_holds(cast: Cast, other: str) -> None:
    """Whichever comes first: one answer stands, and one person holds the baton."""
    acts = ["handovers.accept", other]
    answers = at_once(2, lambda number: sent(bare_app(), cast, acts[number], str(crypto.new_id()), {}))
    assert [status for status, _ in answers].count(303) == 1
    row = Handover.get_by_id(cast.handovers["ella.handover"])
    holds = StafettholderPeriod.select().where(
        (StafettholderPeriod.log == cast.logs["ella"]) & StafettholderPeriod.until.is_null()
    )
    taken = row.outcome is handovers.HandoverOutcome.ACCEPTED
    assert [each.account_id for each in holds] == [cast.accounts["per.aas" if taken else "berit"]]
