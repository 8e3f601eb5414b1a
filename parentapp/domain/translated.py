"""Human translations, where one fits the words as they stand now. One that is out of date is not there at all."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from parentapp.access import visible
from parentapp.access.sight import Sight
from parentapp.crypto import lookup_hash
from parentapp.enums import TranslationState
from parentapp.models import Translation

TEXT = "text"  # the field of an entry, and of a point of an agenda, that holds its words


@dataclass(frozen=True)
class Translated:
    """What somebody qualified wrote instead of the original words."""

    text: str
    locale: str
    draft: bool  # nobody else has read it yet


Translations = dict[UUID, dict[str, Translated]]  # by the thing whose words they are, and by language


def current(sight: Sight, texts: Iterable[tuple[UUID, str, str]], locales: Collection[str]) -> Translations:
    """Of these things' texts (id, words, language) into these languages. At most one query.

    Nothing is asked for a text that is in the only language wanted.
    """
    digests = {thing: digest_of(text) for thing, text, lang in texts if text and {*locales} - {lang}}
    if not digests:
        return {}
    t, found = Translation, Translations()
    written = t.state.in_((TranslationState.DRAFT, TranslationState.APPROVED)) & (t.field == TEXT)
    wanted = t.thing.in_(list(digests)) & t.locale.in_(list(locales))
    for row in visible.translations(sight).where(written & wanted):
        if row.digest is not None and bytes(row.digest) == digests[row.thing]:
            draft = row.state is TranslationState.DRAFT
            found.setdefault(row.thing, {})[row.locale] = Translated(row.text, row.locale, draft)
    return found


def digest_of(text: str) -> bytes:
    """What a translation remembers of the words it was made from: keyed, so that short ones cannot be guessed."""
    return lookup_hash("translation", text)
