"""The frame stands: a page opens in a real browser, with its style, its script and nothing to complain about."""

from tests.browser.conftest import Opened


def test_the_login_page_opens(opened: Opened) -> None:
    page = opened()
    page.goto("/login")
    assert page.locator("h1").count() == 1
    assert page.evaluate("getComputedStyle(document.body).display") == "grid"
