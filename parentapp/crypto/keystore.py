"""The database of wrapped keys, apart from the people's texts. Opens what is there; only `make` makes one."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from peewee import BigIntegerField, BlobField, Database, IntegrityError, Model, TextField

from parentapp.crypto.sealing import KeyMissing


class SealedKey(Model):
    owner = TextField(primary_key=True)
    wrapped = BlobField()
    made_at = BigIntegerField()

    class Meta:
        table_name = "sealed_key"


class KeyStore:
    def __init__(self, database: Database) -> None:
        # A class of its own: binding the shared one would not be safe between threads.
        class BoundKey(SealedKey):
            class Meta:
                table_name = "sealed_key"

        BoundKey.bind(database)
        self._keys = BoundKey
        self._database = database

    @classmethod
    def open(cls, database: Database) -> "KeyStore":
        """The store that is there. Raises KeyMissing when there is none."""
        store = cls(database)
        with database.connection_context():
            if not database.table_exists(store._keys._meta.table_name):
                raise KeyMissing("there is no key store; make one with: parentapp keys init")
        return store

    @classmethod
    def make(cls, database: Database) -> "KeyStore":
        store = cls(database)
        with database.connection_context():
            store._keys.create_table()
        return store

    def get(self, owner: UUID) -> bytes | None:
        with self._database.connection_context():
            row = self._keys.get_or_none(self._keys.owner == owner.hex)
        return bytes(row.wrapped) if row else None

    def put(self, owner: UUID, wrapped: bytes) -> None:
        made_at = int(datetime.now(UTC).timestamp())
        try:
            with self._database.connection_context():
                self._keys.insert(owner=owner.hex, wrapped=wrapped, made_at=made_at).execute()
        except IntegrityError:
            raise KeyError(str(owner)) from None

    def remove(self, owner: UUID) -> None:
        with self._database.connection_context():
            self._keys.delete().where(self._keys.owner == owner.hex).execute()


def missing_file(url: str) -> bool:
    """Whether an SQLite key store's file is not there (opening would silently make an empty one)."""
    return url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists()
