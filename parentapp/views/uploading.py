"""Room for files, on the addresses that take some and nowhere else. They never lie on a disk unsealed."""

from collections.abc import Callable
from io import BytesIO
from typing import IO, Any, TypeVar

from flask import Flask, current_app, request
from htmx_flask.requests import HtmxAwareRequest
from werkzeug.exceptions import HTTPException

from parentapp import pictures
from parentapp.views.cookies import session_token

View = TypeVar("View", bound=Callable[..., Any])

ROOM = (
    pictures.LARGEST + 2**20
)  # bytes, for all files of a form; one that is a little too large is refused with the words kept


class InMemory(HtmxAwareRequest):
    """Other requests put a file of more than 500 kB into a temporary file."""

    def _get_file_stream(self, *_: object, **__: object) -> IO[bytes]:
        return BytesIO()


def init_app(app: Flask) -> None:
    """Before anything else is asked: it would read the form."""
    app.request_class = InMemory
    app.before_request(_make_room)


def takes_files(view: View) -> View:
    """Mark a view whose form may bring files."""
    view.takes_files = True  # type: ignore[attr-defined]  # a mark on a plain function
    return view


def room(app: Flask, environ: dict[str, Any]) -> int:
    """How many bytes the body of this request may have, as far as its address tells."""
    try:
        endpoint, _ = app.url_map.bind_to_environ(environ).match()
    except HTTPException:
        endpoint = ""
    return ROOM if _takes_files(app, endpoint) else int(app.config["MAX_CONTENT_LENGTH"])


def _takes_files(app: Flask, endpoint: str) -> bool:
    return getattr(app.view_functions.get(endpoint), "takes_files", False)


def _make_room() -> None:
    """For somebody who is logged in, or was: a stranger's form is never a large one."""
    if request.method == "POST" and _takes_files(current_app, request.endpoint or "") and session_token():
        request.max_content_length = ROOM
