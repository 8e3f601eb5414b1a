"""A text that was being written when the session ended comes back: to the one who wrote it, and to nobody else."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from parentapp.demo.people import PASSWORD
from parentapp.models import Draft, Entry, Message
from tests.browser.conftest import Opened
from tests.browser.hands import Hands
from tests.browser.reaching import SEND
from tests.browser.screens import TALK
from tests.browser.site import Site

WORDS = "Vi klarte hele veien til skolen uten å snu."


@dataclass(frozen=True)
class Writing:
    """Where somebody writes, and who else may open the same page."""

    person: str
    other: str
    address: str


WRITINGS = {
    "message": Writing("oksana", "kari", TALK),
    "answer": Writing("kari", "lina", "/desk"),
    "lysglimt": Writing("oksana", "erik", "/lysglimt"),
    "note": Writing("kari", "per.aas", "/logs/{logs[sofia]}/notes"),
}


@pytest.fixture(params=WRITINGS)
def writing(request: pytest.FixtureRequest, site: Site) -> Writing:
    for person in ("oksana", "kari", "lina", "erik", "per.aas"):
        site.reads(person, "nb")
    return WRITINGS[request.param]


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def interrupted(request: pytest.FixtureRequest, opened: Opened, site: Site, writing: Writing) -> Page:
    """At the door, after half an hour in which nothing was pressed and one press on «send»."""
    page = opened(writing.person, javascript=request.param)
    page.goto(site.place(writing.address))
    if page.locator("main summary.ds-button").count():
        page.locator("main summary.ds-button").click()
    site.passes(minutes=31)
    box(page).fill(WORDS)
    page.locator("main form:has(textarea)").locator(SEND).last.click()
    expect(page.locator("#password")).to_be_visible()
    assert not stored()
    return page


def box(page: Page) -> Locator:
    return page.locator("main textarea[name=text]")


def stored() -> int:
    return sum(row.text == WORDS for table in (Entry, Message) for row in table.select())


def comes_in(page: Page, username: str) -> None:
    hands = Hands(page, username, "nb")
    hands.field("Brukernavn").fill(username)
    hands.field("Passord").fill(PASSWORD)
    hands.press("Logg inn")


def test_it_comes_back_to_its_writer(interrupted: Page, site: Site, writing: Writing) -> None:
    page = interrupted
    comes_in(page, writing.other)
    page.wait_for_url(f"**{site.place(writing.address)}**")
    assert WORDS not in page.content()
    assert not stored()
    page.context.clear_cookies()
    page.goto(site.place(writing.address))
    comes_in(page, writing.person)
    page.wait_for_url(f"**{site.place(writing.address)}**")
    expect(box(page)).to_have_value(WORDS)
    assert not stored()
    page.locator("main form:has(textarea)").locator(SEND).last.click()
    sent = page.get_by_text("Svaret er sendt." if writing.address == "/desk" else WORDS)
    expect(sent.and_(page.locator(":not(textarea)")).first).to_be_visible()
    assert stored() == 1
    assert not Draft.select().count()


def test_it_does_not_come_from_another_page(opened: Opened, site: Site) -> None:
    """What was written in one place is not put into another place's box."""
    page = opened("kari")
    page.goto(site.place("/logs/{logs[sofia]}/notes"))
    site.passes(minutes=31)
    box(page).fill(WORDS)
    page.locator("main form:has(textarea)").locator(SEND).last.click()
    page.goto("/login")
    comes_in(page, "kari")
    page.wait_for_url("**/desk")
    page.goto(site.place("/logs/{logs[amina]}/notes"))
    expect(box(page)).to_have_value("")
    page.goto(site.place("/logs/{logs[sofia]}/notes"))
    expect(box(page)).to_have_value(WORDS)
