"""Somebody logged in who asks the app for pages as a browser does, with no network and no client between."""

import io
import re
import sys
from collections.abc import Callable, Iterable
from copy import copy
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from flask import Flask

from parentapp import db, demo
from parentapp.domain import accounts

ENCODINGS = "gzip, deflate, br, zstd"  # what Chromium and Firefox send over https
TOKEN = re.compile(rb'name="csrf-token" content="([^"]+)"')

Wsgi = Callable[[dict[str, Any], Any], Iterable[bytes]]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    @property
    def weight(self) -> int:
        """Bytes on the wire, in HTTP/1.1."""
        head = sum(len(f"{name}: {value}\r\n".encode()) for name, value in self.headers)
        return len(f"HTTP/1.1 {self.status} OK\r\n\r\n") + head + len(self.body)


def ask(app: Wsgi, environ: dict[str, Any]) -> Answer:
    """One request, answered."""
    heads: list[tuple[str, list[tuple[str, str]]]] = []
    chunks: Any = app(environ, lambda status, headers, exc_info=None: heads.append((status, headers)))
    body = b"".join(chunks)
    if hasattr(chunks, "close"):
        chunks.close()
    status, headers = heads[-1]
    return Answer(int(status.split()[0]), headers, body)


class Visitor:
    """One person's browser."""

    def __init__(self, app: Flask, username: str) -> None:
        db.fresh()
        secret = accounts.log_in(username, demo.PASSWORD, "bench")
        self._app, self._encodings, self._cookie = app, ENCODINGS, f"session={secret}"

    def get(self, address: str, *, part: bool = False) -> Callable[[], Answer]:
        """A request ready to be sent again and again."""
        return self._asking(address, part, b"")

    def post(self, address: str, **fields: str) -> Callable[[], Answer]:
        """The same for a form that htmx sends."""
        token = TOKEN.findall(self.plain().get("/settings")().body)[0].decode()
        return self._asking(address, True, urlencode({"csrf_token": token, "back": "/", **fields}).encode())

    def asset(self, name: str) -> str:
        """The address of a built file by its plain name."""
        asset: Any = self._app.jinja_env.globals["asset"]
        return str(asset(name))

    def plain(self) -> "Visitor":
        """The same person, in a browser that unpacks nothing."""
        other = copy(self)
        other._encodings = ""
        return other

    def _asking(self, address: str, part: bool, sent: bytes) -> Callable[[], Answer]:
        path, _, query = address.partition("?")
        environ = {
            "REQUEST_METHOD": "POST" if sent else "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "HTTP_COOKIE": self._cookie,
            "HTTP_ACCEPT_ENCODING": self._encodings,
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(sent)),
            "wsgi.url_scheme": "http",
            "wsgi.errors": sys.stderr,
        } | ({"HTTP_HX_REQUEST": "true"} if part else {})
        return lambda: ask(self._app, {**environ, "wsgi.input": io.BytesIO(sent)})
