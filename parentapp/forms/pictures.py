"""A picture in a form: chosen or not, taken or refused."""

from typing import Any

from flask import request
from wtforms import Field

from parentapp import pictures
from parentapp.pictures import Picture

CHOSEN = "chosen"  # what is kept of it when a session has ended: a page can not choose a file by itself


class PictureField(Field):
    """Holds the picture as it is to be kept; None where none was chosen, or where it was refused."""

    data: Picture | None
    chosen = False  # now, or before the session ended: shown again, the form must say that it is no longer there

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Read what was sent. One that is refused is an error of this field."""
        self.data, self.process_errors = None, []
        if formdata is None:
            self.chosen = data == CHOSEN
            return
        sent = request.files.get(self.name)
        self.chosen = sent is not None and (bool(sent.filename) or bool(sent.stream.read(1)))
        if sent is not None and self.chosen:
            try:
                self.data = pictures.read(sent.stream)
            except pictures.Refused as refused:
                self.process_errors = [str(refused)]
