"""How many questions a piece of work asks the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from parentapp import db

MOST_QUESTIONS = 10  # of a page, however many rows there are


@contextmanager
def questions() -> Iterator[list[str]]:
    """Inside the block, every statement sent to the database is put on the list."""
    asked: list[str] = []
    database = db.database.obj
    ask = database.execute_sql

    def asking(sql: str, *rest: Any, **options: Any) -> Any:
        asked.append(sql)
        return ask(sql, *rest, **options)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "execute_sql", asking)
        yield asked
