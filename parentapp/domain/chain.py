"""The access log as a chain: each line holds a digest of itself and of the line before it in the same log.

The worker puts new lines into it, so reading a page costs nothing more, and there is never but one writer. What
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
from parentapp.models import SeenLine

START = bytes(32).hex()  # what stands before the first line of a log
MOST = 1000  # lines in one transaction: readers wait meanwhile where the database has one writer

# In this order, for ever: another order is another digest.
_FIELDS = ("id", "log", "account", "relation", "unit", "page", "conversation", "request", "things", "at")
_COLUMNS = [getattr(SeenLine, name) for name in _FIELDS]


@dataclass(frozen=True)
class Head:
    """How far one log's chain had come when it was exported."""

    log: str  # a digest of the log's id: whoever keeps the heads learns of no log
    number: int
    digest: str
    at: datetime


@dataclass(frozen=True)
class Link:
    """A line as it lies in the database, whatever somebody may have put there."""

    number: Any
    digest: Any
    content: tuple[Any, ...]  # the values of `_FIELDS`, as texts and numbers

    def follows(self, before: Any) -> str:
        """The digest it should have, after a line with the digest `before`."""
        return digest_of(before, self.number, self.content)


def link(actor: SystemActor) -> int:
    """Put the oldest lines that are not in a chain yet into their logs' chains. Returns how many; see `MOST`."""
    with transaction():
        rows = database.execute(
            SeenLine.select(*_COLUMNS).where(SeenLine.number.is_null()).order_by(SeenLine.at, SeenLine.id).limit(MOST)
        ).fetchall()
        ends: dict[Any, tuple[int, str]] = {}
        for row in rows:
            content = tuple(plain(value) for value in row)
            id_, log = content[:2]
            number, before = ends.get(log) or _end(log)
            ends[log] = number + 1, digest_of(before, number + 1, content)
            found = SeenLine.update(number=number + 1, digest=bytes.fromhex(ends[log][1]))
            found.where((SeenLine.id == id_) & SeenLine.number.is_null()).execute()
    return len(rows)


def heads(actor: SystemActor) -> list[Head]:
    """Where each log's chain ends now."""
    last = SeenLine.alias()
    ends = (
        last.select(last.log, fn.MAX(last.number).alias("number")).where(last.number.is_null(False)).group_by(last.log)
    )
    ends = ends.alias("ends")
    query = SeenLine.select(SeenLine.log, SeenLine.number, SeenLine.digest)
    query = query.join(ends, on=(SeenLine.log == ends.c.log_id) & (SeenLine.number == ends.c.number))
    rows = database.execute(query).fetchall()
    return [Head(name_of(plain(log)), number, plain(digest), actor.now) for log, number, digest in rows]


def links(log: str) -> Iterator[Link]:
    """The lines of one log, in the order of their numbers; those that have none yet last."""
    query = SeenLine.select(SeenLine.number, SeenLine.digest, *_COLUMNS).where(SeenLine.log == log)
    for row in database.execute(query.order_by(SeenLine.number.is_null(), SeenLine.number)):
        number, digest, *content = (plain(value) for value in row)
        yield Link(number, digest, tuple(content))


def logs() -> list[str]:
    """The ids of all logs that have lines, as they lie in the database."""
    return [plain(row[0]) for row in database.execute(SeenLine.select(SeenLine.log).distinct().order_by(SeenLine.log))]


def name_of(log: str) -> str:
    """What a log is called among the heads."""
    return hashlib.sha256(log.encode()).hexdigest()


def digest_of(before: Any, number: Any, content: tuple[Any, ...]) -> str:
    """Of a line's content and number, and the digest before it."""
    return hashlib.sha256(json.dumps([before, number, *content]).encode()).hexdigest()


def _end(log: str) -> tuple[int, str]:
    """The number and digest of the last line in a log's chain."""
    query = SeenLine.select(SeenLine.number, SeenLine.digest).where(SeenLine.log == log, SeenLine.number.is_null(False))
    row = database.execute(query.order_by(SeenLine.number.desc()).limit(1)).fetchone()
    return (row[0], plain(row[1])) if row else (0, START)


def plain(value: Any) -> Any:
    """The same on both databases: ids and bytes as hex."""
    if isinstance(value, UUID):
        return value.hex
    return bytes(value).hex() if isinstance(value, bytes | memoryview) else value
