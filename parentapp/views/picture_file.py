"""A picture on its way to a browser: as a file with a name that tells nothing, and never as a page."""

from typing import Any

from flask import Response

from parentapp.domain.pictures import PictureFile
from parentapp.views.files import ALONE

NAME = "bilde.jpg"


def picture_file(picture: PictureFile) -> Any:
    """The answer. A page's own `img` shows it all the same: only whoever opens the address gets a file."""
    response = Response(picture.body, mimetype=picture.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{NAME}"'
    response.headers["Content-Security-Policy"] = ALONE
    return response
