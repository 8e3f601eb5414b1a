"""One press, one effect, for what is said before a meeting and agreed in it: here the meeting must be in its state."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.models import Measure, Minutes, Statement
from tests.access.asking import address
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects

SAID = {
    "statements.write": ("", Sent("oksana", "sofia.meeting", {"telling": "show", "text": "Hei."}, {"text": "Nei."})),
    "statements.hear": ("", Sent("kari", "sofia.meeting", {"text": "Keeper."}, {"text": "Ikke keeper."})),
    "statements.take_back": ("", Sent("oksana", "sofia.meeting", {})),
    "minutes.write": ("begun", Sent("kari", "sofia.meeting", {"text": "Enig."}, {"text": "Uenig."})),
    "minutes.agree": ("agreed", Sent("oksana", "sofia.meeting", {})),
    "minutes.comment": ("agreed", Sent("oksana", "sofia.meeting", {"text": "Keeper."}, {"text": "Ikke keeper."})),
    "minutes.change": ("agreed", Sent("kari", "sofia.meeting", {"text": "Enig."}, {"text": "Uenig."})),
}
NAMES = sorted(SAID)


def counted() -> dict[str, Any]:
    return effects() | {table.__name__: table.select().count() for table in (Measure, Minutes, Statement)}


def filled_in(cast: Cast, name: str) -> dict[str, str]:
    """The form; for minutes with a measure, owned by a parent."""
    fields = SAID[name][1].fields
    if name != "minutes.write":
        return fields
    goal, owner = str(cast.entries["sofia.goal"]), str(cast.accounts["oksana"])
    return fields | {"text_1": "Ringe.", "goal_1": goal, "owner_1": owner, "look_at_1": "2026-05-01"}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> tuple[int, str | None]:
    who = Browser(app, cast.accounts[SAID[name][1].person])
    response = who.submit(address(app, cast, name, SAID[name][1].target), press=key, **fields)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    put(cast, SAID[name][0])
    fields = filled_in(cast, name)
    if name == "statements.take_back":
        sent(app, cast, "statements.write", str(crypto.new_id()), SAID["statements.write"][1].fields)
    key, before = str(crypto.new_id()), counted()
    first = sent(app, cast, name, key, fields)
    done = counted()
    assert (first[0], done != before) == (303, True)
    assert sent(app, cast, name, key, fields)[1] == first[1]
    if SAID[name][1].other:
        assert sent(app, cast, name, key, fields | SAID[name][1].other)[0] == 409
    assert {**counted(), "sessions": 0} == {**done, "sessions": 0}


@pytest.mark.parametrize("name", [name for name in NAMES if name != "statements.take_back"])
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    put(cast, SAID[name][0])
    fields, key, before = filled_in(cast, name), str(crypto.new_id()), counted()
    answers = at_once(8, lambda _: sent(bare_app(), cast, name, key, fields))
    assert (len(set(answers)), answers[0][0]) == (1, 303)
    rows = {what: count - before[what] for what, count in counted().items() if what not in ("sessions", "Notice")}
    assert max(rows.values()) <= 2, "two entries and two lines: the minutes and the measure"
    assert rows["Minutes"] == (name == "minutes.write")
    assert rows["Statement"] == name.startswith("statements.")


def test_pressed_by_two_people_at_once_there_is_one_set_of_minutes(cast: Cast) -> None:
    """Two forms, two keys, the same meeting."""
    put(cast, "begun")
    answers = at_once(2, lambda _: sent(bare_app(), cast, "minutes.write", str(crypto.new_id()), {"text": "Enig."}))
    assert {status for status, _ in answers} == {303, 409}
    assert Minutes.select().count() == 1
