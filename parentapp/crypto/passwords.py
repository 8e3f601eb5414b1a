"""Passwords as argon2id hashes, RFC 9106's low-memory profile; at most two at once bounds the memory."""

import unicodedata
from collections.abc import Sequence
from threading import BoundedSemaphore

from argon2 import PasswordHasher, Type, profiles
from argon2.exceptions import InvalidHashError, VerificationError

from parentapp.crypto.randomness import random_bytes

PROFILE = profiles.RFC_9106_LOW_MEMORY
READ = 72  # characters that are weighed; more only help
STRONG = 3  # of 4, in the words of the library that weighs them
ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # 32: neither l, o, 0 nor 1

_at_once = BoundedSemaphore(2)
_hasher = PasswordHasher.from_parameters(PROFILE)
_decoy: str | None = None


def use_fast_profile(allowed: bool) -> None:
    """For invented people only: hashing that takes a millisecond. Raises RuntimeError in production."""
    global _hasher, _decoy  # noqa: PLW0603 - one process, one profile
    if not allowed:
        raise RuntimeError("The fast password profile is for the demo and tests.")
    _decoy = None
    _hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1, type=Type.ID)


def hash_password(password: str) -> str:
    with _at_once:
        return _hasher.hash(_typed(password))


def check_password(hashed: str | None, password: str) -> bool:
    """Whether it fits. With no hash the same work is done, so that time tells nothing about who exists."""
    try:
        with _at_once:
            decoy = _decoy_hash()  # for everybody: made at the first check, whoever that is about
            _hasher.verify(hashed or decoy, _typed(password))
            return bool(hashed)
    except (VerificationError, InvalidHashError):
        return False


def _decoy_hash() -> str:
    global _decoy  # noqa: PLW0603 - one process, one profile
    if _decoy is None:
        _decoy = _hasher.hash("nobody has this password")
    return _decoy


def guessable(password: str, known: Sequence[str]) -> bool:
    """Whether somebody who knows these words about the person would need too few guesses (under 100 million)."""
    from zxcvbn import zxcvbn  # 10 MB of word lists, which most processes never need

    found = zxcvbn(_typed(password)[:READ], user_inputs=[word.casefold() for word in known])
    return bool(found["score"] < STRONG)


def _typed(password: str) -> str:
    """The same letters from every keyboard: «å» in one piece or in two."""
    return unicodedata.normalize("NFKC", password)


def made_up() -> str:
    """A first password to write down: four groups of four letters and digits that look alike to nobody, 80 bits."""
    letters = [ALPHABET[byte % len(ALPHABET)] for byte in random_bytes(16)]
    return "-".join("".join(letters[start : start + 4]) for start in range(0, 16, 4))
