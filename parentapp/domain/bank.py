"""The phrase bank: a goal or a measure that was chosen from it is read by each in their own language."""

from dataclasses import dataclass
from typing import Any

from parentapp.bank import WORDS
from parentapp.enums.bank import PHRASES, Phrase
from parentapp.i18n import SOURCE, offered, speak


@dataclass(frozen=True)
class Said:
    """What stands there for one reader, and in which language."""

    text: str
    lang: str
    phrase: Phrase | None  # None for own words, which are as they were written


def words(row: Any, locale: str) -> Said:
    """Of an entry, or of what one said before: own words, or the phrase as whoever reads that language reads it.

    A phrase that is in the bank no longer stands as it stood for whoever chose it.
    """
    phrase = PHRASES.get(row.phrase or "")
    if phrase is None:
        return Said(row.text, row.lang, None)
    return Said(said(phrase, locale), spoken(locale), phrase)


def said(phrase: Phrase, locale: str) -> str:
    """The phrase in that language; in bokmål where the language is not whole."""
    return speak(spoken(locale))(WORDS[phrase])


def spoken(locale: str) -> str:
    """The language in which somebody who reads `locale` is shown a phrase."""
    return locale if any(each.code == locale for each in offered()) else SOURCE
