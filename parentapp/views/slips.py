"""What somebody new logs in with, on paper: shown this once, in their own language."""

from collections.abc import Sequence
from typing import Any

from flask import redirect

from parentapp.domain.own_login import Slip
from parentapp.i18n import LANGUAGES
from parentapp.views.rendering import languages, part_in, render


def handed_over(slips: Sequence[Slip], onwards: str, *, asked: bool = False) -> Any:
    """The slips, and a way onwards; where none was made, and when the press comes again, onwards at once.

    `asked`: a question waits for them.
    """
    if not slips:
        return redirect(onwards, 303)
    offered = {language.code for language in languages()}
    shown = [(slip, LANGUAGES[slip.locale], _part(slip, offered)) for slip in slips]
    return render("new_logs/slips.html", slips=shown, onwards=onwards, asked=asked)


def _part(slip: Slip, offered: set[str]) -> Any:
    """In what they read, where that can be read here; else in bokmål."""
    return part_in(slip.locale if slip.locale in offered else "nb", "new_logs/_slip.html", slip=slip)
