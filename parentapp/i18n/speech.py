"""Speaking one language in Python: phrases, plurals, dates, terms. Templates get the same through `pages`."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel import Locale

from parentapp import clock
from parentapp.i18n import catalogue as books
from parentapp.i18n import terms
from parentapp.i18n.dates import Dates, on
from parentapp.i18n.locales import LANGUAGES, is_norwegian
from parentapp.i18n.phrases import N_, Phrase, fill

# NOTE: a day and a time of day: «torsdag 5. mars kl. 09.00»
_MOMENT = N_("{day} kl. {clock}")
# NOTE: how large a file is
_SIZES = {True: N_("{n} MB"), False: N_("{n} kB")}
_KILO, _MEGA = 2**10, 2**20
_NEAR_DAYS = {-1: N_("i går"), 0: N_("i dag"), 1: N_("i morgen")}


class Speech(Dates):
    """One language, spoken. `t = speak("ar")`, then `t("Hei")`."""

    def __init__(self, book: books.Catalogue) -> None:
        super().__init__(book.locale)
        self.book = book
        self.locale = book.locale
        self.html_lang = LANGUAGES[book.locale].html_lang
        self.direction = LANGUAGES[book.locale].direction
        names = Locale.parse(book.locale)
        self._lists = names.list_patterns["standard"]
        self._point = names.number_symbols["latn"]["decimal"]
        self._languages = {code: names.languages.get(code) or each.name for code, each in LANGUAGES.items()}

    def __call__(self, phrase: str, /, **values: Any) -> str:
        """The phrase in this language with the values in it. Raises KeyError for a missing value."""
        return "".join(map(str, self.said(phrase, values)))

    def n(self, one: str, many: str, number: int, /, **values: Any) -> str:
        """The phrase in the form that belongs to `number`, which it can hold as `{n}`."""
        return self(Phrase.of(one, many=many), n=number, **values)

    def c(self, context: str, phrase: str, /, **values: Any) -> str:
        """The phrase in the meaning that `context` names."""
        return self(Phrase.of(phrase, context), **values)

    def said(self, phrase: str, values: dict[str, Any]) -> list[Any]:
        """The translated phrase with its values, not yet joined: the page decides what to escape."""
        if not isinstance(phrase, Phrase):
            return fill(self.book.text(phrase), values)
        if phrase.many is not None:
            return fill(self.book.form(phrase, phrase.many, values["n"]), values)
        return fill(self.book.text(phrase, phrase.context), values)

    def size(self, count: int) -> str:
        """Of so many bytes: «340 kB», «2,1 MB»."""
        large = count >= _MEGA
        number = f"{count / _MEGA:.1f}".replace(".", self._point) if large else str(max(1, round(count / _KILO)))
        return self(_SIZES[large], n=number)

    def moment(self, when: datetime, today: date | None = None) -> str:
        """«torsdag 5. mars kl. 09.00»."""
        return self(_MOMENT, day=self.day(when, today), clock=self.clock(when))

    def relative_day(self, when: date, today: date | None = None) -> str:
        """«i går», «i dag», «i morgen», else as `day`."""
        now = today or clock.today()
        near = _NEAR_DAYS.get((on(when) - now).days)
        return self(near) if near else self.day(when, now)

    def term(self, word: str) -> str:
        """The domain's word, with the Norwegian one in brackets. Raises KeyError for an unknown term."""
        said = terms.term(self.locale, word)
        return said if said == word or is_norwegian(self.locale) else f"{said} ({word})"

    def explain(self, word: str) -> str:
        """What the domain's word means, in plain words. Raises KeyError for an unknown term."""
        return self(terms.explain(word))

    def language(self, code: str) -> str:
        """What a language of the table is called: «ukrainsk». Raises KeyError for any other code."""
        return self._languages[code]

    def listed(self, names: Iterable[str]) -> str:
        """«Kari, Per og Ingrid», as Babel's `format_list`, which looks its patterns up each time."""
        first, *others = [str(name) for name in names] or [""]
        if len(others) < 2:
            return self._lists["2"].format(first, *others) if others else first
        said = self._lists["start"].format(first, others[0])
        for name in others[1:-1]:
            said = self._lists["middle"].format(said, name)
        return self._lists["end"].format(said, others[-1])


def speak(locale: str) -> Speech:
    """The speech of a language of the table. Raises KeyError for any other code."""
    return _speech(LANGUAGES[locale].code, books.FOLDER)


@lru_cache(maxsize=64)
def _speech(locale: str, _folder: Path) -> Speech:
    return Speech(books.catalogue(locale))
