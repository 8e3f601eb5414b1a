"""On a phone: it can be installed, opens without network what must open, and keeps nothing about anybody."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from parentapp.views import shell
from parentapp.views.statics import built
from tests.browser.conftest import PATIENCE, Opened
from tests.browser.site import Site

# Everything a page can leave in a browser, as one text.
ALL_STORAGE = """async () => {
  const found = [JSON.stringify({...localStorage}), JSON.stringify({...sessionStorage}), document.cookie];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found.push(request.url, await (await cache.match(request)).text());
    }
  }
  for (const base of await indexedDB.databases()) found.push(base.name);
  return found.join("\\n");
}"""
PAUSE = 50  # milliseconds
READY = "() => navigator.serviceWorker.ready.then(() => true)"
KEEPS = """async (locale) => {
  for (const name of ["/offline", "/help-now"]) {
    const page = await caches.match(name);
    if (!page || !(await page.text()).includes(`data-locale="${locale}"`)) return false;
  }
  return true;
}"""


def until(page: Page, script: str, arg: object = None) -> None:
    """Waits for a script that has to wait itself: `wait_for_function` takes its promise for a yes."""
    for _ in range(PATIENCE // PAUSE):
        if page.evaluate(script, arg):
            return
        page.wait_for_timeout(PAUSE)
    raise AssertionError(f"it never became true: {script}")


def installed(page: Page, locale: str) -> Page:
    """Waits until the worker runs the page, and has the two pages in the reader's language."""
    until(page, READY)
    until(page, KEEPS, locale)
    page.wait_for_function("() => navigator.serviceWorker.controller")
    return page


def test_chromium_finds_nothing_that_stands_in_the_way_of_installing_it(opened: Opened) -> None:
    page = opened("oksana")
    page.goto("/")
    installed(page, "nb")
    devtools = page.context.new_cdp_session(page)
    told: Any = devtools.send("Page.getAppManifest")
    assert not told["errors"]
    assert told["url"].endswith("/manifest.webmanifest")
    errors: Any = devtools.send("Page.getInstallabilityErrors")
    # A window that keeps nothing, as tests use, can never install anything; that alone may be said.
    assert {error["errorId"] for error in errors["installabilityErrors"]} <= {"in-incognito"}


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_without_network_help_and_one_page_open_in_the_persons_language(
    opened: Opened, language: str, arabic: str
) -> None:
    page = opened("oksana", locale=language)
    page.goto("/")
    installed(page, language)
    page.context.set_offline(True)
    try:
        for address, number in (("/logs", "116 111"), ("/help-now", "113"), ("/", "112")):
            page.goto(address)
            expect(page.locator("html")).to_have_attribute("lang", language)
            expect(page.get_by_text(number).first).to_be_visible()
            expect(page.locator("nav.tabs")).to_have_count(0)
    finally:
        page.context.set_offline(False)
    page.goto("/")
    expect(page.locator("nav.tabs")).to_have_count(1)


def test_nothing_of_the_family_is_in_any_storage(opened: Opened, site: Site) -> None:
    page = opened("oksana")
    page.goto("/")
    installed(page, "nb")
    for address in ("/logs/{logs[sofia]}", "/conversations/{conversations[sofia.oksana]}", "/lysglimt", "/settings"):
        page.goto(site.place(address))
    kept = page.evaluate(ALL_STORAGE)
    assert "116 111" in kept
    for word in ("Sofia", "Oksana", "Kari", "Bondarenko", "csrf_token", *map(str, site.cast.logs.values())):
        assert word not in kept


def test_the_search_of_all_storage_would_find_it(opened: Opened) -> None:
    page = opened("oksana")
    page.goto("/")
    installed(page, "nb")
    page.evaluate("""async () => {
      const cache = await caches.open("other");
      await cache.put("/", new Response("Sofia"));
    }""")
    assert "Sofia" in page.evaluate(ALL_STORAGE)


def test_a_new_version_takes_over_and_what_is_being_written_stays(
    opened: Opened, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened("oksana")
    page.goto(site.place("/conversations/{conversations[sofia.oksana]}"))
    installed(page, "nb")
    box = page.locator("main textarea[name=text]")
    box.fill("Jeg skriver fortsatt.")
    monkeypatch.setattr(shell, "built", lambda name: built(name).replace(b"shell-", b"shell-newer-"))
    page.evaluate("() => navigator.serviceWorker.getRegistration().then((worker) => worker.update())")
    until(page, "async () => (await caches.keys()).every((name) => name.startsWith('shell-newer-'))")
    expect(box).to_have_value("Jeg skriver fortsatt.")


def test_hiding_takes_the_worker_and_all_it_kept_away(opened: Opened) -> None:
    page = opened("oksana")
    page.goto("/")
    installed(page, "nb")
    answer = page.context.request.post("/hide", headers={"Sec-Fetch-Site": "same-origin"})
    assert '"storage"' in answer.headers["clear-site-data"]
