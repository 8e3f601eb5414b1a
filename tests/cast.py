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

from peewee import Database

from parentapp import clock, crypto, db, migrating
from parentapp.access.actor import Actor
from parentapp.crypto import sealing
from parentapp.crypto.keystore import KeyStore
from parentapp.demo import Stage, build
from parentapp.demo.people import EVERYBODY
from tests import postgres
from tests.databases import allow_invented_time, hasty, leave

NOW = datetime(2026, 3, 10, 9, 30, tzinfo=UTC)  # a Tuesday, half past ten in Oslo
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
            _left(kind, url, database)


def _copied(kind: str, folder: Path) -> tuple[str, str, Stage]:
    template, stage = _template(kind)
    shutil.copy(_kept() / f"{kind}-keys.db", folder / "keys.db")
    keys_url = f"sqlite:///{folder / 'keys.db'}"
    if kind == "postgres":
        return postgres.copy_of(template), keys_url, stage
    shutil.copy(template.removeprefix("sqlite:///"), folder / "stafett.db")
    return f"sqlite:///{folder / 'stafett.db'}", keys_url, stage


def _left(kind: str, url: str, database: Database) -> None:
    leave(database)
    if kind == "postgres":
        postgres.drop(url)


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
    sealing._vault = before
    db.database.initialize(pointed)
    return url, stage


@cache
def _kept() -> Path:
    """A folder for as long as the process lives."""
    held = tempfile.TemporaryDirectory(prefix="parentapp-cast-")
    _holding.append(held)
    return Path(held.name)


_holding: list[tempfile.TemporaryDirectory[str]] = []
