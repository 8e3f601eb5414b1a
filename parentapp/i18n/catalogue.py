"""The compiled words of one language, and which languages are whole enough to offer. Writes nothing."""

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from parentapp.i18n.locales import LANGUAGES, SOURCE, Language, plural_index

FOLDER = Path(__file__).parents[2] / "translations"
GROUPS = ("consent", "help_now", "rest")  # what a qualified person reads, in order of weight


@dataclass(frozen=True)
class Catalogue:
    """The words of one language. What is missing in it is said in bokmål."""

    locale: str
    complete: bool = False
    reviewed: frozenset[str] = frozenset()
    messages: dict[str, str | list[str]] = field(default_factory=dict)

    def text(self, phrase: str, context: str | None = None) -> str:
        """The phrase in this language."""
        found = self.messages.get(key(phrase, context))
        return found if isinstance(found, str) else str(phrase)

    def form(self, one: str, many: str, number: int) -> str:
        """The form of a counting phrase that belongs to a whole number."""
        found = self.messages.get(key(one, None))
        if isinstance(found, list):
            return found[plural_index(self.locale)(number)]
        return str(one) if number == 1 else str(many)


def key(phrase: str, context: str | None) -> str:
    """Where a phrase lies in the compiled file, as gettext does it."""
    return f"{context}\x04{phrase}" if context else phrase


def catalogue(locale: str) -> Catalogue:
    """The catalogue of a language of the table, empty if none is built. Raises KeyError for another code."""
    return _load(LANGUAGES[locale].code, FOLDER)


def compiled_file(locale: str, folder: Path) -> Path:
    """Where the built words of a language lie."""
    return folder / locale / "LC_MESSAGES" / "messages.json"


def offered(switched_on: Collection[str] | None = None) -> list[Language]:
    """The languages people can choose: bokmål, and every complete one.

    `switched_on`: the unread languages a municipality has said yes to. None leaves them all in.
    """
    return [
        language
        for code, language in LANGUAGES.items()
        if code == SOURCE
        or (catalogue(code).complete and (switched_on is None or code in switched_on or not draft(code)))
    ]


def draft(locale: str, group: str | None = None) -> bool:
    """Whether nobody qualified has read this language, or one group (`GROUPS`) of it, as it stands today."""
    if locale == SOURCE:
        return False
    wanted = {group} if group else set(GROUPS)
    return not wanted <= catalogue(locale).reviewed


@lru_cache(maxsize=64)
def _load(locale: str, folder: Path) -> Catalogue:
    file = compiled_file(locale, folder)
    if locale == SOURCE or not file.is_file():
        return Catalogue(locale, complete=locale == SOURCE)
    built = json.loads(file.read_text(encoding="utf-8"))
    return Catalogue(locale, built["complete"], frozenset(built["reviewed"]), built["messages"])


@dataclass(frozen=True)
class State:
    """How far one language is: whole percent of the phrases, and which groups somebody qualified has read."""

    language: Language
    percent: int
    read: tuple[str, ...]
    offered: bool


def states(among: Collection[Language]) -> list[State]:
    """Every language of the table; `among`: those that can be chosen here. Measured against the fullest catalogue."""
    books = {code: catalogue(code) for code in LANGUAGES}
    phrases = max(len(book.messages) for book in books.values()) or 1
    return [_state(book, phrases, LANGUAGES[code] in among) for code, book in books.items()]


def _state(book: Catalogue, phrases: int, offered_here: bool) -> State:
    percent = 100 if book.complete else min(99, 100 * len(book.messages) // phrases)
    read = GROUPS if book.locale == SOURCE else tuple(group for group in GROUPS if group in book.reviewed)
    return State(LANGUAGES[book.locale], percent, read, offered_here)
