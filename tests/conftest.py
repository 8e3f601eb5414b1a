"""What every test gets: no network, and on request a database of each kind."""

import base64
import functools
import tempfile
from collections.abc import Callable, Iterator

import flask
import pytest

import parentapp
from parentapp import config, opening
from tests import cast as casting
from tests.browsing import Browser
from tests.cast import Cast
from tests.databases import KINDS, Fresh, fresh_database
from tests.network import stay_home
from tests.rendering import no_queries_while_rendering


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        stay_home(patch)
        yield


@pytest.fixture(params=KINDS)
def db_kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def database(db_kind: str) -> Iterator[Fresh]:
    """A migrated, empty database that the app points at, with an open vault; the test runs on each kind."""
    with fresh_database(db_kind) as fresh:
        yield fresh


@pytest.fixture
def cast(db_kind: str) -> Iterator[Cast]:
    """The invented municipality, fresh; it is Tuesday 10 March 2026. The test runs on each kind of database."""
    with casting.assembled(db_kind) as assembled:
        yield assembled


@pytest.fixture
def app(cast: Cast) -> Iterator[flask.Flask]:
    """The web app over the cast. Rendering a page may not ask the database."""
    made = _made()
    with no_queries_while_rendering(made):
        yield made


@pytest.fixture
def bare_app() -> flask.Flask:
    """The web app over no database yet: for tests that assemble a cast for each step."""
    return _made()


@pytest.fixture
def client(app: flask.Flask, cast: Cast) -> Callable[[str | None], Browser]:
    """`client("oksana")`: that person's browser, logged in; `client(None)`: a stranger's."""

    def opened(username: str | None) -> Browser:
        return Browser(app, cast.accounts[username] if username else None)

    return opened


@functools.cache
def _made() -> flask.Flask:
    """One app for each process; the database it works on is the test's, which is open already."""
    secret = base64.b64encode(casting.MASTER_KEY).decode()
    env = {"MODE": "test", "LANGUAGES": casting.LANGUAGES, "INSTANCE": _instance().name}
    env |= {"SECRET_KEY": secret, "MASTER_KEY": secret}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "open_all", lambda settings: None)
        return parentapp.create_app(config.load(env))


@functools.cache
def _instance() -> tempfile.TemporaryDirectory[str]:
    """Removed when the process ends."""
    return tempfile.TemporaryDirectory(prefix="parentapp-app-")
