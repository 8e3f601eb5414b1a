"""One press, one effect, for what is done before a meeting: what fits, whom one brings, what one sends; who came."""

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.models import Attendance, Invitation, Meeting, ProposedTime, SupportPerson, TimeAnswer, TimeWish
from tests.access.asking import address
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects

SAID = {
    "before_meetings.fits": ("times", Sent("oksana", "sofia.undecided", {"fits": "all.yes"}, {"fits": "all.no"})),
    "before_meetings.wish": ("times", Sent("oksana", "sofia.undecided", {"text": "Fredag."}, {"text": "Torsdag."})),
    "before_meetings.choose": ("times", Sent("kari", "sofia.first", {})),
    "before_meetings.bring": (
        "",
        Sent("oksana", "sofia.meeting", {"text_name": "Iryna", "text_who": "Tante"}, {"text_name": "Olha"}),
    ),
    "before_meetings.leave_out": ("brought", Sent("oksana", "sofia.oksana", {})),
    "before_meetings.contribute": ("", Sent("per.aas", "sofia.meeting", {"text": "Bra."}, {"text": "Bedre."})),
    "minutes.write": ("begun", Sent("kari", "sofia.meeting", {"text": "Enig."}, {"text": "Uenig."})),
}
NEXT = {"next_day": "2026-04-20", "next_begins": "09:00", "next_stops": "10:00", "text_next": "Igjen"}
TABLES = (Attendance, ProposedTime, SupportPerson, TimeAnswer, TimeWish)


def counted() -> dict[str, int]:
    chosen = Meeting.select().where(Meeting.starts.is_null(False)).count()
    return effects() | {table.__name__: table.select().count() for table in TABLES} | {"chosen": chosen}


def filled_in(cast: Cast, name: str) -> dict[str, str]:
    """The form; for minutes with who came, and the next meeting."""
    if name != "minutes.write":
        return SAID[name][1].fields
    asked = Invitation.select().where(Invitation.meeting == cast.meetings["sofia.meeting"])
    return SAID[name][1].fields | {f"came_{row.id.hex}": "y" for row in asked} | NEXT


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> tuple[int, str | None]:
    who = Browser(app, cast.accounts[SAID[name][1].person])
    response = who.submit(address(app, cast, name, SAID[name][1].target), press=key, **fields)
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("name", sorted(SAID))
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    cast = put(cast, SAID[name][0])
    fields, key, before = filled_in(cast, name), str(crypto.new_id()), counted()
    first = sent(app, cast, name, key, fields)
    done = counted()
    assert (first[0], done != before) == (303, True)
    if name != "before_meetings.leave_out":  # what was taken away is not there for anybody
        assert sent(app, cast, name, key, fields)[1] == first[1]
    if SAID[name][1].other:
        assert sent(app, cast, name, key, fields | SAID[name][1].other)[0] == 409
    assert {**counted(), "sessions": 0} == {**done, "sessions": 0}


@pytest.mark.parametrize("name", ["before_meetings.bring", "before_meetings.wish", "minutes.write"])
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    cast = put(cast, SAID[name][0])
    fields, key, before = filled_in(cast, name), str(crypto.new_id()), counted()
    answers = at_once(8, lambda _: sent(bare_app(), cast, name, key, fields))
    assert (len(set(answers)), answers[0][0]) == (1, 303)
    done = counted()
    assert done["SupportPerson"] - before["SupportPerson"] == (name == "before_meetings.bring")
    assert done["TimeWish"] - before["TimeWish"] == (name == "before_meetings.wish")
    assert done["Meeting"] - before["Meeting"] == (name == "minutes.write"), "one next meeting"


def test_two_times_chosen_at_once_are_one_meeting(cast: Cast) -> None:
    cast = put(cast, "times")
    where = [address(bare_app(), cast, "before_meetings.choose", f"sofia.{name}") for name in ("first", "second")]
    answers = at_once(2, lambda number: Browser(bare_app(), cast.accounts["kari"]).submit(where[number]).status_code)
    assert set(answers) == {303, 409}
