"""A program of its own, started for one PDF: reads it from its input, and writes a new one that can do nothing.

A PDF is a language that strangers write in. So it is taken apart in a process that holds no secret and no connection,
may use so much memory and time, and may open and start nothing. It imports nothing of ours. Kept are the pages, and of
these what is seen on them: no script, no action, no link, no form, no file inside, no layers, nothing that tells who
made it, when, where. What is filled into a form, and notes on a page, become a part of the page.

Its exit status is one of DONE, LOCKED and TOO_MUCH; whatever else it is, the file was no PDF that can be read.
"""

import resource
import sys
import zlib
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, StreamDecodeLevel

DONE, UNREADABLE, LOCKED, TOO_MUCH = 0, 3, 4, 5
MEMORY, SECONDS = 1024 * 2**20, 10  # bytes of addresses; of the processor
LARGEST = 20 * 2**20  # bytes, as sent and as written
MOST_PAGES, MOST_OBJECTS = 300, 50_000
MOST_POINTS = 100_000_000  # of one picture
MOST_UNPACKED = 256 * 2**20  # bytes of one stream
MOST_UNPACKED_IN_ALL = 1024 * 2**20
MOST_FILTERS, MOST_FILES_OPEN, STEP = 3, 8, 2**20


def _named(words: str) -> frozenset[str]:
    return frozenset(f"/{word}" for word in words.split())


OF_A_PAGE = _named("Type Resources MediaBox CropBox Rotate Contents Group UserUnit Parent")
OF_RESOURCES = _named("ExtGState ColorSpace Pattern Shading XObject Font")  # each a list of own names
ACTIVE = _named(
    "A AA AcroForm Action AF Alternates Annots EF EmbeddedFiles FS JavaScript JS LastModified Launch Measure "
    "Metadata Names OC OPI OpenAction Outlines PieceInfo PS PtData Ref RichMedia SpiderInfo StructParent "
    "StructParents StructTreeRoot URI XFA"
)
OF_A_STREAM = _named("F FFilter FDecodeParms DL")  # that its bytes lie in another file
NEVER = _named("Action Annot Catalog EmbeddedFile Filespec Metadata Outlines Page Pages Sig")
PLAIN = _named("FlateDecode LZWDecode ASCII85Decode ASCIIHexDecode RunLengthDecode")
OF_PICTURES = _named("DCTDecode JPXDecode CCITTFaxDecode JBIG2Decode")


class Unreadable(Exception):
    """It is no PDF, or not one that its pages can be taken out of."""


class Locked(Exception):
    """Only who knows its password may open it."""


class TooMuch(Exception):
    """More than anybody writes, or than a phone could show."""


def bare(sent: bytes) -> bytes:
    """Its pages in a new PDF. Raises Unreadable, Locked, TooMuch; of hostile bytes whatever the library raises."""
    if not sent.startswith(b"%PDF-"):
        raise Unreadable
    with Pdf.open(BytesIO(sent), attempt_recovery=False) as opened, Pdf.new() as made:
        if opened.is_encrypted:
            raise Locked
        if len(opened.objects) > MOST_OBJECTS or len(opened.pages) > MOST_PAGES:
            raise TooMuch
        if not len(opened.pages) or opened.Root.get("/NeedsRendering", False):  # its pages are made by a script
            raise Unreadable
        if "/AcroForm" in opened.Root:
            opened.generate_appearance_streams()
        opened.flatten_annotations()
        for page in opened.pages:
            _without(page.obj, set(page.obj.keys()) - OF_A_PAGE)
            _bare_resources(page.obj)
        _Cleaning().clean([value for page in opened.pages for value in _below(page.obj)])
        made.pages.extend(opened.pages)
        out = BytesIO()
        made.save(out, stream_decode_level=StreamDecodeLevel.generalized, deterministic_id=True)
    if out.tell() > LARGEST:
        raise TooMuch
    return out.getvalue()


def _below(of: Object) -> list[Object]:
    """What hangs on it, save the tree of pages, and names and numbers."""
    values = [of[key] for key in set(of.keys()) - {"/Parent"}] if isinstance(of, Dictionary | Stream) else list(of)
    return [each for each in values if isinstance(each, Dictionary | Stream | Array)]


def _without(of: Object, keys: AbstractSet[str]) -> None:
    for key in keys & set(of.keys()):
        del of[key]


class _Cleaning:
    """Goes through all that hangs on the pages, once, however it is tied together."""

    def __init__(self) -> None:
        self.seen: set[tuple[int, int]] = set()
        self.unpacked = 0

    def clean(self, waiting: list[Object]) -> None:
        """Take away what could do something, and what tells of its maker; and count what it would unpack to."""
        steps = 0
        while waiting:
            each, steps = waiting.pop(), steps + 1
            if steps > 10 * MOST_OBJECTS:
                raise TooMuch
            if each.is_indirect:
                if each.objgen in self.seen:
                    continue
                self.seen.add(each.objgen)
            if not isinstance(each, Array):
                self._bare(each)
            waiting += _below(each)

    def _bare(self, each: Object) -> None:
        if each.get("/Type") in NEVER:
            raise Unreadable
        _without(each, ACTIVE)
        _bare_resources(each)
        if isinstance(each, Stream):
            _without(each, OF_A_STREAM)
            self._count(each)

    def _count(self, stream: Stream) -> None:
        """Each stream is unpacked once, to see that it can be; pictures lose what a camera wrote into them."""
        filters = _listed(stream.get("/Filter"))
        if len(filters) > MOST_FILTERS or not set(filters) <= PLAIN | OF_PICTURES:
            raise Unreadable
        if int(stream.get("/Width", 1)) * int(stream.get("/Height", 1)) > MOST_POINTS:
            raise TooMuch
        if filters == ["/FlateDecode"]:
            self._add(_cut_to_its_end(stream))
        elif set(filters) <= PLAIN:
            unpacked = stream.read_bytes(StreamDecodeLevel.generalized)
            self._add(len(unpacked))
            stream.write(unpacked)
        else:
            self._add(_bare_picture(stream, filters))

    def _add(self, unpacked: int) -> None:
        self.unpacked += unpacked
        if unpacked > MOST_UNPACKED or self.unpacked > MOST_UNPACKED_IN_ALL:
            raise TooMuch


def _bare_resources(of: Object) -> None:
    """Lists of names that a page has for what it shows. Names may be any, also such as are not let be elsewhere."""
    resources = of.get("/Resources")
    if not isinstance(resources, Dictionary):
        return
    properties = resources.get("/Properties")
    _without(resources, set(resources.keys()) - OF_RESOURCES)
    if isinstance(properties, Dictionary):  # the page still names them; there is nothing in them
        resources["/Properties"] = Dictionary({key: Dictionary() for key in set(properties.keys())})


def _listed(value: Object | None) -> list[str]:
    if value is None:
        return []
    return [str(each) for each in value] if isinstance(value, Array) else [str(value)]


def _cut_to_its_end(stream: Stream) -> int:
    """How much it unpacks to, without holding it. Whatever stands behind its end is taken away."""
    waiting = raw = stream.read_raw_bytes()
    unpacking, count = zlib.decompressobj(), 0
    while waiting and not unpacking.eof:
        count += len(unpacking.decompress(waiting, STEP))
        waiting = unpacking.unconsumed_tail
        if count > MOST_UNPACKED:
            raise TooMuch
    if unpacking.unused_data:
        kept = raw[: -len(unpacking.unused_data)]
        parms = stream.get("/DecodeParms")
        stream.write(kept, filter=Name.FlateDecode, decode_parms=parms if isinstance(parms, Dictionary) else None)
    return count


def _bare_picture(stream: Stream, filters: list[str]) -> int:
    """How much the wrapping around the picture unpacks to. The picture itself loses what is not seen of it."""
    *around, kind = filters
    if kind not in OF_PICTURES or not set(around) <= PLAIN:
        raise Unreadable
    parms = stream.get("/DecodeParms")
    own = parms[-1] if isinstance(parms, Array) and len(parms) else parms
    picture = raw = stream.read_raw_bytes()
    for each in around:
        with Pdf.new() as holding:
            picture = Stream(holding, picture, Filter=Name(each)).read_bytes(StreamDecodeLevel.generalized)
    kept = {"/DCTDecode": bare_jpeg, "/JPXDecode": bare_jpx}.get(kind, bytes)(picture)
    if kept != raw:
        stream.write(kept, filter=Name(kind), decode_parms=own if isinstance(own, Dictionary) else None)
    return len(picture)


def bare_jpeg(jpeg: bytes) -> bytes:
    """A JPEG without what a camera or a program wrote into it; of these only how its colours are meant."""
    return b"".join(_parts_of_jpeg(jpeg))


def _parts_of_jpeg(jpeg: bytes) -> Iterator[bytes]:
    if not jpeg.startswith(b"\xff\xd8"):
        raise Unreadable
    yield jpeg[:2]
    at = 2
    while jpeg[at : at + 1] == b"\xff" and jpeg[at + 1] != 0xD9:
        marker = jpeg[at + 1]
        if marker == 0xFF:
            at += 1
            continue
        length = int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if length < 2 or at + 2 + length > len(jpeg):
            raise Unreadable
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = (int.from_bytes(jpeg[at + up : at + up + 2], "big") for up in (5, 7))
            if height * width > MOST_POINTS:
                raise TooMuch
        if not (0xE0 <= marker <= 0xEF or marker == 0xFE) or marker == 0xEE:
            yield jpeg[at : at + 2 + length]
        at += 2 + length
        if marker == 0xDA:
            end = _end_of_points(jpeg, at)
            yield jpeg[at:end]
            at = end
    yield b"\xff\xd9"


def _end_of_points(jpeg: bytes, at: int) -> int:
    """Where the next part begins: in the points an FF is followed by 0, or by a sign to begin anew."""
    while (at := jpeg.find(b"\xff", at)) >= 0:
        if at + 1 < len(jpeg) and jpeg[at + 1] != 0 and not 0xD0 <= jpeg[at + 1] <= 0xD7:
            return at
        at += 1
    return len(jpeg)


def bare_jpx(jpx: bytes) -> bytes:
    """A JPEG 2000 with the boxes that a picture needs, and no other."""
    if jpx.startswith(b"\xff\x4f\xff\x51"):
        return jpx
    kept, at = [], 0
    while at + 8 <= len(jpx):
        length, kind = int.from_bytes(jpx[at : at + 4], "big"), jpx[at + 4 : at + 8]
        length = len(jpx) - at if length == 0 else length
        if length < 8:
            raise Unreadable
        if kind in (b"jP  ", b"ftyp", b"jp2h", b"jp2c"):
            kept.append(jpx[at : at + length])
        at += length
    if not kept:
        raise Unreadable
    return b"".join(kept)


def _bounded() -> None:
    """From here on there is only so much of everything. What is asked for beyond it fails, or ends the process."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_NOFILE, MOST_FILES_OPEN),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
    pikepdf.settings.set_qpdf_limits(
        doc_max_warnings=1000,
        parser_max_nesting=100,
        parser_max_container_size=MOST_OBJECTS,
        max_stream_filters=MOST_FILTERS,
        dct_max_memory=MOST_UNPACKED,
        flate_max_memory=MOST_UNPACKED,
        png_max_memory=MOST_UNPACKED,
        run_length_max_memory=MOST_UNPACKED,
        tiff_max_memory=MOST_UNPACKED,
    )


def main() -> int:
    """Read, clean, write. Says nothing but its exit status."""
    _bounded()
    try:
        made = bare(sys.stdin.buffer.read(LARGEST + 1))
    except (Locked, pikepdf.PasswordError):
        return LOCKED
    except (TooMuch, MemoryError):
        return TOO_MUCH
    except Exception:  # noqa: BLE001 - hostile bytes make a library raise anything; whatever it is, they are no PDF
        return UNREADABLE
    sys.stdout.buffer.write(made)
    return DONE


if __name__ == "__main__":
    sys.exit(main())
