"""Uploads are harmless: what somebody sends as a PDF is refused, or written anew with nothing but its pages.

What is kept is unpacked and looked at part by part: no word that makes a reader do something, and no mark.
"""

import io
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from flask import Flask
from pikepdf import StreamDecodeLevel
from werkzeug.test import TestResponse

from parentapp import document_alone, documents
from parentapp.documents import PDF, Document
from parentapp.models import Attachment, AttachmentPart, Entry
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.kept_pdfs import written_anew
from tests.proofs.pdfs import SEEN, pdf
from tests.proofs.refused_pdfs import refused
from tests.proofs.uploads import MARK, RAW, Upload, uploads

UPLOADS = {each.what: each for each in (*refused(), *written_anew())}
PICTURES = {each.what: each for each in uploads() if each.what != "a document"}
AT_LEAST = 30
TEXT = "Jeg legger ved rapporten."
ACTING = (
    *("/A", "/AA", "/AcroForm", "/AF", "/Annots", "/EF", "/EmbeddedFile", "/EmbeddedFiles", "/F", "/FFilter", "/GoToE"),
    *("/GoToR", "/ImportData", "/Info", "/JS", "/JavaScript", "/Lang", "/Launch", "/Metadata", "/Names", "/OC", "/OCG"),
    *("/OCProperties", "/OPI", "/OpenAction", "/Outlines", "/PieceInfo", "/PS", "/Ref", "/RichMedia", "/SubmitForm"),
    *("/Thumb", "/URI", "/XFA", "/Sig"),
)


def test_there_are_enough_of_both_and_they_are_marked() -> None:
    kept = [each for each in UPLOADS.values() if not each.refused]
    assert min(len(kept), len(UPLOADS) - len(kept)) >= AT_LEAST
    packed = {each.what for each in kept if RAW not in each.body}
    assert packed == {"written anew: a photograph with a place, packed"}


@pytest.mark.parametrize("what", UPLOADS)
def test_it_is_refused_or_written_anew(app: Flask, cast: Cast, what: str) -> None:
    assert faults(app, cast, UPLOADS[what]) == []


@pytest.mark.parametrize("what", [what for what, each in UPLOADS.items() if not each.refused])
def test_kept_as_it_was_sent_it_would_be_found(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """The control: the app keeps the file itself."""
    monkeypatch.setattr(documents, "read", lambda sent: Document(PDF, sent.read(), "0" * 64))
    assert faults(app, cast, UPLOADS[what])


@pytest.mark.parametrize("what", PICTURES)
def test_a_picture_is_refused_or_drawn_anew_here_too(what: str) -> None:
    upload = PICTURES[what]
    try:
        document = documents.read(io.BytesIO(upload.body))
    except documents.Refused:
        assert upload.refused
        return
    assert document.media_type == "image/jpeg"
    assert RAW not in document.body


def faults(app: Flask, cast: Cast, upload: Upload) -> list[str]:
    """What is wrong with how it was answered, and with what is kept of it."""
    before = entries()
    browser = Browser(app, cast.accounts["kari"])
    response, new = send(browser, cast, upload), entries() - before
    if upload.refused:
        return list(_not_refused(response, new, upload.refused))
    if (response.status_code, len(new)) != (303, 1):
        return [f"answered with {response.status_code}"]
    return list(_left(browser, new.pop()))


def entries() -> set[UUID]:
    return {id_ for (id_,) in Entry.select(Entry.id).tuples()}


def send(browser: Browser, cast: Cast, upload: Upload) -> TestResponse:
    file = (io.BytesIO(upload.body), upload.name, upload.media_type)
    return browser.submit(f"/logs/{cast.logs['sofia']}/notes", text=TEXT, caption_1="Rapport", file_1=file)


def _not_refused(response: TestResponse, new: set[UUID], said: str) -> Iterator[str]:
    page = response.get_data(as_text=True)
    if response.status_code != 422 or TEXT not in page or 'value="Rapport"' not in page or said not in page:
        yield f"not refused with the words kept: {response.status_code}"
    if new or Attachment.select().where(Attachment.size > 2000).exists():
        yield "something was kept"
    if MARK in page:
        yield "its name or content stands on the page"


def _left(browser: Browser, entry: UUID) -> Iterator[str]:
    file = Attachment.get(Attachment.entry == entry)
    parts = AttachmentPart.select().where(AttachmentPart.attachment == file.id).order_by(AttachmentPart.position)
    body = b"".join(each.part for each in parts)
    yield from _not_bare(body)
    answer = browser.get(f"/files/{file.id}")
    if answer.get_data() != body:
        yield "another file is sent than kept"
    expected = {
        "Content-Disposition": 'attachment; filename="vedlegg.pdf"',
        "Content-Type": PDF,
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
        "Cache-Control": "no-store",
    }
    yield from (f"sent with another {name}" for name, value in expected.items() if answer.headers[name] != value)


def _not_bare(body: bytes) -> Iterator[str]:
    """What a PDF holds besides its pages."""
    if not body.startswith(b"%PDF-") or not body.rstrip().endswith(b"%%EOF") or body.count(b"%%EOF") != 1:
        yield "it does not begin and end as a PDF, once"
    if RAW in body:
        yield "the mark is in it"
    with pikepdf.open(io.BytesIO(body)) as opened:
        out = io.BytesIO()
        opened.save(out, compress_streams=False, stream_decode_level=StreamDecodeLevel.generalized)
        if RAW in out.getvalue():
            yield "the mark is in it, packed"
        if SEEN not in out.getvalue():
            yield "what one saw is gone"
        if set(opened.trailer.keys()) - {"/Root", "/Size", "/ID"} or set(opened.Root.keys()) - {"/Type", "/Pages"}:
            yield "it has more than pages"
        for each in opened.objects:
            if isinstance(each, pikepdf.Dictionary | pikepdf.Stream):
                if isinstance(each.get("/Filter"), pikepdf.Array) and len(each["/Filter"]) > 1:
                    yield "packed more than once"
                named = {*each.keys(), *(str(value) for value in each.values() if isinstance(value, pikepdf.Name))}
                yield from (f"{word} is in it" for word in sorted(named & set(ACTING)))


def test_a_plain_one_is_not_found_fault_with_and_is_the_same_each_time() -> None:
    """The control for the check itself, and for the press: the same file again is the same."""
    first, again = (documents.read(io.BytesIO(pdf())) for _ in range(2))
    assert (list(_not_bare(first.body)), first) == ([], again)
    assert "the mark is in it" in list(_not_bare(pdf(root=b"/X (" + RAW + b")")))


def test_what_is_typed_into_a_form_stays_to_be_seen() -> None:
    typed = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (navn) /V (Fjordvik) /DA (/F1 12 Tf) /Rect [0 0 90 20] >>"
    root = b"/AcroForm << /Fields [6 0 R] /NeedAppearances true /DR << /Font << /F1 5 0 R >> >> /DA (/F1 12 Tf) >>"
    made = document_alone.bare(pdf(root=root, page=b"/Annots [6 0 R]", o6=typed))
    with pikepdf.open(io.BytesIO(made)) as opened:
        out = io.BytesIO()
        opened.save(out, compress_streams=False, stream_decode_level=StreamDecodeLevel.generalized)
    assert b"Fjordvik" in out.getvalue()


def test_whoever_takes_it_apart_has_no_secrets_and_little_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told nothing of ours, writes no file, starts nothing, and is stopped when it takes too long."""
    asked: dict[str, object] = {}

    def remembered(program: list[str], **how: object) -> subprocess.CompletedProcess[bytes]:
        asked.update(how, program=program)
        return subprocess.CompletedProcess(program, 0, b"%PDF-", b"")

    monkeypatch.setattr(subprocess, "run", remembered)
    documents.read(io.BytesIO(pdf()))
    assert (asked["env"], asked["cwd"], asked["timeout"]) == ({}, "/", documents.SECONDS)
    assert asked["program"] == [sys.executable, "-I", str(documents.PROGRAM)]


@pytest.mark.parametrize(
    "harm",
    [
        "f = open('x', 'w'); f.write('x'); f.close()",
        "bytearray(2 * 2**30)",
        "any(iter(int, 1))",
        "[open('/dev/null') for _ in range(9)]",
    ],
)
def test_within_its_bounds_it_can_do_no_harm(harm: str, tmp_path: Path) -> None:
    """It writes no file, and takes so much memory, time and files, and no more."""
    program = f"import runpy; m = runpy.run_path({str(documents.PROGRAM)!r}); m['_bounded'](); {harm}"
    alone = [sys.executable, "-I", "-c", program]
    done = subprocess.run(alone, check=False, capture_output=True, timeout=60, cwd=tmp_path)
    assert done.returncode != 0
    assert all(not file.stat().st_size for file in tmp_path.iterdir())


def test_one_that_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(documents.ALONE, "timeout", 0.01)
    with pytest.raises(documents.Refused, match=documents.IS_TOO_MUCH):
        documents.read(io.BytesIO(pdf()))
