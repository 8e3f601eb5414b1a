"""Pictures of the screens, taken in a real Chromium of the demo municipality.

`python tools/screenshots.py` makes the five pictures of the README in docs/pictures. With `--all FOLDER [WORD …]` it
makes every screen (or those whose name holds a word) in each size, language and light, for people to look through.
"""

import argparse
import base64
import logging
import os
import secrets
import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from werkzeug.serving import make_server

from parentapp import config, create_app, demo, migrating, opening
from parentapp.crypto import keystore, passwords
from parentapp.db import connected, database
from parentapp.demo import Stage
from parentapp.domain import accounts
from parentapp.models import Account

ROOT = Path(__file__).resolve().parents[1]
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
ARGUMENTS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
SIZES = {"360": (360, 640), "320": (320, 640), "1280": (1280, 800)}


WIDE = 1000  # pixels; from there on a desk, not a phone


@dataclass(frozen=True)
class Screen:
    name: str
    person: str | None
    address: str


README = {
    "hjem": (Screen("hjem", "oksana", "/"), "360", "nb"),
    "hjem-ar": (Screen("hjem", "yusuf", "/"), "360", "ar"),
    "logg": (Screen("logg", "oksana", "/logs/{logs[sofia]}"), "360", "nb"),
    "hvem-ser-hva": (Screen("hvem-ser-hva", "amina", "/logs/{logs[amina]}/sharing"), "360", "nb"),
    "pulten": (Screen("pulten", "kari", "/desk"), "1280", "nb"),
}

# Every screen, as the people see it who need it most.
SCREENS = (
    Screen("login", None, "/login"),
    Screen("haster", None, "/help-now"),
    Screen("hjem-oksana", "oksana", "/"),
    Screen("hjem-amina", "amina", "/"),
    Screen("hjem-erik", "erik", "/"),
    Screen("hjem-silje", "silje", "/"),
    Screen("hjem-yusuf", "yusuf", "/"),
    Screen("hjem-gro", "gro", "/"),
    Screen("logg-oksana", "oksana", "/logs/{logs[sofia]}"),
    Screen("logg-amina", "amina", "/logs/{logs[amina]}"),
    Screen("logg-kari", "kari", "/logs/{logs[sofia]}"),
    Screen("logger-kari", "kari", "/logs"),
    Screen("notat", "kari", "/logs/{logs[sofia]}/notes"),
    Screen("undring", "kari", "/logs/{logs[sofia]}/concerns"),
    Screen("lysglimt-oksana", "oksana", "/lysglimt"),
    Screen("lysglimt-amina", "amina", "/lysglimt"),
    Screen("meldinger-oksana", "oksana", "/conversations"),
    Screen("meldinger-kari", "kari", "/conversations"),
    Screen("samtale-oksana", "oksana", "/conversations/{talks[sofia.oksana]}#last"),
    Screen("samtale-amina", "amina", "/conversations/{talks[amina.amina]}#last"),
    Screen("plan-oksana", "oksana", "/logs/{logs[sofia]}/plan"),
    Screen("plan-kari", "kari", "/logs/{logs[amina]}/plan"),
    Screen("moter-oksana", "oksana", "/logs/{logs[sofia]}/meetings"),
    Screen("mote-oksana", "oksana", "/meetings/{meetings[sofia.meeting]}"),
    Screen("mote-amina", "amina", "/meetings/{meetings[amina.tests]}"),
    Screen("mote-kari", "kari", "/meetings/{meetings[sofia.meeting]}"),
    Screen("mote-bjorn", "bjorn", "/meetings/{meetings[sofia.meeting]}"),
    Screen("kort-fortalt-oksana", "oksana", "/logs/{logs[sofia]}/summary"),
    Screen("dette-er-meg-amina", "amina", "/logs/{logs[amina]}/about-me"),
    Screen("ny-kontaktperson-gro", "gro", "/logs/{logs[ella]}/handover"),
    Screen("ny-kontaktperson-per", "per.aas", "/logs/{logs[ella]}/handover"),
    Screen("ny-kontaktperson-kari", "kari", "/logs/{logs[sofia]}/handover"),
    Screen("annen-kontaktperson-fadumo", "fadumo", "/logs/{logs[amina]}/contact-request"),
    Screen("oversettelser-oksana", "oksana", "/logs/{logs[sofia]}/translations"),
    Screen("oppdrag-halyna", "halyna", "/assignments"),
    Screen("tolking-halyna", "halyna", "/interpreting/{assignments[sofia.halyna]}"),
    Screen("hvem-ser-hva-oksana", "oksana", "/logs/{logs[sofia]}/sharing"),
    Screen("hvem-ser-hva-gro", "gro", "/logs/{logs[ella]}/sharing"),
    Screen("spurt-tor", "tor", "/logs/{logs[ella]}/sharing"),
    Screen("samtykke-tor", "tor", "/consents/{requests[ella.health]}"),
    Screen("hvem-ser-hva-amina", "amina", "/logs/{logs[amina]}/sharing"),
    Screen("samtykke-spurt", "oksana", "/consents/{requests[sofia.ppt]}"),
    Screen("samtykke-gitt", "oksana", "/consents/{requests[sofia.school]}"),
    Screen("hvem-har-sett", "oksana", "/logs/{logs[sofia]}/seen"),
    Screen("hvem-har-sett-amina", "amina", "/logs/{logs[amina]}/seen"),
    Screen("pulten-kari", "kari", "/desk"),
    Screen("pulten-per", "per.aas", "/desk"),
    Screen("pulten-randi", "randi", "/desk"),
    Screen("enheten-anne", "anne.strand", "/unit"),
    Screen("bedt-om-anne", "anne.strand", "/unit/contact-requests"),
    Screen("kommunen-mona", "mona", "/municipality"),
    Screen("kommunen-enhet-mona", "mona", "/municipality/units/{units[health]}"),
    Screen("kommunen-aldre-mona", "mona", "/municipality/ages"),
    Screen("kommunen-tolker-mona", "mona", "/municipality/interpreters"),
    Screen("kommunen-endret-mona", "mona", "/municipality/changes"),
    Screen("nytt", "oksana", "/notices"),
    Screen("mer", "oksana", "/more"),
    Screen("innstillinger", "oksana", "/settings"),
    Screen("borte-kari", "kari", "/desk/away"),
    Screen("stedfortreder-kari", "kari", "/logs/{logs[sofia]}/deputy"),
    Screen("passord", "oksana", "/settings/password"),
    Screen("sprak", "oksana", "/settings/language"),
    Screen("ikke-funnet", "oksana", "/finnes-ikke"),
)


@contextmanager
def demo_site() -> Iterator[tuple[str, Stage]]:
    """The demo, built afresh and served on the loopback."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as folder:
        secret = {name: base64.b64encode(secrets.token_bytes(32)).decode() for name in ("SECRET_KEY", "MASTER_KEY")}
        settings = config.load({"MODE": "demo", "INSTANCE": folder, **secret})
        keystore.KeyStore.make(connected(settings.keys_url))
        opening.open_all(settings)
        passwords.use_fast_profile(settings.invented_time)
        migrating.migrate(database.obj)
        stage = demo.build(history=True)
        server = make_server("127.0.0.1", 0, create_app(settings), threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", stage
        server.shutdown()


@dataclass(frozen=True)
class View:
    """How a screen is looked at."""

    size: str
    locale: str
    dark: bool = False
    whole: bool = True  # the whole page, or what the device shows first


def take(browser: Browser, site: str, stage: Stage, screen: Screen, view: View, to: Path) -> None:
    """One picture."""
    width, height = SIZES[view.size]
    context = browser.new_context(
        base_url=site,
        viewport={"width": width, "height": height},
        color_scheme="dark" if view.dark else "light",
        locale=view.locale,
        device_scale_factor=1.5 if width < WIDE else 1,
        reduced_motion="reduce",
    )
    if screen.person:
        account = Account.get_by_id(stage.accounts[screen.person])
        Account.update(locale=view.locale).where(Account.id == account.id).execute()
        context.add_cookies([{"name": "session", "value": accounts.start_session(account), "url": site}])
    page = context.new_page()
    page.goto(screen.address.format(talks=stage.conversations, **vars(stage)))
    page.screenshot(path=to, full_page=view.whole)
    context.close()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", metavar="FOLDER", type=Path)
    parser.add_argument("words", nargs="*")
    asked = parser.parse_args()
    program = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if program is None:
        print("Chromium is missing; make system installs it.")
        return 1
    with demo_site() as (site, stage), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        if asked.all is None:
            _readme(browser, site, stage)
        else:
            _everything(browser, site, stage, asked.all, asked.words)
        browser.close()
    return 0


def _readme(browser: Browser, site: str, stage: Stage) -> None:
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    for name, (screen, size, locale) in README.items():
        take(browser, site, stage, screen, View(size, locale, whole=False), folder / f"{name}.png")


def _everything(browser: Browser, site: str, stage: Stage, folder: Path, words: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for screen, size, locale, dark in product(SCREENS, SIZES, ("nb", "ar"), (False, True)):
        name = f"{screen.name}-{size}-{locale}{'-dark' if dark else ''}"
        if all(word in f"{name}-" for word in words):
            take(browser, site, stage, screen, View(size, locale, dark), folder / f"{name}.png")


if __name__ == "__main__":
    sys.exit(main())
