"""What one does on a page to get to see another state of it, and what has to be broken before one does."""

import dataclasses
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from parentapp.config import Mode
from parentapp.demo.drawings import drawn
from parentapp.domain import lysglimt, notices

FIRST, SECOND = "Kan vi snakke i morgen?", "Kan vi snakke i overmorgen?"
FORM = "main form:has(textarea, [type=password])"
SEND = "button[type=submit], button:not([type])"


def send_blank(page: Page) -> None:
    """A space in every box: the browser lets it pass, we do not."""
    form = page.locator(FORM).first
    for box in form.locator("textarea, input.ds-input:not([type=checkbox], [type=radio], [type=file])").all():
        if box.is_visible():
            box.fill(" ")
    form.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


def write_a_place(page: Page) -> None:
    """Where the child is protected."""
    page.locator("#text").fill("Mor ringte. De har flyttet til Bjørkeveien 3, 5700 Voss.")
    page.locator(FORM).first.locator(SEND).last.click()
    expect(page.locator(".conflict")).to_be_focused()


def ask_nobody(page: Page) -> None:
    """The last form of the page, with nobody chosen."""
    page.locator("main form").last.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


def ask_nothing(page: Page) -> None:
    """As a browser that asks for nothing to be filled in would send it."""
    form = page.locator(FORM).first
    form.evaluate("form => { form.noValidate = true }")
    form.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


def send_unfilled(page: Page) -> None:
    """The same with the last form of the page, which may have no box for words."""
    form = page.locator("main form").last
    form.evaluate("form => { form.noValidate = true }")
    form.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


def send_no_words(page: Page) -> None:
    """The same, where the form has days besides, which a browser does not let pass."""
    form = page.locator(FORM).first
    for box in form.locator("textarea").all():
        box.fill(" ")
    form.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


def send_a_text_as_picture(page: Page) -> None:
    page.locator("#picture").set_input_files({"name": "bilde.jpg", "mimeType": "image/jpeg", "buffer": b"Hei"})
    page.locator(FORM).first.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


def write_too_much(page: Page) -> None:
    """Of a picture that can be taken; the browser is let past the length of the box."""
    picture = {"name": "bilde.jpg", "mimeType": "image/jpeg", "buffer": drawn("kite").large}
    page.locator("#picture").set_input_files(picture)
    page.locator("summary", has_text=re.compile("Beskriv|وصف")).click()
    page.locator("#described").evaluate("box => box.removeAttribute('maxlength')")
    page.locator("#described").fill("Lang " * 60)
    page.locator(FORM).first.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


def call_without_words(page: Page) -> None:
    """The same for a meeting, which must have a day and two times."""
    for box, said in (("#day", "2026-03-19"), ("#begins", "09:00"), ("#stops", "09:45")):
        page.locator(box).fill(said)
    send_no_words(page)


def agree_on_half_a_measure(page: Page) -> None:
    """The words of a measure, without a goal and without anybody who does it."""
    page.locator("#text_1").fill("Ringe treneren.")
    page.locator(FORM).first.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


def invite_nobody(page: Page) -> None:
    """A guest without a user name."""
    page.locator("input[value=guest]").check()
    send_no_words(page)


def add_nothing(page: Page) -> None:
    """A space, to what is spoken of."""
    page.locator("#agenda summary").click()
    page.locator("#agenda textarea").fill(" ")
    page.locator("#agenda").locator(SEND).click()
    expect(page.locator(".errors")).to_be_focused()


def say_nothing(page: Page) -> None:
    """A space, beside the minutes."""
    page.locator("#comments summary").last.click()
    page.locator("#comment").fill(" ")
    page.locator("#comments form:has(textarea)").locator(SEND).click()
    expect(page.locator(".errors")).to_be_focused()


def guess_password(page: Page) -> None:
    page.locator("#username").fill("oksana")
    page.locator("#password").fill("sommer2026")
    with page.expect_navigation():
        page.locator(FORM).locator(SEND).click()


def choose_klingon(page: Page) -> None:
    button = page.locator("main button[name=chosen]").first
    button.evaluate("button => { button.value = 'tlh' }")
    with page.expect_navigation():
        button.click()


def choose_an_easy_password(page: Page) -> None:
    for box, typed in (("used", "fjordvik"), ("wanted", "passord12345"), ("again", "passord12345")):
        page.locator(f"#{box}").fill(typed)
    with page.expect_navigation():
        page.locator("main form button").first.click()


def go_away_backwards(page: Page) -> None:
    page.locator("#since").fill("2026-03-13")
    page.locator("#until").fill("2026-03-12")
    with page.expect_navigation():
        page.locator("form:has(#until) button").click()


def name_nobody(page: Page) -> None:
    page.locator("#username").fill("nobody")
    with page.expect_navigation():
        page.locator("form:has(#username) button").click()


def begin_conversation(page: Page) -> None:
    with page.expect_navigation():
        page.locator("main form button").first.click()


def send_two_under_one_key(page: Page) -> None:
    """The first went through, but its answer was lost on the way: the page does not know, and another text is sent."""
    page.locator("html[data-htmx=ready]").wait_for()
    sent = """async (text) => {
        const form = document.querySelector("#compose");
        const said = new FormData(form);
        said.set("text", text);
        await fetch(form.action, { method: "POST", body: said });
    }"""
    page.evaluate(sent, FIRST)
    page.locator("#text").fill(SECOND)
    page.locator("#send").click()
    expect(page.locator(".conflict")).to_be_focused()


def maybe(page: Page) -> None:
    button = page.locator("#answer button").first
    button.evaluate("button => { button.value = 'maybe' }")
    with page.expect_navigation():
        button.click()


def stop_lysglimt(page: Page) -> None:
    page.locator("button.kind[value=lysglimt]").first.click()
    expect(page.locator(".done-note")).to_be_focused()


def ask_no_coordinator(page: Page) -> None:
    """The form in which somebody is asked to coordinate a plan, with nobody chosen."""
    form = page.locator("form:has(#who)")
    form.evaluate("form => { form.noValidate = true }")
    form.locator(SEND).click()
    expect(page.locator(".errors")).to_be_focused()


def say_it_helps(page: Page) -> None:
    """Of one's own measure, which stands first in the log."""
    page.locator("#mine").locator("xpath=..").locator("summary").first.click()
    page.locator("button[name=outcome]:visible").first.click()
    page.wait_for_load_state()


def send_old_form(page: Page) -> None:
    page.locator(f"{FORM} [name=csrf_token]").evaluate("field => { field.value = 'old' }")
    send_words(page)


def send_a_book(page: Page) -> None:
    page.locator(f"{FORM} [name=back]").evaluate("field => { field.value = 'x'.repeat(300 * 1024) }")
    send_words(page)


def send_words(page: Page) -> None:
    page.locator(f"{FORM} textarea").fill("Hun sang i bilen hele veien hjem.")
    with page.expect_navigation():
        page.locator(FORM).locator(SEND).last.click()


def press_no_heart(page: Page) -> None:
    """Sent without the button that says whether it is given or taken back, and without htmx: the answer is a page."""
    with page.expect_navigation():
        page.locator("form:has(button[aria-pressed])").first.evaluate("form => form.submit()")


def demo(patch: pytest.MonkeyPatch, app: Any) -> None:
    """The door of the demo, where one may try to be somebody."""
    patch.setitem(app.config, "SETTINGS", dataclasses.replace(app.config["SETTINGS"], mode=Mode.DEMO))


def break_news(patch: pytest.MonkeyPatch, app: Any) -> None:
    patch.setattr(notices, "news", _fail)


def break_post(patch: pytest.MonkeyPatch, app: Any) -> None:
    patch.setattr(lysglimt, "post", _fail)


def _fail(*_: object, **__: object) -> None:
    raise RuntimeError("broken by the test")


def open_suggestions(page: Page) -> None:
    """The first life area of the phrase bank, unfolded."""
    page.locator(".bank summary").first.click()
