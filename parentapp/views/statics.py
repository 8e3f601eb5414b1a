"""Files that are the same for everybody: built, content-hashed, pre-compressed, kept for a year by the browser."""

import json
from pathlib import Path
from wsgiref.headers import Headers

from flask import Flask, current_app
from whitenoise import WhiteNoise

from parentapp.config import Settings
from parentapp.views.guarding import guarding_headers

ROOT = Path(__file__).resolve().parents[2] / "static"
A_YEAR = 31_536_000


def init_app(app: Flask) -> None:
    names: dict[str, str] = json.loads((ROOT / "dist" / "manifest.json").read_text())

    app.extensions["built"] = names

    def asset(name: str) -> str:
        """The address of a built file by its plain name. KeyError for one that was not built."""
        return f"/static/dist/{names[name]}"

    app.jinja_env.globals["asset"] = asset
    served = WhiteNoise(
        app.wsgi_app,
        max_age=A_YEAR,
        immutable_file_test=lambda path, url: True,
        allow_all_origins=False,
        add_headers_function=lambda headers, path, url: _guard(headers, app.config["SETTINGS"]),
    )
    served.add_files(str(ROOT / "dist"), prefix="static/dist")
    app.wsgi_app = served  # type: ignore[method-assign]  # this is how a WSGI app is wrapped


def built(name: str) -> bytes:
    """A built file's content, by its plain name: for what must have an address of its own."""
    content: bytes = (ROOT / "dist" / current_app.extensions["built"][name]).read_bytes()
    return content


def _guard(headers: Headers, settings: Settings) -> None:
    """The same guard as on pages; but a file that never changes may be kept."""
    for name, value in guarding_headers(settings).items():
        headers.setdefault(name, value)
