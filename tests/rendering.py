"""Holds pages to «read first, then render»: a template that asks the database fails the test."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from flask import Flask, before_render_template, template_rendered

from parentapp import db


@contextmanager
def no_queries_while_rendering(app: Flask) -> Iterator[None]:
    depth = 0
    database = db.database.obj
    ask = database.execute_sql

    def asking(sql: str, *rest: Any, **options: Any) -> Any:
        assert depth == 0, f"a template asked the database: {sql}"
        return ask(sql, *rest, **options)

    def begun(*_: Any, **__: Any) -> None:
        nonlocal depth
        depth += 1

    def done(*_: Any, **__: Any) -> None:
        nonlocal depth
        depth -= 1

    database.execute_sql = asking
    before_render_template.connect(begun, app)
    template_rendered.connect(done, app)
    try:
        yield
    finally:
        before_render_template.disconnect(begun, app)
        template_rendered.disconnect(done, app)
        del database.execute_sql
