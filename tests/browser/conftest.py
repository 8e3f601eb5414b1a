"""A real Chromium against the real app: served on the loopback, at the cast's moment, with a fresh profile for each."""

import logging
import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import flask
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from werkzeug.serving import make_server

from parentapp import clock, db
from parentapp.domain import accounts
from parentapp.models import Account
from tests import cast as casting
from tests.cast import Cast
from tests.needs import needs_chromium

ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE = {"width": 360, "height": 640}

Opened = Callable[..., Page]


class Site:
    """The app, listening on the loopback."""

    def __init__(self, app: flask.Flask, cast: Cast) -> None:
        self.app = app
        self.cast = cast
        self.now = cast.now
        self._server = make_server("127.0.0.1", 0, self._at_the_casts_time, threaded=True)
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def _at_the_casts_time(self, environ: dict[str, Any], start: Any) -> Any:
        with clock.at(self.now):
            return self.app.wsgi_app(environ, start)

    def it_is(self, now: datetime) -> None:
        """Set the site's clock."""
        self.now = now

    def session(self, username: str) -> str:
        """A live session's token for somebody of the cast."""
        with clock.at(self.now):
            return accounts.start_session(Account.get_by_id(self.cast.accounts[username]))

    def stop(self) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = needs_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture
def site(bare_app: flask.Flask) -> Iterator[Site]:
    """The app over a fresh cast, in SQLite."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with casting.assembled("sqlite") as cast:
        site = Site(bare_app, cast)
        yield site
        site.stop()
        db.settle()


@pytest.fixture
def opened(chromium: Browser, site: Site) -> Iterator[Opened]:
    """`opened("oksana", locale="ar", dark=True)`: that person's own browser, on a phone, with what went wrong noted."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_(
        username: str | None = None,
        *,
        locale: str = "nb",
        dark: bool = False,
        javascript: bool = True,
        size: dict[str, int] | None = None,
    ) -> Page:
        context = chromium.new_context(
            base_url=site.address,
            viewport=size or PHONE,  # type: ignore[arg-type]  # a plain dict will do
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            locale=locale,
            reduced_motion="reduce",
        )
        contexts.append(context)
        if username is not None:
            Account.update(locale=locale).where(Account.id == site.cast.accounts[username]).execute()
            cookie = {"name": "session", "value": site.session(username), "url": site.address}
            context.add_cookies([cookie])  # type: ignore[list-item]  # the same
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text) if said.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not wrong, wrong
