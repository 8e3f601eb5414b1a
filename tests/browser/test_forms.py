"""Every form there is does its work as a plain form too: sent, answered, and back to where one was."""

import pytest
from playwright.sync_api import Page, expect

from parentapp.demo.drawings import drawn
from parentapp.models import Entry
from tests.browser import reaching, situations
from tests.browser.conftest import Opened
from tests.browser.hands import Hands
from tests.browser.screens import TALK
from tests.browser.site import Site

WORDS = "Ringte hjem. De gleder seg til helga."


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


def test_a_heart_stays_at_its_card(opened: Opened, site: Site, scripts: bool) -> None:
    page = opened("oksana", javascript=scripts)
    page.goto(site.place("/logs/{logs[sofia]}?only=lysglimt"))
    button = page.locator(f"#h-{site.cast.entries['sofia.lysglimt']}")
    expect(button).to_contain_text("2 hjerter")
    button.click()
    expect(button).to_contain_text("1 hjerte")
    expect(button).to_be_in_viewport()
    assert "only=lysglimt" in page.url


def test_a_picture_is_shared_seen_and_taken_home(opened: Opened, site: Site, scripts: bool) -> None:
    """It is sent as an attachment, and stands on the page all the same."""
    page = opened("oksana", javascript=scripts)
    page.goto("/lysglimt")
    picture = {"name": "IMG_0042.jpg", "mimeType": "image/jpeg", "buffer": drawn("kite").large}
    page.locator("#picture").set_input_files(picture)
    if scripts:
        expect(page.locator("#preview")).to_be_visible()
        assert page.locator("#preview").evaluate("shown => shown.decode().then(() => shown.naturalWidth)") == 960
    page.get_by_role("button", name="Del lysglimtet").click()
    expect(page.locator(".done-note")).to_be_visible()
    shown = page.locator("#glimpses li").first.get_by_role("img", name="Bilde fra deg")
    assert shown.evaluate("shown => shown.decode().then(() => shown.naturalWidth)") == 480
    with page.expect_download() as taken:
        page.locator("#glimpses li").first.get_by_role("link", name="Last ned").click()
    assert taken.value.suggested_filename == "bilde.jpg"
    page.goto("/")
    page.goto(site.place("/logs/{logs[sofia]}"))
    expect(page.get_by_role("img", name="Bilde fra deg")).to_be_visible()


@pytest.mark.parametrize(("where", "link"), [("notes", "Skriv et notat"), ("concerns", "Noe vi lurer på")])
def test_writing_in_the_log(opened: Opened, site: Site, scripts: bool, where: str, link: str) -> None:
    page = opened("kari", javascript=scripts)
    page.goto(site.place("/logs/{logs[sofia]}"))
    hands = Hands(page, "kari", "nb")
    hands.follow(link)
    page.wait_for_url(f"**/{where}")
    page.get_by_role("textbox").fill(WORDS)
    hands.press("Legg i loggen")
    expect(page.locator(".done-note")).to_be_visible()
    expect(page.locator(".path li").first).to_contain_text(WORDS)


@pytest.mark.parametrize(
    ("person", "address"), [("oksana", TALK), ("oksana", "/lysglimt"), ("kari", "/logs/{logs[sofia]}/notes")]
)
def test_what_cannot_be_taken_is_kept(opened: Opened, site: Site, scripts: bool, person: str, address: str) -> None:
    page = opened(person, javascript=scripts)
    page.goto(site.place(address))
    box = page.locator("main textarea[name=text]")
    box.fill(f"{WORDS}\u0007")
    page.locator(reaching.FORM).locator(reaching.SEND).last.click()
    expect(page.locator(".errors")).to_contain_text("Skriv den på nytt")
    expect(box).to_have_value(f"{WORDS}\u0007")
    expect(box).to_have_attribute("aria-invalid", "true")
    assert WORDS not in [row.text for row in Entry.select()]


def test_answering_later_or_talking_first(opened: Opened, site: Site, scripts: bool) -> None:
    page = opened("oksana", javascript=scripts)
    hands = Hands(page, "oksana", "nb")
    page.goto(site.place("/consents/{requests[sofia.ppt]}"))
    answers = [button.text_content() for button in page.locator("#answer button").all()]
    assert answers == ["Ja", "Nei", "Ikke nå", "Snakk med noen først"]
    hands.press("Ikke nå")
    hands.sees("Du har ikke svart. Spørsmålet ligger her til du er klar.")
    hands.follow("Les hva de spør om")
    hands.press("Snakk med noen først")
    expect(page.locator("#thread .msg").last).to_be_in_viewport()
    expect(hands.field("Meldingen din")).to_be_visible()


def test_a_no_and_its_receipt(opened: Opened, site: Site, scripts: bool) -> None:
    page = opened("oksana", javascript=scripts)
    hands = Hands(page, "oksana", "nb")
    page.goto(site.place("/consents/{requests[sofia.ppt]}"))
    hands.press("Nei")
    hands.sees("Kvittering")
    hands.sees("Du sa nei")
    hands.press("Si ja likevel")
    hands.sees("Takk. {unit} kan nå se det du sa ja til.", unit="PPT i Fjordvik")


def test_ending_the_other_phone(opened: Opened, site: Site, scripts: bool) -> None:
    lost, phone = opened("oksana", javascript=scripts), opened("oksana", javascript=scripts)
    lost.goto("/")
    phone.goto("/settings")
    Hands(phone, "oksana", "nb").press("Logg ut alle andre steder")
    expect(phone.locator(".done-note")).to_be_visible()
    assert in_after_a_look(phone)
    assert not in_after_a_look(lost)


def in_after_a_look(page: Page) -> bool:
    page.goto("/more")
    return not page.locator("#password").count()


def test_older_ones(opened: Opened, site: Site, scripts: bool) -> None:
    situations.many_notes(site)
    page = opened("oksana", javascript=scripts)
    page.goto(site.place("/logs/{logs[sofia]}"))
    page.get_by_role("link", name="Vis eldre").click()
    expect(page.get_by_role("main")).to_contain_text(situations.NOTE.format(0))
