"""One press, one effect, where somebody asks for another contact person: one may wait, and each is answered once."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import pressing
from parentapp.models import AuditLine, ContactRequest, Employment, Guardian
from tests.access.asking import address
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app
from tests.proofs.presses import Sent, effects

ASKED = {
    "contact_requests.ask": Sent("oksana", "sofia", {"text": "Vi misforstår hverandre."}, {"text": "Nei."}),
    "contact_requests.answer": Sent("anne.strand", "amina.yusuf", {"text": "Jeg ringer."}, {"text": "Ring meg."}),
    "contact_requests.take_back": Sent("yusuf", "amina.yusuf", {}),
}
NAMES = sorted(ASKED)
WRITING = [name for name in NAMES if ASKED[name].other]


def counted() -> dict[str, Any]:
    rows = ContactRequest.select()
    done = {"answered": ContactRequest.answered_at, "taken back": ContactRequest.taken_back_at}
    found = {name: rows.where(column.is_null(False)).count() for name, column in done.items()}
    return effects() | found | {"asked": rows.count(), "sessions": 0}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str], person: str = "") -> tuple[int, str]:
    who = Browser(app, cast.accounts[person or ASKED[name].person])
    response = who.submit(address(app, cast, name, ASKED[name].target), press=key, **fields)
    return response.status_code, response.headers.get("Location", "")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    key, before, form = str(crypto.new_id()), counted(), ASKED[name]
    first, done = sent(app, cast, name, key, form.fields), counted()
    assert (first[0], done != before) == (303, True)
    assert sent(app, cast, name, key, form.fields) == first
    if form.other:
        assert sent(app, cast, name, key, form.fields | form.other)[0] == 409
    assert counted() == done


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    key, before, app = str(crypto.new_id()), counted(), bare_app()
    answers = at_once(8, lambda _: sent(app, cast, name, key, ASKED[name].fields))
    assert (len(set(answers)), answers[0][0]) == (1, 303)
    rows = {what: count - before[what] for what, count in counted().items() if what != "Notice"}
    assert (set(rows.values()), rows["AuditLine"]) == ({0, 1}, 1)


@pytest.mark.parametrize("name", WRITING)
def test_two_forms_at_once_are_one(cast: Cast, name: str) -> None:
    """Two keys: a parent with two phones; two leaders of one unit, of whom one is late."""
    since = cast.now.date()
    Employment.create(account=cast.accounts["randi"], unit=cast.units["health"], title="leder", leads=True, since=since)
    app, before = bare_app(), counted()
    people = [ASKED[name].person, "randi" if name.endswith("answer") else ASKED[name].person]
    answers = at_once(2, lambda at: sent(app, cast, name, str(crypto.new_id()), ASKED[name].fields, people[at]))
    assert {status for status, _ in answers} == {303, 409}
    assert counted()["AuditLine"] == before["AuditLine"] + 1


def test_a_replay_by_somebody_who_lost_access_is_no_answer(app: Flask, cast: Cast) -> None:
    keys = {name: str(crypto.new_id()) for name in WRITING}
    assert [sent(app, cast, name, keys[name], ASKED[name].fields)[0] for name in WRITING] == [303, 303]
    Employment.update(leads=False).where(Employment.account == cast.accounts["anne.strand"]).execute()
    Guardian.delete().where(Guardian.account == cast.accounts["oksana"]).execute()
    done = counted()
    assert [sent(app, cast, name, keys[name], ASKED[name].fields)[0] for name in WRITING] == [404, 404]
    assert counted() == done


def test_without_the_key_other_words_would_be_no_conflict(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: with `pressing.once` passed by, taking back twice is asked for twice."""
    from parentapp.domain import contact_requests

    asked: list[object] = []

    def always(actor: Any, press: Any, act: Any) -> Any:
        asked.append(press)
        return act()

    monkeypatch.setattr(contact_requests, "once", always)
    key = str(crypto.new_id())
    assert sent(app, cast, "contact_requests.ask", key, {"text": "En."})[0] == 303
    assert sent(app, cast, "contact_requests.ask", key, {"text": "En."})[0] == 409, "not the first answer"
    assert len(asked) == 2
    assert pressing.once is not always
    assert AuditLine.select().where(AuditLine.action == "contact-request:ask").count() == 2, "Yusuf's, and this one"
