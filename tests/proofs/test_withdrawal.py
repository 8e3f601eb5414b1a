"""Withdrawal works on the next request: no read that begins after the answer succeeds, and the log leaves no trace."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from threading import Event
from typing import Any

import pytest
from flask import Flask

from parentapp import clock, crypto
from parentapp.access import sight
from parentapp.domain import consents
from parentapp.enums import Answer
from parentapp.models import Notice, Participation
from tests import cast as casting
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import LONG, at_once, bare_app
from tests.proofs.worlds import TABLES, Things, addresses, differences, seen_by

READERS = 8
AFTERWARDS = 50 if LONG else 4  # reads that each reader begins after the answer
ROUNDS = 20 if LONG else 1
TEXT = "Sofia er mye alene etter skolen."


@dataclass(frozen=True)
class Read:
    began: float  # by one clock for all threads
    status: int
    shows: bool


def race(cast: Cast) -> tuple[float, list[Read]]:
    """When the mother had her answer, and all that the teacher's eight browsers read around that moment."""
    app, log = bare_app(), cast.logs["sofia"]
    answered = Event()

    def read() -> Iterator[Read]:
        browser, left = Browser(app, cast.accounts["per.aas"]), AFTERWARDS
        while left:
            left -= answered.is_set()
            began = time.monotonic()
            response = browser.get(f"/logs/{log}")
            yield Read(began, response.status_code, TEXT in response.get_data(as_text=True))

    def withdraw() -> float:
        browser = Browser(app, cast.accounts["oksana"])
        time.sleep(0.1)  # the readers are under way
        response = browser.submit(f"/consents/{cast.requests['sofia.school']}/answer", answer="no")
        assert response.status_code == 303
        at = time.monotonic()
        answered.set()
        return at

    results: list[Any] = at_once(READERS + 1, lambda number: list(read()) if number else withdraw())
    return results[0], [each for reads in results[1:] for each in reads]


def test_no_read_that_begins_after_the_answer_succeeds(cast: Cast) -> None:
    for _ in range(ROUNDS):
        at, reads = race(cast)
        assert any(read.began < at and read.shows for read in reads), "they read before"
        after = [read for read in reads if read.began > at]
        assert len(after) >= READERS * (AFTERWARDS - 1)
        assert {(read.status, read.shows) for read in after} == {(404, False)}
        consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.YES)


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
