"""Small files to hang on entries, and what hangs there."""

import io
from functools import cache
from uuid import UUID

from PIL import Image

from parentapp import documents, pictures
from parentapp.documents import PDF, Document
from parentapp.domain.attached import Chosen
from parentapp.models import Attachment
from tests.cast import Cast
from tests.proofs.pdfs import pdf

Sent = tuple[io.BytesIO, str]


def a_picture(color: str = "orange") -> Sent:
    """As a form sends it; drawn anew far sooner than a PDF is written anew."""
    out = io.BytesIO()
    Image.new("RGB", (60, 40), color).save(out, "JPEG")
    out.seek(0)
    return out, "IMG_0042.JPG"


def a_pdf() -> Sent:
    return io.BytesIO(pdf()), "Rapport om Sofia.pdf"


@cache
def document(size: int = 0, *, picture: bool = True) -> Document:
    """As it is kept; or so many bytes that look like one."""
    if size:
        return Document(pictures.MEDIA_TYPE if picture else PDF, bytes(range(256)) * (size // 256), "0" * 64)
    return documents.read(a_picture()[0] if picture else a_pdf()[0])


def hung(caption: str = "En rapport", size: int = 0, *, picture: bool = True) -> Chosen:
    return Chosen(document(size, picture=picture), caption)


def files_of(cast: Cast) -> dict[str, UUID]:
    """The first file on each entry, by the entry."""
    names = {entry: name for name, entry in cast.entries.items()}
    rows = Attachment.select().where(Attachment.position == 0)
    return {names[row.entry_id]: row.id for row in rows if row.entry_id in names}
