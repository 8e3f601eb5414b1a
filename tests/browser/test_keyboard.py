"""The main job without touching a screen: Tab, Enter, Space, arrows and letters are enough."""

from playwright.sync_api import Locator, Page, expect

from parentapp.demo.people import PASSWORD
from tests.browser.conftest import Opened
from tests.browser.site import Site

MOST_TABS = 60
GLIMPSE = "Hun sang i dusjen i dag."
QUESTION = "Kan vi snakke på torsdag?"


def tab_to(target: Locator) -> None:
    """Press Tab until it has the focus, and it can be seen that it has."""
    page = target.page
    target.wait_for(state="attached")
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            expect(target).to_be_in_viewport()
            return
    raise AssertionError(f"{MOST_TABS} presses of Tab do not lead to {target}")


def press(target: Locator, key: str = "Enter") -> None:
    tab_to(target)
    target.page.keyboard.press(key)


def write(target: Locator, text: str) -> None:
    tab_to(target)
    target.page.keyboard.type(text)


def test_the_main_job(opened: Opened, site: Site) -> None:
    page = opened()
    site.reads("oksana", "nb")
    logs_in(page)
    writes_to_the_contact_person(page)
    posts_a_lysglimt(page)
    says_yes_and_no_again(page)


def logs_in(page: Page) -> None:
    page.goto("/")
    write(page.get_by_label("Brukernavn"), "oksana")
    write(page.get_by_label("Passord"), PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hei, Oksana")).to_be_visible()


def writes_to_the_contact_person(page: Page) -> None:
    press(page.get_by_role("link", name="Hopp til innholdet"))
    press(page.get_by_role("button", name="Skriv til Kari"), "Space")
    page.locator("html[data-htmx=ready]").wait_for()
    write(page.get_by_label("Meldingen din"), QUESTION)
    press(page.get_by_role("button", name="Send", exact=True))
    expect(page.locator("#thread .msg").last).to_contain_text(QUESTION)
    page.keyboard.press("Shift+Tab")  # the focus is still at the box: the next message goes as easily
    expect(page.get_by_label("Meldingen din")).to_be_focused()


def posts_a_lysglimt(page: Page) -> None:
    press(page.get_by_role("link", name="Nytt lysglimt"))
    write(page.get_by_label("Lysglimtet ditt"), GLIMPSE)
    tab_to(page.get_by_label("Glad"))
    page.keyboard.press("ArrowRight")
    expect(page.get_by_label("Stolt")).to_be_checked()
    press(page.get_by_role("button", name="Del lysglimtet"))
    expect(page.locator(".done-note")).to_be_focused()
    newest = page.locator("#glimpses li").first
    expect(newest).to_contain_text(GLIMPSE)
    heart = newest.get_by_role("button")
    page.locator("html[data-htmx=ready]").wait_for()
    press(heart, "Space")
    expect(heart).to_have_attribute("aria-pressed", "true")
    expect(heart).to_be_focused()


def says_yes_and_no_again(page: Page) -> None:
    press(page.get_by_role("link", name="Hjem", exact=True))
    press(page.get_by_role("region", name="Svaret ditt").get_by_role("link"))
    press(page.get_by_role("button", name="Ja", exact=True))
    expect(page.locator(".done-note")).to_be_focused()
    press(page.get_by_role("link", name="Mer", exact=True))
    press(page.get_by_role("link", name="Hvem ser hva"))
    press(page.get_by_role("button", name="Slutt å dele med PPT i Fjordvik"))
    expect(page.locator(".done-note")).to_contain_text("PPT i Fjordvik ser ikke noe i loggen nå.")
    expect(page.locator(".done-note")).to_be_focused()
