"""Who has read what: `REVIEWED.toml`. A review holds for the very words that were read, until one changes."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message

from parentapp.i18n.catalogue import GROUPS
from parentapp.i18n.locales import LANGUAGES

_TOLD = ("read_by", "qualification", "on", "digest")


class Reviews:
    """The file, read. `folder` is that of the translations."""

    def __init__(self, folder: Path) -> None:
        file = folder / "REVIEWED.toml"
        self._told: dict[str, Any] = tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
        self._places: dict[str, list[str]] = self._told.pop("groups", {})

    def problems(self) -> list[str]:
        """Reviews that do not say who read what, and when."""
        found = [f"no such language: {locale}" for locale in self._told if locale not in LANGUAGES]
        for locale, groups in self._told.items():
            for group, review in groups.items():
                missing = [word for word in _TOLD if not review.get(word)]
                if group not in GROUPS:
                    found.append(f"{locale}: no such group: {group}")
                elif missing:
                    found.append(f"{locale}.{group} does not say {', '.join(missing)}")
        return [f"REVIEWED.toml: {fault}" for fault in found]

    def holding(self, locale: str, translated: Catalog) -> list[str]:
        """The groups somebody qualified has read as they stand now."""
        told = self._told.get(locale, {})
        return [
            group
            for group in GROUPS
            if all(told.get(group, {}).get(word) for word in _TOLD)
            and told[group]["digest"] == self.digest(translated, group)
        ]

    def digest(self, translated: Catalog, group: str) -> str:
        """A fingerprint of all words of a group and their translations."""
        lines = sorted(repr((message.context, message.id, message.string)) for message in self.of(translated, group))
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]

    def of(self, translated: Catalog, group: str) -> list[Message]:
        """The phrases of a group."""
        return [message for message in translated if message.id and group in self.groups_of(message)]

    def groups_of(self, message: Message) -> set[str]:
        """Where a phrase is shown: a phrase of two groups is read with both."""
        return {self._group_at(place) for place, _line in message.locations} or {"rest"}

    def _group_at(self, place: str) -> str:
        for group, starts in self._places.items():
            if place.startswith(tuple(starts)):
                return group
        return "rest"
