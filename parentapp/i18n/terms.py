"""The domain's own words in each language, from `translations/terms.toml`: drafts until read."""

import re
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from parentapp.i18n import catalogue as books
from parentapp.i18n.locales import is_norwegian


def term(locale: str, word: str) -> str:
    """The term in a language, else the Norwegian word itself. Raises KeyError for an unknown term."""
    return str(_table(books.FOLDER)[word].get(locale, word))


def explain(word: str) -> str:
    """What the term means, in plain bokmål, ready to translate. Raises KeyError for an unknown term."""
    return str(_table(books.FOLDER)[word]["explain"])


def found_in(text: str, lang: str, locale: str) -> list[tuple[str, str, str]]:
    """The terms that stand in a text of one language and have a word in another: the key, and the word in each."""
    found = []
    for key in term_keys():
        words = _table(books.FOLDER)[key]
        word = key if is_norwegian(lang) else words.get(lang)
        if word and locale in words and re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE):
            found.append((key, word, words[locale]))
    return found


def term_keys() -> list[str]:
    """All terms, by their Norwegian word."""
    return list(_table(books.FOLDER))


@lru_cache(maxsize=8)
def _table(folder: Path) -> dict[str, dict[str, Any]]:
    file = folder / "terms.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
