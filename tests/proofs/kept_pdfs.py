"""PDFs that are written anew: with something in them that acts, tells, or is hidden.

MARK stands in each of them, in whatever way its kind of trick allows: of what is kept, nothing may have it.
"""

import io
import zlib
from collections.abc import Iterator

from PIL import Image

from parentapp import documents
from tests.proofs.pdfs import SEEN, image, pdf, shown, stream
from tests.proofs.uploads import GPS, MARK, RAW, SCRIPT, Upload, packed, picture

JS = b"<< /S /JavaScript /JS (app.alert\\('" + RAW + b"'\\)) >>"
LAUNCH = b"<< /S /Launch /F (" + RAW + b".exe) >>"
FILE = b"<< /Type /Filespec /F (" + RAW + b".exe) /EF << /F 9 0 R >> >>"
INSIDE = b"<< /Type /EmbeddedFile /Length 12 >> stream\n" + RAW + b"\nendstream"
BOX = b"/Rect [0 0 90 90]"


def written_anew() -> Iterator[Upload]:
    for what, body in (_acting() | _fetching() | _telling() | _hidden()).items():
        yield Upload(f"written anew: {what}", body, f"{MARK}.pdf", documents.PDF)


def _link(action: bytes) -> dict[str, bytes]:
    return {"page": b"/Annots [6 0 R]", "o6": b"<< /Type /Annot /Subtype /Link " + BOX + b" /A " + action + b" >>"}


def _acting() -> dict[str, bytes]:
    """With something that happens when it is opened, or pressed."""
    actions = {
        "a link out of the house": b"<< /S /URI /URI (https://" + RAW + b".example) >>",
        "a link that starts a program": LAUNCH,
        "a link into another file": b"<< /S /GoToR /F (\\\\\\\\" + RAW + b"\\\\share) /D [0 /Fit] >>",
        "a link into a file inside": b"<< /S /GoToE /T << /R /C /N (" + RAW + b") >> >>",
        "a link that fetches answers": b"<< /S /ImportData /F (" + RAW + b".fdf) >>",
        "a link that plays": b"<< /S /Rendition /JS (" + RAW + b") >>",
        "a link that runs a script": JS,
        "one action after another": b"<< /S /Named /N /NextPage /Next " + LAUNCH + b" >>",
    }
    return {
        "a script when it is opened": pdf(root=b"/OpenAction " + JS),
        "a script by another spelling": pdf(root=b"/OpenAction << /S /J#61vaScript /J#53 (" + RAW + b") >>"),
        "scripts in a list": pdf(root=b"/Names << /JavaScript << /Names [(a) " + JS + b"] >> >>"),
        "a script in a stream": pdf(root=b"/OpenAction << /S /JavaScript /JS 6 0 R >>", o6=stream(RAW)),
        "a script when it is closed": pdf(root=b"/AA << /WC " + JS + b" >>"),
        "a script when the page is turned": pdf(page=b"/AA << /O " + JS + b" >>"),
        "a program when it is opened": pdf(root=b"/OpenAction " + LAUNCH),
        **{what: pdf(**_link(action)) for what, action in actions.items()},
    }


def _fetching() -> dict[str, bytes]:
    """With forms that send, or something that is fetched from elsewhere."""
    field = b"<< /Type /Annot /Subtype /Widget /FT /Btn /T (" + RAW + b") " + BOX
    submit = b" /A << /S /SubmitForm /F << /FS /URL /F (https://" + RAW + b".example) >> >> >>"
    return {
        "a button that sends": pdf(root=b"/AcroForm << /Fields [6 0 R] >>", page=b"/Annots [6 0 R]", o6=field + submit),
        "a form with a script": pdf(
            root=b"/AcroForm << /Fields [6 0 R] /CO [6 0 R] >>",
            page=b"/Annots [6 0 R]",
            o6=field + b" /AA << /C " + JS + b" >> >>",
        ),
        "a form of the other kind": pdf(root=b"/AcroForm << /Fields [] /XFA [(template) 6 0 R] >>", o6=stream(RAW)),
        "a film": pdf(
            page=b"/Annots [6 0 R]",
            o6=b"<< /Type /Annot /Subtype /RichMedia " + BOX + b" /RichMediaContent "
            b"<< /Assets << /Names [(" + RAW + b") 8 0 R] >> >> >>",
            o8=FILE,
            o9=INSIDE,
        ),
        "a page fetched from elsewhere": pdf(
            o6=stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Ref << /F (" + RAW + b") /Page 0 >>"),
            **shown(),
        ),
        "words that lie in another file": pdf(
            o6=stream(b"", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /F (" + RAW + b") /FFilter /FlateDecode"),
            **shown(),
        ),
    }


def _telling() -> dict[str, bytes]:
    """With more than one sees: who made it, when and where."""
    exif = Image.Exif()
    exif[GPS] = {1: "N", 2: (61.0, 5.0, 20.25), 3: "E", 4: (6.0, 11.0, 7.5), 29: MARK}
    jpx = io.BytesIO()
    picture().save(jpx, "JPEG2000")
    box = (len(RAW) + 8).to_bytes(4, "big") + b"xml " + RAW
    about = stream(b"<x:xmpmeta>" + RAW + b"</x:xmpmeta>", b"/Type /Metadata /Subtype /XML")
    return {
        "who wrote it": pdf(trailer=b"/Info 6 0 R", o6=b"<< /Author (" + RAW + b") /Title (" + RAW + b") >>"),
        "what a program says of it": pdf(root=b"/Metadata 6 0 R", o6=about),
        "what a program says of a page": pdf(page=b"/Metadata 6 0 R /PieceInfo << /" + RAW + b" 1 >>", o6=about),
        "what a program says of a font": pdf(
            page=b"/Resources << /Font << /F1 7 0 R >> >>",
            o6=about,
            o7=b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Metadata 6 0 R >>",
        ),
        "a photograph with a place": pdf(o6=image(b"/DCTDecode", packed(picture(), "JPEG", exif=exif)), **shown()),
        "a photograph with a place, packed": pdf(
            o6=image(b"[/FlateDecode /DCTDecode]", zlib.compress(packed(picture(), "JPEG", exif=exif))), **shown()
        ),
        "a photograph with something behind": pdf(
            o6=image(b"/DCTDecode", packed(picture(), "JPEG") + SCRIPT), **shown()
        ),
        "a JPEG 2000 with a text": pdf(o6=image(b"/JPXDecode", jpx.getvalue() + box), **shown()),
        "the name of the one who signed": pdf(
            root=b"/AcroForm << /SigFlags 3 /Fields [6 0 R] >>",
            page=b"/Annots [6 0 R]",
            o6=b"<< /Type /Annot /Subtype /Widget /FT /Sig /T (s) "
            + BOX
            + b" /V << /Type /Sig /Name ("
            + RAW
            + b") >> >>",
        ),
        "a small picture of the page": pdf(page=b"/Thumb 6 0 R", o6=image(b"/ASCIIHexDecode", b"00" * 10 + RAW)),
        "names of chapters": pdf(root=b"/Outlines 6 0 R", o6=b"<< /Type /Outlines /Title (" + RAW + b") >>"),
        "a language and an address": pdf(root=b"/Lang (" + RAW + b") /URI << /Base (https://" + RAW + b") >>"),
    }


def _hidden() -> dict[str, bytes]:
    """With something in it that nobody sees."""
    inside = {"o8": FILE, "o9": INSIDE}
    before = pdf(contents=stream(b"BT (" + RAW + b") Tj ET"))
    start = before.index(b"xref\n")
    later = (
        b"4 0 obj\n"
        + stream(SEEN)
        + b"\nendobj\nxref\n4 1\n%010d 00000 n \ntrailer << /Root 1 0 R /Size 6 /Prev %d >>\n"
    )
    later = later % (len(before), start)
    later += b"startxref\n%d\n%%%%EOF\n" % (len(before) + later.index(b"xref\n"))
    return {
        "a file inside": pdf(root=b"/Names << /EmbeddedFiles << /Names [(a) 8 0 R] >> >>", **inside),
        "a file on the page": pdf(
            page=b"/Annots [6 0 R]", o6=b"<< /Type /Annot /Subtype /FileAttachment " + BOX + b" /FS 8 0 R >>", **inside
        ),
        "files that belong to it": pdf(root=b"/AF [8 0 R]", page=b"/AF [8 0 R]", **inside),
        "a page behind its end": pdf() + SCRIPT,
        "an archive behind its end": pdf() + b"PK\3\4" + RAW,
        "something behind its words": pdf(contents=stream(zlib.compress(SEEN) + RAW, b"/Filter /FlateDecode")),
        "a part that nothing leads to": pdf(o6=stream(SCRIPT)),
        "what stood there before": before + later,
        "layers": pdf(
            root=b"/OCProperties << /OCGs [6 0 R] /D << /OFF [6 0 R] >> >>",
            o6=b"<< /Type /OCG /Name (" + RAW + b") >>",
            page=b"/Resources << /Font << /F1 5 0 R >> /Properties << /P 6 0 R >> >>",
        ),
        "a number of pages that is not true": pdf(root=b"/" + RAW + b" 1").replace(b"/Count 1", b"/Count 9"),
        "a word that means nothing": pdf(root=b"/X (" + RAW + b")"),
    }
