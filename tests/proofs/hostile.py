"""Hostile input as hypothesis strategies: fields, bodies, addresses, headers, cookies, methods. Knows no app."""

from urllib.parse import quote_from_bytes, quote_plus

from hypothesis import strategies as st

from parentapp import crypto
from tests.proofs.payloads import PAYLOADS

Fields = list[tuple[str, bytes]]

WRONG_TYPES = (
    "", " ", "\t\n", "null", "None", "true", "[]", "[1,2]", "{}", '{"a": [1]}', "0", "-1", "1e309", "9" * 20,
    "0x10", "NaN", "Infinity", "2026-02-30", "31.12.2026", "0000-00-00", "00000000-0000-0000-0000-000000000000",
    "{00000000-0000-0000-0000-000000000000}", "00000000000000000000000000000000", "not-a-uuid", "../../etc/passwd",
    "//evil.example", "/\\evil.example", "javascript:alert(1)", "yes\0", "yes ", "YES", "log\n", "\ufeff",
    "'; DROP TABLE account; --",
    '" OR 1=1 --', "%00", "%s%s%s%n", "\x00", "\x1b[2J", "\u2028", "\ud7ff", "\U0010ffff",
)  # fmt: skip
LENGTHS = (99, 101, 200, 250, 299, 301, 499, 501, 3999, 4001, 20_001, 100_000, 300_000)

texts = st.one_of(
    st.text(max_size=60),
    st.sampled_from(WRONG_TYPES),
    st.sampled_from(PAYLOADS),
    st.builds(lambda letter, count: letter * count, st.sampled_from("xæ\u200b😀ع "), st.sampled_from(LENGTHS)),
)
# Halves of letters, and bytes that are no letters at all.
values = st.one_of(
    texts.map(lambda text: text.encode()),
    st.text(st.characters(categories=["Cs", "Cc", "Co", "Cn"]), max_size=20).map(
        lambda text: text.encode("utf-8", "surrogatepass")
    ),
    st.binary(max_size=40),
)
header_values = st.one_of(
    st.text(st.characters(min_codepoint=32, max_codepoint=255, exclude_characters="\x7f"), max_size=60),
    st.sampled_from(
        (
            "*", "ar;q=abc", "ar;q=1e9", "nb;q=,;;;,", "x" * 5000, "uk,ru;q=0.9", "no-NO-NY", "-", "ar-" + "a-" * 400,
            "en;q=0.0000000001", "\xe5\xf8", ",".join(["nb"] * 300), "gzip;q=-1", "br;q=,zstd;q=x", "bytes=0-",
        )
    ),
)  # fmt: skip
HEADERS = (
    "Accept-Language", "Accept", "Accept-Encoding", "HX-Request", "HX-Target", "HX-Trigger", "HX-Current-URL", "Origin",
    "Referer", "X-Forwarded-For", "X-Forwarded-Host", "X-CSRF-Token", "If-None-Match", "If-Modified-Since", "Range",
    "User-Agent", "Content-Encoding", "Expect", "Authorization",
)  # fmt: skip
headers = st.dictionaries(st.sampled_from(HEADERS), header_values, max_size=4)
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW", "get", "PROPFIND")
CONTENT_TYPES = (
    "application/json", "text/plain", "multipart/form-data", "multipart/form-data; boundary=",
    "multipart/form-data; boundary=x", "application/x-www-form-urlencoded; charset=utf-16",
    "application/x-www-form-urlencoded; charset=nothing", "x", "",
)  # fmt: skip
cookie_values = st.one_of(
    header_values.map(lambda value: value.replace(";", "")),
    st.sampled_from(("", "a" * 201, "a" * 4000, "\xff", '"', "a.b.c.d.e.f", "....", "nb", "ar", "../..", "\x01")),
)
cookies = st.dictionaries(
    st.sampled_from(("session", "visitor", "lang", "device", "__Host-session", "x")), cookie_values
)


@st.composite
def fields(draw: st.DrawFn, good: dict[str, str]) -> Fields:
    """A form whose fields are each right, hostile, missing, or there several times; and some that nobody asked for."""
    sent: Fields = []
    for name, value in good.items():
        times = draw(st.sampled_from((1, 1, 1, 1, 0, 2)))
        sent += [(name, draw(st.one_of(st.just(value.encode()), values))) for _ in range(times)]
    press = draw(st.one_of(st.builds(lambda: str(crypto.new_id()).encode()), values))
    sent.append(("press", press))
    extra = st.sampled_from(("reply", "back", "next", "who", "after", "conversation", "x[]", "text[]", "__proto__", ""))
    return sent + draw(st.lists(st.tuples(extra, values), max_size=2))


BOUNDARY = "a-line-that-parts-what-is-sent"
WITH_FILES = f"multipart/form-data; boundary={BOUNDARY}"


def with_files(sent: Fields, files: Fields) -> bytes:
    """The same as a form with files sends it: the fields, and those that come as a file."""
    parts = [f'; name="{name}"\r\n\r\n'.encode() + value for name, value in sent]
    parts += [f'; name="{name}"; filename="a.txt"\r\n\r\n'.encode() + value for name, value in files]
    head, line = b"Content-Disposition: form-data", f"--{BOUNDARY}".encode()
    return b"".join(line + b"\r\n" + head + part + b"\r\n" for part in parts) + line + b"--\r\n"


def encoded(sent: Fields) -> bytes:
    """As a browser would send it, whatever the bytes are."""
    return "&".join(f"{quote_plus(name)}={quote_from_bytes(value)}" for name, value in sent).encode()
