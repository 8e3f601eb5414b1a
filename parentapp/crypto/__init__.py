"""Sealing, hashing, passwords and tokens: the only room that does. Knows no people and no tables."""

from parentapp.crypto.randomness import new_id, random_bytes, seeded, token
from parentapp.crypto.sealing import KeyMissing, Vault, init, lookup_hash, vault

__all__ = [
    "KeyMissing",
    "Vault",
    "init",
    "lookup_hash",
    "new_id",
    "random_bytes",
    "seeded",
    "token",
    "vault",
]
