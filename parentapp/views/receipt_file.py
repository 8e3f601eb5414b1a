"""A receipt on its way to a browser, in the reader's language."""

from datetime import date
from typing import Any

from parentapp.domain.answers import Receipt
from parentapp.i18n import LANGUAGES
from parentapp.views.files import kept_file
from parentapp.views.rendering import render

NAME = "kvittering.pdf"


def receipt_file(page: Receipt) -> Any:
    """The answer with the file. Raises NoPaper where this machine can make none."""
    # Read in years to come: each date says its year, as if it were read in another.
    written = render("answers/receipt.html", page=page, read_in=LANGUAGES, written_out=date.min)
    return kept_file(written, NAME, "receipt")
