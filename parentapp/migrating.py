"""Brings a database's tables up to date: all pending migrations in one transaction, one process at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep

from peewee import Database, OperationalError, SqliteDatabase
from playhouse.migrations import Runner

FOLDER = Path(__file__).parent / "migrations"
HISTORY = "schema_migration"
LOCK = 0x5374_6166_6574_7400  # any number, as long as it is always this one
PATIENCE = 30  # seconds


class TooNew(Exception):
    """The database was migrated by a newer version of the program; this one could harm it."""


def migrate(database: Database, folder: Path = FOLDER) -> list[str]:
    """Apply what is pending; the names of what was applied.

    All or nothing. Raises TooNew; also whatever a migration raises, and then nothing has changed.
    """
    runner = _runner(database, folder)
    with _connected(database), _alone(database):
        _pending(runner)
        return list(runner.up())


def pending(database: Database, folder: Path = FOLDER) -> list[str]:
    """The names of what `migrate` would apply, in order. Changes nothing. Raises TooNew."""
    with _connected(database):
        return _pending(_runner(database, folder))


def _runner(database: Database, folder: Path) -> Runner:
    return Runner(database, str(folder), table_name=HISTORY)


def _pending(runner: Runner) -> list[str]:
    status = runner.status()
    if unknown := [step.name for step in status if step.path is None]:
        raise TooNew(f"the database knows migrations that this program does not: {', '.join(unknown)}")
    return [step.name for step in status if not step.applied]


@contextmanager
def _connected(database: Database) -> Iterator[None]:
    """Leaves the connection as it was found, open or closed."""
    opened = _connect(database)
    try:
        yield
    finally:
        if opened:
            database.close()


def _connect(database: Database) -> bool:
    """Two that make the same new SQLite file meet in a moment that SQLite's own waiting does not cover."""
    last = monotonic() + PATIENCE
    while True:
        try:
            return database.connect(reuse_if_open=True)
        except OperationalError as error:
            if "locked" not in str(error) or monotonic() > last:
                raise
            sleep(0.02)


@contextmanager
def _alone(database: Database) -> Iterator[None]:
    """One transaction that no other process can migrate beside."""
    if isinstance(database, SqliteDatabase):
        with _unchecked(database), database.transaction("IMMEDIATE"):
            yield
            _check(database)
        return
    with database.transaction():
        database.execute_sql("SELECT pg_advisory_xact_lock(%s)", (LOCK,))
        yield


@contextmanager
def _unchecked(database: SqliteDatabase) -> Iterator[None]:
    """A table that is made anew must not take its rows' dependants with it; SQLite asks for this outside."""
    enforced = database.pragma("foreign_keys")
    database.pragma("foreign_keys", 0)
    try:
        yield
    finally:
        database.pragma("foreign_keys", enforced)


def _check(database: SqliteDatabase) -> None:
    """What SQLite did not check meanwhile."""
    if broken := database.execute_sql("PRAGMA foreign_key_check").fetchall():
        tables = sorted({row[0] for row in broken})
        raise ValueError(f"the migration leaves rows that point at nothing: {', '.join(tables)}")
