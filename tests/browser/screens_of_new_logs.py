"""The screens of opening a log, and of the logins that are made for it."""

from datetime import date

from playwright.sync_api import Page, expect

from parentapp import clock
from parentapp.domain import new_logs
from parentapp.domain.guardians import Relationship
from parentapp.domain.new_logs import About, NewLog
from parentapp.domain.newcomers import Newcomer
from parentapp.enums import Basis, LifeArea
from parentapp.models import Employment
from tests.browser import reaching as reach
from tests.browser.screen import SOFIA, Screen
from tests.browser.site import Site
from tests.first_logins import fifteen, with_slip

NEW, WITH_LOGIN = "/logs/new", SOFIA + "/people/guardians/with-login"
OWN_LOGIN = SOFIA + "/people/own-login"
YEARS = {"child": "2016-05-05", "fifteen": "2011-01-05", "grown": "2009-01-05"}


def in_two_units(site: Site) -> None:
    """Kari works at the school too."""
    cast = site.cast
    Employment.create(
        account=cast.accounts["kari"], unit=cast.units["school"], title="helsesykepleier", since=cast.today
    )


def maja_is_asked_for(site: Site) -> None:
    """By Kari; Eva, her mother, got a login."""
    cast = site.cast
    found = Relationship(Basis.PARENTAL_RESPONSIBILITY, "Viste pass.", cast.today, signs=True)
    new = NewLog(
        about=About("Maja Vik", date(2016, 5, 5)),
        unit=None,
        concern="Vi lurer på om Maja er ensom.\n\nHun gikk alene i tre friminutt i går.",
        areas=frozenset({LifeArea.SCHOOL, LifeArea.FRIENDS}),
        deputy=cast.accounts["lina"],
        guardians={"first": (Newcomer("Eva Vik", "uk"), found)},
        own=None,
        purpose="Så vi kan hjelpe sammen.",
        child_view="Greit.",
    )
    with clock.at(site.now):
        site.named["maja"], _ = new_logs.open_log(cast.actor("kari"), new)


def sofia_is_fifteen(site: Site) -> None:
    """And has no login."""
    fifteen(site.cast)


def sofia_has_a_slip(site: Site) -> None:
    """Kari has given it to her; she has not used it."""
    with clock.at(site.now):
        with_slip(site.cast)


def choose_klingon(page: Page) -> None:
    """A language that there is none of."""
    page.evaluate("document.querySelector('#locale').add(new Option('Klingon', 'tlh', true, true))")
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".errors")).to_be_focused()


def hand_over(page: Page) -> None:
    page.locator("main form button[type=submit]").click()
    expect(page.locator(".slip").first).to_be_visible()


def the_child(page: Page, age: str = "child") -> None:
    """The first step, filled in and sent."""
    page.locator("#name").fill("Maja Vik")
    page.locator("#born").fill(YEARS[age])
    page.locator("#text").fill("Vi lurer på om Maja er ensom.")
    page.locator("#reason").fill("Hun gikk alene i tre friminutt i går.")
    page.locator("#area input").first.check()
    page.locator("main form button[type=submit]").click()
    expect(page.locator("#why")).to_be_visible()


def at_fifteen(page: Page) -> None:
    the_child(page, "fifteen")


def who_decides_alone(page: Page) -> None:
    the_child(page, "grown")


def nobody_answers(page: Page) -> None:
    """The second step, sent as it is."""
    the_child(page)
    page.locator("main form").evaluate("form => { form.noValidate = true }")
    page.locator("button[value=sign]").click()
    expect(page.locator(".errors")).to_be_focused()


def two_logins(page: Page) -> None:
    """For a young person of fifteen and her mother."""
    at_fifteen(page)
    page.locator("#first-name").fill("Eva Vik")
    page.locator("#first-locale").select_option("uk")
    page.locator("#first-basis input").first.check()
    page.locator("#first-reason").fill("Viste pass.")
    page.locator("button[value=sign]").click()
    expect(page.locator(".receipt").first).to_be_visible()


NEW_LOGS = [
    Screen("new_logs.new", "empty", "kari", NEW),
    Screen("new_logs.new", "in two units", "kari", NEW, after=in_two_units),
    Screen("new_logs.new", "nothing written", "kari", NEW, 422, reached=reach.send_unfilled),
    Screen("new_logs.new", "who answers", "kari", NEW, reached=the_child),
    Screen("new_logs.new", "at fifteen", "kari", NEW, reached=at_fifteen),
    Screen("new_logs.new", "decides alone", "kari", NEW, reached=who_decides_alone),
    Screen("new_logs.new", "nobody answers", "kari", NEW, 422, reached=nobody_answers),
    Screen("new_logs.new", "first logins", "kari", NEW, reached=two_logins),
    Screen("log.show", "just opened", "kari", "/logs/{named[maja]}?done=opened", after=maja_is_asked_for),
    Screen("people.show", "ready for an own login", "kari", SOFIA + "/people", after=sofia_is_fifteen),
    Screen("people.show", "a slip nobody has used", "kari", SOFIA + "/people", after=sofia_has_a_slip),
    Screen("own_login.give", "empty", "kari", OWN_LOGIN, after=sofia_is_fifteen),
    Screen("own_login.give", "no language", "kari", OWN_LOGIN, 422, after=sofia_is_fifteen, reached=choose_klingon),
    Screen("own_login.give", "the slip", "kari", OWN_LOGIN, after=sofia_is_fifteen, reached=hand_over),
    Screen("people.add_with_login", "empty", "kari", WITH_LOGIN),
    Screen("people.add_with_login", "nothing chosen", "kari", WITH_LOGIN, 422, reached=reach.ask_nothing),
]
