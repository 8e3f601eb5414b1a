"""The table of languages agrees with CLDR."""

import gettext
import re

import pytest
from babel import Locale

from parentapp import i18n
from parentapp.i18n import locales

ALL = list(i18n.LANGUAGES)


@pytest.mark.parametrize("locale", ALL)
def test_the_table_agrees_with_cldr(locale):
    assert i18n.direction(locale) == Locale.parse(locale).text_direction
    assert re.fullmatch(r"[a-z]{2,3}(-[A-Z]{2})?", i18n.html_lang(locale))


def test_dari_is_said_as_html_wants_it():
    assert i18n.html_lang("fa_AF") == "fa-AF"


def test_each_language_is_called_something_of_its_own():
    assert len({language.name for language in i18n.LANGUAGES.values()}) == len(ALL)


@pytest.mark.parametrize("locale", ALL)
def test_plural_forms_are_those_of_the_header(locale):
    header = locales.plural_header(locale)
    by_header = gettext.c2py(re.search(r"plural=(.*);", header)[1])
    assert f"nplurals={locales.plural_count(locale)};" in header
    index = locales.plural_index(locale)
    assert [index(number) for number in range(1100)] == [by_header(number) for number in range(1100)]


def test_arabic_has_six_forms_and_slavic_languages_four():
    assert [locales.plural_count(code) for code in ("ar", "uk", "ru", "pl", "lt")] == [6, 4, 4, 4, 4]
