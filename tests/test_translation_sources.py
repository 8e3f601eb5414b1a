"""Words are found where people write them, and calls that nobody could translate are found too."""

import pytest

from tests.translating import make, po, write
from tools import translations
from tools.translation_sources import found_in
from tools.translations import Desk


@pytest.fixture
def repo(tmp_path):
    return make(tmp_path)


def test_words_are_found_in_python_templates_and_terms(repo):
    found = {(text, context) for _place, _line, text, _notes, context in found_in(repo)}
    assert found == {
        ("Ferdig", None),
        ("man", "ukedag"),
        ("man", "person"),
        (("{n} dag", "{n} dager"), None),
        ("Hei, {name}", None),
        (("{n} hjerte", "{n} hjerter"), None),
        ("Lagre", None),
        (("{n} svar", "{n} svar"), None),
        ("Hjem", "sted"),
        ("PPT", None),
        ("Noe vi gjør for å hjelpe.", None),
    }


def test_translators_read_the_notes(repo):
    text = po(repo).read_text("utf-8")
    assert '#. the end of a measure\n#: parentapp/words.py\nmsgid "Ferdig"' in text
    assert "#. a button\n" in text


def test_catalogues_hold_no_dates_and_are_the_same_when_made_again(repo):
    before = po(repo).read_bytes()
    assert translations.main(["update"], repo) == 0
    assert po(repo).read_bytes() == before
    assert b"Date" not in before


@pytest.mark.parametrize(
    ("python", "why"),
    [
        ("t(f'Hei {x}')", "plain text"),
        ("t('Hei ' + x)", "plain text"),
        ("t('Hei %s' % x)", "plain text"),
        ("t('Hei {}'.format(x))", None),  # a call may give a marked phrase; its brace is no word of ours
        ("N_(x)", "plain text"),
        ("t.n('{n} dag', x, 3)", "plain text"),
        ("t.c(x, 'man')", "plain text"),
        ("t('Hei, {name}', nam=x)", "wants ['name']"),
        ("t.n('{n} av {all}', '{n} av {all}', 3)", "wants ['all']"),
        ("N_('Hei, {Name}')", "a brace"),
        ("N_('<b>Hei</b>')", "markup"),
        ("N_('Hei ')", "space"),
        ("N_('{n} dag')", "another plural"),
        ("self.t('Hei, {name}', name=x)", None),
        ("speech.n(x, y, 3)", None),
    ],
)
def test_python_that_could_not_be_translated_is_found(repo, python, why):
    write(repo, "parentapp/more.py", python)
    found = Desk(repo).source_problems()
    assert (found == []) if why is None else (len(found) == 1 and why in found[0]), found


@pytest.mark.parametrize("template", ["{{ _('Hei, {name}') }}", "{{ _('Hei' ~ x) }}", "{{ term('sol') }}", "{% if %}"])
def test_templates_that_could_not_be_translated_are_found(repo, template):
    write(repo, "parentapp/templates/more.html", "\n" + template)
    if "if" in template:
        with pytest.raises(SystemExit, match=r"more\.html:2: Expected an expression"):
            Desk(repo).source_problems()
    else:
        assert Desk(repo).source_problems()[0].startswith("parentapp/templates/more.html:2: ")
