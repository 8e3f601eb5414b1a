"""One press, one effect, where a family asks for a log: one waits at a unit, each is answered once."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import pressing
from parentapp.models import AuditLine, Employment, LogWish, Stafettlogg
from tests.access.asking import FIELDS, address
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects
from tests.wishing import handed, wishes

ASK = FIELDS["log_wishes.ask"]
WISHED = {
    "log_wishes.ask": Sent("oksana", "", ASK, {"text": "Hun sover lite."}),
    "log_wishes.take_back": Sent("per.haugen", "per.haugen", {}),
    "log_wishes.hand": Sent("anne.strand", "per.haugen", {"username": "lina"}, {"username": "randi"}),
    "log_wishes.answer": Sent("anne.strand", "per.haugen", {"text": "Kom innom."}, {"text": "Ring meg."}),
}
NAMES = sorted(WISHED)


def counted() -> dict[str, Any]:
    w = LogWish
    done = {"handed": w.handed_at, "answered": w.answered_at, "taken back": w.taken_back_at}
    found = {name: w.select().where(column.is_null(False)).count() for name, column in done.items()}
    return effects() | found | {"asked": w.select().count(), "logs": Stafettlogg.select().count(), "sessions": 0}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> tuple[int, str]:
    form = WISHED[name]
    unit = {"unit": str(cast.units["health"])} if name == "log_wishes.ask" else {}
    who = Browser(app, cast.accounts[form.person])
    response = who.submit(address(app, cast, name, form.target), press=key, **fields, **unit)
    return response.status_code, response.headers.get("Location", "")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    handed(cast)
    key, before, form = str(crypto.new_id()), counted(), WISHED[name]
    first, done = sent(app, cast, name, key, form.fields), counted()
    assert (first[0], done != before) == (303, True)
    assert sent(app, cast, name, key, form.fields) == first
    if form.other:
        assert sent(app, cast, name, key, form.fields | form.other)[0] == 409
    assert counted() == done


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    handed(cast)
    key, before, app = str(crypto.new_id()), counted(), bare_app()
    answers = at_once(8, lambda _: sent(app, cast, name, key, WISHED[name].fields))
    assert (len(set(answers)), answers[0][0]) == (1, 303)
    assert counted()["AuditLine"] == before["AuditLine"] + 1


def test_asked_in_eight_forms_at_once_one_waits(cast: Cast) -> None:
    app = bare_app()
    answers = at_once(8, lambda _: sent(app, cast, "log_wishes.ask", str(crypto.new_id()), ASK))
    assert sorted(status for status, _ in answers) == [303] + [409] * 7
    assert LogWish.select().count() == 1


def test_answered_and_taken_back_at_once_one_of_them_holds(cast: Cast) -> None:
    handed(cast)
    app, names = bare_app(), ("log_wishes.answer", "log_wishes.take_back")
    answers = at_once(
        2, lambda number: sent(app, cast, names[number], str(crypto.new_id()), WISHED[names[number]].fields)
    )
    assert sorted(status for status, _ in answers) == [303, 409]
    row = LogWish.get_by_id(wishes(cast)["per.haugen"])
    assert (row.answered_at is None) != (row.taken_back_at is None)


def test_opened_by_eight_at_once_there_is_one_log(cast: Cast) -> None:
    """Each in a form of its own: the question is answered once, and nothing of the others is left."""
    handed(cast)
    before, app = Stafettlogg.select().count(), bare_app()
    fields = FIELDS["new_logs.new"] | {"wish": str(wishes(cast)["per.haugen"])}

    def opened(_: int) -> int:
        who = Browser(app, cast.accounts["randi"])
        return who.submit("/logs/new", press=str(crypto.new_id()), **fields).status_code

    assert sorted(at_once(8, opened)) == [200] + [409] * 7
    assert Stafettlogg.select().count() == before + 1
    assert AuditLine.select().where(AuditLine.action == "log-wish:open").count() == 1


@pytest.mark.parametrize("name", ["log_wishes.answer", "log_wishes.hand"])
def test_a_replay_by_somebody_who_leads_no_longer_is_no_answer(app: Flask, cast: Cast, name: str) -> None:
    handed(cast)
    key = str(crypto.new_id())
    sent(app, cast, name, key, WISHED[name].fields)
    Employment.update(leads=False).where(Employment.account == cast.accounts["anne.strand"]).execute()
    assert sent(app, cast, name, key, WISHED[name].fields)[0] == 404


def test_without_the_key_it_would_be_handed_on_twice(app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pressing.ClientKey, "get_or_none", lambda *_: None)
    handed(cast)
    before = counted()["AuditLine"]
    for _ in range(2):
        sent(app, cast, "log_wishes.hand", str(crypto.new_id()), {"username": "lina"})
    assert counted()["AuditLine"] == before + 2
