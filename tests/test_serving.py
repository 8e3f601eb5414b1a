"""`parentapp up`: web server and worker together, until somebody stops them or one of them dies."""

import base64
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from parentapp import config, demo, serving
from tests import cast as casting

ROOT = Path(__file__).parent.parent
START = 40  # seconds


@pytest.fixture
def ready_instance(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of an instance with the cast in it, and a free port."""
    with casting.assembled("sqlite") as cast, socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
        free.close()
        secret = base64.b64encode(casting.MASTER_KEY).decode()
        yield {
            **os.environ,
            "MODE": "demo",
            "INSTANCE": str(tmp_path),
            "DATABASE_URL": cast.url,
            "KEYS_URL": cast.keys_url,
            "MASTER_KEY": secret,
            "SECRET_KEY": secret,
            "HOST": "127.0.0.1",
            "PORT": str(port),
            "WORKERS": "1",
        }


@contextmanager
def up(env: dict[str, str]) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "parentapp.cli", "up"]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    with subprocess.Popen(command, env=env, cwd=ROOT, text=True, **pipes) as process:
        try:
            yield process
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(timeout=START)


def until_ready(process: subprocess.Popen[str]) -> list[str]:
    assert process.stdout is not None
    lines: list[str] = []
    while line := process.stdout.readline():
        lines.append(line.rstrip())
        if line.startswith("Ready on "):
            return lines
    pytest.fail("\n".join(lines))


def the_rest(process: subprocess.Popen[str]) -> str:
    """What it still says until it ends."""
    assert process.stdout is not None
    said = process.stdout.read()
    process.wait(timeout=START)
    return said


def status(env: dict[str, str], path: str) -> int:
    connection = HTTPConnection("127.0.0.1", int(env["PORT"]), timeout=10)
    connection.request("GET", path)
    return connection.getresponse().status


def is_free(env: dict[str, str]) -> bool:
    try:
        socket.create_server(("127.0.0.1", int(env["PORT"]))).close()
    except OSError:
        return False
    return True


def children(process: subprocess.Popen[str]) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()]


@pytest.mark.parametrize(("said", "count"), [("3", 3), ("0", None), ("", None), ("many", None)])
def test_workers_are_as_many_as_said_or_as_there_are_cores(monkeypatch, said, count) -> None:
    monkeypatch.setenv("WORKERS", said)
    assert serving.worker_count() == (count or len(os.sched_getaffinity(0)))


@pytest.mark.parametrize(
    ("host", "address"),
    [("127.0.0.1", "http://127.0.0.1:81"), ("0.0.0.0", "http://127.0.0.1:81"), ("::", "http://[::1]:81")],  # noqa: S104 - nothing is bound
)
def test_the_address_said_is_one_that_can_be_opened(tmp_path, host, address) -> None:
    secret = base64.b64encode(casting.MASTER_KEY).decode()
    env = {"INSTANCE": str(tmp_path), "SECRET_KEY": secret, "MASTER_KEY": secret, "HOST": host, "PORT": "81"}
    assert serving.address(config.load(env)) == address


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_up_serves_until_it_is_stopped_and_leaves_nothing_running(ready_instance, number) -> None:
    with up(ready_instance) as process:
        said = until_ready(process)
        assert said == [f"Ready on http://127.0.0.1:{ready_instance['PORT']}"]  # nothing was made anew
        assert status(ready_instance, "/healthz") == status(ready_instance, "/login") == 200
        running = children(process)
        assert len(running) == 2
        process.send_signal(number)
        rest = the_rest(process)
    assert process.returncode == 0
    assert f"«{demo.PASSWORD}»" in rest
    assert "Stopped." in rest
    assert "Traceback" not in rest
    assert is_free(ready_instance)
    assert not any(Path(f"/proc/{pid}").exists() for pid in running)


def test_up_says_that_the_port_is_taken(ready_instance) -> None:
    with socket.create_server(("127.0.0.1", int(ready_instance["PORT"]))), up(ready_instance) as process:
        said, _ = process.communicate(timeout=START)
    assert process.returncode == 1
    assert "PORT=" in said
    assert "Traceback" not in said


def test_up_stops_everything_when_one_part_dies(ready_instance) -> None:
    with up(ready_instance) as process:
        until_ready(process)
        running = children(process)
        os.kill(running[1], signal.SIGKILL)
        said = the_rest(process)
    assert process.returncode == 1
    assert "stopped by itself" in said
    deadline = time.monotonic() + START
    while not is_free(ready_instance) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert is_free(ready_instance)
