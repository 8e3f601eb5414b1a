"""Starts what runs: the web server alone, or (`up`) web server and worker together until somebody stops them."""

import logging
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from io import BytesIO
from threading import BoundedSemaphore
from typing import Any

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from parentapp.config import Settings

AT_ONCE = 2  # threads of each worker that run the app, each with its own connections; more only wait for each other
# Threads of each worker that wait until a form has come, and do nothing else. A form may come slowly, or never to its
# end: with few of them a handful of half-sent ones would stop everybody, before anybody has logged in.
PATIENT = 128
LARGE_AT_ONCE = 4  # bodies that bring a picture, in the memory of each worker
FREE_PLACE = 30  # seconds that one more waits to be taken in
STOPPING = 10  # seconds given to requests under way
STARTING = 60  # seconds until the server must have answered
OFTEN = 0.1  # seconds between looks at the children
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1", "": "127.0.0.1"}  # noqa: S104 - named here, bound nowhere


STOP = (signal.SIGTERM, signal.SIGINT)

Children = dict[str, subprocess.Popen[bytes]]
Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


class Failed(SystemExit):
    """The servers could not start, or one of them died; the message says which."""


def serve(settings: Settings, *, quiet: bool = False) -> None:
    """Answer requests until SIGTERM or SIGINT."""
    logging.getLogger("_granian").addFilter(lambda record: "Python threads" not in record.getMessage())  # so many
    server = Granian(
        "parentapp.serving:patient_app",
        factory=True,
        address=settings.host,
        port=settings.port,
        interface=Interfaces.WSGI,
        workers=worker_count(),
        blocking_threads=PATIENT,
        websockets=False,
        workers_kill_timeout=STOPPING,
        log_level=LogLevels.warning if quiet else LogLevels.info,
    )
    server.serve()


def patient_app() -> Wsgi:
    """What each worker runs: the app, in few threads, that never wait for somebody's form."""
    from parentapp import create_app  # here: most of what imports this module needs no app
    from parentapp.views.uploading import room

    app = create_app()
    return patiently(app, app.config["MAX_CONTENT_LENGTH"], partial(room, app))


def patiently(app: Wsgi, longest: int, room: Callable[[dict[str, Any]], int] | None = None) -> Wsgi:
    """The app, asked only when all of a request is there. `longest`: bytes of a body that it would take.

    `room`: how many it takes for what is asked, where it says beforehand that it is longer; only a few such at once.
    One that broke off on its way is not shown to it: half a message must not be taken for a whole one.
    """
    running, large = ThreadPoolExecutor(AT_ONCE, "running"), BoundedSemaphore(LARGE_AT_ONCE)

    def answer(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        told = environ.get("CONTENT_LENGTH", "")
        most = room(environ) if room and told.isdecimal() and int(told) > longest else longest
        if most <= longest:
            return hand_on(environ, start, longest)
        if not large.acquire(timeout=FREE_PLACE):
            start("503 Service Unavailable", [("Content-Length", "0"), ("Retry-After", "60")])
            return [b""]
        try:
            return hand_on(environ, start, most)
        finally:
            large.release()

    def hand_on(environ: dict[str, Any], start: Any, most: int) -> Iterable[bytes]:
        told, body = environ.get("CONTENT_LENGTH", ""), environ["wsgi.input"].read(most + 1)
        if told.isdecimal() and len(body) < min(int(told), most + 1):
            start("400 Bad Request", [("Content-Length", "0")])
            return [b""]
        environ["wsgi.input"] = BytesIO(body)
        return running.submit(app, environ, start).result()

    return answer


def worker_count() -> int:
    """WORKERS, or one for each core this process may use."""
    named = os.environ.get("WORKERS", "")
    if named.isdecimal() and int(named):
        return int(named)
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def serve_together(settings: Settings, ready: Callable[[], None]) -> None:
    """Run web server and worker, call `ready` when the server answers, stop both on SIGTERM or SIGINT.

    Raises Failed when the port is taken, the server does not answer, or one of the two dies.
    """
    _must_be_free(settings)
    with _signals_noted() as going, _children({"web": ["web", "--quiet"], "worker": ["worker"]}) as children:
        _wait_for(settings, children, going)
        if going():
            ready()
        while going():
            _must_live(children)
            time.sleep(OFTEN)


def until_stopped() -> Callable[[], bool]:
    """From now on SIGTERM and SIGINT are only noted. Returns whether to go on."""
    noted: list[int] = []
    for number in STOP:
        signal.signal(number, lambda each, frame: noted.append(each))
    return lambda: not noted


@contextmanager
def _signals_noted() -> Iterator[Callable[[], bool]]:
    """Whether to go on; afterwards the signals mean what they meant before."""
    before = {number: signal.getsignal(number) for number in STOP}
    try:
        yield until_stopped()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _must_be_free(settings: Settings) -> None:
    """The server itself would share the port with whoever has it, silently."""
    try:
        socket.create_server((settings.host, settings.port)).close()
    except OSError as error:
        where = f"{settings.host}:{settings.port}"
        raise Failed(f"Cannot listen on {where}: {error.strerror}. Another port: PORT=8001") from None


@contextmanager
def _children(commands: dict[str, list[str]]) -> Iterator[Children]:
    """The commands of this program, each in a process of its own; all are stopped at the end."""
    running: Children = {}
    try:
        for name, command in commands.items():
            # A session of their own: Ctrl-C reaches them once, through us.
            program = [sys.executable, "-m", "parentapp.cli", *command]
            running[name] = subprocess.Popen(program, start_new_session=True)  # noqa: S603 - our own program
        yield running
    finally:
        _stop(running)


def _stop(running: Children) -> None:
    for child in running.values():
        child.terminate()
    last = time.monotonic() + STOPPING + 2
    for child in running.values():
        try:
            child.wait(timeout=max(last - time.monotonic(), OFTEN))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()


def _wait_for(settings: Settings, children: Children, going: Callable[[], bool]) -> None:
    last = time.monotonic() + STARTING
    while going() and not _answers(settings):
        _must_live(children)
        if time.monotonic() > last:
            raise Failed(f"The server did not answer within {STARTING} seconds.")
        time.sleep(OFTEN)


def _answers(settings: Settings) -> bool:
    connection = HTTPConnection(_reachable(settings.host), settings.port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def _must_live(children: Children) -> None:
    for name, child in children.items():
        if child.poll() is not None:
            raise Failed(f"«parentapp {name}» stopped by itself, with exit code {child.returncode}.")


def address(settings: Settings) -> str:
    """Where a browser on this machine finds the server."""
    host = _reachable(settings.host)
    return f"http://{f'[{host}]' if ':' in host else host}:{settings.port}"


def _reachable(host: str) -> str:
    """A server that listens everywhere is found here."""
    return EVERYWHERE.get(host, host)
