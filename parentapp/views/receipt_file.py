"""A receipt on its way to a browser: a PDF with a name that tells nothing, always kept as a file."""

from datetime import date
from typing import Any

from flask import Response

from parentapp import paper
from parentapp.domain.answers import Receipt
from parentapp.i18n import LANGUAGES
from parentapp.views.rendering import render

NAME = "kvittering.pdf"
ALONE = "default-src 'none'; sandbox; frame-ancestors 'none'"  # were it ever taken for a page, it could do nothing


def receipt_file(page: Receipt) -> Any:
    """The answer with the file, in the reader's language. Raises NoPaper where this machine can make none."""
    # Read in years to come: each date says its year, as if it were read in another.
    written = render("answers/receipt.html", page=page, read_in=LANGUAGES, written_out=date.min)
    response = Response(paper.made(written.get_data(as_text=True), "receipt"), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    response.headers["Content-Security-Policy"] = ALONE
    return response
