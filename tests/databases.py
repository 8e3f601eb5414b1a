"""A database for one test, SQLite or PostgreSQL: migrated, empty, the app pointing at it, its vault open."""

import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from peewee import Database, PostgresqlDatabase

from parentapp import clock, crypto, db, migrating
from parentapp.crypto import passwords, randomness, sealing
from parentapp.crypto.keystore import KeyStore
from tests import postgres

KINDS = ("sqlite", "postgres")


@dataclass(frozen=True)
class Fresh:
    """Where the test's rows and keys lie; enough to let an app or another process open them too."""

    kind: str
    url: str
    keys_url: str
    master_key: bytes
    database: Database


@contextmanager
def fresh_database(kind: str) -> Iterator[Fresh]:
    """Inside the block `parentapp.db` and the vault are this database's; the clock and randomness can be set.

    Skips the test (fails it where CI=true) when `kind` is postgres and that is not installed.
    """
    allow_invented_time()
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(_template(), folder, dirs_exist_ok=True)
        url, database = _opened(kind, Path(folder))
        keys_url = f"sqlite:///{folder}/keys.db"
        master_key = secrets.token_bytes(32)
        try:
            with open_vault(keys_url, master_key):
                yield Fresh(kind, url, keys_url, master_key, database)
        finally:
            leave(database)


@contextmanager
def open_vault(keys_url: str, master_key: bytes) -> Iterator[crypto.Vault]:
    """The process's vault inside the block, over the key store at `keys_url`; afterwards the one before."""
    before = sealing._vault
    crypto.init(crypto.Vault(master_key, KeyStore.open(hasty(db.connected(keys_url)))))
    try:
        yield crypto.vault()
    finally:
        sealing._vault = before


def allow_invented_time() -> None:
    """What the settings of tests allow: setting the clock, seeding randomness, hashing in no time."""
    clock.allow_setting(True)
    randomness.allow_seeding(True)
    passwords.use_fast_profile(True)


def empty_url(kind: str, folder: Path) -> str:
    """The address of a database without any table; an SQLite file lies in `folder`."""
    return postgres.start_cluster() if kind == "postgres" else f"sqlite:///{folder / 'empty.db'}"


def hasty(database: Database) -> Database:
    """A test's database need not survive a power cut, and is much faster so on a slow disk."""
    if not isinstance(database, PostgresqlDatabase):
        database.pragma("synchronous", 0, permanent=True)
    return database


def leave(database: Database) -> None:
    """Undo what is open in this thread and point the app at the database no longer."""
    db.database.initialize(database)  # the test may have pointed it elsewhere
    db.settle()
    database.close()
    db.database.initialize(None)


def _opened(kind: str, folder: Path) -> tuple[str, Database]:
    if kind == "postgres":
        url = _postgres()
        database = db.init(url)
        _empty(database)
    else:
        url = f"sqlite:///{folder / 'stafett.db'}"
        database = hasty(db.init(url))
    return url, database


@cache
def _template() -> Path:
    """This process's migrated SQLite file and its empty key store; each test gets a copy."""
    folder = Path(_kept().name)
    rows = hasty(db.connected(f"sqlite:///{folder / 'stafett.db'}"))
    migrating.migrate(rows)
    KeyStore.make(hasty(db.connected(f"sqlite:///{folder / 'keys.db'}")))
    return folder


@cache
def _kept() -> tempfile.TemporaryDirectory[str]:
    """Removed when the process ends."""
    return tempfile.TemporaryDirectory(prefix="parentapp-template-")


@cache
def _postgres() -> str:
    """This process's migrated database in its own cluster."""
    url = postgres.start_cluster()
    migrating.migrate(db.connected(url))
    return url


def _empty(database: Database) -> None:
    """Takes away every row, in a thirtieth of the time of TRUNCATE; and whoever still is connected."""
    database.execute_sql(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    tables = [name for name in database.get_tables() if name != migrating.HISTORY]
    with database.transaction():
        database.execute_sql("SET LOCAL session_replication_role = replica")  # foreign keys are not asked
        database.execute_sql("; ".join(f'DELETE FROM "{name}"' for name in tables))
