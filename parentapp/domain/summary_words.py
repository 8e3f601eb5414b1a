"""The one place where «Kort fortalt» asks for human translations: those that fit the words as they stand now."""

from collections.abc import Collection, Iterable
from uuid import UUID

from parentapp.access import visible
from parentapp.access.sight import Sight
from parentapp.domain import bank
from parentapp.domain.shown import ShownEntry
from parentapp.domain.sources import FIELD, digest
from parentapp.enums import TranslationState
from parentapp.models import Translation

Translations = dict[UUID, dict[str, str]]  # the words, by the entry they are of and by language


def translations(sight: Sight, entries: Iterable[ShownEntry], locales: Collection[str]) -> Translations:
    """Of these entries' words into these languages; one that is out of date is left out. At most one query.

    A phrase of the bank is in every language.

    What is in the reader's own language stands with the entries already. Nothing is asked where all is written in
    the only other language wanted.
    """
    own, entries, found = sight.actor.locale, list(entries), Translations()
    for each in entries:
        if each.phrase:
            found[each.id] = {locale: bank.said(each.phrase, locale) for locale in locales}
    for each in entries if own in locales else ():
        if each.translation and each.translation.current and each.translation.text:
            found[each.id] = {own: each.translation.text}
    others = {*locales} - {own}
    digests = {each.id: digest(each.text) for each in entries if each.text and not each.phrase and others - {each.lang}}
    if not digests:
        return found
    t = Translation
    wanted = t.thing.in_(list(digests)) & t.locale.in_(sorted(others)) & (t.state == TranslationState.FINISHED)
    for row in visible.translations(sight).where(wanted & (t.field == FIELD)):
        if row.digest is not None and bytes(row.digest) == digests[row.thing]:
            found.setdefault(row.thing, {})[row.locale] = row.text
    return found
