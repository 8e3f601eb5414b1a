"""Opens what every process needs before it works: the database, the key store, and what the settings allow."""

import os

from parentapp import clock, crypto, db, migrating
from parentapp.access.actor import SystemActor
from parentapp.config import Mode, Settings, Unsafe
from parentapp.crypto import passwords, randomness
from parentapp.crypto.keystore import KeyStore, missing_file
from parentapp.domain import municipality


def open_all(settings: Settings) -> None:
    """Point the process at its database and key store. Raises Unsafe rather than work without them.

    From then on what this process makes is for the account that runs it, nobody else.
    """
    os.umask(0o077)
    clock.allow_setting(settings.invented_time)
    randomness.allow_seeding(settings.invented_time)
    if settings.mode is Mode.TEST:
        passwords.use_fast_profile(settings.invented_time)
    open_keys(settings)
    db.init(settings.database_url)
    if settings.mode is Mode.PRODUCTION:
        refuse_invented()


def must_be_migrated(settings: Settings) -> None:
    """Raises Unsafe when the tables are not those of this program, TooNew when they are a later one's."""
    if missing_file(settings.database_url) or migrating.pending(db.connected(settings.database_url)):
        raise Unsafe("The database is not up to date. First: parentapp migrate")


def open_keys(settings: Settings) -> None:
    """Open the vault. A key store that is not there is an error, never made here."""
    try:
        if missing_file(settings.keys_url):
            raise crypto.KeyMissing("the key store is not there; make one with: parentapp keys init")
        store = KeyStore.open(db.connected(settings.keys_url))
    except crypto.KeyMissing as missing:
        raise Unsafe(f"No key store: {missing}") from None
    crypto.init(crypto.Vault(settings.master_key, store))


def refuse_invented() -> None:
    """A production server never runs on the demo's database: everybody knows its passwords."""
    db.fresh()
    if municipality.has_invented(SystemActor("opening", clock.now())):
        raise Unsafe("This database holds the invented municipality. Production needs one of its own.")
