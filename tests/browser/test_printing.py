"""«Kort fortalt» is short on a phone and whole on paper: what a tap opens on the screen stands open when printed."""

from playwright.sync_api import expect

from tests.browser.conftest import Opened
from tests.browser.screen import SOFIA
from tests.browser.site import Site

MEASURE = "Emma og Sofia går sammen til gymmen"


def test_measures_are_folded_on_the_screen_and_open_on_paper(opened: Opened, site: Site) -> None:
    page = opened("kari")
    page.goto(site.place(SOFIA + "/summary"))
    words = page.get_by_text(MEASURE).last
    expect(words).to_be_hidden()
    page.locator("details.unfold > summary").first.click()
    expect(words).to_be_visible()
    page.reload()
    page.emulate_media(media="print")  # by the style sheet alone: nothing is opened by a script here
    expect(page.get_by_text(MEASURE).last).to_be_visible()
    assert page.locator("details.unfold[open]").count() == 0
