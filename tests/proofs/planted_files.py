"""Secrets in files: in what they hold, in what is said of them, and in what they were called."""

import io
from typing import TYPE_CHECKING

from parentapp.documents import Document
from parentapp.domain import attaching
from parentapp.domain.attached import Chosen
from parentapp.pictures import MEDIA_TYPE
from tests.proofs.pdfs import pdf

if TYPE_CHECKING:
    from tests.proofs.planted import Planter


def plant_files(planter: "Planter") -> None:
    """With a note, with a concern, and afterwards: a PDF by the form, and bytes as they are kept."""
    cast = planter.cast
    browser, address = planter.browser("kari"), f"/logs/{cast.logs['sofia']}"
    for form in ("notes", "concerns"):
        font = planter.new(f"a font in a PDF of {form}")  # its name stands there as it is: words are packed
        body = pdf(o5=b"<< /Type /Font /Subtype /Type1 /BaseFont /" + font.encode() + b" >>")
        fields = {"caption_1": planter.new(f"what a file of {form} is"), "file_1": (io.BytesIO(body), "a.pdf")}
        assert browser.submit(f"{address}/{form}", text="Se her.", **fields).status_code == 303
    points, said = planter.new("points of a file"), planter.new("what a file is that came later")
    later = Chosen(Document(MEDIA_TYPE, points.encode(), "0" * 64), said)
    attaching.add(cast.actor("per.aas"), cast.entries["sofia.note"], [later])
