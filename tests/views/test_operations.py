"""Is the process up, and can it do its work."""

from collections.abc import Callable

import pytest
from flask import Flask
from peewee import OperationalError

from parentapp import crypto, db
from tests.browsing import Browser

Client = Callable[[str | None], Browser]


def fails(*_: object) -> None:
    raise OperationalError("gone: a secret place")


def test_both_answer_while_all_is_well(client: Client) -> None:
    stranger = client(None)
    assert stranger.get("/healthz").get_data(as_text=True) == "ok\n"
    assert stranger.get("/readyz").get_data(as_text=True) == "ready\n"


def test_the_process_is_up_also_without_a_database(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = client("oksana")
    monkeypatch.setattr(db, "fresh", fails)
    monkeypatch.setattr(db.database.obj, "execute_sql", fails)
    assert browser.get("/healthz").status_code == 200
    answer = browser.client.get("/readyz")
    assert (answer.status_code, answer.get_data(as_text=True)) == (503, "no answer from: database\n")


def test_without_the_key_store_it_is_not_ready(app: Flask, client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crypto.vault()._store, "get", fails)
    answer = client(None).client.get("/readyz")
    assert (answer.status_code, answer.get_data(as_text=True)) == (503, "no answer from: key store\n")
