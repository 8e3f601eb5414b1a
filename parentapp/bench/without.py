"""The app with one thing taken out, to see what that thing costs. Only ever inside a measurement."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from flask import Flask
from jinja2 import Environment

from parentapp import i18n
from parentapp.db import Sealed
from parentapp.views import rendering


@contextmanager
def put_instead(place: Any, name: str, other: Any) -> Iterator[None]:
    """Inside the block `place.name` is the other."""
    own = name in vars(place)
    before = getattr(place, name)
    setattr(place, name, other)
    try:
        yield
    finally:
        setattr(place, name, before) if own else delattr(place, name)


@contextmanager
def translation(app: Flask) -> Iterator[None]:
    """The templates with bokmål written in them: no language is chosen, nothing is looked up."""
    environment = _literal(app)
    with (
        put_instead(rendering, "locale", lambda: i18n.SOURCE),
        put_instead(i18n, "environment_for", lambda env, locale: environment),
    ):
        yield


@cache
def _literal(app: Flask) -> Environment:
    environment = i18n.environment_for(app.jinja_env, i18n.SOURCE).overlay()
    words = {"_": _as_written, "_n": _counted, "term": _as_written, "draft": False}
    environment.globals = {**environment.globals, **words}
    environment.filters = {**environment.filters, "size": _sized}
    return environment


def _as_written(phrase: str) -> str:
    return phrase


def _counted(one: str, many: str, n: int) -> str:
    return (one if n == 1 else many).replace("{n}", str(n))


def _sized(count: int) -> str:
    """As `Speech.size` says it of the small files that are measured."""
    return f"{max(1, round(count / 1000))} kB"


@contextmanager
def sealing() -> Iterator[None]:
    """Texts as if they lay in the database as they are: what was unsealed once is only looked up."""
    with put_instead(Sealed, "__get__", _looked_up(Sealed.__get__, _KNOWN)):
        yield


_KNOWN: dict[bytes, str] = {}


def _looked_up(unsealed: Callable[..., Any], known: dict[bytes, str]) -> Callable[..., Any]:
    def get(column: Sealed, row: Any, kind: type | None = None) -> Any:
        sealed = None if row is None else row.__data__.get(column.column)
        if sealed is None:
            return unsealed(column, row, kind)
        if sealed not in known:
            known[sealed] = unsealed(column, row, kind)
        return known[sealed]

    return get
