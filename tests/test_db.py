"""Transactions are whole or nothing, connections are clean before each request, writers wait for each other."""

import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Thread
from uuid import uuid4

import pytest
from peewee import IntegrityError, OperationalError, PeeweeException

from parentapp import db, models
from tests.houses import House, Room, built, house_with_key, reread


@pytest.fixture
def houses(database) -> Iterator[None]:
    with built(database.database):
        yield


# Transactions.


def create_and_fail() -> None:
    House.create()
    _ = 1 / 0


def create_nested_and_fail() -> None:
    with db.transaction():
        House.create()
    assert db.database.in_transaction(), "the inner end commits nothing"
    _ = 1 / 0


@pytest.mark.usefixtures("houses")
def test_what_fails_leaves_nothing() -> None:
    with pytest.raises(ZeroDivisionError), db.transaction():
        create_and_fail()
    assert House.select(House.id).count() == 0
    assert not db.database.in_transaction()


@pytest.mark.usefixtures("houses")
def test_a_nested_block_belongs_to_the_outer_one() -> None:
    with pytest.raises(ZeroDivisionError), db.transaction():
        create_nested_and_fail()
    assert House.select(House.id).count() == 0
    with db.transaction(), db.transaction():
        House.create()
    assert House.select(House.id).count() == 1


@pytest.mark.usefixtures("houses")
def test_others_see_it_only_when_it_is_whole() -> None:
    with db.transaction():
        House.create()
        assert in_another_thread(lambda: House.select(House.id).count()) == 0
    assert in_another_thread(lambda: House.select(House.id).count()) == 1


@pytest.mark.usefixtures("houses")
def test_a_row_that_points_at_nothing_is_refused() -> None:
    with pytest.raises(IntegrityError), db.transaction():
        Room.create(house=uuid4())
    assert Room.select(Room.id).count() == 0


@pytest.mark.usefixtures("houses")
def test_a_row_that_others_point_at_stays() -> None:
    house = house_with_key()
    Room.create(house=house)
    with pytest.raises(IntegrityError), db.transaction():
        House.delete().where(House.id == house.id).execute()
    assert House.select(House.id).count() == 1


# Before and after a request.


def begin_raw() -> None:
    db.database.begin()


def begin_and_forget() -> None:
    db.database.transaction().__enter__()


@pytest.mark.usefixtures("houses")
@pytest.mark.parametrize("begin", [begin_raw, begin_and_forget])
@pytest.mark.parametrize("clean", [db.settle, db.fresh])
def test_an_open_transaction_is_undone(begin, clean) -> None:
    begin()
    House.create()
    clean()
    assert House.select(House.id).count() == 0
    assert not db.database.in_transaction()
    with db.transaction():
        House.create()
    assert in_another_thread(lambda: House.select(House.id).count()) == 1, "and the next request's is kept"


@pytest.mark.usefixtures("houses")
@pytest.mark.parametrize("clean", [db.settle, db.fresh])
def test_a_transaction_that_ended_behind_our_back_is_not_believed(clean) -> None:
    begin_and_forget()
    db.database.rollback()
    clean()
    assert not db.database.in_transaction()


@pytest.mark.usefixtures("houses")
def test_a_whole_connection_is_kept() -> None:
    before = db.database.connection()
    db.settle()
    db.fresh()
    assert db.database.connection() is before


@pytest.mark.usefixtures("database")
def test_a_closed_connection_is_opened_only_before_a_request() -> None:
    db.database.close()
    db.settle()
    assert db.database.is_closed()
    db.fresh()
    assert not db.database.is_closed()


@pytest.mark.usefixtures("houses")
def test_a_failed_statement_does_not_spoil_the_next_request() -> None:
    with pytest.raises(PeeweeException):
        db.database.execute_sql("SELECT nothing FROM nowhere")
    db.database.begin()
    with pytest.raises(PeeweeException):
        db.database.execute_sql("SELECT nothing FROM nowhere")
    db.settle()
    db.fresh()
    assert House.select(House.id).count() == 0


@pytest.mark.parametrize("db_kind", ["postgres"])
def test_a_lost_server_connection_is_replaced(database) -> None:
    [(pid,)] = database.database.execute_sql("SELECT pg_backend_pid()").fetchall()
    killer = db.connected(database.url)
    killer.execute_sql("SELECT pg_terminate_backend(%s)", (pid,))
    killer.close()
    with pytest.raises(OperationalError):
        models.Unit.get_or_none()
    db.settle()
    db.fresh()
    assert models.Unit.get_or_none() is None


# The databases themselves.


def test_sqlite_is_set_up_to_lose_nothing(tmp_path: Path) -> None:
    database = db.connected(f"sqlite:///{tmp_path / 'a.db'}")
    found = {
        name: database.pragma(name)
        for name in ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "mmap_size")
    }
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "mmap_size": 2**28,
    }
    database.close()
    bare = sqlite3.connect(tmp_path / "other.db")
    defaults = {name: bare.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys")}
    assert defaults == {"journal_mode": "delete", "foreign_keys": 0}, "none of it comes by itself"


def test_each_thread_has_the_same_settings(tmp_path: Path) -> None:
    database = db.connected(f"sqlite:///{tmp_path / 'a.db'}")
    assert database.pragma("synchronous") == 2
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(database.connection).result() is not database.connection()
        assert pool.submit(database.pragma, "synchronous").result() == 2
        assert pool.submit(database.pragma, "foreign_keys").result() == 1
        pool.submit(database.close).result()
    database.close()


def test_an_address_may_hold_an_escaped_password() -> None:
    database = db.connected("postgresql://some%40body:p%2Fw%40rd@db.example:5433/rows?sslmode=require")
    assert database.database == "rows"
    assert database.connect_params == {
        "user": "some@body",
        "password": "p/w@rd",
        "host": "db.example",
        "port": 5433,
        "sslmode": "require",
        "options": "-c jit=off",
    }


def test_what_an_address_asks_of_postgresql_stays() -> None:
    database = db.connected("postgresql://a:b@db.example/rows?options=-c%20statement_timeout%3D5000")
    assert database.connect_params["options"] == "-c statement_timeout=5000 -c jit=off"


def test_a_removed_text_is_wiped_from_the_file(tmp_path: Path) -> None:
    file = tmp_path / "a.db"
    database = db.connected(f"sqlite:///{file}")
    database.execute_sql("CREATE TABLE note (text TEXT)")
    database.execute_sql("INSERT INTO note VALUES ('skal bort')")
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"skal bort" in file.read_bytes()
    database.execute_sql("DELETE FROM note")
    database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"skal bort" not in file.read_bytes()
    database.close()


WRITERS, TURNS = 8, 25


def count_up(open_transaction) -> int:
    """How many of the increments of all writers failed; each reads, then writes what it read plus one."""
    row = House.create()

    def write() -> int:
        failed = 0
        for _ in range(TURNS):
            try:
                with open_transaction():
                    House.update(count=read_to_write(row).count + 1).where(House.id == row.id).execute()
            except OperationalError:
                failed += 1
        db.database.close()
        return failed

    with ThreadPoolExecutor(WRITERS) as pool:
        failed = sum(each.result() for each in [pool.submit(write) for _ in range(WRITERS)])
    assert reread(row).count == WRITERS * TURNS - failed
    return failed


def read_to_write(row: House) -> House:
    query = House.select().where(House.id == row.id)
    return query.for_update().get() if db.database.for_update else query.get()


@pytest.mark.usefixtures("houses")
def test_writers_wait_for_each_other_and_all_succeed() -> None:
    assert count_up(db.transaction) == 0


@pytest.mark.parametrize("db_kind", ["sqlite"])
@pytest.mark.usefixtures("houses")
def test_with_plain_begin_some_would_fail() -> None:
    """The control: without IMMEDIATE the same writers get in each other's way."""
    assert count_up(lambda: db.database.transaction("DEFERRED")) > 0


def in_another_thread(ask: Callable[[], object]) -> object:
    answers: list[object] = []

    def work() -> None:
        answers.append(ask())
        db.database.close()

    thread = Thread(target=work)
    thread.start()
    thread.join()
    return answers[0]
