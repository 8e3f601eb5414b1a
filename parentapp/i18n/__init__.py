"""Languages: which one a person reads, the words in it, dates, directions. Knows no request, no table."""

from parentapp.i18n.catalogue import GROUPS, draft, offered, states
from parentapp.i18n.choosing import choose
from parentapp.i18n.locales import LANGUAGES, SOURCE, Language, direction, html_lang, same_readers
from parentapp.i18n.pages import environment_for, part_of_page
from parentapp.i18n.phrases import N_, N_c, N_n
from parentapp.i18n.speech import Speech, speak
from parentapp.i18n.terms import explain, term, term_keys

__all__ = [
    "GROUPS",
    "LANGUAGES",
    "N_",
    "SOURCE",
    "Language",
    "N_c",
    "N_n",
    "Speech",
    "choose",
    "direction",
    "draft",
    "environment_for",
    "explain",
    "html_lang",
    "offered",
    "part_of_page",
    "same_readers",
    "speak",
    "states",
    "term",
    "term_keys",
]
