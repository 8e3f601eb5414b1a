"""Marks for words that are written now and translated later, and how values are put into a phrase."""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

_PLACEHOLDER = re.compile(r"\{([a-z_][a-z0-9_]*)\}")


class Phrase(str):
    """A marked phrase that needs more than its text to be found: a context, or the form for many."""

    __slots__ = ("context", "many")
    context: str | None
    many: str | None

    @classmethod
    def of(cls, text: str, context: str | None = None, many: str | None = None) -> "Phrase":
        """The phrase with what belongs to it."""
        phrase = cls(text)
        phrase.context, phrase.many = context, many
        return phrase


def N_(text: str) -> str:  # noqa: N802 - the name translators' tools know
    """Mark `text` for translation and return it as it is."""
    return text


def N_c(context: str, text: str) -> Phrase:  # noqa: N802 - one family of names
    """Mark `text` in the meaning that `context` names."""
    return Phrase.of(text, context=context)


def N_n(one: str, many: str) -> Phrase:  # noqa: N802 - one family of names
    """Mark a phrase that counts something; whoever translates it gives `n`."""
    return Phrase.of(one, many=many)


@lru_cache(maxsize=8192)
def pieces(text: str) -> tuple[str, ...]:
    """Cut a phrase at its placeholders: text, name, text, name, …, text. Names are at the odd places."""
    return tuple(_PLACEHOLDER.split(text))


def names(text: str) -> list[str]:
    """The placeholders in a phrase, sorted, as often as they stand there."""
    return sorted(pieces(text)[1::2])


def fill(text: str, values: Mapping[str, Any]) -> list[Any]:
    """The phrase with the values in their places, not yet joined. Raises KeyError for a missing value.

    Values are never searched for placeholders and never formatted: what people wrote reaches nothing.
    """
    return [values[piece] if place % 2 else piece for place, piece in enumerate(pieces(text))]
