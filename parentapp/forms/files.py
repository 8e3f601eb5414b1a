"""Files in a form: up to three, each with a few words on what it is."""

from collections.abc import Iterator
from functools import partial
from typing import IO, Any

from wtforms import Field, StringField
from wtforms.validators import ValidationError

from parentapp import documents
from parentapp.documents import Document
from parentapp.forms.base import Form, Readable, clean
from parentapp.forms.pictures import UploadField
from parentapp.i18n import N_

LONGEST = 80  # characters
MISSING = N_("Skriv hva filen er.")
NO_FILE = N_("Velg filen, eller ta bort det du skrev om den.")
NOTHING = N_("Velg en fil.")
DESCRIBES = Readable(LONGEST, MISSING, N_("Det er for langt. Det er plass til 80 tegn."))


class FileField(UploadField):
    data: Document | None

    def made(self, stream: IO[bytes]) -> Document:
        return documents.read(stream)


def _row() -> tuple[Field, Field]:
    return FileField(N_("Fil eller bilde")), StringField(N_("Hva er det?"), filters=[partial(clean, longest=LONGEST)])


class FilesForm(Form):
    """A form that files can be hung on. A row of which nothing is filled in is not there."""

    file_1, caption_1 = _row()
    file_2, caption_2 = _row()
    file_3, caption_3 = _row()

    FILES = (1, 2, 3)

    def row_of(self, number: int) -> tuple[Any, Any]:
        """File and words."""
        return self[f"file_{number}"], self[f"caption_{number}"]

    def files(self) -> Iterator[tuple[Document, str]]:
        """Each file with what it is, once the form is valid."""
        for file, caption in map(self.row_of, self.FILES):
            if file.data is not None:
                yield file.data, caption.data

    def said_of_files(self) -> list[str]:
        """Which files, and what was said of them: for the press."""
        return [said for document, caption in self.files() for said in (document.sent, caption)]

    def any_begun(self, first: int = 1) -> bool:
        """Whether anything is filled in, from that row on: then it stands open."""
        rows = (self.row_of(number) for number in self.FILES if number >= first)
        return any(file.chosen or caption.data for file, caption in rows)

    def validate_caption_1(self, field: Field) -> None:
        self._whole(1)

    def validate_caption_2(self, field: Field) -> None:
        self._whole(2)

    def validate_caption_3(self, field: Field) -> None:
        self._whole(3)

    def _whole(self, number: int) -> None:
        """A file has words, and words have a file."""
        file, caption = self.row_of(number)
        if file.chosen:
            DESCRIBES(self, caption)
        elif caption.data:
            raise ValidationError(NO_FILE)


class MoreFilesForm(FilesForm):
    """Only files."""

    def validate_file_1(self, field: Field) -> None:
        if not self.any_begun():
            raise ValidationError(NOTHING)
