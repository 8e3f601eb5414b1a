"""Tokens against forged requests, bound to whom the form was made for; masked anew, so compression tells nothing.

And marks for the devices on which somebody has logged in before.
"""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Iterable

from parentapp.crypto.randomness import random_bytes

SIZE = 32


def token_hash(token: str) -> bytes:
    """What the database keeps of a session's token: 32 bytes that open nothing."""
    return hashlib.sha256(_bytes(token)).digest()


def masked_token(secret_key: bytes, session_token: str) -> str:
    """A fresh form token for this session: 86 characters, different each time."""
    mask = random_bytes(SIZE)
    raw = mask + _xor(mask, _expected(secret_key, session_token))
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def token_fits(secret_key: bytes, session_token: str, masked: str) -> bool:
    """Whether `masked` was made for this session. Never raises, whatever is sent."""
    try:
        raw = base64.urlsafe_b64decode(masked.encode("ascii") + b"==")
    except (ValueError, binascii.Error):
        return False
    if len(raw) != 2 * SIZE:
        return False
    return hmac.compare_digest(_xor(raw[:SIZE], raw[SIZE:]), _expected(secret_key, session_token))


def device_mark(secret_key: bytes, device: str, account: bytes) -> str:
    """Proof that this account has logged in on this device: only we can make it, and it names nobody."""
    raw = hmac.digest(secret_key, b"device/" + account + b"/" + _bytes(device), "sha256")
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def is_marked(secret_key: bytes, device: str, account: bytes, marks: Iterable[str]) -> bool:
    """Whether one of the marks is this account's on this device."""
    expected = device_mark(secret_key, device, account).encode()
    return any(hmac.compare_digest(expected, _bytes(mark)) for mark in marks)


def _expected(secret_key: bytes, session_token: str) -> bytes:
    return hmac.digest(secret_key, b"form/" + _bytes(session_token), "sha256")


def _bytes(sent: str) -> bytes:
    """A cookie can hold anything, half characters too."""
    return sent.encode("utf-8", "surrogatepass")


def _xor(left: bytes, right: bytes) -> bytes:
    return bytes(a ^ b for a, b in zip(left, right, strict=True))
