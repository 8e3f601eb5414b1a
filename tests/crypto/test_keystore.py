"""The key store keeps wrapped keys apart from the texts; it is opened where it is, and made only on purpose."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

import pytest
from peewee import DatabaseError

from parentapp import db
from parentapp.crypto.keystore import KeyStore, missing_file
from parentapp.crypto.sealing import KeyMissing, Vault
from tests.databases import empty_url


def test_what_is_put_is_got(store) -> None:
    owner, other = uuid4(), uuid4()
    store.put(owner, b"\x00wrapped\xff")
    assert store.get(owner) == b"\x00wrapped\xff"
    assert store.get(other) is None


def test_a_key_is_never_overwritten(store) -> None:
    owner = uuid4()
    store.put(owner, b"first")
    with pytest.raises(KeyError, match=str(owner)):
        store.put(owner, b"second")
    assert store.get(owner) == b"first"


def test_what_is_removed_is_gone(store) -> None:
    owner, other = uuid4(), uuid4()
    store.put(owner, b"one")
    store.put(other, b"two")
    store.remove(owner)
    store.remove(owner)
    assert store.get(owner) is None
    assert store.get(other) == b"two"


def test_it_does_not_open_where_none_is(db_kind, tmp_path) -> None:
    database = db.connected(empty_url(db_kind, tmp_path))
    with pytest.raises(KeyMissing, match="parentapp keys init"):
        KeyStore.open(database)
    with database.connection_context():
        assert database.get_tables() == [], "and makes none"


def test_it_opens_what_was_made_also_when_made_twice(db_kind, tmp_path) -> None:
    url = empty_url(db_kind, tmp_path)
    owner = uuid4()
    KeyStore.make(db.connected(url)).put(owner, b"wrapped")
    KeyStore.make(db.connected(url))
    assert KeyStore.open(db.connected(url)).get(owner) == b"wrapped"


def test_two_stores_in_one_process_do_not_mix(store, tmp_path) -> None:
    second = KeyStore.make(db.connected(f"sqlite:///{tmp_path / 'second.db'}"))
    owner = uuid4()
    store.put(owner, b"one")
    second.put(owner, b"two")
    assert (store.get(owner), second.get(owner)) == (b"one", b"two")


def test_only_one_of_many_makes_the_key(store, master_key) -> None:
    owner, start = uuid4(), Barrier(6)

    def make() -> bool:
        start.wait()
        try:
            Vault(master_key, store).create(owner)
        except KeyError:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        made = [each.result() for each in [pool.submit(make) for _ in range(6)]]
    assert sum(made) == 1


def test_no_key_lies_there_unwrapped(tmp_path, master_key) -> None:
    file = tmp_path / "keys.db"
    vault = Vault(master_key, KeyStore.make(db.connected(f"sqlite:///{file}")))
    owner = uuid4()
    vault.create(owner)
    [(name, wrapped)] = sqlite3.connect(file).execute("SELECT owner, wrapped FROM sealed_key")
    assert name == owner.hex
    assert len(wrapped) == 1 + 12 + 32 + 16
    assert master_key not in file.read_bytes()


def test_a_missing_file_is_seen_before_sqlite_makes_an_empty_one(tmp_path) -> None:
    file = tmp_path / "keys.db"
    assert missing_file(f"sqlite:///{file}")
    assert not file.exists()
    file.touch()
    assert not missing_file(f"sqlite:///{file}")
    assert not missing_file("postgresql://keys.example/keys"), "a server answers for itself"


def test_a_vault_says_whether_its_store_answers(store, master_key) -> None:
    vault = Vault(master_key, store)
    vault.answers()
    with store._database.connection_context():
        store._keys.drop_table()
    with pytest.raises(DatabaseError):
        vault.answers()
