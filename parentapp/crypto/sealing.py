"""Texts sealed with AES-256-GCM under one key per owner (a log, a subject, an account).

A key is made only by `Vault.create`; a missing one is an error, never replaced.
"""

import hashlib
import hmac
from collections import OrderedDict
from threading import Lock
from typing import Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from parentapp.crypto.randomness import random_bytes

VERSION = b"\x01"
NONCE = 12
KEPT = 10_000  # cipher objects in memory; one is about 1 kB


class KeyMissing(Exception):
    """No key, or a wrong one: the text cannot be read, and nothing else is put in its place."""


class Store(Protocol):
    """Where wrapped keys lie: outside the database, with a backup of its own."""

    def get(self, owner: UUID) -> bytes | None: ...
    def put(self, owner: UUID, wrapped: bytes) -> None: ...
    def remove(self, owner: UUID) -> None: ...


class Vault:
    def __init__(self, master_key: bytes, store: Store) -> None:
        self._wrapping = AESGCM(_derived(master_key, b"wrap"))
        self._lookup = _derived(master_key, b"lookup")
        self._store = store
        self._ciphers: OrderedDict[UUID, AESGCM] = OrderedDict()
        self._lock = Lock()

    def create(self, owner: UUID) -> None:
        """Make the owner's key, durable before anything is sealed. Raises KeyError if there is one."""
        self._store.put(owner, _encrypt(self._wrapping, random_bytes(32), owner.bytes))

    def destroy(self, owner: UUID) -> None:
        """Erase the owner's key: everything sealed under it is gone, in every backup of the database too."""
        with self._lock:  # nobody may read the key just before and remember it just after
            self._store.remove(owner)
            self._ciphers.pop(owner, None)

    def seal(self, owner: UUID, text: str, place: bytes) -> bytes:
        """`place` (table, column, row) is bound in: a sealed text moved elsewhere does not open."""
        return self.seal_bytes(owner, text.encode(), place)

    def unseal(self, owner: UUID, sealed: bytes, place: bytes) -> str:
        """The text. Raises KeyMissing."""
        return self.unseal_bytes(owner, sealed, place).decode()

    def seal_bytes(self, owner: UUID, plain: bytes, place: bytes) -> bytes:
        """The same for what is no text: a part of a picture."""
        return _encrypt(self._cipher(owner), plain, place)

    def unseal_bytes(self, owner: UUID, sealed: bytes, place: bytes) -> bytes:
        """What was sealed. Raises KeyMissing."""
        return _decrypt(self._cipher(owner), sealed, place)

    def lookup_hash(self, purpose: str, text: str) -> bytes:
        """32 bytes, equal for equal texts: to find a sealed value or keep it unique."""
        return hmac.digest(self._lookup, f"{purpose}\0{text}".encode(), "sha256")

    def answers(self) -> None:
        """Ask the store for a key that nobody has. Raises whatever the store raises when it cannot answer."""
        self._store.get(UUID(int=0))

    def _cipher(self, owner: UUID) -> AESGCM:
        with self._lock:
            if owner not in self._ciphers:
                self._ciphers[owner] = AESGCM(self._unwrapped(owner))
                if len(self._ciphers) > KEPT:
                    self._ciphers.popitem(last=False)
            self._ciphers.move_to_end(owner)
            return self._ciphers[owner]

    def _unwrapped(self, owner: UUID) -> bytes:
        wrapped = self._store.get(owner)
        if wrapped is None:
            raise KeyMissing(str(owner))
        return _decrypt(self._wrapping, wrapped, owner.bytes)


_vault: Vault | None = None


def init(vault: Vault) -> None:
    """Open the process's vault. Called once at start."""
    global _vault  # noqa: PLW0603 - one process, one vault
    _vault = vault


def vault() -> Vault:
    if _vault is None:
        raise KeyMissing("the vault is not open")
    return _vault


def lookup_hash(purpose: str, text: str) -> bytes:
    return vault().lookup_hash(purpose, text)


def digest(*parts: str) -> bytes:
    """SHA-256 over parts that cannot run into each other."""
    whole = b"".join(len(raw).to_bytes(8, "big") + raw for raw in (part.encode() for part in parts))
    return hashlib.sha256(whole).digest()


def _derived(master_key: bytes, info: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=b"min-stafett/" + info).derive(master_key)


def _encrypt(cipher: AESGCM, plain: bytes, place: bytes) -> bytes:
    nonce = random_bytes(NONCE)
    return VERSION + nonce + cipher.encrypt(nonce, plain, place)


def _decrypt(cipher: AESGCM, sealed: bytes, place: bytes) -> bytes:
    if sealed[:1] != VERSION:
        raise KeyMissing("unknown seal")
    try:
        return cipher.decrypt(sealed[1 : 1 + NONCE], sealed[1 + NONCE :], place)
    except (InvalidTag, ValueError):  # ValueError: cut so short that not even the nonce is whole
        raise KeyMissing("wrong key or moved text") from None
