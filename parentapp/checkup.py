"""`parentapp doctor`: what is missing on this machine or in this instance, and what to do about it. Changes nothing."""

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from ctypes.util import find_library
from dataclasses import dataclass
from pathlib import Path

from parentapp import config, db, i18n, migrating
from parentapp.config import Mode, Settings, Unsafe
from parentapp.crypto.keystore import KeyStore, missing_file
from parentapp.crypto.sealing import KeyMissing

STATIC = Path(__file__).parents[1] / "static" / "dist" / "manifest.json"
ALL_FROM_ONE = (
    "PROXIES is 0. Does a proxy stand in front? Then tries to log in are counted as if all came from one address, and"
    " anybody can shut everybody out. Say how many proxies there are: PROXIES=1"
)
SCRIPTS = {"ar": "fonts-noto-core", "ti": "fonts-noto-core"}  # languages that the plain fonts of a server lack


@dataclass(frozen=True)
class Finding:
    name: str
    advice: str | None  # what to do; None: all is well
    needed: bool = True  # False: the app runs without it, a part of it does not


def examine(environ: Mapping[str, str]) -> list[Finding]:
    """Everything looked at, in the order in which it should be put right."""
    try:
        settings = config.load(environ)
    except Unsafe as unsafe:
        return [Finding("settings", str(unsafe.code)), *_machine()]
    return [Finding("settings", None), _proxies(settings), *_instance(settings), *_machine()]


def _proxies(settings: Settings) -> Finding:
    """Production is reached over https, so something stands in front and does it."""
    alone = settings.mode is Mode.PRODUCTION and not settings.proxies
    return Finding("proxies", ALL_FROM_ONE if alone else None, needed=False)


def _instance(settings: Settings) -> Iterator[Finding]:
    yield Finding("key store", _trouble(lambda: _keys(settings)))
    yield Finding("database", _trouble(lambda: _tables(settings)))


def _machine() -> Iterator[Finding]:
    yield Finding("front end", None if STATIC.exists() else "build it: make run, or node front/build.mjs")
    offered = len(i18n.offered())
    yield Finding(f"languages ({offered})", None if offered > 1 else "compile them: make translations", needed=False)
    pango = find_library("pango-1.0") and find_library("pangoft2-1.0")
    yield Finding("pango, for PDFs", None if pango else "apt install libpango-1.0-0 libpangoft2-1.0-0", needed=False)
    for language, package in SCRIPTS.items():
        advice = None if _has_font(language) else f"apt install {package}"
        yield Finding(f"a font for {i18n.LANGUAGES[language].name}, for PDFs", advice, needed=False)


def _trouble(look: Callable[[], str | None]) -> str | None:
    """What the look found, or why it could not look."""
    try:
        return look()
    except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the doctor says so and goes on
        return f"{type(error).__name__}: {error}"


def _keys(settings: Settings) -> str | None:
    if missing_file(settings.keys_url):
        return "there is none; make one: parentapp keys init"
    try:
        KeyStore.open(db.connected(settings.keys_url))
    except KeyMissing as missing:
        return str(missing)
    return None


def _tables(settings: Settings) -> str | None:
    if missing_file(settings.database_url):
        return "there is none; make one: parentapp migrate"
    pending = migrating.pending(db.connected(settings.database_url))
    return f"bring it up to date: parentapp migrate ({', '.join(pending)})" if pending else None


def _has_font(language: str) -> bool:
    program = shutil.which("fc-list")
    if program is None:
        return False
    found = subprocess.run(  # noqa: S603 - a fixed program and a language of ours
        [program, f":lang={language}", "family"], capture_output=True, text=True, check=False
    )
    return bool(found.stdout.strip())
