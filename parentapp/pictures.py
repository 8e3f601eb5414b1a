"""Pictures that people send: looked at before they are unpacked, and drawn anew, so that nothing else comes along.

What was sent is never kept. Kept are two new JPEGs of its points alone: no place, no time, no name of a camera, no
profile, no comment, nothing behind the end.
"""

from dataclasses import dataclass
from hashlib import file_digest
from io import SEEK_END, BytesIO
from threading import Lock
from typing import IO

from PIL import Image, ImageFile

from parentapp.i18n import N_

LARGEST = 20 * 2**20  # bytes, as sent
MOST_POINTS = 40_000_000
LARGE, SMALL = 1600, 480  # points on the long side: to keep, and for lists
FORMATS = ("JPEG", "PNG", "WEBP")
MEDIA_TYPE = "image/jpeg"  # of what is kept
QUALITY = 82
WHITE = (255, 255, 255)
ORIENTATION = 0x0112  # its number among what a camera writes into the file
TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

TOO_LARGE = N_("Bildet er for stort. Det kan være på høyst 20 MB.")
TOO_MANY_POINTS = N_("Bildet har for mange bildepunkter. Ta et skjermbilde av det, og velg det i stedet.")
UNREADABLE = N_("Vi kan ikke lese bildet. Velg et bilde av typen JPEG, PNG eller WebP.")

_unpacking = Lock()  # one picture at a time: unpacked it takes up to 160 MB


class Refused(ValueError):
    """The picture is not taken. Its text is a phrase that says why, and what can be done."""


@dataclass(frozen=True)
class Picture:
    """A picture as it is kept."""

    large: bytes
    small: bytes
    width: int  # points, of the large one
    height: int
    sent: str  # which file it was made of: SHA-256 in hex


def read(sent: IO[bytes]) -> Picture:
    """The picture in this file. Raises Refused, whatever else it is. The file itself is not held a second time."""
    if sent.seek(0, SEEK_END) > LARGEST:
        raise Refused(TOO_LARGE)
    sent.seek(0)
    digest = file_digest(sent, "sha256").hexdigest()  # type: ignore[arg-type]  # all kinds of files can do what it asks
    with _unpacking:
        large = _unpacked(sent)
    small = large.copy()
    small.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS)
    return Picture(_packed(large), _packed(small), large.width, large.height, digest)


def _unpacked(sent: IO[bytes]) -> Image.Image:
    """Its points, upright and no larger than needed, in a picture of our own."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint allows them to the whole process, and what blows up with them
    try:
        with Image.open(sent, formats=FORMATS) as opened:
            if opened.width * opened.height > MOST_POINTS:
                raise Refused(TOO_MANY_POINTS)
            opened.draft("RGB", (LARGE, LARGE))  # a JPEG can be unpacked smaller at once
            opened.load()
            return _upright(_on_white(opened), _orientation(opened))
    except Refused:
        raise
    except Image.DecompressionBombError:
        raise Refused(TOO_MANY_POINTS) from None
    except Exception:  # noqa: BLE001 - hostile bytes make a decoder raise anything; whatever it is, they are no picture
        raise Refused(UNREADABLE) from None


def _on_white(opened: Image.Image) -> Image.Image:
    """No larger than needed, in red, green and blue, with white where one sees through; nothing but the points."""
    if opened.mode.startswith("I"):  # 16 bits for a point, of which the upper ones show
        opened = opened.point(lambda value: value * (1 / 256)).convert("L")
    mode = "RGBA" if opened.has_transparency_data else "RGB"
    seen = opened if opened.mode == mode else opened.convert(mode)
    seen.thumbnail((LARGE, LARGE), Image.Resampling.LANCZOS)
    bare = Image.new("RGB", seen.size, WHITE)
    bare.paste(seen, mask=seen.getchannel("A") if mode == "RGBA" else None)
    return bare


def _orientation(opened: Image.Image) -> int:
    """How the phone was held. One that cannot be read counts as upright."""
    try:
        return int(opened.getexif().get(ORIENTATION, 1))
    except Exception:  # noqa: BLE001 - as above; the picture itself can be read
        return 1


def _upright(points: Image.Image, orientation: int) -> Image.Image:
    way = TURNS.get(orientation)
    return points if way is None else points.transpose(way)


def _packed(points: Image.Image) -> bytes:
    out = BytesIO()
    points.save(out, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return out.getvalue()
