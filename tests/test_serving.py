"""`parentapp up`: web server and worker together, until somebody stops them or one of them dies."""

import base64
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path

import pytest

from parentapp import checkup, config, db, demo, migrating, preparing, serving
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
    assert serving.address(config.load({**production(tmp_path), "HOST": host, "PORT": "81"})) == address


def production(folder: Path) -> dict[str, str]:
    """What a new server of production has in its environment."""
    secrets = {"SECRET_KEY": bytes(range(32)), "MASTER_KEY": casting.MASTER_KEY}
    return {"INSTANCE": str(folder), **{name: base64.b64encode(secret).decode() for name, secret in secrets.items()}}


def through_the_door(env: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """What another WSGI server does: loads wsgi.py, under the usual mask, and asks for a page. Says the mask then."""
    program = """if True:
        import os
        os.umask(0o022)
        import wsgi
        print(wsgi.app.test_client().get("/readyz").get_data(as_text=True), oct(os.umask(0)))"""
    usual = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, cwd=ROOT, env=usual | env, text=True, capture_output=True, check=False)


def test_the_door_for_other_servers_stays_shut_without_tables_and_makes_no_file(tmp_path) -> None:
    env = production(tmp_path)
    preparing.make_keys(env)
    found = through_the_door(env)
    assert found.returncode == 1
    assert found.stderr.strip() == "The database is not up to date. First: parentapp migrate"
    assert [path.name for path in tmp_path.iterdir()] == ["keys.db"]


def test_behind_the_door_for_other_servers_files_are_for_nobody_else(tmp_path) -> None:
    env = production(tmp_path)
    preparing.make_keys(env)
    migrating.migrate(db.connected(config.load(env).database_url))
    assert through_the_door(env).stdout.split() == ["ready", "0o77"]


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


HALF_SENT = 60
HALF = (
    b"POST /login HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nab"
)


def test_forms_that_are_never_sent_to_their_end_stop_nobody(ready_instance) -> None:
    """One worker, and many who know no password and send two bytes of a form."""
    with up(ready_instance) as process, ExitStack() as kept:
        until_ready(process)
        place = ("127.0.0.1", int(ready_instance["PORT"]))
        slow = [kept.enter_context(socket.create_connection(place)) for _ in range(HALF_SENT)]
        for each in slow:
            each.sendall(HALF)
        time.sleep(1)  # until they have all been taken up
        assert status(ready_instance, "/healthz") == status(ready_instance, "/login") == 200
        slow[0].sendall(b"c" * 998)
        assert slow[0].recv(20).startswith(b"HTTP/1.1 403"), "it was waited for all the while"
        slow[1].shutdown(socket.SHUT_WR)
        assert slow[1].recv(20).startswith(b"HTTP/1.1 400"), "what breaks off is not looked at"


@pytest.mark.parametrize(("more", "asked"), [({}, True), ({"PROXIES": "1"}, False), ({"MODE": "demo"}, False)])
def test_the_doctor_asks_for_the_proxies_of_production(tmp_path, more, asked) -> None:
    (found,) = (each for each in checkup.examine({**production(tmp_path), **more}) if each.name == "proxies")
    assert ("PROXIES=1" in (found.advice or "")) is asked
    assert not found.needed
