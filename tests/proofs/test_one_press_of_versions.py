"""One press, one effect, where somebody writes how they saw it, and where that is answered."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import pressing, versions
from parentapp.models import AuditLine, Guardian, Participation, Version
from tests.access.asking import address
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects
from tests.versions import versioned

BESIDE = {
    "versions.show": Sent("oksana", "sofia.note", {"text": "Vi var der."}, {"text": "Vi var ikke der."}),
    "versions.answer": Sent("per.aas", "sofia.note.oksana", {"text": "Jeg tok feil."}, {"text": "Nei."}),
}
NAMES = sorted(BESIDE)


@pytest.fixture(autouse=True)
def waits(cast: Cast) -> None:
    """What Oksana wrote waits for an answer."""
    versioned(cast)


def counted() -> dict[str, Any]:
    rows = {
        "versions": Version.select().count(),
        "answers": Version.select().where(Version.answers.is_null(False)).count(),
    }
    return effects() | rows | {"sessions": 0}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> tuple[int, str]:
    who = Browser(app, cast.accounts[BESIDE[name].person])
    response = who.submit(address(app, cast, name, BESIDE[name].target), press=key, **fields)
    return response.status_code, response.headers.get("Location", "")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    key, before, form = str(crypto.new_id()), counted(), BESIDE[name]
    first, done = sent(app, cast, name, key, form.fields), counted()
    assert (first[0], done["versions"]) == (303, before["versions"] + 1)
    assert sent(app, cast, name, key, form.fields) == first
    assert sent(app, cast, name, key, form.fields | form.other)[0] == 409
    assert counted() == done


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    key, before, app = str(crypto.new_id()), counted(), bare_app()
    answers = at_once(8, lambda _: sent(app, cast, name, key, BESIDE[name].fields))
    assert (len(set(answers)), answers[0][0]) == (1, 303)
    after = counted()
    assert (after["versions"], after["AuditLine"]) == (before["versions"] + 1, before["AuditLine"] + 1)


def test_two_answers_at_once_are_one(cast: Cast) -> None:
    app, before = bare_app(), counted()
    fields = BESIDE["versions.answer"].fields
    answers = at_once(2, lambda _: sent(app, cast, "versions.answer", str(crypto.new_id()), fields))
    assert {status for status, _ in answers} == {303, 409}
    assert counted()["answers"] == before["answers"] + 1


def test_a_replay_by_somebody_who_lost_access_is_no_answer(app: Flask, cast: Cast) -> None:
    keys = {name: str(crypto.new_id()) for name in NAMES}
    assert [
        sent(app, cast, name, keys[name], BESIDE[name].fields)[0] for name in ("versions.answer", "versions.show")
    ] == [
        303,
        303,
    ]
    Participation.update(until=cast.now).where(Participation.account == cast.accounts["per.aas"]).execute()
    Guardian.delete().where(Guardian.account == cast.accounts["oksana"]).execute()
    done = counted()
    assert [sent(app, cast, name, keys[name], BESIDE[name].fields)[0] for name in NAMES] == [404, 404]
    assert counted() == done


def test_without_the_key_it_would_stand_there_twice(app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: with `pressing.once` passed by."""
    monkeypatch.setattr(versions, "once", lambda actor, press, act: act())
    key, before = str(crypto.new_id()), counted()
    for _ in range(2):
        assert sent(app, cast, "versions.show", key, BESIDE["versions.show"].fields)[0] == 303
    assert pressing.once is not versions.once
    assert counted()["versions"] == before["versions"] + 2
    assert AuditLine.select().where(AuditLine.action == "version:write").count() >= 2
