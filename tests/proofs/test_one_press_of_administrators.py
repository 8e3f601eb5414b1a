"""One press, one effect, for the administrator's forms: some answer with a page that is shown only once."""

from typing import Any
from uuid import UUID

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import administration, age_table, register, staff
from parentapp.models import Account, AgePolicy, AuditLine, Employment, Municipality, Qualification, Unit
from tests.access.asking import FIELDS, address
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.apps import at_once, bare_app

# The form, to what it is sent, and what else could be said with the same key.
SAID = {
    "municipality.set_promise": ("", {"days": "4"}),
    "municipality.new_unit": ("", {"name": "En annen skole"}),
    "municipality.rename_unit": ("health", {"name": "Helsehuset"}),
    "municipality.ages": ("", {"alone": "17"}),
    "staff.employ": ("health", {"title": "fysioterapeut"}),
    "staff.end": ("randi", {"last_day": "2026-04-30"}),
    "staff.lead": ("lina", {"leads": "no"}),
    "staff.register": ("", {"works_in": "lt"}),
}
FIRST_LOGIN = ("staff.employ", "staff.register")  # the answer shows a password, the first time only
COUNTED = (Account, AgePolicy, AuditLine, Employment, Qualification, Unit)
NAMES = sorted(SAID)


def counted() -> dict[str, Any]:
    rows = {table.__name__: table.select().count() for table in COUNTED}
    return rows | {"promise": sorted(row.reply_days for row in Municipality.select())}


def sent(app: Flask, cast: Cast, name: str, key: UUID, fields: dict[str, str]) -> tuple[int, str | None]:
    response = Browser(app, cast.accounts["mona"]).submit(
        address(app, cast, name, SAID[name][0]), press=str(key), **fields
    )
    return response.status_code, response.headers.get("Location")


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    key, before = crypto.new_id(), counted()
    first = sent(app, cast, name, key, FIELDS[name])
    done = counted()
    assert first[0] == (200 if name in FIRST_LOGIN else 303)
    assert done["AuditLine"] == before["AuditLine"] + (2 if name in FIRST_LOGIN else 1)
    again = sent(app, cast, name, key, FIELDS[name])
    assert again[0] == 303
    assert again == first or name in FIRST_LOGIN
    assert sent(app, cast, name, key, FIELDS[name] | SAID[name][1])[0] == 409
    assert counted() == done


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    key, before = crypto.new_id(), counted()
    answers = at_once(8, lambda _: sent(bare_app(), cast, name, key, FIELDS[name]))
    assert sorted(status for status, _ in answers) == ([200] + [303] * 7 if name in FIRST_LOGIN else [303] * 8)
    assert counted()["AuditLine"] == before["AuditLine"] + (2 if name in FIRST_LOGIN else 1)


@pytest.mark.parametrize("name", NAMES)
def test_a_replay_by_somebody_who_administers_no_longer_is_no_answer(app: Flask, cast: Cast, name: str) -> None:
    key = crypto.new_id()
    sent(app, cast, name, key, FIELDS[name])
    Account.update(administers=None).where(Account.id == cast.accounts["mona"]).execute()
    done = counted()
    assert sent(app, cast, name, key, FIELDS[name])[0] == 404
    assert counted() == done


def test_without_the_key_it_would_be_done_twice(app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control. (A row of ages, and what somebody is registered for, there is only one of anyhow.)"""
    for module in (administration, age_table, register, staff):
        monkeypatch.setattr(module, "once", lambda actor, press, act: act())
    for name in set(NAMES) - {"municipality.ages"}:
        key = crypto.new_id()
        sent(app, cast, name, key, FIELDS[name])
        done = counted()
        sent(app, cast, name, key, FIELDS[name])
        assert counted() != done, name
