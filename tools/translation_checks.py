"""What must hold for a language to be offered: every word there, every value kept, nothing left in bokmål."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from parentapp.i18n.locales import LANGUAGES, plural_count, plural_header, plural_index
from parentapp.i18n.phrases import names, pieces

_COUNTED_TO = 200  # far enough for every plural rule to come round
_OTHER_DIGITS = re.compile("[\u0660-\u0669\u06f0-\u06f9]")
_LETTERS = "A-Za-zÀ-ɏ"
_LATIN = re.compile(f"[{_LETTERS}]+")
_NORWEGIAN = re.compile(r"\w*[æøåÆØÅ]\w*")


@dataclass(frozen=True)
class Allowed:
    """Words that may stand as they are in every language: names of services, of the app, of files."""

    words: tuple[str, ...]

    @classmethod
    def read(cls, folder: Path) -> "Allowed":
        """From `names.toml` in the folder of the translations."""
        file = folder / "names.toml"
        listed = tomllib.loads(file.read_text("utf-8"))["names"] if file.is_file() else []
        return cls(tuple(sorted(listed, key=len, reverse=True)))

    def without(self, text: str) -> str:
        """The text without these words."""
        for word in self.words:
            text = re.sub(rf"(?<![{_LETTERS}]){re.escape(word)}(?![{_LETTERS}])", " ", text)
        return text


def problems(locale: str, translated: Catalog, sources: Catalog, allowed: Allowed) -> list[str]:
    """All that keeps a catalogue from being offered, one line each; empty when it is whole."""
    found = list(_catalogue_problems(locale, translated, sources))
    for source in sources:
        if source.id:
            message = translated.get(_text(source), source.context)
            why = message_problems(locale, source, message, allowed)
            found += [f"«{_text(source)}»: {fault}" for fault in why]
    return found


def message_problems(locale: str, source: Message, message: Message | None, allowed: Allowed) -> list[str]:
    """What is wrong with one phrase in one language."""
    if message is None or not _forms(message) or not all(_forms(message)):
        return ["not translated"]
    if message.fuzzy:
        return ["marked fuzzy: not sure"]
    if message.pluralizable and tuple(message.id) != tuple(source.id):
        return ["its plural is not the one in the sources"]
    return [
        *_plural_problems(locale, source, message),
        *_placeholder_problems(locale, source, message),
        *(fault for form in _forms(message) for fault in _tongue_problems(locale, source, form, allowed)),
    ]


def _catalogue_problems(locale: str, translated: Catalog, sources: Catalog) -> Iterator[str]:
    wanted = {(_text(message), message.context) for message in sources}
    for message in translated:
        if message.id and (_text(message), message.context) not in wanted:
            yield f"«{_text(message)}»: no longer in the sources; run update"
    if translated.obsolete:
        yield f"{len(translated.obsolete)} obsolete phrases are kept; run update"
    if _squeezed(translated.plural_forms) != _squeezed(plural_header(locale)):
        yield f"the Plural-Forms header is not {plural_header(locale)}"


def _plural_problems(locale: str, source: Message, message: Message) -> Iterator[str]:
    wanted = 1 if isinstance(source.id, str) else plural_count(locale)
    if len(_forms(message)) != wanted:
        yield f"has {len(_forms(message))} plural forms, {locale} has {wanted}"


def _placeholder_problems(locale: str, source: Message, message: Message) -> Iterator[str]:
    """A form that stands for one number only («ett hjerte», «قلبان») may leave the number out."""
    counting = not isinstance(source.id, str)
    wanted = names(source.id if isinstance(source.id, str) else source.id[-1])
    for place, form in enumerate(_forms(message)):
        spoken = [name for name in wanted if name != "n"]
        number_unsaid = counting and names(form) == spoken and _stands_for_one_number(locale, place)
        if names(form) != wanted and not number_unsaid:
            yield f"has the values {names(form)}, not {wanted}, in «{form}»"
        if re.search(r"[{}]", "".join(pieces(form)[::2])):
            yield f"has a broken value in «{form}»"


def _stands_for_one_number(locale: str, place: int) -> bool:
    index = plural_index(locale)
    return sum(index(number) == place for number in range(_COUNTED_TO)) == 1


def _tongue_problems(locale: str, source: Message, form: str, allowed: Allowed) -> Iterator[str]:
    bare = allowed.without(" ".join(pieces(form)[::2]))
    same = form in ([source.id] if isinstance(source.id, str) else source.id)
    if same and locale != "nn" and any(letter.isalpha() for letter in bare):
        yield "is the bokmål text itself"
    elif not LANGUAGES[locale].latin and (left := _LATIN.findall(bare)):
        yield f"has Latin letters left: {', '.join(left)}"
    elif LANGUAGES[locale].latin and locale not in {"nn", "se"} and (left := _NORWEGIAN.findall(bare)):
        yield f"has Norwegian letters left: {', '.join(left)}"
    if _OTHER_DIGITS.search(form):
        yield "has other digits than 0–9"
    if form != form.strip():
        yield "begins or ends with a space"
    if re.search(r"</?[a-zA-Z]", form):
        yield "has markup in it"


def _forms(message: Message) -> tuple[str, ...]:
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _text(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _squeezed(header: str) -> str:
    return re.sub(r"[\s;]+", "", header)
