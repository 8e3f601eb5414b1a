"""Makes what a server needs before it can start: secrets, key store, tables, the demo. Overwrites nothing."""

import base64
import os
import secrets
from collections.abc import Mapping
from pathlib import Path

from parentapp import clock, config, crypto, db, demo, migrating, opening
from parentapp.access.actor import SystemActor
from parentapp.config import SECRET_BYTES, Mode, Settings, Unsafe
from parentapp.crypto.keystore import KeyStore, missing_file
from parentapp.domain import municipality

SECRETS = ("SECRET_KEY", "MASTER_KEY")
KEPT = "secrets.toml"
NOT_HERE = "This is production, and everybody knows the demo's password. Set MODE=demo, with a database of its own."


def make_keys(environ: Mapping[str, str]) -> list[str]:
    """Make the secrets and the key store that are missing; lines that say what was made and what to do with it.

    In production the secrets are only said, for the environment. Raises Unsafe when a key store is there whose master
    key is not: a new one would not open it.
    """
    new = {name: base64.b64encode(secrets.token_bytes(SECRET_BYTES)).decode() for name in SECRETS}
    given = {name: value for name, value in environ.items() if value}
    settings = config.load({**new, **given})
    file = settings.instance / KEPT
    kept = settings.mode is not Mode.PRODUCTION and file.exists()
    missing = [] if kept else [name for name in SECRETS if name not in given]
    if "MASTER_KEY" in missing and _has_store(settings):
        raise Unsafe(f"There is a key store ({settings.keys_url}), but not the MASTER_KEY that opens it. Put it back.")
    lines = [f"{name}={new[name]}" for name in missing]
    return [*_keep(settings, file, lines), *_make_store(settings)]


def _keep(settings: Settings, file: Path, lines: list[str]) -> list[str]:
    if not lines:
        return ["The secrets are there already."]
    if settings.mode is Mode.PRODUCTION:
        return ["Put these in the server's environment, and keep a copy elsewhere:", *lines]
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    quoted = [f'{name} = "{value}"' for name, value in (line.split("=", 1) for line in lines)]
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        opened.write("\n".join(quoted) + "\n")
    return [f"Made secrets for {settings.mode.value}: {file}"]


def _make_store(settings: Settings) -> list[str]:
    if _has_store(settings):
        return ["The key store is there already."]
    _make_folder(settings.keys_url)
    KeyStore.make(db.connected(settings.keys_url))
    return [f"Made a key store: {_named(settings.keys_url)}"]


def _has_store(settings: Settings) -> bool:
    if missing_file(settings.keys_url):
        return False
    try:
        KeyStore.open(db.connected(settings.keys_url))
    except crypto.KeyMissing:
        return False
    return True


def migrate(settings: Settings) -> list[str]:
    """Bring the tables up to date; the names of what was applied. Raises migrating.TooNew."""
    _make_folder(settings.database_url)
    return migrating.migrate(db.init(settings.database_url))


def must_be_migrated(settings: Settings) -> None:
    """Raises Unsafe when the tables are not those of this program."""
    if missing_file(settings.database_url) or migrating.pending(db.connected(settings.database_url)):
        raise Unsafe("The database is not up to date. First: parentapp migrate")


def build_demo(settings: Settings) -> None:
    """Build the invented municipality. Raises Unsafe in production, and where there is a municipality already."""
    if settings.mode is Mode.PRODUCTION:
        raise Unsafe(NOT_HERE)
    must_be_migrated(settings)
    if not is_empty(settings):
        raise Unsafe("There is a municipality in this database already. Nothing was built.")
    demo.build(history=True)


def is_empty(settings: Settings) -> bool:
    """Whether no municipality has been set up. Opens everything."""
    opening.open_all(settings)
    db.fresh()
    return not municipality.has_any(SystemActor("preparing", clock.now()))


def _make_folder(url: str) -> None:
    if url.startswith("sqlite:///"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(mode=0o700, parents=True, exist_ok=True)


def _named(url: str) -> str:
    """An address without the password in it."""
    return url.rpartition("@")[2] if "@" in url else url.removeprefix("sqlite:///")
