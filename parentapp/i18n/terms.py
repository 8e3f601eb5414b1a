"""The domain's own words in each language, from `translations/terms.toml`: drafts until read."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from parentapp.i18n import catalogue as books


def term(locale: str, word: str) -> str:
    """The term in a language, else the Norwegian word itself. Raises KeyError for an unknown term."""
    return str(_table(books.FOLDER)[word].get(locale, word))


def explain(word: str) -> str:
    """What the term means, in plain bokmål, ready to translate. Raises KeyError for an unknown term."""
    return str(_table(books.FOLDER)[word]["explain"])


def term_keys() -> list[str]:
    """All terms, by their Norwegian word."""
    return list(_table(books.FOLDER))


@lru_cache(maxsize=8)
def _table(folder: Path) -> dict[str, dict[str, Any]]:
    file = folder / "terms.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
