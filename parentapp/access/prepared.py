"""Queries asked at every request: peewee builds their SQL once, and each call only puts its values in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from parentapp.db import EPOCH, MICROSECOND, database

LONGEST = 50  # of a list among the values; longer ones are rare and their SQL is not kept

Put = Callable[[dict[str, Any]], Any]


@dataclass(frozen=True)
class _Made:
    query: Any  # for turning rows into what the query's model says; never executed itself
    sql: str
    puts: tuple[Put, ...]


class Prepared:
    """A query as a function of named values: ids, days, instants, and lists of ids."""

    def __init__(self, build: Callable[..., Any]) -> None:
        self._build = build
        self._made: dict[Any, _Made] = {}

    def __call__(self, **values: Any) -> list[Any]:
        """The rows, as the built query would give them."""
        if any(isinstance(value, list) and len(value) > LONGEST for value in values.values()):
            return list(self._build(**values))
        shape = (type(database.obj), *((name, _length(value)) for name, value in values.items()))
        if shape not in self._made:
            self._made[shape] = _make(self._build, values)
        made = self._made[shape]
        cursor = database.execute_sql(made.sql, [put(values) for put in made.puts])
        return list(made.query._get_cursor_wrapper(cursor))


def _make(build: Callable[..., Any], values: dict[str, Any]) -> _Made:
    """Build it with stand-ins, and find out where these ended up. A value that was lost would be asked for ever."""
    places: dict[Any, Put] = {}
    stand_ins = {}
    for number, (name, value) in enumerate(values.items(), start=1):
        if isinstance(value, list):
            stand_ins[name] = [_stand_in(each, 100 * number + at) for at, each in enumerate(value)]
            for at, each in enumerate(stand_ins[name]):
                places |= _forms(each, _from_list(name, at))
        else:
            stand_ins[name] = _stand_in(value, number)
            places |= _forms(stand_ins[name], _from_value(name))
    query = build(**stand_ins)
    sql, parameters = query.sql()
    puts = tuple(places[each] if each in places else _constant(each) for each in parameters)
    lost = [name for name, each in stand_ins.items() if not _found(each, parameters)]
    if lost:
        raise ValueError(f"not in the query: {', '.join(lost)}")
    return _Made(query, sql, puts)


def _length(value: Any) -> int | None:
    return len(value) if isinstance(value, list) else None


def _stand_in(value: Any, number: int) -> Any:
    """A value of the same sort that nothing real is ever equal to."""
    if isinstance(value, UUID):
        return UUID(int=number)
    if isinstance(value, datetime):
        return datetime(1, 1, 1, microsecond=number, tzinfo=UTC)
    if isinstance(value, date):
        return date(1, 1, number)
    raise TypeError(f"cannot stand in for {type(value).__name__}")


def _forms(stand_in: Any, get: Put) -> dict[Any, Put]:
    """How our fields hand it to the database, and how to hand over the real value likewise."""
    if isinstance(stand_in, UUID):
        return {stand_in.hex: lambda values: get(values).hex}
    if isinstance(stand_in, datetime):
        return {_microseconds(stand_in): lambda values: _microseconds(get(values))}
    return {stand_in: get}


def _found(stand_in: Any, parameters: list[Any]) -> bool:
    each_of = stand_in if isinstance(stand_in, list) else [stand_in]
    return all(form in parameters for each in each_of for form in _forms(each, _constant(None)))


def _microseconds(instant: datetime) -> int:
    return (instant - EPOCH) // MICROSECOND


def _from_value(name: str) -> Put:
    return lambda values: values[name]


def _from_list(name: str, at: int) -> Put:
    return lambda values: values[name][at]


def _constant(value: Any) -> Put:
    return lambda values: value
