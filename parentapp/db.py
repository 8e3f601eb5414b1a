"""The database: connecting, transactions, our own fields, the base of all tables. Defines no table."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Any
from uuid import UUID

from peewee import (
    BigIntegerField,
    CharField,
    Database,
    DatabaseProxy,
    Expression,
    Model,
    PostgresqlDatabase,
    SelectBase,
    SqliteDatabase,
    TextField,
)
from peewee import UUIDField as PeeweeUuid
from playhouse.db_url import parse
from psycopg.pq import TransactionStatus

from parentapp import crypto

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

database = DatabaseProxy()

# To know whether «in (…)» has nothing in it, peewee writes all of its SQL and looks; then writes it again. A query in a
# query in a query costs eight times as much: building SQL was four fifths of our first page. No query is empty.
_has_nothing: Any = Expression._is_rhs_empty  # type: ignore[attr-defined]  # peewee's own, not in its types


def _has_nothing_in_it(self: Expression, inside: Any, context: Any) -> bool:
    return not isinstance(inside, SelectBase) and bool(_has_nothing(self, inside, context))


Expression._is_rhs_empty = _has_nothing_in_it  # type: ignore[attr-defined]  # the same


def connected(url: str) -> Database:
    """A database by its address: `sqlite:///path` or `postgresql://…`. Opens nothing yet."""
    if url.startswith("sqlite:///"):
        return SqliteDatabase(
            url.removeprefix("sqlite:///"),
            lock_type="IMMEDIATE",  # two writers wait for each other instead of failing half-way
            timeout=30,
            pragmas={
                "journal_mode": "wal",
                "synchronous": 2,  # FULL: what was answered is on the disk
                "foreign_keys": 1,
                "secure_delete": 1,
                "cache_size": -64_000,
                "mmap_size": 256 * 2**20,
            },
        )
    settings = parse(url, unquote_password=True, unquote_user=True)
    # A question about what somebody may see is long and gives few rows: to compile it takes seconds, to ask it none.
    settings["options"] = f"{settings.get('options', '')} -c jit=off".strip()
    name = settings.pop("database")
    return PostgresqlDatabase(name, prefer_psycopg3=True, **settings)


def init(url: str) -> Database:
    """Point all tables at this database. A connection is kept per thread; see `fresh`."""
    database.initialize(connected(url))
    return database.obj


def fresh() -> None:
    """Before a request: this thread's connection, whole and outside any transaction."""
    settle()
    database.connect(reuse_if_open=True)


def settle() -> None:
    """After a request: whatever was left open is undone; a broken connection is dropped."""
    if database.is_closed() or _is_whole():
        return
    connection = database.connection()
    database.dispose()  # forgets the transaction; `close` would refuse because of it
    connection.close()


def _is_whole() -> bool:
    """Whether this thread's connection works and is outside any transaction, whoever began one."""
    if database.in_transaction():
        return False
    connection = database.connection()
    if isinstance(database.obj, SqliteDatabase):
        return not connection.in_transaction
    return bool(connection.info.transaction_status == TransactionStatus.IDLE)


@contextmanager
def transaction() -> Iterator[None]:
    """All or nothing. Nested blocks belong to the outer one."""
    if database.in_transaction():
        yield
        return
    with database.transaction():
        yield


class UtcField(BigIntegerField):
    """An aware instant, kept as microseconds since 1970 in UTC: equal on every database, exact in order."""

    def db_value(self, value: datetime | None) -> int | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant must say its time zone")
        return (value - EPOCH) // MICROSECOND

    def python_value(self, value: int | None) -> datetime | None:
        return None if value is None else EPOCH + value * MICROSECOND


class UuidField(PeeweeUuid):
    """A random id; see `crypto.new_id`."""

    def python_value(self, value: Any) -> UUID | None:
        return value if value is None or isinstance(value, UUID) else UUID(value)


class EnumField(CharField):
    """One of an enumeration's values."""

    def __init__(self, of: type[Enum], **options: Any) -> None:
        self.of = of
        super().__init__(max_length=32, **options)

    def db_value(self, value: Enum | None) -> str | None:
        return None if value is None else self.of(value).value

    def python_value(self, value: str | None) -> Enum | None:
        return None if value is None else self.of(value)


class EnumSetField(TextField):
    """Some of an enumeration's values, kept as a sorted, comma-separated text."""

    def __init__(self, of: type[Enum], **options: Any) -> None:
        self.of = of
        super().__init__(**options)

    def db_value(self, value: frozenset[Enum] | None) -> str | None:
        return None if value is None else ",".join(sorted(self.of(member).value for member in value))

    def python_value(self, value: str | None) -> frozenset[Enum] | None:
        return None if value is None else frozenset(self.of(part) for part in value.split(",") if part)


class Sealed:
    """A text that the database only ever holds sealed: `text = Sealed("text_sealed", owner="log")`.

    `owner` names the column whose id owns the key. Set it, and the row's id, before the text.
    """

    def __init__(self, column: str, owner: str) -> None:
        self.column = column
        self.owner = owner

    def __get__(self, row: Any, kind: type | None = None) -> Any:
        if row is None:
            return self
        sealed = row.__data__.get(self.column)
        if sealed is None:
            return None
        return self._open(self._owner(row), bytes(sealed), self._place(row))

    def __set__(self, row: Any, said: Any) -> None:
        sealed = None if said is None else self._seal(self._owner(row), said, self._place(row))
        setattr(row, self.column, sealed)

    def _open(self, owner: UUID, sealed: bytes, place: bytes) -> Any:
        return crypto.vault().unseal(owner, sealed, place)

    def _seal(self, owner: UUID, said: Any, place: bytes) -> bytes:
        return crypto.vault().seal(owner, said, place)

    def _owner(self, row: Any) -> UUID:
        owner = row.__data__.get(self.owner)
        if owner is None:
            raise ValueError(f"{self.owner} must be set before {self.column}")
        return owner.id if isinstance(owner, Table) else owner

    def _place(self, row: Any) -> bytes:
        return f"{row._meta.table_name}|{self.column}|{row.id.hex}".encode()


class SealedBytes(Sealed):
    """The same for what is no text: `part = SealedBytes("part_sealed", owner="log")`."""

    def _open(self, owner: UUID, sealed: bytes, place: bytes) -> Any:
        return crypto.vault().unseal_bytes(owner, sealed, place)

    def _seal(self, owner: UUID, said: Any, place: bytes) -> bytes:
        return crypto.vault().seal_bytes(owner, said, place)


class _Table(Model):
    """The base of all tables."""

    id = UuidField(primary_key=True, default=crypto.new_id)

    class Meta:
        database = database
        legacy_table_names = False
        only_save_dirty = True

    @classmethod
    def create(cls, **values: Any) -> Any:
        """Insert a row; ids and owners are set first, so that sealed texts find their key."""
        row = cls()
        ordered = sorted(values, key=lambda name: isinstance(getattr(cls, name, None), Sealed))
        for name in ordered:
            setattr(row, name, values[name])
        row.save(force_insert=True)
        return row


if TYPE_CHECKING:
    Table: Any  # the columns of a row are made at run time; mypy is told to look elsewhere
else:
    Table = _Table
