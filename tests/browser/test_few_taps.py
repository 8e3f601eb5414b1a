"""A busy professional: how many taps it takes from the desk to a log with a plan and a meeting, and for small things.

A tap is a click on a link, a button or a choice, and going into a box; writing in it is none.
"""

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import PHONE, Opened
from tests.browser.hands import Hands
from tests.browser.site import Site

CHOSEN = "hest trikk lanterne"
SOFIA = "/logs/{logs[sofia]}"


@dataclass
class Fingers:
    """Kari's, counted."""

    hands: Hands
    taps: list[str] = field(default_factory=list)

    def tap(self, thing: Locator, what: str) -> None:
        self.taps.append(what)
        thing.click()

    def follow(self, link: str) -> None:
        self.tap(self.hands.link(link), link)

    def press(self, button: str) -> None:
        self.tap(self.hands.button(button), button)

    def write(self, box: str, text: str) -> None:
        self.tap(self.hands.page.locator(box), box)
        self.hands.page.keyboard.type(text) if not box.endswith("born") else self.hands.page.fill(box, text)

    def choose(self, choice: str) -> None:
        self.tap(self.hands.page.locator("label:visible", has_text=choice).first, choice)


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def fingers(request: pytest.FixtureRequest, opened: Opened, site: Site) -> Fingers:
    return Fingers(Hands(opened("kari", javascript=request.param, size=PHONE), "kari", "nb"))


def test_from_nothing_to_a_plan_and_a_meeting(opened: Opened, site: Site, fingers: Fingers) -> None:
    fingers.hands.page.goto("/")
    opens(fingers)
    username, password = fingers.hands.page.locator("dd.b bdi").all_inner_texts()
    fingers.follow("Lappen er skrevet ut")
    fingers.hands.sees("Spurt: {names}", names="Eva Vik")
    says_yes(opened(size=PHONE), username, password)
    plans(fingers)
    calls(fingers)
    assert len(fingers.taps) <= 25, fingers.taps


def opens(fingers: Fingers) -> None:
    """The child, what she has seen, who answers."""
    fingers.follow("Åpne en stafettlogg")
    fingers.write("#name", "Maja Vik")
    fingers.write("#born", "2016-05-05")
    fingers.write("#text", "Vi lurer på om Maja er ensom.")
    fingers.write("#reason", "Hun gikk alene i tre friminutt i går.")
    fingers.choose("Skole")
    fingers.press("Videre: hvem skal svare?")
    fingers.write("#first-name", "Eva Vik")
    fingers.choose("Foreldreansvar")
    fingers.write("#first-reason", "Viste pass.")
    fingers.write("#child_view", "Det er greit.")
    fingers.press("Spør familien")


def says_yes(phone: Page, username: str, password: str) -> None:
    """Eva, on her own phone: her own password first, then both questions."""
    eva = Hands(phone, username, "nb")
    phone.goto("/")
    eva.field("Brukernavn").fill(username)
    eva.field("Passord").fill(password)
    eva.press("Logg inn")
    for box in phone.locator("main input[type=password]").all():
        box.fill(CHOSEN)
    phone.locator("main form button").first.click()
    expect(phone.locator("main")).not_to_contain_text("Velg ditt eget passord")
    for _ in range(2):
        phone.goto("/")
        eva.part("Svaret ditt").get_by_role("link").first.click()
        eva.press("Ja")
        expect(phone.locator(".done-note, .receipt").first).to_be_visible()


def plans(fingers: Fingers) -> None:
    """One goal, two measures."""
    page = fingers.hands.page
    page.goto("/")
    fingers.tap(page.get_by_role("link", name="Maja Vik"), "Maja Vik")
    fingers.follow("Skriv det første målet")
    fingers.write("#text", "Maja har noen å være med i friminuttene.")
    fingers.press("Legg i planen, og skriv et tiltak")
    fingers.write("#text", "Kari snakker med læreren.")
    fingers.press("Legg i planen, og skriv et tiltak til")
    fingers.write("#text", "To jenter spør Maja hver dag.")
    fingers.press("Legg i planen")
    for words in ("Maja har noen å være med", "Kari snakker med læreren.", "To jenter spør"):
        fingers.hands.reads(words)


def calls(fingers: Fingers) -> None:
    """The first meeting, at the proposed time."""
    fingers.follow("Kall inn til møte")
    fingers.write("#text", "Hvordan går det i friminuttene?")
    fingers.press("Kall inn til møte")
    fingers.hands.reads("Hvordan går det i friminuttene?")
    expect(fingers.hands.page.locator(".done-note")).to_be_visible()


def test_a_measure_is_looked_at_in_three_taps_from_the_desk(site: Site, fingers: Fingers) -> None:
    page = fingers.hands.page
    page.goto("/desk")
    row = page.get_by_role("region", name="På tide å se på").locator("a").first
    measure = page.locator("li.measure", has_text=row.locator(".b").inner_text())
    fingers.tap(row, "the measure")
    evaluates(fingers, measure)


def test_and_in_three_from_the_log(site: Site, fingers: Fingers) -> None:
    page = fingers.hands.page
    page.goto(site.place(SOFIA))
    fingers.follow("Åpne planen")
    evaluates(fingers, page.locator("li.measure", has=page.locator("summary", has_text="Hjelper det?")).first)


def evaluates(fingers: Fingers, measure: Locator) -> None:
    fingers.tap(measure.locator("summary", has_text="Hjelper det?"), "Hjelper det?")
    fingers.tap(measure.get_by_role("button", name="Det hjelper"), "Det hjelper")
    fingers.hands.sees("Svaret ditt står i planen.")
    assert len(fingers.taps) <= 3, fingers.taps


def test_a_note_is_two_taps_and_the_words(site: Site, fingers: Fingers) -> None:
    fingers.hands.page.goto(site.place(SOFIA))
    fingers.follow("Skriv et notat")
    fingers.hands.page.locator("#text").fill("Ringte, avtalte tirsdag.")
    fingers.press("Legg i loggen")
    fingers.hands.sees("Notatet står i loggen.")
    assert len(fingers.taps) <= 2, fingers.taps
