"""A vault of its own for each test of this room."""

import secrets
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from parentapp import db
from parentapp.crypto.keystore import KeyStore
from parentapp.crypto.sealing import Vault
from tests.databases import empty_url


@pytest.fixture
def store(db_kind: str, tmp_path: Path) -> KeyStore:
    return KeyStore.make(db.connected(empty_url(db_kind, tmp_path)))


@pytest.fixture
def master_key() -> bytes:
    return secrets.token_bytes(32)


class Shelf:
    """A key store in memory that counts what it is asked for."""

    def __init__(self) -> None:
        self.kept: dict[UUID, bytes] = {}
        self.asked: list[UUID] = []

    def get(self, owner: UUID) -> bytes | None:
        self.asked.append(owner)
        return self.kept.get(owner)

    def put(self, owner: UUID, wrapped: bytes) -> None:
        if owner in self.kept:
            raise KeyError(str(owner))
        self.kept[owner] = wrapped

    def remove(self, owner: UUID) -> None:
        self.kept.pop(owner, None)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def vault(master_key: bytes, shelf: Shelf) -> Vault:
    return Vault(master_key, shelf)


@pytest.fixture
def owner(vault: Vault) -> UUID:
    owner = uuid4()
    vault.create(owner)
    return owner
