"""PDFs that are refused: broken, locked, blown up, or no PDF at all. MARK stands in each: no answer may repeat it."""

import io
import zipfile
import zlib
from collections.abc import Iterator

from pikepdf import Encryption, Pdf

from parentapp import documents
from tests.proofs.pdfs import assembled, image, pdf, shown, stream
from tests.proofs.uploads import MARK, RAW, SCRIPT, Upload, packed, picture

BLOWN_UP = zlib.compress(bytes(300 * 2**20), 1)  # 300 MB in 1.3 MB
NOWHERE = b"0000000000"
JS = b"<< /S /JavaScript /JS (app.alert\\('" + RAW + b"'\\)) >>"
INSIDE = b"<< /Type /EmbeddedFile /Length 12 >> stream\n" + RAW + b"\nendstream"


def refused() -> Iterator[Upload]:
    for said, bodies in (
        (documents.UNREADABLE, _no_pdfs() | _broken() | _strange()),
        (documents.IS_LOCKED, _locked()),
        (documents.IS_TOO_MUCH, _bombs()),
        (documents.TOO_LARGE, {"too many bytes": pdf() + RAW + bytes(documents.LARGEST)}),
    ):
        for what, body in bodies.items():
            yield Upload(f"refused: {what}", body, "vedlegg.pdf", documents.PDF, refused=said)


def _no_pdfs() -> dict[str, bytes]:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("word/document.xml", SCRIPT)
    return {
        "nothing": b"",
        "a page": b"<!doctype html>" + SCRIPT,
        "a page that begins as a PDF": b"%PDF-1.7\n" + SCRIPT,
        "a page with a PDF behind": SCRIPT + b"\n" + pdf(),
        "a drawing": b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>",
        "a program": b"MZ" + RAW + bytes(500),
        "an archive, as Word writes": archive.getvalue(),
        "an archive with a PDF behind": archive.getvalue() + pdf(),
        "a program of a printer": b"%!PS-Adobe-3.0\n(" + RAW + b") run",
        "a moving GIF with a PDF behind": b"GIF89a" + RAW + pdf(),
    }


def _broken() -> dict[str, bytes]:
    whole = pdf(o6=stream(RAW))
    start = whole.rindex(b"startxref")
    circle = pdf(trailer=b"/Prev " + NOWHERE, o6=stream(RAW))
    return {
        "half of it": whole[: len(whole) // 2],
        "without its end": whole[:start],
        "a list of its parts that leads to itself": circle.replace(NOWHERE, b"%010d" % circle.index(b"xref")),
        "a list of its parts that is elsewhere": whole[:start] + b"startxref\n999999999\n%%EOF\n",
        "no page": assembled({1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Kids [] /Count 0 >>"}),
        "pages that lead to themselves": pdf(page=b"/" + RAW + b" 1").replace(
            b"/Kids [3 0 R] /Count 1", b"/Kids [2 0 R] /Count 1"
        ),
        "no root": assembled({2: stream(RAW)}),
        "what does not unpack": pdf(contents=stream(b"\xff" + RAW, b"/Filter /FlateDecode")),
        "a part that is no JPEG": pdf(o6=image(b"/DCTDecode", RAW), **shown()),
        "a JPEG that breaks off": pdf(o6=image(b"/DCTDecode", packed(picture(), "JPEG", comment=RAW)[:30]), **shown()),
        "boxes of a JPEG 2000 without end": pdf(o6=image(b"/JPXDecode", b"\0\0\0\1jP  " + RAW), **shown()),
    }


def _strange() -> dict[str, bytes]:
    twice = zlib.compress(BLOWN_UP, 9)
    return {
        "pages that a script makes": pdf(root=b"/NeedsRendering true /AcroForm << /XFA 6 0 R >>", o6=stream(RAW)),
        "a way to pack that nobody knows": pdf(contents=stream(RAW, b"/Filter /" + RAW)),
        "a part locked by itself": pdf(contents=stream(RAW, b"/Filter /Crypt")),
        "packed more often than anybody does": pdf(
            contents=stream(
                b"3C" * 900 + RAW, b"/Filter [/ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode /ASCIIHexDecode]"
            )
        ),
        "words that blow up twice": pdf(contents=stream(twice, b"/Filter [/FlateDecode /FlateDecode]")),
        "arrays in arrays without end": pdf(page=b"/Group " + b"[" * 5000 + b"]" * 5000),
        "a page that shows the whole document": pdf(
            page=b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 1 0 R >> >>", root=b"/OpenAction " + JS
        ),
        "a file as a picture": pdf(page=b"/Resources << /XObject << /X 9 0 R >> >>", o9=INSIDE),
    }


def _locked() -> dict[str, bytes]:
    locked = {}
    for what, user in (("with a password", MARK), ("for whoever wants to change it", "")):
        with Pdf.open(io.BytesIO(pdf())) as opened:
            out = io.BytesIO()
            opened.save(out, encryption=Encryption(owner=MARK, user=user))
        locked[f"locked {what}"] = out.getvalue()
    return locked


def _bombs() -> dict[str, bytes]:
    jpeg = packed(picture(), "JPEG", comment=RAW)
    size = jpeg.index(b"\xff\xc0") + 5
    huge = jpeg[:size] + b"\xff\xdc\xff\xdc" + jpeg[size + 4 :]
    many = [b"%d 0 R" % (6 + number) for number in range(301)]
    pages = {
        f"o{6 + number}": b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Resources << >> >>"
        for number in range(301)
    }
    objects = {f"o{6 + number}": b"(" + RAW + b")" for number in range(50_001)}
    return {
        "words that blow up": pdf(contents=stream(BLOWN_UP, b"/Filter /FlateDecode")),
        "many that blow up a little": pdf(**_many_blown_up()),
        "one of 301 pages": pdf(o2=b"<< /Type /Pages /Kids [" + b" ".join(many) + b"] /Count 301 >>", **pages),
        "more than 50 000 parts": pdf(**objects),
        "a picture that says it is huge": pdf(o6=image(b"/DCTDecode", jpeg, b"60000", b"60000"), **shown()),
        "a picture that is huge without saying so": pdf(o6=image(b"/DCTDecode", huge), **shown()),
        "a fax as high as a house": pdf(o6=image(b"/CCITTFaxDecode", RAW, b"99999", b"99999"), **shown()),
    }


def _many_blown_up() -> dict[str, bytes]:
    little = zlib.compress(bytes(200 * 2**20), 1)
    fonts = b" ".join(b"/X%d %d 0 R" % (number, number) for number in range(6, 12))
    form = stream(little, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Filter /FlateDecode")
    return {"page": b"/Resources << /XObject << " + fonts + b" >> >>"} | {f"o{number}": form for number in range(6, 12)}
