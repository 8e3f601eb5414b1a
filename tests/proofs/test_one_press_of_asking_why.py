"""One press, one effect: asking why somebody looked at the log."""

import sys
from typing import Any

import pytest
from flask import Flask

from parentapp import crypto
from parentapp.domain import log
from parentapp.models import Message
from tests.browsing import Browser
from tests.cast import Cast

WHY = ("seen.ask_why",)


def pressed(app: Flask, cast: Cast) -> tuple[int, int]:
    """How many messages two presses of one key made, and what the same key is answered for another line."""
    for reader in ("kari", "per.aas"):
        log.timeline(cast.actor(reader), cast.logs["sofia"])
    said = [f"{cast.accounts[reader]}.{cast.today}" for reader in ("kari", "per.aas")]
    oksana, key, before = Browser(app, cast.accounts["oksana"]), str(crypto.new_id()), Message.select().count()
    address = f"/logs/{cast.logs['sofia']}/seen/why"
    answers = [oksana.submit(address, press=key, read=said[0]).headers.get("Location") for _ in range(2)]
    assert answers[0] == answers[1]
    other = oksana.submit(address, press=key, read=said[1]).status_code
    return Message.select().count() - before, other


def test_sent_twice_it_is_asked_once(app: Flask, cast: Cast) -> None:
    assert pressed(app, cast) == (1, 409)


def test_without_the_key_it_is_asked_each_time(app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def always(actor: Any, press: Any, act: Any) -> Any:
        return act()

    monkeypatch.setattr(sys.modules["parentapp.domain.conversations"], "once", always)
    assert pressed(app, cast) == (3, 303)


ID = "0" * 32
NO_READING = ("", ".", "x" * 300, "\x00", ID, f"{ID}.2026-02-30", f"{ID}.0001-01-01", f"{ID}.9999-12-31")


@pytest.mark.parametrize("read", NO_READING)
def test_what_is_no_reading_is_answered_as_no_page(app: Flask, cast: Cast, read: str) -> None:
    oksana = Browser(app, cast.accounts["oksana"])
    assert oksana.submit(f"/logs/{cast.logs['sofia']}/seen/why", read=read).status_code == 404
