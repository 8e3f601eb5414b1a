"""The catalogues here are whole; and each fault a catalogue can have is found in a small one made for it."""

import copy
import json
import re
import shutil
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from parentapp.i18n import catalogue, offered, speak
from parentapp.i18n.locales import plural_header
from tests.translating import ARABIC, PAGE, PYTHON, REVIEWED, ROOT, faults, make, only, po, translate, write
from tools import translations
from tools.translations import Desk


@cache
def here():
    """This repository's desk: its sources take seconds to read."""
    return Desk(ROOT)


@pytest.fixture
def repo(tmp_path):
    return make(tmp_path)


@pytest.fixture
def whole(repo):
    """Arabic, whole."""
    translate(repo, ARABIC)
    assert faults(repo) == []
    return repo


# --- this repository ---


def test_everything_in_the_sources_can_be_translated():
    assert here().source_problems() == []


@pytest.mark.parametrize("locale", here().locales())
def test_each_catalogue_here_is_whole(locale):
    assert here().problems(locale) == []


@pytest.mark.parametrize("locale", here().locales())
def test_each_catalogue_here_is_as_update_writes_it(locale, tmp_path):
    shutil.copytree(ROOT / "translations", tmp_path / "translations")
    desk = copy.copy(here())
    desk.folder = tmp_path / "translations"
    desk.update(locale)
    assert po(tmp_path, locale).read_bytes() == po(ROOT, locale).read_bytes()


# --- what is found in a catalogue ---


def test_a_whole_catalogue_has_no_faults(whole, capsys):
    assert translations.main(["check"], whole) == 0
    assert "whole in: nb ar" in capsys.readouterr().out


def test_a_missing_translation_is_found(whole, capsys):
    translate(whole, {"Lagre": ""})
    only(faults(whole), "«Lagre»: not translated")
    assert translations.main(["check"], whole) == 1
    assert "ar: «Lagre»: not translated" in capsys.readouterr().out


def test_a_new_word_in_the_sources_is_found(whole):
    write(whole, "parentapp/more.py", "N_('Nytt')")
    only(faults(whole), "«Nytt»: not translated")


def test_a_word_no_longer_in_the_sources_is_found_and_removed(whole):
    (whole / "parentapp/templates/page.html").write_text(PAGE.replace("{{ _('PPT') }}", ""), encoding="utf-8")
    only(faults(whole), "«PPT»: no longer in the sources")
    assert translations.main(["update", "ar"], whole) == 0
    assert faults(whole) == []
    assert "PPT" not in po(whole).read_text("utf-8")


def test_a_changed_word_is_never_guessed(whole):
    (whole / "parentapp/words.py").write_text(PYTHON.replace("Ferdig", "Ferdige"), encoding="utf-8")
    assert translations.main(["update", "ar"], whole) == 0
    only(faults(whole), "«Ferdige»: not translated")
    assert "تم" not in po(whole).read_text("utf-8")


def test_a_changed_plural_is_found(whole):
    (whole / "parentapp/words.py").write_text(PYTHON.replace("{n} dager", "{n} døgn"), encoding="utf-8")
    only(faults(whole), "its plural is not the one in the sources")


@pytest.mark.parametrize(
    ("phrase", "said", "why"),
    [
        ("Hei, {name}", "مرحبًا", "has the values []"),
        ("Hei, {name}", "مرحبًا {navn}", "has the values ['navn']"),
        ("Hei, {name}", "مرحبًا {name} {name}", "has the values ['name', 'name']"),
        ("Hei, {name}", "مرحبًا {name} {", "broken value"),
        ("Ferdig", "Ferdig", "is the bokmål text itself"),
        ("Ferdig", "تم ferdig", "Latin letters left: ferdig"),
        ("Ferdig", "تم ٣", "other digits"),
        ("Ferdig", "تم ", "space"),
        ("Ferdig", "<b>3</b>", "markup"),
        ("Ferdig", "تم PPTX", "Latin letters left: PPTX"),
        ("{n} dag", ["صفر", "يوم", "يومان", "أيام", "{n} يومًا", "{n} يوم"], "has the values [], not ['n']"),
        ("{n} dag", ["صفر", "يوم", "يومان", "{n} أيام", "{n} يومًا", ""], "not translated"),
    ],
)
def test_a_wrong_translation_is_found_and_not_shown(whole, phrase, said, why):
    translate(whole, {phrase: said})
    assert any(why in fault for fault in faults(whole)), faults(whole)
    desk = Desk(whole)
    assert not desk.compile("ar")
    built = json.loads(catalogue.compiled_file("ar", desk.folder).read_text("utf-8"))
    assert not built["complete"]
    assert phrase not in built["messages"]
    assert built["messages"]["Lagre"] == "حفظ"


def test_names_of_services_may_stand_also_after_an_arabic_letter(whole):
    translate(whole, {"Ferdig": "لـPPT وPPT"})
    assert faults(whole) == []


def test_a_missing_plural_form_is_found(whole):
    text = po(whole).read_text("utf-8")
    po(whole).write_text(text.replace('msgstr[5] "{n} يوم"\n', ""), encoding="utf-8")
    assert faults(whole) == ["«{n} dag»: not translated"]


def test_too_few_plural_forms_and_their_header_are_found(whole):
    text = po(whole).read_text("utf-8")
    few = re.sub(r"msgstr\[[2-5]\] .*\n", "", text)
    few = re.sub(r'"Plural-Forms(.|\n)*?\\n"\n', '"Plural-Forms: nplurals=2; plural=(n != 1);\\\\n"\n', few)
    po(whole).write_text(few, encoding="utf-8")
    found = faults(whole)
    assert sum("has 2 plural forms, ar has 6" in fault for fault in found) == 3
    assert sum("Plural-Forms header" in fault for fault in found) == 1


def test_a_fuzzy_translation_is_found(whole):
    text = po(whole).read_text("utf-8")
    po(whole).write_text(text.replace('msgid "Lagre"', '#, fuzzy\nmsgid "Lagre"'), encoding="utf-8")
    only(faults(whole), "fuzzy")


def test_obsolete_phrases_are_found(whole):
    with po(whole).open("a", encoding="utf-8") as file:
        file.write('#~ msgid "Gammel"\n#~ msgstr "قديم"\n')
    only(faults(whole), "obsolete")


@pytest.mark.parametrize("locale", ["se", "fa", "fa_AF", "uk", "pl", "ku"])
def test_a_begun_catalogue_has_the_plural_forms_of_cldr(repo, locale):
    assert translations.main(["update", locale], repo) == 0
    with po(repo, locale).open("rb") as file:
        begun = read_po(file, locale)
    assert begun.plural_forms.rstrip("; ") == plural_header(locale).rstrip("; ")
    assert all(message.string == ("",) * begun.num_plurals for message in begun if message.pluralizable)


def test_norwegian_letters_left_in_a_latin_language_are_found(repo):
    assert translations.main(["update", "pl"], repo) == 0
    translate(repo, {"Lagre": "Zapisz på"}, "pl")
    assert any("Norwegian letters left: på" in fault for fault in faults(repo, "pl"))


def test_nynorsk_may_be_as_bokmal(repo):
    assert translations.main(["update", "nn"], repo) == 0
    translate(repo, {"Ferdig": "Ferdig", "Lagre": "Lagre på ny"}, "nn")
    assert not any("Ferdig" in fault or "Lagre" in fault for fault in faults(repo, "nn"))


# --- from source to page, and who has read it ---


def test_a_compiled_language_is_offered_and_spoken(whole, monkeypatch):
    monkeypatch.setattr(catalogue, "FOLDER", whole / "translations")
    assert translations.main(["compile"], whole) == 0
    assert [language.code for language in offered()] == ["nb", "ar"]
    t = speak("ar")
    assert (t("Ferdig"), t.c("person", "man"), t.n("{n} dag", "{n} dager", 2)) == ("تم", "واحد", "يومان")


def test_a_review_holds_for_the_words_that_were_read(whole):
    desk = Desk(whole)
    read = desk.placed(desk.read("ar"))
    assert desk.reviews.holding("ar", read) == []
    review = (
        f'\n[ar.consent]\nread_by = "N. N."\nqualification = "translator"\non = 2026-03-05\n'
        f'digest = "{desk.reviews.digest(read, "consent")}"\n'
    )
    write(whole, "translations/REVIEWED.toml", REVIEWED + review)
    assert _reviewed(whole) == ["consent"]
    translate(whole, {"Ferdig": "انتهى"})
    assert _reviewed(whole) == ["consent"]  # not a word of that group
    translate(whole, {"Lagre": "احفظ"})
    assert _reviewed(whole) == []


def _reviewed(root: Path) -> list[str]:
    translations.main(["compile"], root)
    built = catalogue.compiled_file("ar", root / "translations").read_text("utf-8")
    return json.loads(built)["reviewed"]


@pytest.mark.parametrize(
    ("review", "why"),
    [
        ('[ar.consent]\nread_by = "N. N."\n', "does not say qualification, on, digest"),
        ("[ar.poems]\n", "no such group: poems"),
        ("[xx.rest]\n", "no such language: xx"),
    ],
)
def test_a_review_that_does_not_say_who_and_what_is_refused(whole, review, why):
    write(whole, "translations/REVIEWED.toml", REVIEWED + review)
    assert any(why in fault for fault in faults(whole))
    assert _reviewed(whole) == []


def test_status_prints_the_digest_a_review_names(whole, capsys):
    assert translations.main(["status"], whole) == 0
    desk = Desk(whole)
    digest = desk.reviews.digest(desk.placed(desk.read("ar")), "consent")
    assert f"consent: 1 phrases, draft, digest {digest}" in capsys.readouterr().out
