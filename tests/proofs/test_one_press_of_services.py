"""One press, one effect, where somebody keeps right what a unit says about itself."""

from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import directory
from parentapp.models import AuditLine, DirectoryEntry, Employment
from tests.access.asking import FIELDS, address
from tests.browsing import Browser
from tests.cast import Cast
from tests.listing import listed
from tests.proofs.apps import at_once, bare_app

# What is sent, and what else could be said with the same key.
KEPT: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "services.describe": (FIELDS["services.describe"], {"reach": "Kom innom."}),
    "services.check": ({}, {}),
}
NAMES = sorted(KEPT)


@pytest.fixture(autouse=True)
def something_stands_there(cast: Cast) -> None:
    listed(cast)


def counted() -> dict[str, Any]:
    return {table.__name__: table.select().count() for table in (AuditLine, DirectoryEntry)}


def sent(app: Flask, cast: Cast, name: str, key: str, fields: dict[str, str]) -> int:
    anne = Browser(app, cast.accounts["anne.strand"])
    return anne.submit(address(app, cast, name, "health"), press=key, **fields).status_code


@pytest.mark.parametrize("name", NAMES)
def test_sent_twice_it_is_done_once_and_other_words_are_refused(app: Flask, cast: Cast, name: str) -> None:
    (fields, other), key, before = KEPT[name], str(crypto.new_id()), counted()
    assert [sent(app, cast, name, key, fields) for _ in range(2)] == [303, 303]
    if other:
        assert sent(app, cast, name, key, fields | other) == 409
    assert counted() == before | {"AuditLine": before["AuditLine"] + 1}


@pytest.mark.parametrize("name", NAMES)
def test_sent_by_eight_at_once_it_is_done_once(cast: Cast, name: str) -> None:
    fields, key, before = KEPT[name][0], str(crypto.new_id()), counted()
    assert at_once(8, lambda _: sent(bare_app(), cast, name, key, fields)) == [303] * 8
    assert counted() == before | {"AuditLine": before["AuditLine"] + 1}


def test_two_who_write_of_a_unit_for_the_first_time_make_one_row(cast: Cast) -> None:
    DirectoryEntry.delete().execute()
    fields = KEPT["services.describe"][0]
    keys = [str(crypto.new_id()) for _ in range(4)]
    assert at_once(4, lambda number: sent(bare_app(), cast, "services.describe", keys[number], fields)) == [303] * 4
    assert DirectoryEntry.select().count() == 1


@pytest.mark.parametrize("name", NAMES)
def test_a_replay_by_somebody_who_leads_no_longer_is_no_answer(app: Flask, cast: Cast, name: str) -> None:
    key = str(crypto.new_id())
    sent(app, cast, name, key, KEPT[name][0])
    Employment.update(leads=False).execute()
    done = counted()
    assert sent(app, cast, name, key, KEPT[name][0]) == 404
    assert counted() == done


@pytest.mark.parametrize("name", NAMES)
def test_without_the_key_it_would_be_done_twice(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The control."""
    monkeypatch.setattr(directory, "once", lambda actor, press, act: act())
    key, before = str(crypto.new_id()), counted()
    for _ in range(2):
        sent(app, cast, name, key, KEPT[name][0])
    assert counted()["AuditLine"] == before["AuditLine"] + 2
