"""Somebody at their phone, who knows a page only by what it says in their own language."""

from typing import Any

from playwright.sync_api import Locator, Page, expect

from parentapp.demo.people import EVERYBODY, PASSWORD
from parentapp.i18n import html_lang, speak


class Hands:
    """What this person does and sees. Phrases are given in bokmål, as in the code, and looked up in their language."""

    def __init__(self, page: Page, username: str, locale: str) -> None:
        self.page = page
        self.username = username
        self.locale = locale
        self.t = speak(locale)

    def log_in(self) -> None:
        """With name and password, at the door."""
        self.page.goto("/")
        self.field("Brukernavn").fill(self.username)
        self.field("Passord").fill(PASSWORD)
        self.press("Logg inn")
        expect(self.heading("Hei, {name}", name=EVERYBODY[self.username].name.split()[0])).to_be_visible()
        expect(self.page.locator("html")).to_have_attribute("lang", html_lang(self.locale))

    def press(self, phrase: str, **values: Any) -> None:
        """The one button of that name."""
        self.button(phrase, **values).click()

    def follow(self, phrase: str, **values: Any) -> None:
        """The one link of that name on the page."""
        self.link(phrase, **values).click()

    def go(self, tab: str) -> None:
        """To one of the places in the bar at the bottom, and wait until it is there."""
        link = self.page.get_by_role("navigation", name=self.t("Hovedmeny")).get_by_role("link", name=self.t(tab))
        with self.page.expect_navigation():
            link.click()

    def button(self, phrase: str, **values: Any) -> Locator:
        return self.page.get_by_role("button", name=self.t(phrase, **values), exact=True)

    def link(self, phrase: str, **values: Any) -> Locator:
        return self.page.get_by_role("main").get_by_role("link", name=self.t(phrase, **values))

    def field(self, label: str) -> Locator:
        return self.page.get_by_label(self.t(label), exact=True)

    def heading(self, phrase: str, **values: Any) -> Locator:
        return self.page.get_by_role("heading", name=self.t(phrase, **values), exact=True)

    def part(self, heading: str) -> Locator:
        """The part of the page under that heading."""
        return self.page.get_by_role("region", name=self.t(heading), exact=True)

    def sees(self, phrase: str, **values: Any) -> None:
        """These words stand on the page."""
        self.reads(self.t(phrase, **values))

    def reads(self, text: str) -> None:
        """This text, as somebody wrote it, stands on the page."""
        expect(self.page.get_by_role("main")).to_contain_text(text)

    def reads_not(self, text: str) -> None:
        expect(self.page.get_by_role("main")).not_to_contain_text(text)
