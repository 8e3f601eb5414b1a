"""Every screen in bokmål, as people with other eyes and hands meet it: nothing is found wrong with any."""

from collections.abc import Iterator
from pathlib import PurePath

import flask
import pytest
from playwright.sync_api import Browser

from tests.browser.looking import Glass, look_at
from tests.browser.screen import FILES, Screen, listed
from tests.browser.screens import FIRST, SCREENS
from tests.browser.site import Server, Site


@pytest.fixture(scope="module", params=["light", pytest.param("dark", marks=pytest.mark.proofs)])
def glass(request: pytest.FixtureRequest, chromium: Browser, server: Server) -> Iterator[Glass]:
    with Glass.held(chromium, server.address, "nb", dark=request.param == "dark") as glass:
        yield glass


@pytest.mark.parametrize("screen", listed(SCREENS, FIRST[::3]))
def test_a_screen(glass: Glass, site: Site, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each time the first state of every third page: all pages are looked at in Arabic."""
    look_at(glass, site, screen, monkeypatch)


def test_no_screen_is_forgotten(bare_app: flask.Flask) -> None:
    """An address or an error page without a row in the list would be looked at by nobody."""
    unseen = FILES | {"operations.healthz", "operations.readyz"}  # for machines
    pages = {rule.endpoint for rule in bare_app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    templates = bare_app.jinja_env.list_templates(filter_func=lambda name: name.startswith("errors/"))
    errors = {f"errors.{PurePath(name).stem}" for name in templates if not PurePath(name).stem.startswith("_")}
    assert {screen.shows for screen in SCREENS} == pages - unseen | errors
