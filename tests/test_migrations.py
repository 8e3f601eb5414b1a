"""Migrations make exactly the schema of the models: all or nothing, one process at a time."""

import re
import tempfile
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from textwrap import dedent
from threading import Barrier

import pytest
from peewee import Database, DatabaseError, OperationalError, PostgresqlDatabase

from parentapp import db, migrating, models
from tests.databases import KINDS, empty_url
from tests.schema import difference, schema

ROWS = """
    CREATE TABLE parent (id INTEGER PRIMARY KEY);
    CREATE TABLE child (
        id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id) ON DELETE CASCADE
    );
"""


@pytest.fixture
def empty(db_kind: str, tmp_path: Path) -> Iterator[Database]:
    database = db.connected(empty_url(db_kind, tmp_path))
    yield database
    database.close()


@pytest.fixture(scope="module", params=KINDS)
def migrated(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """Made once for this file; a test undoes what it does to it."""
    database = db.connected(empty_url(request.param, tmp_path_factory.mktemp("migrated")))
    with database.connection_context():
        migrating.migrate(database)
        yield database


@pytest.fixture
def steps(tmp_path: Path) -> Path:
    folder = tmp_path / "steps"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, *statements: str) -> None:
    lines = "".join(f"    db.execute_sql({statement!r})\n" for statement in statements)
    (folder / f"{name}.py").write_text(f"def up(migrator, db):\n{lines}")


@cache
def schema_of_models(kind: str) -> Counter[str]:
    """Of a database made straight from the tables as they are now."""
    before = db.database.obj
    with tempfile.TemporaryDirectory() as folder, db.init(empty_url(kind, Path(folder))) as database:
        database.create_tables(models.ALL)
        lines = schema(database, leave_out="")
    db.database.initialize(before)
    return lines


def schema_difference(migrated: Database) -> str:
    kind = "postgres" if isinstance(migrated, PostgresqlDatabase) else "sqlite"
    return difference(schema(migrated, leave_out=migrating.HISTORY), schema_of_models(kind))


# The schema.


def test_a_migrated_database_has_the_schema_of_the_models(migrated) -> None:
    if text := schema_difference(migrated):
        pytest.fail(f"Write a migration.\n{text}", pytrace=False)


CHANGES = {
    "a dropped index": (
        "DROP INDEX seen_line_log_id_at_id",
        "do not make   seen_line: .*INDEX.*at",
    ),
    "one index more": (
        "CREATE INDEX twice ON seen_line (log_id, at, id)",
        "only .* seen_line: .*INDEX.*at",
    ),
    "an index no longer unique": (
        "DROP INDEX goal_entry_id; CREATE INDEX goal_entry_id ON goal (entry_id)",
        "do not make   goal: .*UNIQUE",
    ),
    "an index of some rows": (
        "DROP INDEX heart_account_id; CREATE INDEX less ON heart (account_id) WHERE account_id IS NOT NULL",
        "only .* heart: .*WHERE",
    ),
    "a table more": ("CREATE TABLE more (id INTEGER)", "only the migrations make +more.id: integer"),
    "a table less": ("DROP TABLE throttle", "do not make   throttle.tries: "),
    "a column more": ("ALTER TABLE goal ADD COLUMN more INTEGER", "only .* goal.more: integer"),
    "a column less": ("ALTER TABLE throttle DROP COLUMN tries", "do not make   throttle.tries: "),
    "a column's default": (
        "ALTER TABLE throttle DROP COLUMN tries;ALTER TABLE throttle ADD COLUMN tries INTEGER NOT NULL DEFAULT 7",
        "only .* throttle.tries: integer NOT NULL DEFAULT 7",
    ),
    "a column that may be empty": (
        "ALTER TABLE throttle DROP COLUMN tries; ALTER TABLE throttle ADD COLUMN tries INTEGER",
        "only .* throttle.tries: integer$",
    ),
    "a column's type": (
        "ALTER TABLE throttle DROP COLUMN tries; ALTER TABLE throttle ADD COLUMN tries BIGINT",
        "only .* throttle.tries: bigint",
    ),
    "another end of a foreign key": (
        "DROP TABLE heart; CREATE TABLE heart (entry_id {uuid} REFERENCES entry (id) ON DELETE SET NULL)",
        "only .* heart.*entry.*SET NULL",
    ),
    "no primary key": (
        "DROP TABLE heart; CREATE TABLE heart (id {uuid} NOT NULL)",
        r"do not make   heart: PRIMARY KEY .*id",
    ),
    "a check": (
        "ALTER TABLE goal ADD COLUMN more INTEGER CHECK (more > 0 AND (more < 9))",
        r"only .* goal: CHECK \(.*9\)",
    ),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_difference_is_reported_in_words(migrated, change) -> None:
    statements, expected = CHANGES[change]
    uuid = "UUID" if isinstance(migrated, PostgresqlDatabase) else "TEXT"
    with migrated.transaction() as undone:
        run(migrated, statements.format(uuid=uuid))
        text = schema_difference(migrated)
        undone.rollback()
    assert re.search(expected, text, re.IGNORECASE | re.MULTILINE), text


def test_migrations_do_not_import_the_models() -> None:
    files = sorted(migrating.FOLDER.glob("[0-9]*.py"))
    assert files
    assert not [file.name for file in files if re.search(r"parentapp(?!\.migrations import Tables)", file.read_text())]


def test_their_numbers_follow_each_other() -> None:
    names = sorted(file.stem for file in migrating.FOLDER.glob("[0-9]*.py"))
    assert [int(name[:4]) for name in names] == list(range(1, len(names) + 1))


# The runner.


def test_what_is_pending_is_applied_once(empty) -> None:
    assert migrating.pending(empty)[0] == "0001_start"
    assert empty.get_tables() == [], "asking changes nothing"
    assert migrating.migrate(empty)[0] == "0001_start"
    assert migrating.pending(empty) == []
    assert migrating.migrate(empty) == []


def test_the_connection_is_left_as_it_was_found(empty) -> None:
    empty.close()
    migrating.migrate(empty)
    assert empty.is_closed()
    empty.connect()
    migrating.pending(empty)
    assert not empty.is_closed()


def test_all_or_nothing(empty, steps) -> None:
    write(steps, "0001_good", "CREATE TABLE good (id INTEGER)")
    write(steps, "0002_bad", "CREATE TABLE half (id INTEGER)", "INSERT INTO nowhere VALUES (1)")
    with pytest.raises(DatabaseError):
        migrating.migrate(empty, steps)
    assert empty.get_tables() == []
    assert migrating.pending(empty, steps) == ["0001_good", "0002_bad"]


def test_a_database_of_a_newer_program_is_left_alone(empty, steps) -> None:
    write(steps, "0001_known", "CREATE TABLE known (id INTEGER)")
    write(steps, "0002_newer", "CREATE TABLE newer (id INTEGER)")
    migrating.migrate(empty, steps)
    (steps / "0002_newer.py").unlink()
    write(steps, "0003_other", "DROP TABLE known")
    with pytest.raises(migrating.TooNew, match="0002_newer"):
        migrating.pending(empty, steps)
    with pytest.raises(migrating.TooNew, match="0002_newer"):
        migrating.migrate(empty, steps)
    assert "known" in empty.get_tables()


def test_on_sqlite_a_table_made_anew_keeps_the_rows_that_point_to_it(tmp_path, steps) -> None:
    empty = db.connected(empty_url("sqlite", tmp_path))
    run(empty, ROWS + "INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 1)")
    (steps / "0001_rename.py").write_text(
        dedent("""
        from peewee import TextField
        def up(migrator, db):
            migrator.migrate(migrator.add_column("parent", "name", TextField(default="")))
            migrator.migrate(migrator.add_not_null("parent", "name"))
        """)
    )
    migrating.migrate(empty, steps)
    assert empty.execute_sql("SELECT id, parent_id FROM child").fetchall() == [(1, 1)]
    assert empty.pragma("foreign_keys") == 1, "asked again afterwards"
    empty.close()


def test_rows_that_point_at_nothing_are_refused(empty, steps) -> None:
    run(empty, ROWS)
    write(steps, "0001_orphan", "INSERT INTO child VALUES (1, 7)")
    with pytest.raises((ValueError, DatabaseError), match="child"):
        migrating.migrate(empty, steps)
    assert empty.execute_sql("SELECT id FROM child").fetchall() == []
    assert migrating.pending(empty, steps) == ["0001_orphan"]


def test_two_processes_migrate_one_after_the_other(db_kind, tmp_path, steps) -> None:
    write(steps, "0001_once", "CREATE TABLE once (id INTEGER)", "INSERT INTO once VALUES (1)")
    url = empty_url(db_kind, tmp_path)
    start = Barrier(4)

    def migrate_at_once() -> list[str]:
        database = db.connected(url)
        start.wait()
        return migrating.migrate(database, steps)

    with ThreadPoolExecutor(4) as pool:
        applied = [future.result() for future in [pool.submit(migrate_at_once) for _ in range(4)]]
    assert sorted(applied) == [[], [], [], ["0001_once"]]
    with db.connected(url) as database:
        assert database.execute_sql("SELECT id FROM once").fetchall() == [(1,)]


def test_a_file_that_another_is_just_making_is_waited_for(tmp_path, monkeypatch) -> None:
    database = db.connected(empty_url("sqlite", tmp_path))
    connect, refusals = database.connect, [OperationalError("database is locked")] * 2

    def connect_later(**options: bool) -> bool:
        if refusals:
            raise refusals.pop()
        return connect(**options)

    monkeypatch.setattr(database, "connect", connect_later)
    assert "0001_start" in migrating.pending(database)
    refusals.append(OperationalError("disk I/O error"))
    with pytest.raises(OperationalError, match="disk"):
        migrating.pending(database)
    monkeypatch.setattr(migrating, "PATIENCE", -1)
    refusals.append(OperationalError("database is locked"))
    with pytest.raises(OperationalError, match="locked"):
        migrating.pending(database)


def run(database: Database, statements: str) -> None:
    for statement in filter(str.strip, statements.split(";")):
        database.execute_sql(statement)
