"""A throwaway PostgreSQL for one test process: on the loopback, with a password, gone at the end."""

import atexit
import os
import secrets
import shutil
import socket
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.needs import needs_postgres

# Root may not run the server; Debian's package brings this account for it.
SERVER_ACCOUNT = "postgres"
ROLE = "parentapp"
STARTS = 3
# A test's database need not survive a power cut, and is much faster so.
HASTE = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c timezone=UTC"


@dataclass(frozen=True)
class Cluster:
    """Where a running cluster lies and how to reach it."""

    folder: Path
    programs: Path
    password: str
    port: int

    def url(self, database: str) -> str:
        return f"postgresql://{ROLE}:{self.password}@127.0.0.1:{self.port}/{database}"


_running: list[Cluster] = []


def start_cluster() -> str:
    """Starts this process's cluster if it does not run yet; the URL of an empty database in it.

    Skips the test (fails it where CI=true) when PostgreSQL is not installed.
    """
    if not _running:
        _running.append(_start(needs_postgres()))
        atexit.register(stop_cluster)
    return new_database()


def new_database() -> str:
    """The URL of one more empty database in the running cluster."""
    cluster = _running[-1]
    name = f"test_{secrets.token_hex(6)}"
    with psycopg.connect(cluster.url("postgres"), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return cluster.url(name)


def stop_cluster() -> None:
    """Stops the cluster, also under open connections, and removes its files. Without one: nothing."""
    while _running:
        cluster = _running.pop()
        _run(cluster.programs / "pg_ctl", "stop", "-m", "immediate", "-D", cluster.folder / "rows")
        shutil.rmtree(cluster.folder)


def _start(programs: Path) -> Cluster:
    # Not below pytest's temporary folder: only its owner may enter that.
    folder = Path(tempfile.mkdtemp(prefix="parentapp-postgres-"))
    try:
        password = _make_files(programs, folder)
        return Cluster(folder, programs, password, _serve(programs, folder))
    except BaseException:
        shutil.rmtree(folder)
        raise


def _make_files(programs: Path, folder: Path) -> str:
    """Lays down an empty cluster; the password of its one role."""
    password = secrets.token_urlsafe(16)
    secret = folder / "password"
    secret.write_text(password)
    if _is_root():
        shutil.chown(folder, SERVER_ACCOUNT)
        shutil.chown(secret, SERVER_ACCOUNT)
    login = ["--auth=scram-sha-256", f"--username={ROLE}", f"--pwfile={secret}"]
    _run(programs / "initdb", "-D", folder / "rows", *login, "--locale=C.UTF-8", "--encoding=UTF8", "--no-sync")
    return password


def _serve(programs: Path, folder: Path) -> int:
    """Starts the server; its port. Tries again when another program took the port first."""
    for attempts_left in reversed(range(STARTS)):
        port = _free_port()
        options = f"{HASTE} -p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"
        try:
            _run(programs / "pg_ctl", "start", "-w", "-D", folder / "rows", "-l", folder / "log", "-o", options)
        except subprocess.CalledProcessError:
            if not attempts_left:
                raise
        else:
            return port
    raise AssertionError("unreachable: the last attempt returned or raised")


def _run(program: Path, *arguments: object) -> None:
    as_server = ["runuser", "-u", SERVER_ACCOUNT, "--"] if _is_root() else []
    command = [*as_server, str(program), *map(str, arguments)]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, cwd="/")


def _is_root() -> bool:
    return os.geteuid() == 0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
