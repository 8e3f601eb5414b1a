"""Which language a person is answered in, and which are offered at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parentapp import i18n

OFFERED = {"nb", "nn", "en", "uk", "ar", "pl", "fa_AF", "ru", "ku", "ckb"}


@pytest.mark.parametrize(
    ("stored", "cookie", "header", "expected"),
    [
        (None, None, None, "nb"),
        (None, None, "", "nb"),
        ("uk", "ar", "pl", "uk"),
        (None, "ar", "pl", "ar"),
        (None, None, "pl", "pl"),
        ("ti", None, "pl", "pl"),  # stored, but not offered
        ("nn-NO", None, None, "nn"),
        (None, None, "no,en;q=0.8", "nb"),  # Babel's own negotiation answers in English here
        (None, None, "no-NO", "nb"),
        (None, None, "no-NYN", "nn"),
        (None, None, "prs,en;q=0.5", "fa_AF"),
        (None, None, "fa-AF", "fa_AF"),
        (None, None, "fa-IR", "fa_AF"),  # Farsi is not offered here, Dari is the nearest
        (None, None, "kmr", "ku"),
        (None, None, "ku-Arab-IQ", "ckb"),
        (None, None, "apc-SY", "ar"),
        (None, None, "ar_SY", "ar"),
        (None, None, "en;q=0.3, pl;q=0.9", "pl"),
        (None, None, "pl;q=0, en;q=0.1", "en"),
        (None, None, "de-DE, *;q=0.5", "nb"),
        (None, None, "EN-us", "en"),
        (None, "../../etc/passwd", "en", "en"),
        (None, "<script>", None, "nb"),
        (None, None, "en;q=nan, pl;q=0.2", "pl"),
        (None, None, "en;q=1e400, pl;q=-1, ar", "ar"),
        (None, None, ";;;,,,q=,=;q", "nb"),
        (None, None, "english", "nb"),
        (None, None, "ru", "ru"),
    ],
)
def test_the_language_is_the_stored_one_then_the_cookies_then_the_browsers(stored, cookie, header, expected):
    assert i18n.choose(stored, cookie, header, among=OFFERED) == expected


@pytest.mark.parametrize(
    ("stored", "cookie", "header", "expected"),
    [
        (None, None, "uk,ru;q=0.9,en;q=0.5", "en"),
        (None, None, "ru,uk;q=0.5", "nb"),
        ("uk", "ru", None, "nb"),
        ("uk", None, "ru", "nb"),
        (None, "uk", "ru", "nb"),
        ("ru", None, "uk", "ru"),  # chosen by the person, so it stands
    ],
)
def test_ukrainian_never_falls_to_russian(stored, cookie, header, expected):
    assert i18n.choose(stored, cookie, header, among=OFFERED - {"uk"}) == expected


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=400))
def test_no_header_or_cookie_breaks_the_choice(stored, cookie, header):
    assert i18n.choose(stored, cookie, header, among=OFFERED) in OFFERED


@given(st.lists(st.sampled_from(["uk", "ru", "no", "q=0.5", ";", ",", "*", "-", "_", "fa-AF", " "]), max_size=30))
def test_no_pieced_header_breaks_the_choice(parts):
    assert i18n.choose(None, None, "".join(parts), among=OFFERED) in OFFERED


def test_nynorsk_readers_get_bokmal_when_there_is_no_nynorsk():
    assert i18n.choose("nn", None, "nn,en", among={"nb", "en"}) == "nb"


def test_only_whole_languages_are_offered(folder):
    assert [language.code for language in i18n.offered()] == ["nb", "ar"]
    assert i18n.choose(None, None, "pl") == "nb"
    assert i18n.choose(None, None, "ar") == "ar"


def test_an_unread_language_waits_for_the_municipality(folder):
    assert i18n.draft("ar")
    assert [language.code for language in i18n.offered(switched_on=())] == ["nb"]
    assert [language.code for language in i18n.offered(switched_on={"ar"})] == ["nb", "ar"]


def test_a_language_is_a_draft_until_every_group_is_read(folder, build):
    build("uk", complete=True, messages={}, reviewed=("consent", "help_now"))
    build("en", complete=True, messages={}, reviewed=i18n.GROUPS)
    assert i18n.draft("uk")
    assert not i18n.draft("uk", "consent")
    assert i18n.draft("uk", "rest")
    assert not i18n.draft("en")
    assert not i18n.draft("nb")
