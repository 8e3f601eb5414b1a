"""What can go wrong between a person and the app. Views turn each into one answer; nothing here knows HTTP."""

from enum import Enum


class Hidden(Exception):
    """The actor may not know that this exists: answered exactly as if it did not."""


class Denied(Exception):
    """The actor sees it, but may not do this."""


class Unknown(Exception):
    """There is nobody to ask by that user name: no account, one elsewhere, or one that is kept out. Never which.

    `box`: in which of several boxes the name stands.
    """

    def __init__(self, box: str = "") -> None:
        super().__init__()
        self.box = box


class Undecided(Exception):
    """Whoever is asked works in child welfare, which takes over only once a decision on help has been made."""


class Conflict(Exception):
    """Something changed meanwhile, or was answered before; `reason` is a phrase the person can read."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class LooksLikePlace(Exception):
    """In a protected child's log, before it is kept: `texts` are those of what was typed that look like a place."""

    def __init__(self, texts: tuple[str, ...]) -> None:
        super().__init__()  # never the words: they would stand in the program's own log
        self.texts = texts


class Throttled(Exception):
    """Too many tries; `minutes` says how long to wait."""

    def __init__(self, minutes: int) -> None:
        super().__init__(str(minutes))
        self.minutes = minutes


class PasswordFault(Enum):
    """Why a new password was not taken: said at its box."""

    WRONG = "wrong"  # not the one they have
    SAME = "same"  # as the one they have
    EASY = "easy"  # to guess
