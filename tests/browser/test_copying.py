"""One tap puts one's own words on the clipboard, and it is said aloud; without scripts a page has them in a box."""

from playwright.sync_api import expect

from tests.browser.conftest import Opened
from tests.browser.site import Site

WORDS = "Sofia spurte selv om å få sitte ved siden av Emma. Det fikk hun."
COPY = "Kopier til egen journal"


def test_one_tap_copies_ones_own_words(opened: Opened, site: Site) -> None:
    page = opened("per.aas")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(site.place("/logs/{logs[sofia]}"))
    where, asked = page.url, []
    page.on("request", lambda request: asked.append(request.url) if "/static/" not in request.url else None)
    own = site.place("/entries/{entries[sofia.note]}/copy")
    page.get_by_role("link", name=COPY).first.click()
    expect(page.locator("#live")).to_have_text("Kopiert")
    expect(page.get_by_role("link", name="Kopiert")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"09.02.2026 Notat\n{WORDS}"
    assert page.url == where
    assert [each.partition(own)[1:] for each in asked] == [(own, "")]


def test_where_nothing_may_be_put_there_the_page_opens(opened: Opened, site: Site) -> None:
    page = opened("per.aas")
    page.add_init_script("navigator.clipboard.write = () => Promise.reject(new Error('not allowed'))")
    page.goto(site.place("/logs/{logs[sofia]}"))
    page.get_by_role("link", name=COPY).first.click()
    expect(page.get_by_label("Det du skrev")).to_have_value(f"09.02.2026 Notat\n{WORDS}")


def test_without_scripts_a_page_has_them_in_a_box(opened: Opened, site: Site) -> None:
    page = opened("per.aas", javascript=False)
    page.goto(site.place("/logs/{logs[sofia]}"))
    page.get_by_role("link", name=COPY).first.click()
    expect(page.get_by_label("Det du skrev")).to_have_value(f"09.02.2026 Notat\n{WORDS}")


def test_an_own_measure_is_evaluated_in_three_taps_from_the_desk(opened: Opened, site: Site) -> None:
    """The log, the fold of the measure that stands first there, and the answer."""
    page = opened("per.aas")
    page.goto(site.place("/desk"))
    page.locator("a[href='{}']".format(site.place("/logs/{logs[sofia]}"))).first.click()
    page.get_by_role("region", name="Ditt ansvar").locator("summary").click()
    page.get_by_role("button", name="Det hjelper").click()
    expect(page.locator(".done-note")).to_contain_text("Svaret ditt står i planen.")
