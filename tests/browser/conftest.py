"""A real Chromium against the real app: a fresh profile for each person, and nothing may go wrong unseen."""

import logging
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import flask
import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response, ViewportSize, sync_playwright

from parentapp import db, i18n
from tests import cast as casting
from tests.browser.site import Server, Site
from tests.needs import needs_chromium

# Nothing but the app can be reached, whatever a page asks for.
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
PHONE = ViewportSize(width=360, height=640)
PATIENCE = 10_000  # milliseconds; Playwright's half a minute only makes failures slow
NOT_FETCHED = (
    "Failed to load resource",  # with the status of an answer, or without a network
    "An unknown error occurred when fetching the script",  # the service worker's, when the network goes meanwhile
)
HERE = Path(__file__).parent
AXE = HERE.parents[1] / "node_modules" / "axe-core" / "axe.min.js"

Opened = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """`-m "not browser"` leaves this folder out."""
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    program = needs_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(program), args=list(ARGUMENTS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = Server()
    yield server
    server.stop()


@pytest.fixture
def site(server: Server, bare_app: flask.Flask) -> Iterator[Site]:
    """The app over a fresh cast, in SQLite."""
    with casting.assembled("sqlite") as cast:
        server.site = Site(server, bare_app, cast)
        yield server.site
        server.settle()
        server.site = None
        db.settle()


@pytest.fixture(scope="session")
def arabic() -> str:
    """The language code, where Arabic is complete enough to be offered."""
    if "ar" not in {language.code for language in i18n.offered()}:
        pytest.skip("Arabic is not offered: `python tools/translations.py check` says what it lacks")
    return "ar"


@pytest.fixture
def wrong() -> list[str]:
    """What went wrong in any browser so far; a test that makes trouble looks at it and empties it."""
    return []


@pytest.fixture
def opened(chromium: Browser, site: Site, wrong: list[str]) -> Iterator[Opened]:
    """`opened("oksana", locale="ar", dark=True)`: that person's own browser, on a phone."""
    contexts: list[BrowserContext] = []

    def open_(
        username: str | None = None,
        *,
        locale: str = "nb",
        dark: bool = False,
        javascript: bool = True,
        size: ViewportSize | None = None,
    ) -> Page:
        context = profile(
            chromium,
            wrong,
            base_url=site.address,
            viewport=size or PHONE,
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            locale=locale,
        )
        contexts.append(context)
        if username is not None:
            log_in(context, site, username, locale)
        return context.new_page()

    yield open_
    for context in contexts:
        context.close()
    assert not wrong, wrong


def profile(browser: Browser, wrong: list[str], **options: Any) -> BrowserContext:
    """A fresh profile that notes in `wrong` what goes wrong on any of its pages."""
    context = browser.new_context(reduced_motion="reduce", **options)
    context.set_default_timeout(PATIENCE)
    context.on("console", lambda said: wrong.extend(_complaint(said)))
    context.on("weberror", lambda error: wrong.append(str(error.error)))
    context.on("response", lambda response: wrong.extend(_missing(response)))
    return context


def log_in(context: BrowserContext, site: Site, username: str, locale: str) -> None:
    """Let that person be logged in there, reading this language."""
    site.reads(username, locale)
    cookie = {"name": "session", "value": site.session(username), "url": site.address}
    context.add_cookies([cookie])  # type: ignore[list-item]  # a plain dict will do


def _complaint(said: ConsoleMessage) -> list[str]:
    """Errors and warnings, the policy's among them. What was not fetched is for tests to look at."""
    if said.type not in ("error", "warning") or said.text.startswith(NOT_FETCHED):
        return []
    return [said.text]


def _missing(response: Response) -> list[str]:
    """A file that a page asks for and does not get."""
    return [f"{response.status} {response.url}"] if "/static/" in response.url and response.status >= 400 else []
