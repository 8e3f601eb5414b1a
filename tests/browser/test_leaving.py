"""Away from here: calling for help without a login, hiding in a second, logging out. Nothing is left behind."""

import time

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import Opened
from tests.browser.hands import Hands
from tests.browser.site import Site

NEUTRAL = "https://www.yr.no/"
SECRET = "Sofia"
PATIENCE = 5  # seconds


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(params=["nb", "ar"])
def locale(request: pytest.FixtureRequest) -> str:
    if request.param == "ar":
        request.getfixturevalue("arabic")
    return str(request.param)


def deep_inside(page: Page, site: Site, locale: str = "nb") -> Hands:
    """Three pages into the app."""
    page.context.route(f"{NEUTRAL}**", _weather)
    for address in ("/", site.place("/logs/{logs[sofia]}"), site.place("/logs/{logs[sofia]}/sharing")):
        page.goto(address)
        expect(page.locator("body")).to_contain_text(SECRET)
    return Hands(page, "oksana", locale)


def _weather(route: Route) -> None:
    """The page «Skjul» leads to, without leaving this machine."""
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>Yr</title><h1>Yr</h1>")


def is_out(page: Page, site: Site, session: str) -> None:
    """The session is ended for whoever has its token, and no page that was open says anything any more."""
    deadline = time.monotonic() + PATIENCE  # «Skjul» is gone before its word has reached the server
    while lives(page, session) and time.monotonic() < deadline:
        page.wait_for_timeout(50)
    assert not lives(page, session)
    for _ in range(3):
        page.go_back(wait_until="load")
        assert SECRET not in page.content()
        assert page.url.startswith((NEUTRAL, "about:", f"{site.address}/login"))


def session_of(page: Page) -> str:
    """The token in the browser, which lets one in."""
    session = next(str(cookie.get("value")) for cookie in page.context.cookies() if cookie.get("name") == "session")
    assert lives(page, session)
    return session


def lives(page: Page, session: str) -> bool:
    asked = page.context.request.get("/more", headers={"Cookie": f"session={session}"}, max_redirects=0)
    return asked.status == 200


def test_hiding(opened: Opened, site: Site, locale: str, scripts: bool) -> None:
    page = opened("oksana", locale=locale, javascript=scripts)
    hands = deep_inside(page, site, locale)
    session = session_of(page)
    hands.press("Skjul")
    page.wait_for_url(NEUTRAL)
    is_out(page, site, session)


def test_hiding_is_the_first_thing_a_keyboard_meets(opened: Opened, site: Site) -> None:
    page = opened("oksana")
    deep_inside(page, site)
    session = session_of(page)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(NEUTRAL)
    is_out(page, site, session)


def test_three_times_shift_hides(opened: Opened, site: Site) -> None:
    page = opened("oksana")
    deep_inside(page, site)
    session = session_of(page)
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(NEUTRAL)
    is_out(page, site, session)


def test_capital_letters_do_not_hide(opened: Opened, site: Site) -> None:
    page = opened("oksana")
    deep_inside(page, site)
    page.goto("/lysglimt")
    page.locator("#text").focus()
    for letter in "HURRA":
        page.keyboard.down("Shift")
        page.keyboard.press(letter)
        page.keyboard.up("Shift")
    expect(page.locator("#text")).to_have_value("HURRA")
    page.keyboard.press("Shift")
    page.keyboard.press("Shift")
    assert page.url == f"{site.address}/lysglimt"


def test_a_page_that_the_browser_kept_shows_nothing(opened: Opened, site: Site) -> None:
    """Chromium under a test keeps no page alive for Back, so the page is told that it was kept."""
    page = opened("oksana")
    deep_inside(page, site)
    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))")
    expect(page.get_by_role("main")).to_be_hidden()
    assert not page.title().strip()
    with page.expect_navigation():
        page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    expect(page.get_by_role("main")).to_be_visible()


def test_logging_out(opened: Opened, site: Site, locale: str, scripts: bool) -> None:
    page = opened("oksana", locale=locale, javascript=scripts)
    hands = deep_inside(page, site, locale)
    session = session_of(page)
    hands.go("Mer")
    hands.press("Logg ut")
    expect(hands.field("Brukernavn")).to_be_visible()
    is_out(page, site, session)


def test_help_is_one_tap_away_without_a_login(opened: Opened, locale: str, scripts: bool) -> None:
    page = opened(locale=locale, javascript=scripts)
    page.goto("/")
    hands = Hands(page, "", locale)
    page.get_by_role("banner").get_by_role("link", name=hands.t("Haster?")).click()
    expect(hands.heading("Er noen i fare nå?")).to_be_visible()
    numbers = [link.get_attribute("href") for link in page.locator("a[href^='tel:']").all()]
    assert numbers[:3] == ["tel:113", "tel:112", "tel:110"]
    assert {"tel:116117", "tel:116111", "tel:116123", "tel:116006"} <= set(numbers)


def test_changing_language(opened: Opened, site: Site, arabic: str, scripts: bool) -> None:
    """From the top of any page, to its own name for itself; it is kept on the account and for the door."""
    page = opened("oksana", javascript=scripts)
    page.goto(site.place("/logs/{logs[sofia]}"))
    page.get_by_role("banner").get_by_role("link", name="Språk").click()
    page.get_by_role("button", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    assert page.url == f"{site.address}{site.place('/logs/{logs[sofia]}')}"
    hands = Hands(page, "oksana", arabic)
    hands.go("Mer")
    hands.press("Logg ut")
    hands.log_in()
    page.get_by_role("banner").get_by_role("link", name=hands.t("Språk:")).click()
    page.get_by_role("button", name="Norsk bokmål").click()
    expect(page.locator("html")).to_have_attribute("lang", "nb")
