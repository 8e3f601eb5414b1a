"""Which way out of the app this server has. Delivers nothing itself."""

from typing import Protocol
from uuid import UUID

from parentapp.channels.file import FileChannel
from parentapp.config import Mode, Settings

NO_CHANNEL = "No channel that reaches people is built yet: notices wait, and are seen only by those who log in."


class Channel(Protocol):
    def deliver(self, account_id: UUID, locale: str) -> None:
        """Hand over the neutral sentence. Raises whatever went wrong: then nobody knows whether it got out."""


def chosen(settings: Settings) -> Channel | None:
    """The file where everybody is invented. None in production: a file reaches nobody, so nothing is sent."""
    if settings.mode is Mode.PRODUCTION:
        return None
    return FileChannel(settings.instance / "delivered.txt")
