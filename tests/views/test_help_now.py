"""Haster: exactly the numbers that are promised, for everybody, in every language."""

import re
from collections.abc import Callable

import pytest

from parentapp import phrases
from parentapp.domain.help_now import numbers
from tests.browsing import Browser

Client = Callable[[str | None], Browser]
NOW = ["113", "112", "110"]
TALK = ["116 117", "116 111", "116 123", "116 006"]


@pytest.mark.parametrize("username", [None, "oksana", "kari"])
def test_everybody_gets_the_numbers(client: Client, username: str | None) -> None:
    page = client(username).get("/help-now").get_data(as_text=True)
    assert re.findall(r'<bdi class="no">([\d ]+)</bdi>', page) == NOW + TALK
    assert re.findall(r'href="tel:(\d+)"', page) == [number.replace(" ", "") for number in NOW + TALK]


def test_the_file_is_dated_and_each_number_has_its_words() -> None:
    known = numbers()
    assert [each.number for each in known.now] == NOW
    assert [each.number for each in known.talk] == TALK
    assert known.as_of.year >= 2026
    assert {each.name for each in (*known.now, *known.talk)} == set(phrases.HELP)


def test_the_page_says_what_skjul_cannot_do(client: Client) -> None:
    page = client(None).get("/help-now").get_data(as_text=True)
    assert "<strong>Skjul</strong> øverst tar deg bort" in page
    assert "Nettleseren kan fortsatt huske at du var her." in page
