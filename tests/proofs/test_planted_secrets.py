"""A leaked database or backup is unreadable: fifty secrets go in everywhere, and none can be found in what is stored.

With sealing and hashing switched off the same search finds each of them, or the proof would be blind.
"""

import logging
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from flask import Flask

from parentapp import db, worker
from parentapp.channels.file import FileChannel
from parentapp.crypto.sealing import Vault
from parentapp.domain import municipality, writing
from tests import postgres
from tests.cast import Cast
from tests.needs import needs_postgres
from tests.proofs.planted import Planter, plant, refuse
from tests.proofs.searched import LETTERS, SIGN, found, guises

AT_LEAST = 50


def stolen(cast: Cast, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Everything a thief could carry away: what lies there now, and backups of it."""
    yield "key store", b"".join(path.read_bytes() for path in _beside(Path(cast.keys_url.removeprefix("sqlite:///"))))
    if cast.kind == "postgres":
        yield "dump", _dumped(cast.url)
        yield "server's files", _server_files()
        return
    rows = Path(cast.url.removeprefix("sqlite:///"))
    yield "database and its log", b"".join(path.read_bytes() for path in _beside(rows))
    with sqlite3.connect(rows) as source, sqlite3.connect(folder / "backup.db") as target:
        source.backup(target)
    yield "backup", (folder / "backup.db").read_bytes()


def _beside(file: Path) -> list[Path]:
    return sorted(file.parent.glob(f"{file.name}*"))


def _dumped(url: str) -> bytes:
    """As a backup program writes it; the tables one by one where there is no such program."""
    program = shutil.which("pg_dump", path=str(needs_postgres()))
    if program:
        return subprocess.run([program, url], check=True, capture_output=True).stdout
    whole = b""
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        for table in db.database.get_tables():
            with cursor.copy(f'COPY "{table}" TO STDOUT') as rows:
                whole += b"".join(bytes(row) for row in rows)
    return whole


def _server_files() -> bytes:
    """Only where the sign is in them: the files of all databases together are large."""
    db.database.execute_sql("CHECKPOINT")
    folder, signs = postgres._running[-1].folder / "rows", list(guises(SIGN))
    contents = (path.read_bytes() for path in folder.rglob("*") if path.is_file())
    return b"".join(content for content in contents if any(sign in content for sign in signs))


def left_behind(
    app: Flask, cast: Cast, folder: Path, logged: pytest.LogCaptureFixture
) -> tuple[dict[str, str], dict[str, bytes]]:
    """What was planted, and everything that is left of it."""
    logged.set_level(logging.DEBUG)
    planter = Planter(app, cast, seed=5)
    plant(planter)
    outbox = folder / "outbox"
    while worker.deliver_due(FileChannel(outbox)):
        pass
    places = dict(stolen(cast, folder)) | {"outbox": outbox.read_bytes(), "logs": logged.text.encode()}
    assert all(places[name] for name in places if name != "server's files"), "nothing was searched"
    return planter.secrets, places


def test_none_of_fifty_secrets_can_be_found(
    app: Flask, cast: Cast, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    secrets, places = left_behind(app, cast, tmp_path, caplog)
    assert len(secrets) >= AT_LEAST
    assert found(secrets, places) == set()


def test_what_is_refused_or_lost_is_nowhere_either(
    app: Flask, cast: Cast, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise OSError("the disk is full")

    caplog.set_level(logging.DEBUG)
    monkeypatch.setattr(writing, "new_entry", fails)
    planter = Planter(app, cast, seed=6)
    refuse(planter)
    assert "the disk is full" in caplog.text
    places = dict(stolen(cast, tmp_path)) | {"logs": caplog.text.encode()}
    assert found(planter.secrets, places) == set()


def test_with_sealing_off_all_of_them_are_found(
    app: Flask, cast: Cast, tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: in the database, in its backup, in the server's own files."""
    unseal, plain = Vault.unseal_bytes, b"plain:"

    def read(vault: Vault, owner: UUID, sealed: bytes, place: bytes) -> bytes:
        return sealed.removeprefix(plain) if sealed.startswith(plain) else unseal(vault, owner, sealed, place)

    monkeypatch.setattr(Vault, "seal_bytes", lambda vault, owner, said, place: plain + said)
    monkeypatch.setattr(Vault, "unseal_bytes", read)
    monkeypatch.setattr(Vault, "lookup_hash", lambda vault, purpose, text: text.encode())
    monkeypatch.setattr(municipality, "hash_password", lambda password: password)
    secrets, places = left_behind(app, cast, tmp_path, caplog)
    holding = [name for name in places if name not in ("key store", "outbox", "logs")]
    assert len(holding) == 2
    for name in holding:
        assert found(secrets, {name: places[name]}) == set(secrets), name


@pytest.mark.parametrize("number", range(len(list(guises(SIGN)))))
def test_the_search_knows_each_guise(number: int) -> None:
    secret = SIGN + "x" * LETTERS
    hidden = b"before" + list(guises(secret))[number] + b"after"
    assert found({"it": secret, "another": SIGN + "y" * LETTERS}, {"place": hidden}) == {"it"}
