"""The screens of files on what is written."""

from playwright.sync_api import Page, expect

from parentapp.domain import attaching
from tests.browser.reaching import FORM, SEND
from tests.browser.screen import SOFIA, Screen
from tests.browser.site import Site
from tests.files import hung

NOTE = "/entries/{entries[sofia.note]}/files"
REPORT, DRAWING = "Rapporten fra PPT", "Tegningen hennes"


def hang(site: Site, *captions: str) -> None:
    """By Per Aas, on what he wrote of Sofia, where one hangs already: a report first, then pictures."""
    files = [hung(caption, picture=number > 0) for number, caption in enumerate(captions)]
    attaching.add(site.cast.actor("per.aas"), site.cast.entries["sofia.note"], files)


def two_hang(site: Site) -> None:
    hang(site, REPORT, DRAWING)


def full(site: Site) -> None:
    """As many as there is room for."""
    two_hang(site)
    hang(site, *(f"Side {number}" for number in range(1, 3)))


def choose_none(page: Page) -> None:
    """Sent as it is."""
    page.locator(FORM.replace("textarea, [type=password]", "[type=file]")).locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


def choose_a_text(page: Page) -> None:
    """What is no picture and no PDF."""
    page.locator("[type=file]").first.set_input_files({"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"A"})
    page.locator("[type=file] >> xpath=../following-sibling::div//input").first.fill(REPORT)
    choose_none(page)


def write_nothing_beside_a_file(page: Page) -> None:
    """The note comes back empty; the file has to be chosen again."""
    page.locator("summary", has=page.locator("xpath=self::*[following-sibling::*//input[@type='file']]")).first.click()
    page.locator("#text").fill(" ")
    page.locator("[type=file]").first.set_input_files(
        {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": hung().document.body}
    )
    page.locator(FORM).first.locator(SEND).last.click()
    expect(page.locator(".errors")).to_be_focused()


FILED = [
    Screen("attachments.add", "empty", "per.aas", NOTE),
    Screen("attachments.add", "none chosen", "per.aas", NOTE, 422, reached=choose_none),
    Screen("attachments.add", "no such file", "per.aas", NOTE, 422, reached=choose_a_text),
    Screen("attachments.add", "added", "per.aas", NOTE + "?done=files", after=two_hang),
    Screen("attachments.add", "full", "per.aas", NOTE, after=full),
    Screen("log.new_note", "choose the file again", "kari", SOFIA + "/notes", 422, reached=write_nothing_beside_a_file),
    Screen("log.show", "with files", "oksana", SOFIA, after=two_hang),
    Screen("log.show", "with files of one's own", "per.aas", SOFIA, after=full),
]
