"""What a form brings: the app is asked when all of it is there, in few threads, with more room for a picture."""

import io
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from parentapp import serving

START = 40  # seconds


class Asked:
    """An app that remembers which bodies it was given, and in which thread."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []
        self.threads: set[int] = set()

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        self.threads.add(threading.get_ident())
        self.bodies.append(environ["wsgi.input"].read())
        start("200 OK", [])
        return [b"ok"]


def ask(app: serving.Wsgi, body: bytes, length: str | None, path: str = "/") -> str:
    said: list[str] = []
    environ: dict[str, Any] = {"wsgi.input": io.BytesIO(body), "PATH_INFO": path}
    app(
        environ if length is None else environ | {"CONTENT_LENGTH": length}, lambda status, headers: said.append(status)
    )
    return said[0]


@pytest.mark.parametrize(
    ("body", "length", "status", "given"),
    [
        (b"whole", "5", "200 OK", [b"whole"]),
        (b"", "", "200 OK", [b""]),
        (b"in pieces", None, "200 OK", [b"in pieces"]),
        (b"broken o", "10", "400 Bad Request", []),
        (b"", "1", "400 Bad Request", []),
        (b"x" * 21, "21", "200 OK", [b"x" * 21]),
        (b"x" * 50, "50", "200 OK", [b"x" * 21]),  # enough to see that it is too much
    ],
)
def test_the_app_is_given_all_of_a_form_or_nothing(body, length, status, given) -> None:
    asked = Asked()
    assert ask(serving.patiently(asked, 20), body, length) == status
    assert asked.bodies == given


def room(environ: dict[str, Any]) -> int:
    return 50 if environ.get("PATH_INFO") == "/picture" else 20


@pytest.mark.parametrize(
    ("path", "length", "given"), [("/picture", 40, 40), ("/picture", 60, 51), ("/picture", 9, 9), ("/else", 40, 21)]
)
def test_there_is_more_room_only_where_a_picture_may_come(path, length, given) -> None:
    asked, body = Asked(), b"x" * length
    app = serving.patiently(asked, 20, room)
    assert ask(app, body, str(length), path) == "200 OK"
    assert asked.bodies == [body[:given]]


def test_few_large_bodies_are_held_at_once_and_small_ones_pass_by(monkeypatch) -> None:
    monkeypatch.setattr(serving, "FREE_PLACE", 0.1)
    asked, held, arrived = Asked(), threading.Event(), threading.Semaphore(0)

    class Slow(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            arrived.release()
            held.wait(START)
            return super().read(size)

    app = serving.patiently(asked, 20, room)
    with ThreadPoolExecutor(serving.LARGE_AT_ONCE) as pool:
        large = {"wsgi.input": None, "PATH_INFO": "/picture", "CONTENT_LENGTH": "40"}
        said: list[str] = []
        waiting = [
            pool.submit(
                lambda: list(app(large | {"wsgi.input": Slow(b"x" * 40)}, lambda status, _: said.append(status)))
            )
            for _ in range(serving.LARGE_AT_ONCE)
        ]
        for _ in waiting:
            assert arrived.acquire(timeout=START)
        assert ask(app, b"x" * 40, "40", "/picture") == "503 Service Unavailable"
        assert ask(app, b"x" * 9, "9", "/picture") == "200 OK"
        held.set()
        assert [each.result() for each in waiting] == [[b"ok"]] * serving.LARGE_AT_ONCE
    assert ask(app, b"x" * 40, "40", "/picture") == "200 OK"


def test_however_many_wait_few_threads_run_the_app() -> None:
    """Each thread that runs it keeps connections to the databases, and SQLite's writers do not queue fairly."""
    asked = Asked()
    app = serving.patiently(asked, 20)
    with ThreadPoolExecutor(20) as pool:
        answers = [pool.submit(ask, app, b"x", "1") for _ in range(200)]
    assert {each.result() for each in answers} == {"200 OK"}
    assert 0 < len(asked.threads) <= serving.AT_ONCE
