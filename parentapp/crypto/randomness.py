"""Random bytes, ids and tokens. Seedable where all people are invented, so that worlds can be compared."""

import base64
import hashlib
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from uuid import UUID

_seedable = False
_source: Callable[[int], bytes] = secrets.token_bytes


def allow_seeding(allowed: bool) -> None:
    """Called once at start with the settings' word on it."""
    global _seedable  # noqa: PLW0603 - one process, one source
    _seedable = allowed


def random_bytes(count: int) -> bytes:
    return _source(count)


def token() -> str:
    """256 bits of randomness as 43 characters that are safe in an address."""
    return base64.urlsafe_b64encode(random_bytes(32)).rstrip(b"=").decode()


def new_id() -> UUID:
    """A random id that tells nothing about how much else there is."""
    return UUID(bytes=random_bytes(16), version=4)


@contextmanager
def seeded(seed: str) -> Iterator[None]:
    """Let randomness follow from `seed` inside the block. Raises RuntimeError in production."""
    global _source  # noqa: PLW0603 - one process, one source
    if not _seedable:
        raise RuntimeError("Randomness can be seeded only in the demo and in tests.")
    before, _source = _source, _stream(seed)
    try:
        yield
    finally:
        _source = before


def _stream(seed: str) -> Callable[[int], bytes]:
    count = 0

    def draw(size: int) -> bytes:
        nonlocal count
        count += 1
        return hashlib.shake_256(f"{seed}/{count}".encode()).digest(size)

    return draw
