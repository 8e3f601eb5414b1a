"""Who saw what, and who changed what, as chains: each line holds a digest of itself and of the one before it there.

A log has two chains, one of each book. What was changed outside the logs is one chain more.

The worker puts new lines into it, so a page costs nothing more, and there is never but one writer. What
protects it is the last head that was exported: `chain_checked` holds the chain against those. See docs/decisions/0014.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.access.actor import SystemActor
from parentapp.db import database, transaction
from parentapp.models import AuditLine, SeenLine

START = bytes(32).hex()  # what stands before the first line of a chain
MOST = 1000  # lines in one transaction: readers wait meanwhile where the database has one writer


@dataclass(frozen=True)
class Book:
    """A table whose lines are chained, and what of each line goes into its digest."""

    table: Any  # with `log`, `at`, `number` and `digest`
    fields: tuple[str, ...]  # the id and the log first, the instant last. In this order, for ever
    called: str  # among the heads, before the log's id, for ever

    @property
    def columns(self) -> list[Any]:
        return [getattr(self.table, name) for name in self.fields]

    def of(self, log: str | None) -> Any:
        """The condition on the lines of one log; without one, on those that belong to none."""
        return self.table.log.is_null() if log is None else self.table.log == log

    def name_of(self, log: str | None) -> str:
        """What the chain of a log is called among the heads."""
        return hashlib.sha256((self.called + (log or "")).encode()).hexdigest()


READS = Book(
    SeenLine, ("id", "log", "account", "relation", "unit", "page", "conversation", "request", "things", "at"), ""
)
CHANGES = Book(AuditLine, ("id", "log", "account", "action", "thing", "at"), "changes ")
BOOKS = (READS, CHANGES)


@dataclass(frozen=True)
class Head:
    """How far one chain had come when it was exported."""

    log: str  # a digest of the log's id: whoever keeps the heads learns of no log
    number: int
    digest: str
    at: datetime


@dataclass(frozen=True)
class Link:
    """A line as it lies in the database, whatever somebody may have put there."""

    number: Any
    digest: Any
    content: tuple[Any, ...]  # the values of `Book.fields`, as texts and numbers

    def follows(self, before: Any) -> str:
        """The digest it should have, after a line with the digest `before`."""
        return digest_of(before, self.number, self.content)


def link(actor: SystemActor) -> int:
    """Put the oldest lines that are not in a chain yet into theirs. Returns how many; of each book at most `MOST`."""
    return sum(_link(book) for book in BOOKS)


def _link(book: Book) -> int:
    table = book.table
    with transaction():
        query = table.select(*book.columns).where(table.number.is_null()).order_by(table.at, table.id).limit(MOST)
        rows = database.execute(query).fetchall()
        ends: dict[Any, tuple[int, str]] = {}
        for row in rows:
            content = tuple(plain(value) for value in row)
            id_, log = content[:2]
            number, before = ends.get(log) or _end(book, log)
            ends[log] = number + 1, digest_of(before, number + 1, content)
            found = table.update(number=number + 1, digest=bytes.fromhex(ends[log][1]))
            found.where((table.id == id_) & table.number.is_null()).execute()
    return len(rows)


def heads(actor: SystemActor) -> list[Head]:
    """Where each chain ends now."""
    return [Head(*end, actor.now) for book in BOOKS for end in _ends(book)]


def _ends(book: Book) -> Iterator[tuple[str, int, str]]:
    last, table = book.table.alias(), book.table
    ends = (
        last.select(last.log, fn.MAX(last.number).alias("number")).where(last.number.is_null(False)).group_by(last.log)
    )
    ends = ends.alias("ends")
    query = table.select(table.log, table.number, table.digest)
    query = query.join(ends, on=(table.log == ends.c.log_id) & (table.number == ends.c.number))
    for log, number, digest in database.execute(query).fetchall():
        yield book.name_of(plain(log)), number, plain(digest)
    number, digest = _end(book, None)
    if number:
        yield book.name_of(None), number, digest


def links(book: Book, log: str | None) -> Iterator[Link]:
    """The lines of one chain, in the order of their numbers; those that have none yet last."""
    table = book.table
    query = table.select(table.number, table.digest, *book.columns).where(book.of(log))
    for row in database.execute(query.order_by(table.number.is_null(), table.number)):
        number, digest, *content = (plain(value) for value in row)
        yield Link(number, digest, tuple(content))


def logs(book: Book) -> list[str | None]:
    """The ids of all logs that have lines in it, as they lie in the database; None for lines that belong to no log."""
    query = book.table.select(book.table.log).distinct().order_by(book.table.log)
    return [plain(row[0]) for row in database.execute(query)]


def digest_of(before: Any, number: Any, content: tuple[Any, ...]) -> str:
    """Of a line's content and number, and the digest before it."""
    return hashlib.sha256(json.dumps([before, number, *content]).encode()).hexdigest()


def _end(book: Book, log: str | None) -> tuple[int, str]:
    """The number and digest of the last line in a chain."""
    table = book.table
    query = table.select(table.number, table.digest).where(book.of(log), table.number.is_null(False))
    row = database.execute(query.order_by(table.number.desc()).limit(1)).fetchone()
    return (row[0], plain(row[1])) if row else (0, START)


def plain(value: Any) -> Any:
    """The same on both databases: ids and bytes as hex."""
    if isinstance(value, UUID):
        return value.hex
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else value
