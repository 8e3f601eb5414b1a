"""Files that people hang on what they write: a PDF that is written anew, or a picture that is drawn anew.

What was sent is never kept, nor what it was called. See `pictures`, and `document_alone`, which a PDF is given to.
"""

import subprocess
import sys
from dataclasses import dataclass
from hashlib import file_digest
from io import SEEK_END
from pathlib import Path
from threading import Lock
from typing import IO, Any

from parentapp import pictures
from parentapp.i18n import N_

LARGEST = pictures.LARGEST  # bytes, as sent
PDF = "application/pdf"
MEDIA_TYPES = (PDF, pictures.MEDIA_TYPE)  # of what is kept
BEGINNING = b"%PDF-"
PROGRAM = Path(__file__).with_name("document_alone.py")
SECONDS = 25  # until a PDF must have been written anew
ALONE: dict[str, Any] = {"timeout": SECONDS, "env": {}, "cwd": "/"}
LOCKED, TOO_MUCH = 4, 5  # what the program says; see there

TOO_LARGE = N_("Filen er for stor. Den kan være på høyst 20 MB.")
UNREADABLE = N_("Vi kan ikke lese filen. Velg en PDF, eller et bilde av typen JPEG, PNG eller WebP.")
IS_LOCKED = N_("PDF-en er låst med et passord. Lagre den uten passord, og velg den på nytt.")
IS_TOO_MUCH = N_("PDF-en er for stor eller for sammensatt. Skriv den ut som en ny PDF, eller del den i flere.")

QUEUE = N_("Akkurat nå er det mange som legger ved filer. Prøv igjen om et minutt.")

_writing = Lock()  # one at a time: each may take a whole processor, and a good deal of memory


class Refused(ValueError):
    """The file is not taken. Its text is a phrase that says why, and what can be done."""


@dataclass(frozen=True, repr=False)
class Document:
    """A file as it is kept."""

    media_type: str
    body: bytes
    sent: str  # which file it was made of: SHA-256 in hex

    def __str__(self) -> str:
        """For whoever asks what was said with a form."""
        return self.sent


def read(sent: IO[bytes]) -> Document:
    """The PDF or picture in this file. Raises Refused, whatever else it is."""
    if sent.seek(0, SEEK_END) > LARGEST:
        raise Refused(TOO_LARGE)
    sent.seek(0)
    if sent.read(len(BEGINNING)) == BEGINNING:
        sent.seek(0)
        digest = file_digest(sent, "sha256").hexdigest()  # type: ignore[arg-type]  # all kinds of files can do that
        sent.seek(0)
        return Document(PDF, _written_anew(sent.read()), digest)
    try:
        picture = pictures.read(sent)
    except pictures.Refused as refused:
        said = str(refused)
        raise Refused(UNREADABLE if said == pictures.UNREADABLE else said) from None
    return Document(pictures.MEDIA_TYPE, picture.large, picture.sent)


def _written_anew(pdf: bytes) -> bytes:
    """By a process without our secrets: it gets no environment, and nothing but these bytes."""
    program = [sys.executable, "-I", str(PROGRAM)]
    if not _writing.acquire(timeout=SECONDS):
        raise Refused(QUEUE)
    try:
        done = subprocess.run(program, check=False, input=pdf, capture_output=True, **ALONE)  # noqa: S603 - our own program
    except subprocess.TimeoutExpired:
        raise Refused(IS_TOO_MUCH) from None
    finally:
        _writing.release()
    if done.returncode == 0 and done.stdout:
        return done.stdout
    if done.returncode == LOCKED:
        raise Refused(IS_LOCKED)
    raise Refused(IS_TOO_MUCH if done.returncode == TOO_MUCH or done.returncode < 0 else UNREADABLE)
