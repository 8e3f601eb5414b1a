"""What scripts add: parts instead of pages, and the truth about what is sent. Nothing is said before it is so."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from parentapp.domain import conversations
from parentapp.models import Entry, Message
from tests.browser import reaching, situations
from tests.browser.conftest import Opened
from tests.browser.screens import TALK
from tests.browser.site import Site

WORDS = "Kan vi snakke på torsdag?"
UNSENT = "Ikke sendt ennå"


@pytest.fixture
def talk(opened: Opened, site: Site) -> Page:
    """Oksana's conversation with Kari, with htmx at work."""
    return at(opened("oksana"), site, TALK)


def at(page: Page, site: Site, address: str) -> Page:
    page.goto(site.place(address))
    page.locator("html[data-htmx=ready]").wait_for()
    return page


def said(text: str) -> int:
    """How often it is stored."""
    return sum(row.text == text for table in (Entry, Message) for row in table.select())


OLDER: list[tuple[str, str, Callable[[Site], None], str]] = [
    ("/logs/{logs[sofia]}", "main section li", situations.many_notes, "e-"),
    ("/lysglimt", "#glimpses li.ds-card", situations.many_lysglimt, "e-"),
    ("/logs/{logs[sofia]}/seen", ".seen li:has(b)", situations.many_readings, ""),
    (TALK, "#thread .msg", situations.many_messages, ""),
]


@pytest.mark.parametrize(("address", "rows", "after", "focus"), OLDER, ids=["log", "lysglimt", "seen", "conversation"])
def test_older_ones_come_into_the_page(
    opened: Opened, site: Site, address: str, rows: str, after: Callable[[Site], None], focus: str
) -> None:
    after(site)
    page = at(opened("oksana"), site, address)
    where, first = page.url, page.locator(rows).count()
    page.get_by_role("link", name="Vis eldre").click()
    expect(page.get_by_role("link", name="Vis eldre")).to_be_hidden()
    shown = [row.text_content() for row in page.locator(rows).all()]
    assert len(shown) > first
    assert page.url == where
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))
    headings = page.locator("main h2").all_text_contents()
    assert len(headings) == len(set(headings))
    assert page.evaluate("document.activeElement.id").startswith(focus)


def test_a_heart(opened: Opened, site: Site) -> None:
    page = at(opened("oksana"), site, "/lysglimt")
    button = page.locator(f"#h-{site.cast.entries['sofia.lysglimt']}")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(button).to_contain_text("2 hjerter")
    for hearts, pressed in (("1 hjerte", "false"), ("2 hjerter", "true")):
        button.click()
        expect(button).to_contain_text(hearts)
        expect(button).to_have_attribute("aria-pressed", pressed)
        expect(button).to_be_focused()
    assert page.url == f"{site.address}/lysglimt"


def test_a_message_is_put_in_and_the_box_is_empty(talk: Page) -> None:
    page = talk
    where = page.url
    for text in (WORDS, "Det gjelder gymmen."):
        page.locator("#text").fill(text)
        page.locator("#send").click()
        expect(page.locator("#thread .msg").last).to_contain_text(text)
        expect(page.locator("#text")).to_have_value("")
        expect(page.locator("#live")).to_have_text("Sendt")
        expect(page.locator("#send")).to_be_focused()
        assert said(text) == 1
    assert page.url == where
    expect(page.locator("#thread .msg").last).to_be_in_viewport()


def test_an_answer_comes_by_itself(opened: Opened, site: Site) -> None:
    """What is being written stays as it is, and so does the focus."""
    page = opened("oksana")
    page.clock.install()
    at(page, site, TALK)
    page.locator("#text").fill(WORDS)
    before = page.locator("#thread").inner_html()
    with page.expect_response(lambda response: "after=" in response.url) as nothing:
        page.clock.fast_forward(16_000)
    assert nothing.value.status == 204
    assert page.locator("#thread").inner_html() == before
    expect(page.locator("#thread")).to_contain_text("Ikke lest ennå")
    conversations.write(site.cast.actor("kari"), site.cast.conversations["sofia.oksana"], "Ja, det går fint.")
    page.clock.fast_forward(16_000)
    expect(page.locator("#thread .msg").last).to_contain_text("Ja, det går fint.")
    expect(page.locator("#live")).to_have_text("Ny melding")
    expect(page.locator("#thread .not-read")).to_have_text("Lest av Kari")
    expect(page.locator("#text")).to_have_value(WORDS)
    expect(page.locator("#text")).to_be_focused()
    page.locator("#send").click()
    expect(page.locator("#thread .msg").last).to_contain_text(WORDS)
    expect(page.get_by_text("Ja, det går fint.")).to_have_count(1)


def test_what_cannot_be_taken_is_kept(talk: Page) -> None:
    page = talk
    page.locator("#text").fill(f"{WORDS}\u0007")
    page.locator("#send").click()
    expect(page.locator(".errors")).to_be_focused()
    expect(page.locator(".errors")).to_contain_text("Skriv den på nytt")
    expect(page.locator("#text")).to_have_value(f"{WORDS}\u0007")
    assert not said(WORDS)
    page.locator(".errors a").click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type(WORDS)
    page.locator("#send").click()
    expect(page.locator("#thread .msg").last).to_contain_text(WORDS)
    expect(page.locator(".errors")).to_be_hidden()
    assert said(WORDS) == 1


def test_other_words_under_one_key(talk: Page) -> None:
    """The first were stored, and the page does not know: the second are kept, and sent when that is wanted."""
    page = talk
    reaching.send_two_under_one_key(page)
    expect(page.locator(".conflict")).to_be_focused()
    expect(page.locator("#text")).to_have_value(reaching.SECOND)
    assert (said(reaching.FIRST), said(reaching.SECOND)) == (1, 0)
    page.locator("#send").click()
    expect(page.locator("#thread .msg").last).to_contain_text(reaching.SECOND)
    expect(page.locator("#thread")).to_contain_text(reaching.FIRST)
    assert (said(reaching.FIRST), said(reaching.SECOND)) == (1, 1)


def no_network(page: Page) -> None:
    page.context.set_offline(True)


def cut_on_the_way(page: Page) -> None:
    """The phone believes that it has a network."""
    page.route("**/messages", lambda route: route.abort())


def broken_server(page: Page) -> None:
    page.route("**/messages", lambda route: route.fulfill(status=500, body="<p>Sendt</p>"))


@pytest.mark.parametrize("trouble", [no_network, cut_on_the_way, broken_server])
def test_not_sent_is_said_so(talk: Page, trouble: Callable[[Page], None], wrong: list[str]) -> None:
    page = talk
    shown = page.locator("#thread").inner_html()
    trouble(page)
    page.locator("#text").fill(WORDS)
    page.locator("#send").click()
    expect(page.get_by_role("alert")).to_contain_text(UNSENT)
    expect(page.locator("#text")).to_have_value(WORDS)
    expect(page.locator("#live")).to_be_empty()
    assert page.locator("#thread").inner_html() == shown
    assert not said(WORDS)
    page.context.set_offline(False)
    page.unroute_all()
    page.locator("#send").click()
    expect(page.locator("#thread .msg").last).to_contain_text(WORDS)
    expect(page.get_by_text(UNSENT)).to_be_hidden()
    assert said(WORDS) == 1
    assert all("[object HTMLFormElement]" in complaint for complaint in wrong), wrong  # htmx tells the console too
    wrong.clear()


PLAIN: list[tuple[str, str, str]] = [
    ("oksana", "/lysglimt", "Lysglimtet er delt."),
    ("kari", "/logs/{logs[sofia]}/notes", "Notatet står i loggen."),
    ("kari", "/logs/{logs[sofia]}/concerns", "Det du lurer på, står i loggen."),
    ("kari", "/desk", "Svaret er sendt."),
]


@pytest.mark.parametrize(("person", "address", "done"), PLAIN, ids=["lysglimt", "note", "concern", "desk"])
def test_nor_is_a_plain_form_without_network(opened: Opened, site: Site, person: str, address: str, done: str) -> None:
    page = opened(person)
    page.goto(site.place(address))
    if page.locator("main summary.ds-button").count():
        page.locator("main summary.ds-button").click()
    page.context.set_offline(True)
    box, form = page.locator("main textarea"), page.locator("main form:has(textarea)")
    box.fill(WORDS)
    form.locator(reaching.SEND).last.click()
    expect(page.get_by_role("alert")).to_contain_text(UNSENT)
    expect(box).to_have_value(WORDS)
    page.context.set_offline(False)
    form.locator(reaching.SEND).last.click()
    expect(page.locator(".done-note")).to_contain_text(done)
    expect(page.locator(".done-note")).to_be_focused()
    assert said(WORDS) == 1


def test_two_presses_send_once(talk: Page) -> None:
    page = talk
    page.locator("#text").fill(WORDS)
    page.locator("#send").dblclick()
    expect(page.locator("#thread .msg").last).to_contain_text(WORDS)
    expect(page.locator(".errors")).to_be_hidden()
    assert said(WORDS) == 1


@pytest.mark.parametrize("scripts", [True, False])
def test_two_presses_post_once(opened: Opened, site: Site, scripts: bool) -> None:
    page = opened("oksana", javascript=scripts)
    page.goto("/lysglimt")
    page.locator("#text").fill(WORDS)
    page.get_by_role("button", name="Del lysglimtet").dblclick()
    expect(page.locator(".done-note")).to_be_visible()
    expect(page.get_by_text(WORDS)).to_have_count(1)
    assert said(WORDS) == 1


def test_the_room_that_is_left(opened: Opened) -> None:
    page = opened("oksana")
    page.goto("/lysglimt")
    expect(page.locator("#room")).to_have_text("0 av 500")
    page.locator("#text").press_sequentially("Hun lo.")
    expect(page.locator("#room")).to_have_text("7 av 500")
    page.locator("#text").fill("a" * 600)
    expect(page.locator("#room")).to_have_text(re.compile(r"^500 av 500$"))


def test_the_newest_message_is_in_view(opened: Opened, site: Site) -> None:
    """From the list, from what is new, and from home, with scripts and without."""
    situations.many_messages(site)
    conversations.write(site.cast.actor("kari"), site.cast.conversations["sofia.oksana"], WORDS)
    for scripts in (True, False):
        page = opened("oksana", javascript=scripts)
        for start in ("/conversations", "/notices", "/"):
            page.goto(start)
            page.locator(f"main a[href^='{site.place(TALK)}']").first.click()
            expect(page.locator("#thread .msg").last).to_contain_text(WORDS)
            expect(page.locator("#thread .msg").last).to_be_in_viewport(ratio=1)
            expect(page.locator("#text")).to_be_in_viewport(ratio=1)


def test_a_short_conversation_leaves_the_box_at_the_bottom(opened: Opened) -> None:
    page = opened("per.haugen", size={"width": 412, "height": 915})
    page.goto("/conversations")
    reaching.begin_conversation(page)
    box: Any = page.locator(".compose").bounding_box()
    bar: Any = page.locator(".tabs").bounding_box()
    assert abs(box["y"] + box["height"] - bar["y"]) <= 2


def test_menus_close(opened: Opened, site: Site) -> None:
    situations.two_children(site)
    page = opened("erik")
    page.goto("/")
    menu = page.locator("details[data-menu]")
    menu.locator("summary").click()
    expect(menu.get_by_role("link")).to_have_count(2)
    page.keyboard.press("Escape")
    expect(menu).not_to_have_attribute("open", "")
    menu.locator("summary").click()
    page.locator("h1").click()
    expect(menu).not_to_have_attribute("open", "")
