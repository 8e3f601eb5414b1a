"""A page of ours on its way to a browser as a PDF: with a name that tells nothing, always kept as a file."""

from typing import Any

from flask import Response

from parentapp import paper

ALONE = "default-src 'none'; sandbox; frame-ancestors 'none'"  # were it ever taken for a page, it could do nothing


def kept_file(written: Any, name: str, *styles: str) -> Response:
    """The rendered page as a file, in these styles. Raises NoPaper where this machine can make none."""
    response = Response(paper.made(written.get_data(as_text=True), *styles), mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Content-Security-Policy"] = ALONE
    return response
