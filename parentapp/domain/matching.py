"""Whether the words of a search stand in a text, and where. Pure: nothing of what is read is kept anywhere."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

MOST_WORDS = 10  # of one search; more make it no better
MARKS = range(0x300, 0x1E950)  # between these lie all of them


@dataclass(frozen=True)
class Piece:
    """A part of a text; `found`: one of the words that were looked for."""

    text: str
    found: bool


def folded(text: str) -> str:
    """As it is compared: small letters, without accents. «Ål» and «al» are the same; «ø» stays what it is."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return apart if apart.isascii() else _marks().sub("", apart)


@cache
def _marks() -> re.Pattern[str]:
    """All that stands on a letter in any writing; a pattern takes a tenth of the time of asking of each letter."""
    marks = (letter for letter in map(chr, MARKS) if unicodedata.combining(letter))
    return re.compile(f"[{''.join(marks)}]")


def words_of(text: str) -> tuple[str, ...]:
    """What is looked for, each once."""
    return tuple(dict.fromkeys(word for word in folded(text).split() if word))[:MOST_WORDS]


def matches(text: str, words: Iterable[str]) -> bool:
    """Whether each of the words stands somewhere in it."""
    plain = folded(text)
    return all(word in plain for word in words)


def pieces(text: str, words: Iterable[str]) -> tuple[Piece, ...]:
    """The text in parts, what was looked for by itself. Put together they are the text."""
    letters = [folded(letter) for letter in text]
    plain, of = "".join(letters), [at for at, letter in enumerate(letters) for _ in letter]
    marked = [False] * len(text)
    for word in words:
        start = plain.find(word)
        while start >= 0:
            last = of[start + len(word) - 1]
            marked[of[start] : last + 1] = [True] * (last + 1 - of[start])
            start = plain.find(word, start + 1)
    for at in range(1, len(text)):  # a mark stays with the letter it stands on
        marked[at] = marked[at] or (marked[at - 1] and not letters[at])
    return tuple(_runs(text, marked))


def _runs(text: str, marked: list[bool]) -> Iterable[Piece]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or marked[at] != marked[start]:
            yield Piece(text[start:at], marked[start])
            start = at
