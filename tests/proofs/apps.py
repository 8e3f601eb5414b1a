"""Apps and threads for proofs: an app without the test's own guards, one started anew, people pressing at once."""

import base64
import contextvars
import functools
import os
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier, Lock
from typing import TypeVar

import flask
import pytest

import parentapp
from parentapp import config, db, opening
from parentapp.crypto import sealing
from tests import cast as casting
from tests.cast import Cast

Result = TypeVar("Result")

MAKING = Lock()
LONG = os.environ.get("PROOFS") == "long"


def bare_app() -> flask.Flask:
    """One app for each process, over whatever database the test has open. Several threads may ask for it at once."""
    with MAKING:
        return _bare_app()


@functools.cache
def _bare_app() -> flask.Flask:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_all", lambda settings: None)
        return parentapp.create_app(config.load(_environment({})))


@contextmanager
def restarted(cast: Cast) -> Iterator[flask.Flask]:
    """The app as it starts after the server was switched off and on: its own database and vault over the same files."""
    rows, vault = db.database.obj, sealing._vault
    try:
        yield parentapp.create_app(config.load(_environment({"DATABASE_URL": cast.url, "KEYS_URL": cast.keys_url})))
    finally:
        db.settle()
        db.database.obj.close()
        db.database.initialize(rows)
        sealing._vault = vault


def at_once(count: int, act: Callable[[int], Result]) -> list[Result]:
    """What `count` threads got that began together, each at the test's moment and with a connection of its own."""
    ready = Barrier(count)

    def run(number: int) -> Result:
        try:
            db.fresh()
            ready.wait()
            return act(number)
        finally:
            db.settle()
            db.database.close()

    with ThreadPoolExecutor(count) as pool:
        began = [pool.submit(contextvars.copy_context().run, run, number) for number in range(count)]
        return [each.result() for each in began]


def _environment(more: dict[str, str]) -> dict[str, str]:
    secret = base64.b64encode(casting.MASTER_KEY).decode()
    base = {"MODE": "test", "LANGUAGES": casting.LANGUAGES, "INSTANCE": _instance().name}
    return base | {"SECRET_KEY": secret, "MASTER_KEY": secret} | more


@functools.cache
def _instance() -> tempfile.TemporaryDirectory[str]:
    """Where no app writes anything; removed when the process ends."""
    return tempfile.TemporaryDirectory(prefix="parentapp-proof-")
