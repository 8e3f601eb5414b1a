"""For those who run the server: is the process up, and can it do its work."""

from typing import Any

from flask import Blueprint

from parentapp.domain import readiness
from parentapp.views.guarding import public, without_database

bp = Blueprint("operations", __name__)
PLAIN = {"Content-Type": "text/plain; charset=utf-8"}


@bp.get("/healthz")
@public
@without_database
def healthz() -> Any:
    return "ok\n", 200, PLAIN


@bp.get("/readyz")
@public
@without_database  # it tries the connection itself
def readyz() -> Any:
    missing = readiness.missing()
    if missing:
        return f"no answer from: {', '.join(missing)}\n", 503, PLAIN
    return "ready\n", 200, PLAIN
