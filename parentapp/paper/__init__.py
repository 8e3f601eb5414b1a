"""What leaves the app on paper: from a page of our own to a PDF.

The library that sets it is loaded with the first one: it and its fonts take memory that most workers never need.
"""

import threading
from pathlib import Path

STYLES = Path(__file__).parent

_one_at_a_time = (
    threading.Lock()
)  # the library under it shares a map of fonts, and a receipt takes a fraction of a second


class NoPaper(Exception):
    """This machine lacks what sets a PDF: `parentapp doctor` says what."""


def made(page: str, *styles: str) -> bytes:
    """The page as a PDF, in the styles of these names («receipt»). Fetches nothing. Raises NoPaper."""
    with _one_at_a_time:
        try:
            from parentapp.paper.printing import pdf
        except OSError as missing:
            raise NoPaper from missing
        return pdf(page, "".join((STYLES / f"{style}.css").read_text(encoding="utf-8") for style in styles))
