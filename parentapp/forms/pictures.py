"""A picture, or another file, in a form: chosen or not, taken or refused."""

from typing import IO, Any

from flask import request
from wtforms import Field

from parentapp import documents, pictures
from parentapp.pictures import Picture

CHOSEN = "chosen"  # what is kept of it when a session has ended: a page can not choose a file by itself


class UploadField(Field):
    """Holds what was sent as it is to be kept; None where nothing was chosen, or where it was refused."""

    chosen = False  # now, or before the session ended: shown again, the form must say that it is no longer there

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Read what was sent. What is refused is an error of this field. Its name is not looked at."""
        self.data, self.process_errors = None, []
        if formdata is None:
            self.chosen = data == CHOSEN
            return
        sent = request.files.get(self.name)
        self.chosen = sent is not None and (bool(sent.filename) or bool(sent.stream.read(1)))
        if sent is not None and self.chosen:
            try:
                self.data = self.made(sent.stream)
            except (documents.Refused, pictures.Refused) as refused:
                self.process_errors = [str(refused)]

    def made(self, stream: IO[bytes]) -> Any:
        """What is kept of it. Raises Refused."""
        raise NotImplementedError


class PictureField(UploadField):
    data: Picture | None

    def made(self, stream: IO[bytes]) -> Picture:
        return pictures.read(stream)
