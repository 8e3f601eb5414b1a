"""Pages are compressed on the way out: brotli, else zstd, else gzip. Small answers are left as they are."""

import gzip
from collections.abc import Callable

import brotli
import zstandard
from flask import Flask, Response, request

SMALLEST = 1024  # bytes
WAYS: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("br", lambda body: brotli.compress(body, quality=5)),
    ("zstd", lambda body: zstandard.ZstdCompressor(level=3).compress(body)),
    ("gzip", lambda body: gzip.compress(body, compresslevel=4, mtime=0)),
)


def init_app(app: Flask) -> None:
    app.after_request(_compress)


def _compress(response: Response) -> Response:
    if response.direct_passthrough or response.is_streamed or "Content-Encoding" in response.headers:
        return response
    if (response.mimetype or "").startswith("image/"):  # as small as it gets
        return response
    response.headers.add("Vary", "Accept-Encoding")
    body = response.get_data()
    accepted = {encoding for encoding, quality in request.accept_encodings if quality > 0}
    if len(body) < SMALLEST:
        return response
    for name, way in WAYS:
        if name in accepted:
            response.set_data(way(body))
            response.headers["Content-Encoding"] = name
            return response
    return response
