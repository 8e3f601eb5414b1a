"""Withdrawal works on the next request: no read that begins after the answer succeeds, and the log leaves no trace."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from flask import Flask

from parentapp import clock, crypto
from parentapp.access import sight
from parentapp.domain import consents, families, handovers
from parentapp.enums import Answer
from parentapp.models import ConsentDecision, Notice, Participation
from tests import cast as casting
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import LONG, at_once, bare_app
from tests.proofs.worlds import TABLES, Things, addresses, differences, seen_by

READERS = 8
AFTERWARDS = 50 if LONG else 4  # reads that each reader begins after the answer
ROUNDS = 20 if LONG else 1
PATIENCE = 60  # seconds; a busy machine takes its time
TEXT = "Sofia er mye alene etter skolen."


@dataclass(frozen=True)
class Read:
    began: float  # by one clock for all threads
    status: int
    shows: bool


def stops(cast: Cast) -> None:
    """The mother takes back her yes, on the page."""
    browser = Browser(bare_app(), cast.accounts["oksana"])
    response = browser.submit(f"/consents/{cast.requests['sofia.school']}/answer", answer="no")
    assert response.status_code == 303


def is_kept_out(cast: Cast) -> None:
    families.block(cast.actor("kari"), cast.logs["sofia"], cast.accounts["per.aas"])


def hands_over(cast: Cast) -> None:
    """Per takes the baton from Kari, who takes part no longer."""
    handovers.accept(cast.actor("per.aas"), cast.handovers["sofia"])


def race(cast: Cast, lose: Callable[[Cast], None] = stops, reader: str = "per.aas") -> tuple[float, list[Read]]:
    """When it was done, and all that the reader's eight browsers read around that moment."""
    app, log = bare_app(), cast.logs["sofia"]
    answered, under_way = Event(), Event()

    def read() -> Iterator[Read]:
        browser, left = Browser(app, cast.accounts[reader]), AFTERWARDS
        while left:
            left -= answered.is_set()
            began = time.monotonic()
            response = browser.get(f"/logs/{log}")
            under_way.set()
            yield Read(began, response.status_code, TEXT in response.get_data(as_text=True))

    def withdraw() -> float:
        under_way.wait(PATIENCE)  # one has read
        lose(cast)
        at = time.monotonic()
        answered.set()
        return at

    results: list[Any] = at_once(READERS + 1, lambda number: list(read()) if number else withdraw())
    return results[0], [each for reads in results[1:] for each in reads]


def nothing_after(at: float, reads: list[Read]) -> None:
    assert any(read.began < at and read.shows for read in reads), "they read before"
    after = [read for read in reads if read.began > at]
    assert len(after) >= READERS * (AFTERWARDS - 1)
    assert {(read.status, read.shows) for read in after} == {(404, False)}


def test_no_read_that_begins_after_the_answer_succeeds(cast: Cast) -> None:
    for _ in range(ROUNDS):
        nothing_after(*race(cast))
        consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.YES)


def test_nor_after_a_block(cast: Cast) -> None:
    nothing_after(*race(cast, is_kept_out))


def test_nor_after_the_baton_went_to_another(cast: Cast) -> None:
    said = handovers.Proposal("Jeg slutter.", "Hun liker å få se på først.")
    cast.handovers["sofia"] = handovers.propose(cast.actor("kari"), cast.logs["sofia"], "per.aas", said)
    nothing_after(*race(cast, hands_over, reader="kari"))


def test_nor_after_midnight_of_the_last_day(app: Flask, cast: Cast) -> None:
    """One minute before it, and at it."""
    given = ConsentDecision.select().where(ConsentDecision.request == cast.requests["sofia.school"])
    over = clock.midnight_after(max(each.until for each in given))
    with clock.at(over - timedelta(days=2)):  # the yes to the log itself goes on
        consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.YES)
    for at, status in ((over - timedelta(minutes=1), 200), (over, 404)):
        with clock.at(at):
            browser = Browser(app, cast.accounts["per.aas"])
            assert browser.get(f"/logs/{cast.logs['sofia']}").status_code == status


def test_with_consents_remembered_they_would(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: an app that remembers what was in effect yesterday is caught."""
    reckon = sight.in_effect
    yesterday = casting.NOW - timedelta(days=1)
    monkeypatch.setattr(sight, "in_effect", lambda request, family, now: reckon(request, family, yesterday))
    at, reads = race(cast)
    assert any(read.shows for read in reads if read.began > at)


def test_a_clock_that_is_behind_does_not_keep_it_open(app: Flask, cast: Cast) -> None:
    with clock.at(casting.NOW + timedelta(seconds=5)):
        consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    response = Browser(app, cast.accounts["per.aas"]).get(f"/logs/{cast.logs['sofia']}")
    assert response.status_code == 404


# And nothing is left: not a name, not an id, not a count.


@contextmanager
def one_world(kind: str) -> Iterator[tuple[Cast, list[tuple[str, bool]]]]:
    with casting.assembled(kind) as cast:
        there = Things(frozenset(row[0] for table in TABLES for row in table.select(table.id).tuples()), frozenset())
        yield cast, addresses(bare_app(), cast, "sofia", there)


def withdrawn(kind: str, *, through: Any) -> list[str]:
    """How the teacher's pages differ after the withdrawal from those of a teacher who never was in that log."""
    with one_world(kind) as (cast, first), crypto.seeded("withdrawal"):
        through(cast)
        one = seen_by(cast, "per.aas", first)
    with one_world(kind) as (cast, first):
        never_took_part(cast)
        other = seen_by(cast, "per.aas", first)
    return differences(one, other)


def never_took_part(cast: Cast) -> None:
    about = {"log": cast.logs["sofia"], "account": cast.accounts["per.aas"]}
    for table in (Participation, Notice):
        table.delete().where((table.log == about["log"]) & (table.account == about["account"])).execute()


def oksana_stops(cast: Cast) -> None:
    consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)


def test_after_it_the_log_might_never_have_been_there(db_kind: str) -> None:
    # His old notices are still rows of the outbox, sent long ago; none of them is shown.
    assert [each for each in withdrawn(db_kind, through=oksana_stops) if each != "notices"] == []


def test_where_nothing_was_withdrawn_it_shows(db_kind: str) -> None:
    """The control."""
    assert len(withdrawn(db_kind, through=lambda cast: None)) > 5
