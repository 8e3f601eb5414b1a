"""Each sentence of the rules on consent and sight leads to a rule, a test and a screen that are there."""

from typing import Any

import pytest

from tools import sentences


def test_what_the_table_names_is_there() -> None:
    assert sentences.missing(sentences.parts()) == []


WHOLE = {
    "says": "so",
    "rule": ["access.consent.in_effect"],
    "test": ["access/test_sentences.py::test_what_the_table_names_is_there"],
    "screen": ["consents/show.html"],
}


@pytest.mark.parametrize(
    ("changed", "faults"),
    [
        ({}, []),
        ({"rule": ["access.consent.gone"]}, ["no rule access.consent.gone"]),
        ({"rule": ["access.gone.in_effect"]}, ["no rule access.gone.in_effect"]),
        ({"test": ["access/test_gone.py::test_x"]}, ["no test access/test_gone.py::test_x"]),
        ({"test": ["access/test_sentences.py::test_x"]}, ["no test access/test_sentences.py::test_x"]),
        ({"screen": ["gone.html"]}, ["no screen gone.html"]),
        ({"screen": []}, ["so: no screen"]),
        ({"screen": [], "not_yet": "it has none"}, []),
    ],
)
def test_what_is_gone_is_found(changed: dict[str, Any], faults: list[str]) -> None:
    """The control."""
    assert sentences.missing([{"name": "x", "rows": [WHOLE | changed]}]) == faults
