"""A PDF made by hand, part by part, so that there can be anything in it."""

SEEN = b"BT /F1 24 Tf 40 90 Td (Hei) Tj ET"  # what stands on the page


def stream(body: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >> stream\n" % (len(body), more) + body + b"\nendstream"


def pdf(
    *, root: bytes = b"", page: bytes = b"", contents: bytes = b"", trailer: bytes = b"", **numbered: bytes
) -> bytes:
    """A PDF of one page. `numbered`: further objects, from «o6» on."""
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R " + root + b" >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
        + page
        + (b"" if b"/Resources" in page else b" /Resources << /Font << /F1 5 0 R >> >>")
        + b" >>",
        4: contents or stream(SEEN),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    return assembled(objects | {int(name[1:]): body for name, body in numbered.items()}, trailer)


def assembled(objects: dict[int, bytes], trailer: bytes = b"") -> bytes:
    out, where = bytearray(b"%PDF-1.7\n"), {}
    for number, body in sorted(objects.items()):
        where[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start, size = len(out), max(objects) + 1
    out += b"xref\n0 %d\n0000000000 65535 f \n" % size
    for number in range(1, size):
        out += b"%010d 00000 n \n" % where[number] if number in where else b"0000000000 65535 f \n"
    return bytes(out + b"trailer << /Root 1 0 R /Size %d %s >>\nstartxref\n%d\n%%%%EOF\n" % (size, trailer, start))


def image(kind: bytes, body: bytes, width: bytes = b"90", height: bytes = b"60") -> bytes:
    """A picture on a page that is `shown`."""
    how = b"/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter " + kind
    return stream(body, how + b" /Width " + width + b" /Height " + height)


def shown() -> dict[str, bytes]:
    """A page that shows part 6."""
    return {"page": b"/Resources << /Font << /F1 5 0 R >> /XObject << /X 6 0 R >> >>"}
