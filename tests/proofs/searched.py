"""Looks for secrets in what lies on a disk, in all the guises they could lie there in."""

import base64
from collections.abc import Iterator

SIGN = "zqxjvkwyqzxj"  # stands in every secret, and nowhere else
LETTERS = 12


def guises(secret: str) -> Iterator[bytes]:
    """As text of several codes, as base64 wherever it begins, as hex, and turned around."""
    for text in (secret, secret[::-1]):
        for code in ("utf-8", "utf-16-le", "utf-16-be"):
            raw = text.encode(code)
            yield raw
            yield raw.hex().encode()
            yield raw.hex().upper().encode()
            for shift in range(3):
                whole = base64.b64encode(b"\0" * shift + raw)
                yield whole[4 if shift else 0 : len(whole) // 4 * 4 - 4]
                yield whole[4 if shift else 0 : len(whole) // 4 * 4 - 4].translate(bytes.maketrans(b"+/", b"-_"))


def found(secrets: dict[str, str], places: dict[str, bytes]) -> set[str]:
    """The names of those that can be found in any of these places, in any guise."""
    signs = list(guises(SIGN))
    suspect = [content for content in places.values() if any(sign in content for sign in signs)]
    return {
        name
        for name, secret in secrets.items()
        if any(guise in content for guise in guises(secret) for content in suspect)
    }
