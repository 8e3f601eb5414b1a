"""One press, one effect, for saying that one is away and for naming who stands in."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import absences
from parentapp.models import Absence, Stafettlogg
from tests.access.asking import FIELDS, address
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects

AWAY = {
    "absences.go_away": Sent("kari", "", FIELDS["absences.go_away"], {"until": "2026-03-14"}),
    "absences.deputy": Sent("kari", "sofia", {"username": "randi"}, {"username": "per.aas"}),
    "absences.come_back": Sent("kari", "kari", {}),
}
NAMES = sorted(AWAY)


def counted() -> dict[str, Any]:
    deputies = {row.id: row.deputy_id for row in Stafettlogg.select()}
    return effects() | {"away": sorted(Absence.select(Absence.since, Absence.until).tuples()), "deputies": deputies}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> tuple[int, str | None]:
    who = Browser(app, cast.accounts[AWAY[name].person])
    response = who.submit(address(app, cast, name, AWAY[name].target), press=key, **fields)
    return response.status_code, response.headers.get("Location")


@pytest.fixture(autouse=True)
def away_today(cast: Cast) -> None:
    """So that there is something to come back from."""
    Absence.update(until=cast.today).where(Absence.account == cast.accounts["kari"]).execute()


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    fields, key, before = AWAY[name].fields, str(crypto.new_id()), counted()
    first = sent(app, cast, name, key, fields)
    done = counted()
    assert (first[0], done != before) == (303, True)
    assert sent(app, cast, name, key, fields) == first
    if AWAY[name].other:
        assert sent(app, cast, name, key, fields | AWAY[name].other)[0] == 409
    assert {**counted(), "sessions": 0} == {**done, "sessions": 0}


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(app: Flask, cast: Cast, name: str) -> None:
    fields, key = AWAY[name].fields, str(crypto.new_id())
    before = counted()
    answers = [status for status, _ in at_once(8, lambda _: sent(bare_app(), cast, name, key, fields))]
    assert answers == [303] * 8
    assert len(counted()["away"]) == len(before["away"]) + (name == "absences.go_away")


def test_without_the_key_it_would_be_done_twice(cast: Cast) -> None:
    before = Absence.select().count()
    for _ in range(2):
        absences.go_away(cast.actor("kari"), cast.today, cast.today)
    assert Absence.select().count() == before + 2
