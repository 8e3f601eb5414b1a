"""«Les høyt»: only with a voice that is on the device; the page in its order, each language by a voice of its own."""

import json

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Opened
from tests.browser.site import Site
from tests.browser.test_leaving import NEUTRAL

BOKMAL = {"lang": "nb-NO", "localService": True}
UKRAINIAN = {"lang": "uk_UA", "localService": True}
ELSEWHERE = {"lang": "nb-NO", "localService": False}
# Chromium under a test has no voices. This one writes down what it is asked to say.
DEVICE = """(() => {
  const voices = %s;
  globalThis.said = [];
  globalThis.SpeechSynthesisUtterance = class extends EventTarget {
    constructor(text) { super(); this.text = text; }
  };
  Object.defineProperty(globalThis, "speechSynthesis", { value: {
    getVoices: () => voices,
    speak: (each) => globalThis.said.push([each.text, each.voice.lang]),
    cancel: () => { globalThis.said = []; console.debug("silent"); },
    addEventListener: () => {},
  } });
})()"""


def with_voices(page: Page, *voices: dict[str, object]) -> Page:
    page.add_init_script(DEVICE % json.dumps(voices))
    return page


def said(page: Page) -> list[tuple[str, str]]:
    return [(text, lang) for text, lang in page.evaluate("globalThis.said")]


@pytest.mark.parametrize("voices", [[], [ELSEWHERE], [UKRAINIAN]], ids=["none", "a cloud's", "another language's"])
def test_without_a_voice_of_its_own_a_device_has_no_button(opened: Opened, voices: list[dict[str, object]]) -> None:
    page = with_voices(opened("hege"), *voices)
    page.goto("/")
    expect(page.get_by_role("button", name="Les høyt")).to_have_count(0)


def test_the_page_is_read_in_its_order_and_a_second_press_stops_it(opened: Opened) -> None:
    page = with_voices(opened("hege"), ELSEWHERE, BOKMAL)
    page.goto("/help-now")
    button = page.get_by_role("button", name="Les høyt")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    spoken = said(page)
    assert spoken[0] == (page.locator("h1").inner_text(), "nb-NO")
    shown, place = "".join((page.locator("main").text_content() or "").split()), 0
    for text, _ in spoken:
        bare = "".join(text.split())
        place = shown.index(bare, place) + len(bare)
    assert "113 Ambulanse" in [text for text, _ in spoken]
    assert len(spoken) > 5
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")
    assert said(page) == []


def test_words_in_another_language_wait_for_a_voice_of_theirs(opened: Opened, site: Site) -> None:
    page = opened("kari")
    address = site.place("/conversations/{conversations[sofia.oksana]}")
    for voices in ([BOKMAL], [BOKMAL, UKRAINIAN]):
        with_voices(page, *voices).goto(address)
        page.get_by_role("button", name="Les høyt").click()
        found = {lang for _, lang in said(page)}
        assert found == {str(voice["lang"]) for voice in voices}


def test_skjul_silences_it_at_once(opened: Opened) -> None:
    page = with_voices(opened("hege"), BOKMAL)
    page.goto("/help-now")
    page.get_by_role("button", name="Les høyt").click()
    assert said(page)
    page.context.route(f"{NEUTRAL}**", lambda route: route.fulfill(body="<title>Yr</title>", content_type="text/html"))
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.get_by_role("button", name="Skjul").click()
    page.wait_for_url(NEUTRAL)
    assert heard[:1] == ["silent"]
