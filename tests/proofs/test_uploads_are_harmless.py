"""Uploads are harmless: what somebody sends as a picture is refused, or drawn anew with nothing of it but its points.

What is kept is looked at as bytes: a JPEG with the few parts that a JPEG needs, and nothing before, between or behind.
"""

import io
from collections.abc import Iterator
from hashlib import sha256
from uuid import UUID

import pytest
from flask import Flask
from PIL import Image, ImageFile
from werkzeug.test import TestResponse

from parentapp import pictures
from parentapp.models import Entry, File, FilePart
from parentapp.pictures import Picture
from tests.browsing import Browser
from tests.cast import Cast
from tests.proofs.uploads import RAW, Upload, uploads

UPLOADS = {each.what: each for each in uploads()}
AT_LEAST = 30
TEXT = "Hun lo hele veien hjem."
START, END, SCAN = 0xD8, 0xD9, 0xDA
NEEDED = {0xE0, 0xDB, 0xC2, 0xC4, SCAN}  # that it is a JPEG, tables, size, codes, points
FORMS = (b"<script", b"PK\3\4", b"Exif", b"GPS", b"http", b"ICC_PROFILE", b"JFXX", b"MPF", b"Photoshop")


def test_there_are_enough_and_they_are_marked() -> None:
    assert len(UPLOADS) >= AT_LEAST
    named = [each for each in UPLOADS.values() if RAW in each.body or RAW.decode() in each.name]
    hidden = {each.what for each in UPLOADS.values()} - {each.what for each in named}
    assert all("blows up" in what or "says it is" in what or what == "nothing" or "a number" in what for what in hidden)


@pytest.mark.parametrize("what", UPLOADS)
def test_it_is_refused_or_drawn_anew(app: Flask, cast: Cast, what: str) -> None:
    assert faults(app, cast, UPLOADS[what]) == []


@pytest.mark.parametrize("what", [what for what, each in UPLOADS.items() if not each.refused])
def test_kept_as_it_was_sent_it_would_be_found(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    """The control: the app keeps the file itself."""

    def as_sent(sent: io.BytesIO) -> Picture:
        body = sent.read()
        return Picture(body, body, 90, 60, sha256(body).hexdigest())

    monkeypatch.setattr(pictures, "read", as_sent)
    assert faults(app, cast, UPLOADS[what])


def test_without_looking_at_its_size_a_bomb_would_be_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control for the size: it is what refuses them, before anything is unpacked."""
    unpacked: list[str] = []
    monkeypatch.setattr(Image.Image, "draft", lambda *_: unpacked.append("it"), raising=False)
    bombs = [each for each in UPLOADS.values() if each.refused == pictures.TOO_MANY_POINTS]
    for bomb in bombs:
        with pytest.raises(pictures.Refused):
            pictures.read(io.BytesIO(bomb.body))
    assert (len(bombs), unpacked) == (5, [])
    monkeypatch.setattr(pictures, "MOST_POINTS", 10**12)
    little = UPLOADS["a PNG that says it is a little too large"]
    with pytest.raises(pictures.Refused):
        pictures.read(io.BytesIO(little.body))
    assert unpacked == ["it"]


def test_a_page_printed_before_changes_nothing(app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """What draws our PDFs lets Pillow take half a picture, in the whole process."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    for what in ("half a JPEG", "half a PNG", "a text in a PNG that blows up", "a profile in a PNG that blows up"):
        assert faults(app, cast, UPLOADS[what]) == [], what
        ImageFile.LOAD_TRUNCATED_IMAGES = True


def test_what_is_drawn_anew_can_be_seen() -> None:
    """Not that nothing at all is left."""
    for each in UPLOADS.values():
        if not each.refused:
            drawn = pictures.read(io.BytesIO(each.body))
            shown = Image.open(io.BytesIO(drawn.large))
            assert shown.size == (drawn.width, drawn.height), each
            darkest, lightest = shown.convert("L").getextrema()
            assert lightest - darkest > 100, each


def faults(app: Flask, cast: Cast, upload: Upload) -> list[str]:
    """What is wrong with how it was answered, and with what is kept of it."""
    before = entries()
    browser = Browser(app, cast.accounts["oksana"])
    response, new = send(browser, cast, upload), entries() - before
    if upload.refused:
        return list(_not_refused(response, new))
    if (response.status_code, len(new)) != (303, 1):
        return [f"answered with {response.status_code}"]
    return list(_left(browser, new.pop()))


def entries() -> set[UUID]:
    return {id_ for (id_,) in Entry.select(Entry.id).tuples()}


def send(browser: Browser, cast: Cast, upload: Upload) -> TestResponse:
    file = (io.BytesIO(upload.body), upload.name, upload.media_type)
    return browser.submit(f"/logs/{cast.logs['sofia']}/lysglimt", text=TEXT, picture=file)


def _not_refused(response: TestResponse, new: set[UUID]) -> Iterator[str]:
    page = response.get_data(as_text=True)
    if response.status_code != 422 or TEXT not in page or 'id="picture-error"' not in page:
        yield f"not refused with the words kept: {response.status_code}"
    if new:
        yield "something was kept"
    if RAW.decode() in page:
        yield "its name or content stands on the page"


def _left(browser: Browser, entry: UUID) -> Iterator[str]:
    for small in (False, True):
        parts = FilePart.select().join(File).where((File.entry == entry) & (FilePart.small == small))
        body = b"".join(each.part for each in parts.order_by(FilePart.position))
        yield from _not_bare(body)
        answer = browser.get(f"/lysglimt/{entry}/picture{'/small' if small else ''}")
        if answer.get_data() != body:
            yield "another picture is sent than kept"
        if answer.headers["Content-Disposition"] != 'attachment; filename="bilde.jpg"':
            yield "it is not sent as a file with a name that tells nothing"
        if (answer.headers["Content-Type"], answer.headers["X-Content-Type-Options"]) != ("image/jpeg", "nosniff"):
            yield "it may be taken for something else"


def _not_bare(body: bytes) -> Iterator[str]:
    """What a JPEG holds besides what it needs."""
    if RAW in body:
        yield "the mark is in it"
    yield from (f"{form!r} is in it" for form in FORMS if form in body)
    if not body.startswith(b"\xff\xd8\xff\xe0\0\x10JFIF\0") or not body.endswith(b"\xff\xd9"):
        yield "it does not begin and end as a JPEG"
        return
    at = 2
    while body[at + 1] != END:
        marker, length = body[at + 1], int.from_bytes(body[at + 2 : at + 4], "big")
        if body[at] != 0xFF or marker not in NEEDED:
            yield f"a part {marker:x} that is not needed"
            return
        at += 2 + length
        while marker == SCAN and (body[at] != 0xFF or body[at + 1] == 0):
            at += 1
    if at + 2 != len(body):
        yield "something stands behind its end"


def test_a_place_is_no_longer_in_it_and_it_stands_upright(app: Flask, cast: Cast) -> None:
    upload = UPLOADS["a JPEG: a place and a camera"]
    sent = Image.open(io.BytesIO(upload.body))
    assert sent.getexif().get_ifd(0x8825)[2] == (61.0, 5.0, 20.25), "it was there"
    kept = Image.open(io.BytesIO(pictures.read(io.BytesIO(upload.body)).large))
    assert dict(kept.getexif()) == {}
    assert kept.size == sent.size[::-1]


def test_a_broken_one_is_found_by_the_check() -> None:
    """The control for the check itself."""
    good = pictures.read(io.BytesIO(UPLOADS["a JPEG: a comment"].body)).large
    assert list(_not_bare(good)) == []
    assert list(_not_bare(good + b"x" + good[-2:])) == ["something stands behind its end"]
    assert list(_not_bare(good[:2] + b"\xff\xfe\0\4ab" + good[2:])) == ["it does not begin and end as a JPEG"]
    comment = good[:20] + b"\xff\xfe\0\4ab" + good[20:]
    assert list(_not_bare(comment)) == ["a part fe that is not needed"]
