"""The invented municipality as every test knows it: built once for each process, copied for each test."""

import dataclasses
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from uuid import UUID

import psycopg

from parentapp import clock, crypto, db, migrating
from parentapp.access.actor import Actor
from parentapp.crypto import sealing
from parentapp.crypto.keystore import KeyStore
from parentapp.demo import Stage, build
from parentapp.demo.people import EVERYBODY
from tests import postgres
from tests.databases import allow_invented_time, hasty, leave

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)  # a Tuesday, half past ten in Oslo
# Some read Arabic and all others bokmål: two languages, one of them from right to left, stand for all.
LANGUAGES = "ar"
MASTER_KEY = bytes(range(100, 132))


@dataclasses.dataclass(frozen=True)
class Cast(Stage):
    """Everybody's ids by name, as the demo's stage knows them, and where they lie."""

    kind: str = ""
    url: str = ""
    keys_url: str = ""

    def actor(self, username: str, locale: str | None = None) -> Actor:
        """That person asking now."""
        return Actor(self.accounts[username], clock.now(), locale or EVERYBODY[username].locale)

    def as_(self, account: UUID) -> Actor:
        """Whoever has this account, asking now."""
        return Actor(account, clock.now())


@contextmanager
def assembled(kind: str, now: datetime = NOW) -> Iterator[Cast]:
    """Inside the block the app's database is a fresh copy of the cast, its vault is open, and it is `now`."""
    allow_invented_time()
    with tempfile.TemporaryDirectory() as folder, clock.at(now):
        url, keys_url, stage = _copied(kind, Path(folder))
        database = db.init(url)
        if kind == "sqlite":
            hasty(database)
        before = sealing._vault
        crypto.init(crypto.Vault(MASTER_KEY, KeyStore.open(hasty(db.connected(keys_url)))))
        db.fresh()
        try:
            known = {each.name: getattr(stage, each.name) for each in dataclasses.fields(Stage)}
            yield Cast(**known, kind=kind, url=url, keys_url=keys_url)
        finally:
            sealing._vault = before
            leave(database)


def _copied(kind: str, folder: Path) -> tuple[str, str, Stage]:
    template, stage = _template(kind)
    shutil.copy(_kept() / f"{kind}-keys.db", folder / "keys.db")
    keys_url = f"sqlite:///{folder / 'keys.db'}"
    if kind == "postgres":
        _put_back(template)
        return template, keys_url, stage
    shutil.copy(template.removeprefix("sqlite:///"), folder / "stafett.db")
    return f"sqlite:///{folder / 'stafett.db'}", keys_url, stage


def _set_aside(url: str) -> None:
    """Keep a copy of every row in a schema of its own: a new database for each test would take far longer."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE SCHEMA kept")
        for table in _tables(connection):
            connection.execute(f'CREATE TABLE kept."{table}" AS TABLE public."{table}"')


def _put_back(url: str) -> None:
    """Every row as it was set aside, whatever the last test did, and whoever it left connected."""
    connection = _connection(url)
    connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    changed = _changed(connection)
    if not changed:
        return
    back = [
        f'DELETE FROM public."{table}"; INSERT INTO public."{table}" SELECT * FROM kept."{table}"' for table in changed
    ]
    with connection.transaction():
        connection.execute("SET LOCAL session_replication_role = replica")  # foreign keys are not asked
        connection.execute("; ".join(back))  # in one: asked for each of the tables it takes three times as long
    _untouched.update(dict.fromkeys(changed, _now(connection)))


@cache
def _connection(url: str) -> psycopg.Connection:
    """Stays open: to open one takes as long as to put the rows back."""
    return psycopg.connect(url, autocommit=True)


def _changed(connection: psycopg.Connection) -> list[str]:
    """The tables whose rows are more, fewer, or written later than when they were last put back."""
    since = {table: _untouched.get(table, 0) for table in _tables(connection)}
    asked = [
        f'SELECT \'{table}\' WHERE (SELECT count(*) FROM public."{table}") <> (SELECT count(*) FROM kept."{table}")'
        f' OR EXISTS (SELECT 1 FROM public."{table}" WHERE xmin::text::bigint >= {then})'
        for table, then in since.items()
    ]
    return [name for (name,) in connection.execute(" UNION ALL ".join(asked)).fetchall()]


def _now(connection: psycopg.Connection) -> int:
    """The number of a transaction that comes after all before it."""
    [(number,)] = connection.execute("SELECT pg_current_xact_id()::text::bigint").fetchall()
    return int(number)


def _tables(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
    return [name for (name,) in rows.fetchall()]


@cache
def _template(kind: str) -> tuple[str, Stage]:
    """The built cast's address, and its names."""
    folder = _kept()
    url = postgres.start_cluster() if kind == "postgres" else f"sqlite:///{folder / 'cast.db'}"
    database = hasty(db.connected(url))
    migrating.migrate(database)
    before, pointed = sealing._vault, db.database.obj
    keys = KeyStore.make(hasty(db.connected(f"sqlite:///{folder / f'{kind}-keys.db'}")))
    crypto.init(crypto.Vault(MASTER_KEY, keys))
    db.database.initialize(database)
    db.fresh()
    with clock.at(NOW):
        stage = build(history=False, seed="cast")
    database.pragma("wal_checkpoint", "TRUNCATE") if kind == "sqlite" else None
    database.close()
    if kind == "postgres":
        _set_aside(url)
    sealing._vault = before
    db.database.initialize(pointed)
    return url, stage


@cache
def _kept() -> Path:
    """A folder for as long as the process lives."""
    held = tempfile.TemporaryDirectory(prefix="parentapp-cast-")
    _holding.append(held)
    return Path(held.name)


_untouched: dict[str, int] = {}  # by table of PostgreSQL, the transaction since which it is as it was set aside
_holding: list[tempfile.TemporaryDirectory[str]] = []
