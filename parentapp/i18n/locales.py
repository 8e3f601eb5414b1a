"""The table of languages: code, own name, direction, plural rule. Says nothing of what is translated."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale
from babel.plural import PluralRule, to_gettext

SOURCE = "nb"

_RULE_ORDER = ("zero", "one", "two", "few", "many", "other")


@dataclass(frozen=True, slots=True)
class Language:
    """One language a person can read the app in; `name` is what its own readers call it."""

    code: str
    name: str
    direction: str = "ltr"
    latin: bool = True

    @property
    def html_lang(self) -> str:
        """The code as HTML's `lang` wants it: `fa-AF`."""
        return self.code.replace("_", "-")


LANGUAGES: dict[str, Language] = {
    language.code: language
    for language in (
        Language("nb", "Norsk bokmål"),
        Language("nn", "Norsk nynorsk"),
        Language("en", "English"),
        Language("uk", "Українська", latin=False),
        Language("ar", "العربية", "rtl", latin=False),
        Language("pl", "Polski"),
        Language("so", "Soomaali"),
        Language("ti", "ትግርኛ", latin=False),
        Language("fa_AF", "دری", "rtl", latin=False),
        Language("fa", "فارسی", "rtl", latin=False),
        Language("ru", "Русский", latin=False),
        Language("ku", "Kurmancî"),
        Language("ckb", "کوردیی سۆرانی", "rtl", latin=False),
        Language("ps", "پښتو", "rtl", latin=False),
        Language("ur", "اردو", "rtl", latin=False),
        Language("lt", "Lietuvių"),
        Language("tr", "Türkçe"),
        Language("se", "Davvisámegiella"),
    )
}


def direction(locale: str) -> str:
    """`ltr` or `rtl`. Raises KeyError for a language that is not in the table."""
    return LANGUAGES[locale].direction


def html_lang(locale: str) -> str:
    """The value of HTML's `lang`. Raises KeyError for a language that is not in the table."""
    return LANGUAGES[locale].html_lang


def is_norwegian(locale: str) -> bool:
    """Whether its readers write dates and know words as in bokmål."""
    return locale in {"nb", "nn"}


def same_readers(one: str, other: str) -> bool:
    """Whether whoever reads the one language reads the other as well."""
    return one == other or (is_norwegian(one) and is_norwegian(other))


def plural_header(locale: str) -> str:
    """The Plural-Forms line of a catalogue, from CLDR: Babel's own is wrong for `se` and `fa`."""
    return to_gettext(_rule(locale))


def plural_count(locale: str) -> int:
    """How many plural forms the language has, whole numbers and fractions together."""
    return len(_used_tags(locale))


@cache
def plural_index(locale: str) -> Callable[[int], int]:
    """A function from a whole number to the place of its form, in the order gettext stores them."""
    place = {tag: index for index, tag in enumerate(_used_tags(locale))}
    rule = _rule(locale)

    @lru_cache(maxsize=1024)
    def index(number: int) -> int:
        return place[rule(number)]

    return index


def _rule(locale: str) -> PluralRule:
    return Locale.parse(locale).plural_form


def _used_tags(locale: str) -> tuple[str, ...]:
    used = _rule(locale).tags | {"other"}
    return tuple(tag for tag in _RULE_ORDER if tag in used)
