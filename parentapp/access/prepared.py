"""Queries asked at every request: peewee builds their SQL once, and each call only puts its values in.

Nobody's values are ever kept: the SQL is built with stand-ins, whose places are then filled anew at each call.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from parentapp.db import EPOCH, MICROSECOND, database

LONGEST = 50  # of a list among the values; longer ones are rare and their SQL is not kept


@dataclass(frozen=True)
class _Place:
    """Where a value goes: its name, and for a list which of it."""

    name: str
    at: int | None = None

    def filled(self, values: dict[str, Any]) -> Any:
        value = values[self.name]
        return _as_asked(value if self.at is None else value[self.at])


@dataclass(frozen=True)
class _Made:
    query: Any  # for turning rows into what the query's model says; never executed itself
    sql: str
    parameters: list[Any]  # places among the query's own constants

    def filled(self, values: dict[str, Any]) -> list[Any]:
        return [each.filled(values) if type(each) is _Place else each for each in self.parameters]


class Prepared:
    """A query as a function of named values: ids, days, instants, hashes, and lists of ids.

    The function that builds it may use nothing besides, and may only compare the values, not reckon with them.
    """

    def __init__(self, build: Callable[..., Any]) -> None:
        self._build = build
        self._made: dict[Any, _Made] = {}

    def __call__(self, **values: Any) -> list[Any]:
        """The rows, as the built query would give them. Raises TypeError for any other sort of value."""
        if any(isinstance(value, list) and len(value) > LONGEST for value in values.values()):
            return list(self._build(**values))
        shape = (type(database.obj), *((name, _sort(value)) for name, value in values.items()))
        made = self._made.get(shape) or self._made.setdefault(shape, _make(self._build, values))
        cursor = database.execute_sql(made.sql, made.filled(values))
        return list(made.query._get_cursor_wrapper(cursor))


def _sort(value: Any) -> Any:
    """What the SQL depends on: not the value, but its type, and the length of a list."""
    return len(value) if isinstance(value, list) else type(value)


def _make(build: Callable[..., Any], values: dict[str, Any]) -> _Made:
    """Built twice, with other stand-ins: what is different then and has no place would be asked for ever.

    Raises ValueError where a value is reckoned with, or not in the query at all.
    """
    made, again = (_built(build, values, turn) for turn in (1, 2))
    if (made.sql, made.parameters) != (again.sql, again.parameters):
        raise ValueError("the query does something else with a value than compare it")
    lost = [name for name, value in values.items() if not set(_places(name, value)) <= set(_only_places(made))]
    if lost:
        raise ValueError(f"not in the query: {', '.join(lost)}")
    return made


def _built(build: Callable[..., Any], values: dict[str, Any], turn: int) -> _Made:
    """The query with stand-ins, and its parameters with places where these ended up."""
    places: dict[Any, _Place] = {}
    stand_ins: dict[str, Any] = {}
    for number, (name, value) in enumerate(values.items(), start=1):
        each_of = value if isinstance(value, list) else [value]
        made = [_stand_in(each, turn, 100 * number + at) for at, each in enumerate(each_of)]
        places |= dict(zip(map(_as_asked, made), _places(name, value), strict=True))
        stand_ins[name] = made if isinstance(value, list) else made[0]
    query = build(**stand_ins)
    sql, parameters = query.sql()
    plain = [getattr(each, "obj", each) for each in parameters]  # bytes, of what a driver wraps them in
    return _Made(query, sql, [places.get(each, each) for each in plain])


def _places(name: str, value: Any) -> list[_Place]:
    return [_Place(name, at) for at in range(len(value))] if isinstance(value, list) else [_Place(name)]


def _only_places(made: _Made) -> list[_Place]:
    return [each for each in made.parameters if type(each) is _Place]


def _stand_in(value: Any, turn: int, number: int) -> Any:
    """A value of the same sort that nothing real is ever equal to."""
    if isinstance(value, UUID):
        return UUID(int=10_000 * turn + number)
    if isinstance(value, datetime):
        return datetime(turn, 1, 1, microsecond=number, tzinfo=UTC)
    if isinstance(value, date):
        return date.fromordinal(366 * turn + number)
    if isinstance(value, bytes):
        return (10_000 * turn + number).to_bytes(32)
    raise TypeError(f"cannot stand in for {type(value).__name__}")


def _as_asked(value: Any) -> Any:
    """How our fields hand it to the database."""
    if isinstance(value, UUID):
        return value.hex
    if isinstance(value, datetime):
        return (value - EPOCH) // MICROSECOND
    if isinstance(value, date | bytes):
        return value
    raise TypeError(f"cannot ask for {type(value).__name__}")
