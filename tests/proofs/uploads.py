"""Files that somebody could send as a picture: broken, blown up, disguised, or with more in them than one sees.

MARK stands in each of them, in whatever way its kind of file allows: of what is kept, nothing may have it.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from parentapp import pictures

MARK = "zqxjvkwyqzxj"
RAW = MARK.encode()
SCRIPT = b"<script>alert('" + RAW + b"')</script>"
GPS, ORIENTATION, MAKER, DESCRIPTION = 0x8825, 0x0112, 0x010F, 0x010E


@dataclass(frozen=True)
class Upload:
    what: str
    body: bytes
    name: str = "bilde.jpg"
    media_type: str = "image/jpeg"
    refused: str = ""  # what is said; empty where it is drawn anew

    def __str__(self) -> str:
        return self.what


def uploads() -> Iterator[Upload]:
    yield from _refused()
    yield from _too_large()
    yield from _jpegs()
    yield from _pngs()
    yield from _others()
    yield from _names()


def picture(mode: str = "RGB", size: tuple[int, int] = (90, 60)) -> Image.Image:
    """Something to see, in any of the ways to keep points."""
    shades = Image.linear_gradient("L").resize(size)
    return shades.point(lambda value: value * 200, "I").convert(mode) if mode.startswith("I") else shades.convert(mode)


def packed(image: Image.Image, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()


def _refused() -> Iterator[Upload]:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">' + SCRIPT + b"</svg>"
    billion = b'<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><svg>&c;' + RAW + b"</svg>"
    jpeg, png = packed(picture(), "JPEG", comment=RAW), packed(picture(), "PNG")
    bodies = {
        "a drawing that can hold a script": svg,
        "a drawing with entities": billion,
        "a page": b"<!doctype html>" + SCRIPT,
        "a script": b"alert('" + RAW + b"')",
        "a program of a printer": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(" + RAW + b") run",
        "a document": b"%PDF-1.4\n" + RAW,
        "an archive": _archive(),
        "a film": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + RAW,
        "nothing": b"",
        "nothing but zeros": bytes(5000) + RAW,
        "a moving GIF": packed(picture("P"), "GIF", save_all=True, append_images=[picture("P")], comment=RAW),
        "a bitmap": packed(picture(), "BMP") + RAW,
        "a TIFF": packed(picture(), "TIFF", description=MARK),
        "an icon": packed(picture(size=(32, 32)), "ICO") + RAW,
        "only the beginning of a JPEG": jpeg[:20] + RAW,
        "half a JPEG": packed(Image.effect_noise((300, 300), 90), "JPEG", comment=RAW)[:4000],
        "half a PNG": packed(Image.effect_noise((300, 300), 90), "PNG")[:4000] + RAW,
        "a PNG with a wrong sum": png.replace(b"IDAT", b"IDAT" + RAW, 1),
        "a text in a PNG that blows up": _before_points(png, b"zTXt", b"x\0\0" + _blown_up()),
        "a text of the world in a PNG that blows up": _before_points(png, b"iTXt", b"x\0\1\0\0\0" + _blown_up()),
        "a profile in a PNG that blows up": _before_points(png, b"iCCP", b"x\0\0" + _blown_up()),
    }
    for what, body in bodies.items():
        yield Upload(what, body, refused=pictures.UNREADABLE)


def _too_large() -> Iterator[Upload]:
    jpeg = packed(picture(), "JPEG")
    size = jpeg.index(b"\xff\xc0") + 5  # where a JPEG says how high and wide it is
    for what, body in {
        "a PNG that says it is huge": _png_of(60_000, 60_000),
        "a PNG that says it is a little too large": _png_of(6_400, 6_400),
        "a PNG as wide as a number can say": _png_of(2**31 - 1, 1_000),
        "a JPEG that says it is huge": jpeg[:size] + struct.pack(">HH", 65_500, 65_500) + jpeg[size + 4 :] + RAW,
        "a WebP that says it is huge": _webp_of(16_383, 16_383),
    }.items():
        yield Upload(what, body, refused=pictures.TOO_MANY_POINTS)
    yield Upload("too many bytes", jpeg + RAW + bytes(pictures.LARGEST), refused=pictures.TOO_LARGE)


def _jpegs() -> Iterator[Upload]:
    plain = packed(picture(), "JPEG")
    exif, small = Image.Exif(), packed(picture(size=(32, 32)), "JPEG", comment=RAW)
    exif[MAKER], exif[DESCRIPTION], exif[ORIENTATION] = MARK, MARK, 6
    exif[GPS] = {1: "N", 2: (61.0, 5.0, 20.25), 3: "E", 4: (6.0, 11.0, 7.5), 29: MARK}
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + RAW
    bodies = {
        "a place and a camera": packed(picture(), "JPEG", exif=exif),
        "a small picture inside": packed(picture(), "JPEG", exif=exif.tobytes() + small),
        "what a program says of it": _with_segment(plain, 0xE1, b"http://ns.adobe.com/xap/1.0/\0<x>" + RAW + b"</x>"),
        "what a newspaper says of it": _with_segment(plain, 0xED, b"Photoshop 3.0\08BIM\x04\x04\0\0\0\0\0\x0c" + RAW),
        "a profile of colours": packed(picture(), "JPEG", icc_profile=profile),
        "a comment": packed(picture(), "JPEG", comment=RAW),
        "a script in a comment": _with_segment(plain, 0xFE, b"*/=1;alert('" + RAW + b"');/*"),
        "a page in a comment": _with_segment(plain, 0xFE, SCRIPT),
        "a page behind its end": plain + SCRIPT,
        "an archive behind its end": plain + _archive(),
        "a program behind its end": plain + b"<?php echo '" + RAW + b"'; ?>",
        "a place that cannot be read": _with_segment(plain, 0xE1, b"Exif\0\0MM\0*\xff\xff\xff\xff" + RAW),
        "colours for print": packed(picture("CMYK"), "JPEG", comment=RAW),
        "shades of grey": packed(picture("L"), "JPEG", comment=RAW),
        "two pictures in one": packed(picture(), "MPO", save_all=True, append_images=[picture("L")]) + RAW,
    }
    for what, body in bodies.items():
        yield Upload(f"a JPEG: {what}", body)


def _pngs() -> Iterator[Upload]:
    text, plain = PngInfo(), packed(picture(), "PNG")
    text.add_text("Comment", MARK)
    text.add_text("Author", MARK, zip=True)
    text.add_itxt("XML:com.adobe.xmp", f"<x>{MARK}</x>")
    moving = {"save_all": True, "append_images": [picture("L").convert("RGB")], "pnginfo": text}
    bodies = {
        "texts": packed(picture(), "PNG", pnginfo=text),
        "a place": _before_points(plain, b"eXIf", b"MM\0*\0\0\0\x08\0\0" + RAW),
        "a part of our own": _before_points(plain, b"prVt", SCRIPT),
        "a page behind its end": plain + SCRIPT,
        "an archive behind its end": plain + _archive(),
        "moving": packed(picture(), "PNG", **moving),
        "16 bits": packed(picture("I;16"), "PNG", pnginfo=text),
        "few colours, one of them nothing": packed(picture("P"), "PNG", transparency=7, pnginfo=text),
        "one sees through it": packed(picture("RGBA"), "PNG", pnginfo=text),
        "grey, and one sees through it": packed(picture("LA"), "PNG", pnginfo=text),
        "black and white": packed(picture("1"), "PNG", pnginfo=text),
    }
    for what, body in bodies.items():
        yield Upload(f"a PNG: {what}", body, "bilde.png", "image/png")


def _others() -> Iterator[Upload]:
    more = {"exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0" + RAW, "xmp": b"<x>" + RAW + b"</x>", "icc_profile": RAW}
    moving = packed(picture(), "WEBP", save_all=True, append_images=[picture("1").convert("RGB")], **more)
    for what, body in {
        "more than one sees": packed(picture(), "WEBP", **more),
        "moving": moving,
        "one sees through it": packed(picture("RGBA"), "WEBP", lossless=True, **more),
        "a page behind its end": packed(picture(), "WEBP") + SCRIPT,
    }.items():
        yield Upload(f"a WebP: {what}", body, "bilde.webp", "image/webp")


def _names() -> Iterator[Upload]:
    body = packed(picture(), "JPEG", comment=RAW)
    for name in (
        f"../../../{MARK}/../etc/passwd",
        f"..\\{MARK}.jpg",
        f"{MARK}.php.jpg",
        f"{MARK}.svg",
        f"{MARK}\0.html",
        f'"><img src=x alt="{MARK}">.jpg',
        f"{MARK}" + "x" * 3000 + ".jpg",
        f"=cmd|'{MARK}'!A1.jpg",
        f"{MARK}\u202egpj.exe",
    ):
        yield Upload(f"named {name[:40]!r}", body, name)
    yield Upload("a PNG that calls itself a drawing", packed(picture(), "PNG") + RAW, "a.svg", "image/svg+xml")
    yield Upload("a picture that calls itself a page", body, "a.html", "text/html")
    yield Upload("a picture that calls itself nothing", body, "a", "")


def _archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("index.html", SCRIPT)
    return out.getvalue()


def _blown_up() -> bytes:
    """80 MB in 80 kB."""
    return zlib.compress(RAW + bytes(80 * 2**20), 9)


def _with_segment(jpeg: bytes, marker: int, inside: bytes) -> bytes:
    return jpeg[:2] + struct.pack(">BBH", 0xFF, marker, len(inside) + 2) + inside + jpeg[2:]


def _chunk(kind: bytes, inside: bytes) -> bytes:
    return struct.pack(">I", len(inside)) + kind + inside + struct.pack(">I", zlib.crc32(kind + inside))


def _before_points(png: bytes, kind: bytes, inside: bytes) -> bytes:
    at = png.index(b"IDAT") - 4
    return png[:at] + _chunk(kind, inside) + png[at:]


def _png_of(width: int, height: int) -> bytes:
    """It says that it is so large; there is next to nothing in it."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(RAW)) + _chunk(b"IEND", b"")


def _webp_of(width: int, height: int) -> bytes:
    bits = (width - 1) | (height - 1) << 14
    inside = b"\x2f" + struct.pack("<I", bits) + RAW
    part = b"VP8L" + struct.pack("<I", len(inside)) + inside + b"\0" * (len(inside) % 2)
    return b"RIFF" + struct.pack("<I", len(part) + 4) + b"WEBP" + part
