"""Opens a screen as its person meets it, and says what they would stumble over, in words a failing test can print."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response, ViewportSize

from parentapp.demo.people import EVERYBODY
from parentapp.i18n import html_lang
from parentapp.models import ConsentRequest, Entry, Message
from tests.browser.conftest import AXE, HERE, PHONE, log_in, profile
from tests.browser.screens import Screen
from tests.browser.site import Site

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = ViewportSize(width=320, height=640)
ZOOMED = ViewportSize(width=320, height=256)  # 1280 × 1024 at 400 %
DESKTOP = ViewportSize(width=1280, height=800)
USUAL, DOUBLE = 16, 32  # CSS pixels of the browser's own text size
NAMES = HERE.parents[1] / "translations" / "names.toml"


@dataclass
class Glass:
    """One page of one profile, for one screen after the other: a fresh profile for each would take minutes more."""

    page: Page
    locale: str
    wrong: list[str]
    answers: list[Response] = field(default_factory=list)

    @classmethod
    @contextmanager
    def held(cls, chromium: Browser, address: str, locale: str, *, dark: bool) -> "Iterator[Glass]":
        wrong: list[str] = []
        look = "dark" if dark else "light"
        context = profile(chromium, wrong, base_url=address, viewport=PHONE, color_scheme=look, locale=locale)
        context.add_init_script(path=AXE)
        context.add_init_script(path=HERE / "faults.js")
        glass = cls(context.new_page(), locale, wrong)
        glass.page.on("response", glass._note)
        yield glass
        context.close()

    def _note(self, response: Response) -> None:
        """Pages and parts, but no files."""
        if response.request.resource_type in ("document", "xhr") and not 300 <= response.status < 400:
            self.answers.append(response)

    def open(self, site: Site, screen: Screen) -> None:
        """The screen as its person meets it on a phone."""
        self.wrong.clear()
        self.answers.clear()
        self.page.set_viewport_size(PHONE)
        self.page.context.clear_cookies()
        if screen.person:
            log_in(self.page.context, site, screen.person, self.locale)
        self.page.goto(site.place(screen.address, self.locale))
        if screen.reached:
            screen.reached(self.page)
        self.page.wait_for_load_state()

    def faults(self, screen: Screen) -> list[str]:
        """Everything wrong with the page as it stands."""
        return [
            *self._answer(screen),
            *self._found("unfocused"),
            *self._found("unmarked", written()),
            *(self._found("foreign", allowed()) if self.locale == "ar" else []),
            *self._found("unannounced", bool(screen.person and EVERYBODY[screen.person].unit)),
            *self._found("small"),
            *self._found("torn"),
            *self._at_full_height(),
            *self._widths(),
            *self._focus(),
            *self.wrong,
        ]

    def _answer(self, screen: Screen) -> list[str]:
        last = self.answers[-1].status
        shown = self.page.locator("html").get_attribute("lang")
        return [
            *([] if last == screen.status else [f"answered {last}, not {screen.status}"]),
            *([] if shown == html_lang(self.locale) else [f"in «{shown}»"]),
        ]

    def _found(self, check: str, *given: Any) -> list[str]:
        found: list[str] = self.page.evaluate(f"given => faults.{check}(...given)", list(given))
        return found

    def _at_full_height(self) -> list[str]:
        """What axe finds. The window is as high as the page, as in a picture of it: axe judges what is drawn where it
        looks, and would take a row that is just passing under a sticky bar for unreadable or too small to hit."""
        height = self.page.evaluate("document.documentElement.scrollHeight")
        self.page.set_viewport_size({"width": PHONE["width"], "height": height})
        try:
            return self._found("axed", TAGS)
        finally:
            self.page.set_viewport_size(PHONE)

    def _widths(self) -> list[str]:
        return [*self._wide("on a phone"), *self.narrow(), *self.large()]

    def narrow(self) -> list[str]:
        found = []
        for size in (NARROW, DESKTOP):
            self.page.set_viewport_size(size)
            found += self._wide(f"at {size['width']} px")
        self.page.set_viewport_size(PHONE)
        return found

    def large(self) -> list[str]:
        """With the browser's text twice as large."""
        tools = self.page.context.new_cdp_session(self.page)
        tools.send("Page.setFontSizes", {"fontSizes": {"standard": DOUBLE, "fixed": DOUBLE}})
        found = self._wide("with text at 200 %")
        tools.send("Page.setFontSizes", {"fontSizes": {"standard": USUAL, "fixed": USUAL}})
        tools.detach()
        return found

    def _wide(self, how: str) -> list[str]:
        return [f"{how}: {fault}" for fault in self._found("sideways")]

    def _focus(self) -> list[str]:
        """Skjul comes first, except where the page has moved the focus to what just happened."""
        moved = self.page.evaluate("document.activeElement !== document.body")
        self.page.keyboard.press("Tab")
        first = self.page.evaluate("Boolean(document.activeElement.closest('form[data-hide]'))")
        found = [*([] if first or moved else ["Skjul is not first"]), *self._found("lost")]
        self.page.set_viewport_size(ZOOMED)
        return found + [f"at 400 %: {fault}" for fault in self._found("lost")]


def look_at(glass: Glass, site: Site, screen: Screen, patch: pytest.MonkeyPatch) -> None:
    """Fails with all that is wrong with the screen."""
    if screen.after:
        screen.after(site)
    if screen.broken:
        screen.broken(patch, site.app)
    glass.open(site, screen)
    faults = glass.faults(screen)
    assert not faults, "\n".join(faults)


def written() -> list[tuple[str, str]]:
    """All that people have written, with its language as the page must give it."""
    texts = [(row.text, row.lang) for table in (Entry, Message) for row in table.select()]
    texts += [(row.purpose, row.lang) for row in ConsentRequest.select()]
    return [(text.splitlines()[0], html_lang(lang)) for text, lang in texts if text]


def allowed() -> list[str]:
    """Names that stay as they are in every language, the longest first."""
    names: list[str] = tomllib.loads(Path(NAMES).read_text(encoding="utf-8"))["names"]
    return sorted(names, key=len, reverse=True)
