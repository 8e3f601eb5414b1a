"""What tells one log's content from everything else on a page: its child's name, made unique, and the words in it."""

import html
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from parentapp.models import (
    AgendaPoint,
    ConsentRequest,
    ContactRequest,
    Entry,
    Meeting,
    Message,
    Stafettlogg,
    Subject,
    Translation,
)
from tests.cast import Cast

ENOUGH = 25  # characters of a text; more may be cut off on a page


@dataclass(frozen=True)
class Marks:
    """Per log: words that stand nowhere but in it."""

    of_log: dict[UUID, frozenset[str]]

    def logs_on(self, page: str) -> set[UUID]:
        """The logs that something on this page or part is of."""
        words = html.unescape(page)
        return {log for log, marks in self.of_log.items() if any(mark in words for mark in marks)}


def mark(cast: Cast) -> Marks:
    """Give every child a name that nobody else has, and collect what is written in each log."""
    for name, log in cast.logs.items():
        subject = Subject.get_by_id(Stafettlogg.get_by_id(log).subject_id)
        subject.name = f"{name.capitalize()}qx Etternavn"
        subject.save()
    found = {log: {f"{name.capitalize()}qx"} | set(_texts(log)) for name, log in cast.logs.items()}
    return Marks({log: frozenset(_only_here(log, found)) for log in found})


def _texts(log: UUID) -> Iterator[str]:
    tables = (Entry, Message, Translation)
    yield from (row.text[:ENOUGH] for table in tables for row in table.select().where(table.log == log) if row.text)
    yield from (
        row.place[:ENOUGH] for row in Meeting.select().where((Meeting.log == log) & Meeting.place_sealed.is_null(False))
    )
    yield from (row.text[:ENOUGH] for row in AgendaPoint.select().where(AgendaPoint.log == log))
    yield from (row.text[:ENOUGH] for row in ContactRequest.select().where(ContactRequest.log == log))
    yield from (row.purpose[:ENOUGH] for row in ConsentRequest.select().where(ConsentRequest.log == log))


def _only_here(log: UUID, found: dict[UUID, set[str]]) -> set[str]:
    elsewhere = set().union(*(marks for other, marks in found.items() if other != log))
    return found[log] - elsewhere
