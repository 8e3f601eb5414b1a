"""The screens in Arabic that `test_accessible_arabic` leaves."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.looking import Glass, look_at
from tests.browser.screen import Screen, listed
from tests.browser.screens import EACH_TIME, SCREENS
from tests.browser.site import Server, Site


@pytest.fixture(scope="module", params=["light", pytest.param("dark", marks=pytest.mark.proofs)])
def glass(request: pytest.FixtureRequest, chromium: Browser, server: Server, arabic: str) -> Iterator[Glass]:
    with Glass.held(chromium, server.address, arabic, dark=request.param == "dark") as glass:
        yield glass


@pytest.mark.parametrize("screen", listed(SCREENS[1::2], EACH_TIME))
def test_a_screen(glass: Glass, site: Site, screen: Screen, monkeypatch: pytest.MonkeyPatch) -> None:
    look_at(glass, site, screen, monkeypatch)
