"""A small repository to translate, for tests of the tools that do it."""

import shutil
from pathlib import Path

from tools import translations
from tools.translations import Desk

ROOT = Path(__file__).parent.parent
PYTHON = """
from parentapp.i18n import N_, N_c, N_n, speak

# NOTE: the end of a measure
DONE = N_("Ferdig")
MAN = N_c("ukedag", "man")
DAYS = N_n("{n} dag", "{n} dager")

def say(t, word):
    return t("Hei, {name}", name="x") + t.n("{n} hjerte", "{n} hjerter", 2) + t.c("person", "man") + t(word)
"""
PAGE = """
{# NOTE: a button #}
<a title="{{ _('Lagre') }}">{{ _('Hei, {name}', name=x) }}</a>
{{ _n('{n} svar', '{n} svar', k) }} {{ _c('sted', 'Hjem') }} {{ _(word) }} PPT {{ _('PPT') }}
"""
TERMS = '[tiltak]\nexplain = "Noe vi gjør for å hjelpe."\nar = "إجراء"\n'
REVIEWED = '[groups]\nconsent = ["parentapp/templates/consents/"]\nhelp_now = ["parentapp/templates/help_now/"]\n'
ARABIC = {
    "Ferdig": "تم",
    "man": "واحد",
    "{n} dag": ["صفر", "يوم", "يومان", "{n} أيام", "{n} يومًا", "{n} يوم"],
    "Hei, {name}": "مرحبًا {name}",
    "{n} hjerte": ["لا قلوب", "قلب", "قلبان", "{n} قلوب", "{n} قلبًا", "{n} قلب"],
    "{n} svar": ["لا ردود", "رد", "ردّان", "{n} ردود", "{n} ردًا", "{n} رد"],
    "Lagre": "حفظ",
    "Hjem": "الرئيسية",
    "PPT": "PPT",
    "Noe vi gjør for å hjelpe.": "شيء نفعله للمساعدة.",
}


def make(root: Path) -> Path:
    """A small repository with one Python file, two pages, and Arabic begun."""
    write(root, "parentapp/words.py", PYTHON)
    write(root, "parentapp/templates/page.html", PAGE)
    write(root, "parentapp/templates/consents/show.html", "{{ _('Lagre') }}")
    write(root, "translations/terms.toml", TERMS)
    write(root, "translations/names.toml", 'names = ["PPT"]')
    write(root, "translations/REVIEWED.toml", REVIEWED)
    shutil.copy(ROOT / "babel.cfg", root)
    assert translations.main(["update", "ar"], root) == 0
    return root


def write(root: Path, name: str, text: str) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def po(root: Path, locale: str = "ar") -> Path:
    return root / "translations" / locale / "LC_MESSAGES" / "messages.po"


def translate(root: Path, words: dict, locale: str = "ar") -> None:
    desk = Desk(root)
    catalog = desk.read(locale)
    for message in catalog:
        text = message.id[0] if message.pluralizable else message.id
        if text in words:
            said = words[text]
            message.string = tuple(said) if isinstance(said, list) else said
    desk._write(po(root, locale), catalog)


def faults(root: Path, locale: str = "ar") -> list[str]:
    desk = Desk(root)
    return desk.source_problems() + desk.problems(locale)


def only(found: list[str], why: str) -> None:
    assert len(found) == 1, found
    assert why in found[0]
