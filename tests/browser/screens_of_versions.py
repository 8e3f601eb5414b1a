"""The screens of «Det var ikke slik», and of a search in one log."""

from collections.abc import Callable

from playwright.sync_api import Page

from parentapp.domain import revising, versions
from tests.browser import reaching as reach
from tests.browser.screen import SOFIA, Screen
from tests.browser.site import Site
from tests.versions import ANSWER, BESIDE


def oksana_saw_it_otherwise(site: Site) -> None:
    """Twice, and Per Aas has changed his note since."""
    cast = site.cast
    note = site.named["note"] = cast.entries["sofia.note"]
    for words in ("Vi var der.", BESIDE):
        site.named["version"] = versions.write(cast.actor("oksana"), note, words)
    revising.change_text(cast.actor("per.aas"), note, "Ringte hjem. Fikk ikke svar, og prøver igjen.")


def per_answers(site: Site) -> None:
    oksana_saw_it_otherwise(site)
    versions.answer(site.cast.actor("per.aas"), site.named["version"], ANSWER)


def looks_for(words: str) -> Callable[[Page], None]:
    def search(page: Page) -> None:
        page.get_by_role("searchbox").fill(words)
        page.get_by_role("search").get_by_role("button").click()

    return search


NOTE, SEARCH = "/entries/{entries[sofia.note]}/versions", SOFIA + "/search"
VERSIONS = [
    Screen("versions.show", "guardian, nothing yet", "oksana", NOTE),
    Screen("versions.show", "written, waits", "oksana", NOTE + "?done=written", after=oksana_saw_it_otherwise),
    Screen("versions.show", "the author is to answer", "per.aas", NOTE, after=oksana_saw_it_otherwise),
    Screen("versions.show", "answered", "oksana", NOTE, after=per_answers),
    Screen("versions.show", "nothing written", "oksana", NOTE, 422, reached=reach.send_blank),
    Screen("log.show", "seen otherwise", "oksana", SOFIA, after=per_answers),
    Screen("desk.index", "somebody saw it otherwise", "per.aas", "/desk", after=oksana_saw_it_otherwise),
    Screen("log.search", "empty", "oksana", SEARCH),
    Screen("log.search", "some", "oksana", SEARCH, reached=looks_for("skole")),
    Screen("log.search", "none", "oksana", SEARCH, reached=looks_for("zebra")),
]
