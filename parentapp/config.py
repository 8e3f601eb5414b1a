"""Settings from the environment, read once. Refuses to start on anything unsafe; makes no secret itself."""

import base64
import binascii
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from playhouse.db_url import parse

SECRET_BYTES = 32
MOST_PROXIES = 5
POSTGRES_PORT = 5432
HERE = {"", "localhost", "127.0.0.1", "::1"}  # names of one and the same PostgreSQL, as is a socket
DIFFERENT_BYTES = 16  # fewer among 32 random ones is all but impossible; a repeated word has fewer


class Unsafe(SystemExit):
    """The settings would put people's data at risk; the message says which and what to do."""


class Mode(Enum):
    PRODUCTION = "production"
    DEMO = "demo"
    TEST = "test"


@dataclass(frozen=True)
class Settings:
    mode: Mode
    instance: Path
    database_url: str
    keys_url: str
    secret_key: bytes  # masks form tokens, marks known devices; may be changed, open forms are then sent again
    master_key: bytes  # wraps the keys of logs and accounts; losing it loses every text
    host: str
    port: int
    secure_cookies: bool
    neutral_url: str
    languages: frozenset[str] | None  # drafts that were switched on; None: all (in the demo and in tests)
    heads_file: Path  # to which the worker exports how far the access log has come
    proxies: int  # how many proxies of ours stand in front and tell whom they speak for

    @property
    def demo(self) -> bool:
        return self.mode is Mode.DEMO

    @property
    def invented_time(self) -> bool:
        """Only invented data may have its clock set and its randomness seeded."""
        return self.mode is not Mode.PRODUCTION


def load(environ: Mapping[str, str] | None = None) -> Settings:
    """Read the settings. Raises Unsafe, with words for the one who starts the server."""
    env = os.environ if environ is None else environ
    mode = _mode(env)
    instance = Path(env.get("INSTANCE", "instance")).resolve()
    secrets = _secrets(env, mode, instance)
    database_url = _database("DATABASE_URL", env, instance / "stafett.db")
    keys_url = _database("KEYS_URL", env, instance / "keys.db")
    if _place("KEYS_URL", keys_url) == _place("DATABASE_URL", database_url):
        raise Unsafe("KEYS_URL is the same as DATABASE_URL: whoever gets the texts would get their keys.")
    return Settings(
        mode=mode,
        instance=instance,
        database_url=database_url,
        keys_url=keys_url,
        secret_key=secrets["SECRET_KEY"],
        master_key=secrets["MASTER_KEY"],
        host=env.get("HOST", "127.0.0.1"),
        port=_port(env.get("PORT", "8000")),
        secure_cookies=mode is Mode.PRODUCTION,
        neutral_url=env.get("NEUTRAL_URL", "https://www.yr.no/"),
        languages=_languages(env, mode),
        heads_file=Path(env.get("HEADS_FILE") or instance / "heads.jsonl").resolve(),
        proxies=_proxies(env.get("PROXIES", "0")),
    )


def _mode(env: Mapping[str, str]) -> Mode:
    try:
        mode = Mode(env.get("MODE", "production"))
    except ValueError:
        raise Unsafe("MODE must be production, demo or test.") from None
    if mode is Mode.PRODUCTION and env.get("DEMO"):
        raise Unsafe("DEMO is set, but MODE is production. The invented people may not log in there.")
    return mode


def _languages(env: Mapping[str, str], mode: Mode) -> frozenset[str] | None:
    """What nobody qualified has read is offered only where the municipality has switched it on."""
    if mode is not Mode.PRODUCTION and "LANGUAGES" not in env:
        return None
    return frozenset(code for code in env.get("LANGUAGES", "").replace(",", " ").split())


def _proxies(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > MOST_PROXIES:
        raise Unsafe(f"PROXIES must be a number from 0 to {MOST_PROXIES}.")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        raise Unsafe("PORT must be a number between 1 and 65535.")
    return int(text)


def _database(name: str, env: Mapping[str, str], file: Path) -> str:
    url = env.get(name) or f"sqlite:///{file}"
    if not url.startswith(("sqlite:///", "postgresql://")):
        raise Unsafe(f"{name} must begin with sqlite:/// or postgresql://")
    return url


def _place(name: str, url: str) -> tuple[object, ...]:
    """Where the address leads, however it is written: two that are equal are one database."""
    if url.startswith("sqlite:///"):
        return _file(Path(url.removeprefix("sqlite:///")).resolve())
    try:
        parts = parse(url)
    except ValueError:  # its words would repeat a part of the address
        raise Unsafe(f"{name} must be an address like postgresql://user:password@host:port/database") from None
    host = str(parts.get("hostaddr") or parts.get("host") or "").lower().rstrip(".")
    if host in HERE or host.startswith("/"):
        host = "localhost"
    return host, int(parts.get("port") or POSTGRES_PORT), parts["database"] or parts.get("user")


def _file(path: Path) -> tuple[object, ...]:
    """A file by what it is, so that a second name of it (a hard link) is seen; one yet to be made by its path."""
    if not path.exists():
        return (path,)
    found = path.stat()
    return found.st_dev, found.st_ino


def _secrets(env: Mapping[str, str], mode: Mode, instance: Path) -> dict[str, bytes]:
    kept = _kept_secrets(instance) if mode is not Mode.PRODUCTION else {}
    found = {name: _secret(name, env.get(name) or kept.get(name, "")) for name in ("SECRET_KEY", "MASTER_KEY")}
    if mode is Mode.PRODUCTION and found["SECRET_KEY"] == found["MASTER_KEY"]:
        raise Unsafe("SECRET_KEY is the same as MASTER_KEY. Take SECRET_KEY away, then make one: parentapp keys init")
    return found


def _kept_secrets(instance: Path) -> dict[str, str]:
    file = instance / "secrets.toml"
    return tomllib.loads(file.read_text()) if file.exists() else {}


def _secret(name: str, text: str) -> bytes:
    if not text:
        raise Unsafe(f"{name} is missing. Make one with: parentapp keys init")
    try:
        value = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Unsafe(f"{name} must be base64 of {SECRET_BYTES} random bytes.") from None
    if len(value) != SECRET_BYTES or len(set(value)) < DIFFERENT_BYTES:
        raise Unsafe(f"{name} is weak: it must be {SECRET_BYTES} random bytes, as base64.")
    return value
