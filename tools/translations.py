"""The words of the app and their translations: extract · update [locale …] · compile · check · status.

Run from the root of the repository: `python tools/translations.py check`.
"""

import argparse
import json
import sys
from functools import cached_property
from io import BytesIO
from pathlib import Path

_NOT_KEPT = (
    b'"POT-Creation-Date',
    b'"PO-Revision-Date',
    b'"Report-Msgid',
    b'"Project-Id',
    b'"Generated-By',
    b'"Last-Translator: FULL NAME',
    b'"Language-Team',
)
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a file, not as a module

from babel.messages.catalog import Catalog, Message  # noqa: E402 - after the path
from babel.messages.pofile import read_po, write_po  # noqa: E402 - after the path

from parentapp.i18n.catalogue import GROUPS, compiled_file, key  # noqa: E402 - after the path
from parentapp.i18n.locales import LANGUAGES, SOURCE, plural_count, plural_header  # noqa: E402 - after the path
from tools import translation_sources as sources  # noqa: E402 - after the path
from tools.translation_checks import Allowed, message_problems, problems  # noqa: E402 - after the path
from tools.translation_reviews import Reviews  # noqa: E402 - after the path


class Desk:
    """The translations of one repository, and its sources, read once and only when they are asked for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.folder = root / "translations"
        self.allowed = Allowed.read(self.folder)
        self.reviews = Reviews(self.folder)

    @cached_property
    def found(self) -> list[sources.Words]:
        return sources.found_in(self.root)

    @cached_property
    def words(self) -> Catalog:
        return sources.catalog_of(self.found)

    def locales(self) -> list[str]:
        """The languages somebody has begun on."""
        return [code for code in LANGUAGES if code != SOURCE and self._po(code).is_file()]

    def extract(self) -> int:
        """Write all words to messages.pot, for translators' programs. Gives their number."""
        self._write(self.folder / "messages.pot", self.words)
        return len(self.words)

    def update(self, locale: str) -> None:
        """Bring a catalogue in line with the sources, or begin one. Guesses nothing, keeps nothing old."""
        begun = self._po(locale).is_file()
        catalog = self.read(locale) if begun else Catalog(locale=locale, charset="utf-8", fuzzy=False)
        catalog.header_comment = f"# Min stafett: {LANGUAGES[locale].name}. REVIEWED.toml says who read it."
        catalog.mime_headers = [("Plural-Forms", plural_header(locale))]
        catalog.update(self.words, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        for message in catalog:
            _fit(message, plural_count(locale))
        self._write(self._po(locale), catalog)

    def read(self, locale: str) -> Catalog:
        """A catalogue as it lies in the folder."""
        with self._po(locale).open("rb") as file:
            return read_po(file, locale)

    def compile(self, locale: str) -> bool:
        """Write the words the app reads: only sound ones. Gives whether the language is complete."""
        catalog = self.read(locale)
        built = {
            "complete": not self.problems(locale),
            "reviewed": self.reviews.holding(locale, self.placed(catalog)),
            "messages": dict(self._sound(locale, catalog)),
        }
        file = compiled_file(locale, self.folder)
        file.write_text(json.dumps(built, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
        return bool(built["complete"])

    def problems(self, locale: str) -> list[str]:
        """What keeps a language from being offered."""
        return problems(locale, self.read(locale), self.words, self.allowed)

    def source_problems(self) -> list[str]:
        """What in the sources, or in the list of reviews, must be put right first."""
        return [
            *sources.source_problems(self.root),
            *sources.clashes(self.found),
            *sources.phrase_problems(self.words),
            *self.reviews.problems(),
        ]

    def placed(self, catalog: Catalog) -> Catalog:
        """The catalogue with today's places of the words, which decide what group each is read in."""
        for message in catalog:
            source = self.words.get(message.id, message.context) if message.id else None
            message.locations = source.locations if source else []
        return catalog

    def _sound(self, locale: str, catalog: Catalog) -> list[tuple[str, str | list[str]]]:
        sound = []
        for source in self.words:
            message = catalog.get(source.id, source.context) if source.id else None
            if message and not message_problems(locale, source, message, self.allowed):
                text = source.id if isinstance(source.id, str) else source.id[0]
                sound.append((key(text, source.context), _said(message)))
        return sound

    def _po(self, locale: str) -> Path:
        return self.folder / locale / "LC_MESSAGES" / "messages.po"

    def _write(self, file: Path, catalog: Catalog) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(_as_po(catalog))


def main(arguments: list[str], root: Path = ROOT) -> int:
    """Do one command; 1 when something must be put right."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("command", choices=["extract", "update", "compile", "check", "status"])
    asked.add_argument("locales", nargs="*", choices=[[], *LANGUAGES])
    told = asked.parse_args(arguments)
    desk = Desk(root)
    locales = told.locales or desk.locales()
    return _COMMANDS[told.command](desk, locales)


def _extract(desk: Desk, _locales: list[str]) -> int:
    print(f"{desk.extract()} phrases")
    return 0


def _update(desk: Desk, locales: list[str]) -> int:
    for locale in locales:
        desk.update(locale)
    return 0


def _compile(desk: Desk, locales: list[str]) -> int:
    for locale in locales:
        print(f"{locale}: {'complete' if desk.compile(locale) else 'not complete, so not offered'}")
    return 0


def _check(desk: Desk, locales: list[str]) -> int:
    faults = desk.source_problems()
    faults += [f"{locale}: {fault}" for locale in locales for fault in desk.problems(locale)]
    print("\n".join(faults) or f"{len(desk.words)} phrases, whole in: nb {' '.join(locales)}")
    return 1 if faults else 0


def _status(desk: Desk, locales: list[str]) -> int:
    """How far each language is; the digests are what a review in REVIEWED.toml names."""
    for locale in locales:
        catalog = desk.placed(desk.read(locale))
        print(f"{locale}: {len(desk.problems(locale))} faults in {len(desk.words)} phrases")
        for group in GROUPS:
            state = "read" if group in desk.reviews.holding(locale, catalog) else "draft"
            count = len(desk.reviews.of(catalog, group))
            print(f"  {group}: {count} phrases, {state}, digest {desk.reviews.digest(catalog, group)}")
    return 0


_COMMANDS = {"extract": _extract, "update": _update, "compile": _compile, "check": _check, "status": _status}


def _said(message: Message) -> str | list[str]:
    return list(message.string) if isinstance(message.string, (list, tuple)) else message.string or ""


def _fit(message: Message, count: int) -> None:
    """Room for as many forms as the language has; no mark of doubt that nobody set."""
    message.flags.discard("python-format")
    if message.pluralizable:
        forms = message.string if isinstance(message.string, (list, tuple)) else ()
        message.string = (*forms, *[""] * count)[:count]


def _as_po(catalog: Catalog) -> bytes:
    """The same bytes for the same words: no dates, no line numbers, nothing that nobody filled in."""
    file = BytesIO()
    write_po(file, catalog, width=110, sort_by_file=True, ignore_obsolete=True, include_lineno=False)
    return b"".join(line for line in file.getvalue().splitlines(True) if not line.startswith(_NOT_KEPT))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
