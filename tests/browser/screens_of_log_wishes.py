"""The screens of a family that asks for a log, and of those who answer it."""

from playwright.sync_api import Page

from parentapp.domain import log_wishes_answered
from tests.browser import reaching as reach
from tests.browser.screen import Screen
from tests.browser.site import Site
from tests.wishing import handed, wished, wishes

ASK, RECEIVED, HANDED = "/log-wishes", "/unit/log-wishes", "/desk/log-wishes"


def two_wait(site: Site) -> None:
    wished(site.cast)


def randi_has_it(site: Site) -> None:
    handed(site.cast)
    site.named["wish"] = wishes(site.cast)["per.haugen"]


def it_was_read(site: Site) -> None:
    two_wait(site)
    log_wishes_answered.received(site.cast.actor("anne.strand"))


def anne_says_no(site: Site) -> None:
    it_was_read(site)
    words = "Kom på åpen tid på torsdag, så snakker vi om søvn. Det er ofte nok."
    log_wishes_answered.answer(site.cast.actor("anne.strand"), wishes(site.cast)["per.haugen"], words)


def a_log_was_opened(site: Site) -> None:
    randi_has_it(site)
    log_wishes_answered.opened(site.cast.actor("randi"), site.named["wish"], site.cast.logs["lise"])


def nobody_by_that_name(page: Page) -> None:
    page.locator("input[name=username]").first.fill("per.aas")
    page.locator("main form button[type=submit]").first.click()


LOG_WISHES = [
    Screen("log_wishes.ask", "guardian, empty", "per.haugen", ASK),
    Screen("log_wishes.ask", "young person, empty", "amina", ASK),
    Screen("log_wishes.ask", "nothing written", "per.haugen", ASK, 422, reached=reach.send_unfilled),
    Screen("log_wishes.ask", "waits", "per.haugen", ASK + "?done=asked", after=it_was_read),
    Screen("log_wishes.ask", "waits, young person", "amina", ASK, after=two_wait),
    Screen("log_wishes.ask", "handed on", "per.haugen", ASK, after=randi_has_it),
    Screen("log_wishes.ask", "answered", "per.haugen", ASK, after=anne_says_no),
    Screen("log_wishes.ask", "a log was opened", "per.haugen", ASK, after=a_log_was_opened),
    Screen("log_wishes.ask", "nobody to ask", "stine", ASK),
    Screen("log_wishes.received", "two wait", "anne.strand", RECEIVED, after=two_wait),
    Screen("log_wishes.received", "handed on", "anne.strand", RECEIVED + "?done=handed", after=randi_has_it),
    Screen("log_wishes.received", "answered", "anne.strand", RECEIVED, after=anne_says_no),
    Screen("log_wishes.received", "none", "anne.strand", RECEIVED),
    Screen("log_wishes.received", "no such name", "anne.strand", RECEIVED, 422, two_wait, nobody_by_that_name),
    Screen("log_wishes.handed", "one", "randi", HANDED, after=randi_has_it),
    Screen("log_wishes.handed", "none", "randi", HANDED),
    Screen("new_logs.new", "from what a family asked", "randi", "/logs/new?wish={named[wish]}", after=randi_has_it),
    Screen("unit.show", "families that ask", "anne.strand", "/unit", after=two_wait),
    Screen("desk.index", "a family to talk with", "randi", "/desk", after=randi_has_it),
    Screen("home.index", "waits for an answer about a log", "per.haugen", "/", after=two_wait),
    Screen("notices.index", "a family asks", "anne.strand", "/notices", after=two_wait),
]
