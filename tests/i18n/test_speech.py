"""Phrases, plurals and terms in Python; the domain's words wherever they are shown."""

import pytest
from babel.lists import format_list

from parentapp import i18n
from parentapp.i18n import N_, N_c, N_n, catalogue, speak, terms
from parentapp.i18n.phrases import names

ALL = list(i18n.LANGUAGES)


def test_phrases_are_said_in_the_language(folder):
    t = speak("ar")
    assert t("Hei, {name}!", name="Amina") == "مرحبًا Amina!"
    assert t.c("ukedag", "man") == "الاثنين"
    assert [t.n("{n} hjerte", "{n} hjerter", n) for n in (1, 2, 3, 11, 100)] == [
        "قلب",
        "قلبان",
        "3 قلوب",
        "11 قلبًا",
        "100 قلب",
    ]


def test_bokmal_needs_no_catalogue(folder):
    t = speak("nb")
    assert t("Hei, {name}!", name="Amina") == "Hei, Amina!"
    assert t.c("ukedag", "man") == "man"
    assert [t.n("{n} hjerte", "{n} hjerter", n) for n in (0, 1, 2)] == ["0 hjerter", "1 hjerte", "2 hjerter"]


def test_what_is_missing_is_said_in_bokmal(folder):
    assert speak("pl")("Hei, {name}!", name="Marta") == "Hei, Marta!"
    assert speak("pl").n("{n} hjerte", "{n} hjerter", 2) == "2 hjerter"
    assert speak("pl")("Ferdig") == "Gotowe"
    assert speak("ti")("Ferdig") == "Ferdig"


def test_marked_phrases_keep_their_meaning_until_they_are_said(folder):
    t = speak("ar")
    assert t(N_("Ferdig")) == "تم"
    assert t(N_c("ukedag", "man")) == "الاثنين"
    assert t("man") == "man"  # without the context it is another phrase
    assert t(N_n("{n} hjerte", "{n} hjerter"), n=3) == "3 قلوب"
    assert N_c("ukedag", "man") == "man"


def test_a_forgotten_value_is_an_error(folder):
    with pytest.raises(KeyError):
        speak("nb")("Hei, {name}!")


def test_what_people_write_is_never_read_as_a_phrase(folder):
    t = speak("nb")
    assert t("Hei, {name}!", name="{name} {0} {t.book}") == "Hei, {name} {0} {t.book}!"


def test_an_unknown_language_is_an_error():
    with pytest.raises(KeyError):
        speak("../nb")


def test_lists_of_names():
    assert speak("nb").listed(["Kari", "Per", "Ingrid"]) == "Kari, Per og Ingrid"
    assert speak("ar").listed(["A", "B"]) == "A وB"
    assert speak("nb").listed([]) == ""


@pytest.mark.parametrize("locale", ALL)
def test_names_are_listed_as_babel_does(locale):
    people = ["Kari", "Per {0}", "Ingrid", "Amina", "{1}"]
    for count in range(len(people) + 1):
        assert speak(locale).listed(people[:count]) == format_list(people[:count], locale=locale)


def test_the_norwegian_word_stands_beside_the_first_time_on_a_page(show):
    page = "{{ term('tiltak') }}|{{ term('tiltak') }}|{{ term('mål') }}"
    expected = 'إجراء مساعدة <bdi lang="nb">(tiltak)</bdi>|إجراء مساعدة|هدف <bdi lang="nb">(mål)</bdi>'
    assert show("ar", page) == expected
    assert show("ar", page) == expected  # each page anew
    assert show("nb", page) == "tiltak|tiltak|mål"
    assert show("nn", page) == "tiltak|tiltak|mål"


def test_macros_and_variables_count_as_the_same_page(show):
    page = "{% macro m(w) %}{{ term(w) }}{% endmacro %}{{ m('tiltak') }}|{{ m('tiltak') }}"
    assert show("ar", page) == 'إجراء مساعدة <bdi lang="nb">(tiltak)</bdi>|إجراء مساعدة'


def test_a_language_without_the_word_shows_the_norwegian_one(show, folder):
    assert show("ar", "{{ term('frist') }}") == '<bdi lang="nb">frist</bdi>'
    assert speak("ar").term("frist") == "frist"
    assert speak("ar").term("tiltak") == "إجراء مساعدة (tiltak)"
    assert speak("nb").term("tiltak") == "tiltak"


def test_terms_are_explained_through_the_catalogue(show, folder, build):
    build("uk", complete=True, messages={"Siste dag.": "Останній день."})
    assert show("uk", "{{ explain('frist') }}") == "Останній день."
    assert show("nb", "{{ explain('frist') }}") == "Siste dag."
    with pytest.raises(KeyError):
        speak("nb").explain("hjerte")


def test_a_term_can_begin_a_line(show):
    assert show("nb", "{{ term('tiltak')|capital }}") == "Tiltak"
    assert show("uk", "{{ term('tiltak')|capital }}").startswith("<bdi")


def test_the_shipped_terms_are_sound():
    assert len(i18n.term_keys()) > 30
    known = {*ALL, "explain", "doubt"} - {"nb"}
    for word, entry in terms._table(catalogue.FOLDER).items():
        assert entry["explain"].endswith("."), word
        assert set(entry) <= known, word
        assert not any("(" in entry[code] for code in entry if code in ALL), word


@pytest.mark.parametrize("locale", ["nn", "en", "uk", "ar", "pl", "so", "ti", "fa_AF", "fa", "ur"])
def test_words_that_must_not_be_confused_differ(locale):
    words = [i18n.term(locale, word) for word in ("undring", "bekymring", "bekymringsmelding", "stafettlogg")]
    assert len(set(words)) == 4


def test_placeholders_are_found_as_often_as_they_stand():
    assert names("{a} {b} {a} {B} {0} {}") == ["a", "a", "b"]
