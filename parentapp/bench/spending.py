"""How much of an answer's CPU the database takes: statements built and run, rows made of what it says, commits."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

from peewee import CursorWrapper

from parentapp import db
from parentapp.bench.without import put_instead

STATEMENTS = ("execute", "execute_sql", "begin", "commit", "rollback")  # of peewee's Database


@dataclass
class Spent:
    """Seconds of CPU. What a piece of the database's work asks of another piece is counted once."""

    database: float = 0.0
    inside: bool = False

    def counting(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def counted(*given: Any, **named: Any) -> Any:
            if self.inside:
                return work(*given, **named)
            self.inside, began = True, time.process_time()
            try:
                return work(*given, **named)
            finally:
                self.inside, self.database = False, self.database + time.process_time() - began

        return counted


@contextmanager
def counted() -> Iterator[Spent]:
    """Inside the block, what the database takes is added up."""
    spent, database = Spent(), db.database.obj
    with ExitStack() as stack:
        for name in STATEMENTS:
            stack.enter_context(put_instead(database, name, spent.counting(getattr(database, name))))
        stack.enter_context(put_instead(CursorWrapper, "iterate", spent.counting(CursorWrapper.iterate)))
        yield spent


def share(act: Callable[[], object], seconds: float, least: int = 20) -> float:
    """The part of the CPU of `act` that is the database's, from 0 to 1: over so many seconds, and a few calls."""
    whole, calls, end = 0.0, 0, time.monotonic() + seconds
    with counted() as spent:
        while time.monotonic() < end or calls < least:
            began = time.process_time()
            act()
            whole, calls = whole + time.process_time() - began, calls + 1
    return spent.database / whole
