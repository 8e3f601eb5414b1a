"""The screens of «Det var ikke slik», and of looking for words in the log."""

from playwright.sync_api import Page, expect

from tests import versions
from tests.browser import reaching as reach
from tests.browser import situations as when
from tests.browser.screen import AMINA, SOFIA, Screen
from tests.browser.site import Site

NOTE, SEARCH = "/entries/{entries[sofia.note]}/versions", SOFIA + "/search"


def saw_it_otherwise(site: Site) -> None:
    """Oksana, Amina and Fadumo did, and nobody has answered."""
    site.cast = versions.versioned(site.cast)


def answered(site: Site) -> None:
    """And Per Aas has answered Oksana."""
    site.cast = versions.answered(site.cast)


def much(site: Site) -> None:
    """Notes and lysglimt that have the same word."""
    when.many_notes(site)
    when.many_lysglimt(site)


def look_for(page: Page, words: str) -> None:
    """In the box of the page."""
    page.locator("#text").fill(words)
    page.locator(".find button").click()


def find(page: Page) -> None:
    """What stands in Sofia's log."""
    look_for(page, "sof")
    expect(page.locator("#found")).to_be_focused()


def find_many(page: Page) -> None:
    """More than a page holds: there is a button for the next of them."""
    look_for(page, "gang")
    expect(page.locator("#found")).to_be_focused()
    expect(page.locator(".more button")).to_be_visible()


def find_nothing(page: Page) -> None:
    look_for(page, "xylofon")
    expect(page.locator(".empty [data-focus]")).to_be_focused()


def look_for_nothing(page: Page) -> None:
    """A space: the browser lets it pass."""
    look_for(page, " ")
    expect(page.locator(".errors")).to_be_focused()


VERSIONS = [
    Screen("versions.show", "guardian", "oksana", NOTE),
    Screen("versions.show", "nothing written", "oksana", NOTE, 422, reached=reach.send_blank),
    Screen("versions.show", "written", "oksana", NOTE + "?done=written", after=saw_it_otherwise),
    Screen("versions.show", "answered", "oksana", NOTE, after=answered),
    Screen("versions.show", "to be answered", "per.aas", NOTE, after=saw_it_otherwise),
    Screen("versions.show", "no answer", "per.aas", NOTE, 422, after=saw_it_otherwise, reached=reach.send_blank),
    Screen("versions.show", "has answered", "per.aas", NOTE + "?done=answered", after=answered),
    Screen("versions.show", "her own note", "per.aas", NOTE),
    Screen("versions.show", "reads only", "lina", NOTE, after=answered),
    Screen("versions.show", "a lysglimt", "oksana", "/entries/{entries[sofia.lysglimt]}/versions", after=answered),
    Screen("versions.show", "young person", "amina", "/entries/{entries[amina.hidden]}/versions", after=answered),
    Screen("log.show", "seen otherwise", "oksana", SOFIA, after=answered),
    Screen("log.show", "to be answered", "per.aas", SOFIA, after=saw_it_otherwise),
]

SEARCHED = [
    Screen("log.search", "empty", "oksana", SEARCH),
    Screen("log.search", "nothing looked for", "oksana", SEARCH, 422, reached=look_for_nothing),
    Screen("log.search", "nothing found", "oksana", SEARCH, reached=find_nothing),
    Screen("log.search", "found", "oksana", SEARCH, after=answered, reached=find),
    Screen("log.search", "found, helper", "kari", SEARCH, after=answered, reached=find),
    Screen("log.search", "found many", "oksana", SEARCH, after=much, reached=find_many),
    Screen("log.search", "young person", "amina", AMINA + "/search"),
    Screen("log.search", "network", "erik", SEARCH),
]
