"""One sort of things that are held about a person, and how a row of it is asked for and read back.

All sorts are asked in one question, however many there are: each gives the same columns. What is open comes as a text,
what is sealed comes sealed, and is opened as if it were a row of its own table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from peewee import SQL, BooleanField, DateField, ForeignKeyField, IntegerField, UUIDField

from parentapp.access.sight import Sight
from parentapp.db import EnumField, EnumSetField, UtcField

NO_ID, NO_TEXT, NO_BYTES = SQL("CAST(NULL AS UUID)"), SQL("CAST(NULL AS TEXT)"), SQL("CAST(NULL AS BYTEA)")


@dataclass(frozen=True)
class Sort:
    """`name`: as the file for other programs calls it; `at`: what orders it, and under which key it is told."""

    name: str
    table: Any
    rows: Callable[[Sight], Any]  # the actor's, of what they may know of
    at: tuple[str, Any]
    facts: Mapping[str, Any] = field(default_factory=dict)  # columns
    said: Mapping[str, str] = field(default_factory=dict)  # names of what is sealed
    log: Any = None
    lang: Any = None
    thing: Any = None  # what is written down as seen
    raw: Any = None  # a column of bytes, in the place of what is sealed

    def sealed(self) -> list[Any]:
        return (
            [self.raw]
            if self.raw
            else [getattr(self.table, getattr(self.table, name).column) for name in self.said.values()]
        )


def arm(sort: Sort, number: int, sight: Sight, widths: tuple[int, int]) -> Any:
    """The rows of one sort, with the columns that all of them have: so many sealed ones, and so many texts."""
    sealed = [*sort.sealed(), *[NO_BYTES] * widths[0]][: widths[0]]
    facts = [each.cast("TEXT") for each in sort.facts.values()]
    facts = [*facts, *[NO_TEXT] * widths[1]][: widths[1]]
    return sort.rows(sight).select(
        SQL(str(number)).alias("number"),
        sort.table.id.alias("id"),
        (NO_ID if sort.log is None else sort.log).alias("log_id"),
        (NO_ID if sort.thing is None else sort.thing).alias("thing"),
        sort.at[1].cast("TEXT").alias("at"),
        (NO_TEXT if sort.lang is None else sort.lang).alias("lang"),
        *(each.alias(f"sealed_{place}") for place, each in enumerate(sealed)),
        *(each.alias(f"fact_{place}") for place, each in enumerate(facts)),
    )


def names_of(widths: tuple[int, int]) -> list[str]:
    """What these columns are called."""
    more = [f"{kind}_{place}" for kind, width in zip(("sealed", "fact"), widths, strict=True) for place in range(width)]
    return ["number", "id", "log_id", "thing", "at", "lang", *more]


def open_row(sort: Sort, row_id: UUID, log_id: UUID | None, me: UUID, sealed: list[Any]) -> Any:
    """A row of the sort's table that holds what is sealed and nothing else."""
    row = sort.table(id=row_id)
    for name, found in zip(sort.said.values(), sealed, strict=False):
        how = getattr(sort.table, name)
        if how.owner != "id":
            row.__data__[how.owner] = log_id if how.owner == "log" else me
        row.__data__[how.column] = found
    return row


def value_of(column: Any, text: str | None) -> Any:
    """What a column held, from the text it came as."""
    if text is None:
        return None
    if isinstance(column, BooleanField):
        return text in ("1", "true")
    if isinstance(column, DateField):
        return date.fromisoformat(text)
    if isinstance(column, UtcField):
        return column.python_value(int(text))
    if isinstance(column, IntegerField):
        return int(text)
    if isinstance(column, EnumField | EnumSetField):
        return column.python_value(text)
    return UUID(text) if isinstance(column, ForeignKeyField | UUIDField) else text
