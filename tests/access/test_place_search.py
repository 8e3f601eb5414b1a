"""Looking for places breaks on no text, and takes no time."""

# ruff: noqa: RUF001 - words of several writings stand beside each other
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parentapp.access.places import LONGEST, tells_place


@settings(deadline=None)
@given(st.text() | st.text(alphabet="0123456789 .,°٣٥ØaVvei-'\u0301\ud800", max_size=300))
def test_it_never_breaks(text: str) -> None:
    assert tells_place(text) in (True, False)


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "1",
        " ",
        "a ",
        "1 ",
        "vei",
        "vei ",
        "Aa gate ",
        "шулиц",
        "вул. ",
        "شارع ",
        "ul. a",
        "Aa skole ",
        "Aa ",
        "12,345 ",
        "A.",
    ],
)
def test_a_long_text_takes_no_time(piece: str) -> None:
    began = monotonic()
    tells_place(piece * (2 * LONGEST // len(piece)))
    assert monotonic() - began < 5
