"""A guardian at a bus stop: from Hjem it takes two taps to read who does what until when, and what has changed."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Opened
from tests.browser.hands import Hands
from tests.browser.site import Site

SOFIA = "/logs/{logs[sofia]}"
WORDS = "Sofia og Emma fikk plass ved samme bord."


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def oksana(request: pytest.FixtureRequest, opened: Opened, site: Site) -> Hands:
    phone = opened("oksana", javascript=request.param, size=PHONE)
    phone.goto("/")
    return Hands(phone, "oksana", "nb")


def test_who_does_what_until_when(oksana: Hands) -> None:
    oksana.go("Logg")
    oksana.follow("Åpne planen")
    measure = oksana.page.locator("li.measure").first
    for words in ("Emma og Sofia går sammen til gymmen.", "Per Aas", "Vi ser på det igjen onsdag 18. mars."):
        expect(measure.get_by_text(words).first).to_be_visible()


def test_what_has_changed_since_last_time(oksana: Hands, opened: Opened, site: Site) -> None:
    """The sentence stands on Hjem; one tap opens what it tells of."""
    oksana.page.goto("/notices")
    kari = Hands(opened("kari", size=PHONE), "kari", "nb")
    kari.page.goto(site.place(SOFIA + "/notes"))
    kari.page.locator("#text").fill(WORDS)
    kari.press("Legg i loggen")
    oksana.page.goto("/")
    news = oksana.page.get_by_role("region", name="Nytt siden sist").get_by_role("link")
    expect(news.first).to_contain_text("Kari Nilsen")
    expect(news.first).to_contain_text(WORDS)
    expect(news.first).to_contain_text("(ny)")
    assert [each for each in news.all_inner_texts() if "(ny)" in each] == [news.first.inner_text()]
    news.first.click()
    entry = oksana.page.locator(oksana.page.url.partition("#")[2].join(("#", "")))
    expect(entry).to_contain_text(WORDS)
