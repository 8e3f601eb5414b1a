"""The demo's channel: writes what would have been sent to a file."""

from pathlib import Path
from uuid import UUID

from parentapp.channels.words import neutral


class FileChannel:
    def __init__(self, path: Path) -> None:
        self._path = path

    def deliver(self, account_id: UUID, locale: str) -> None:
        """Append one line: to whom, and the neutral sentence in their language."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(f"{account_id}\t{neutral(locale)}\n")
