"""What a professional has just written can be copied into their own service's record, and they are told why."""

from collections.abc import Callable
from html import unescape

import pytest

from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str], Browser]


@pytest.mark.parametrize(("who", "place"), [("kari", "notes"), ("per.aas", "concerns")])
def test_what_was_just_written_can_be_copied_and_one_is_told_why(
    client: Client, cast: Cast, who: str, place: str
) -> None:
    browser, sofia, words = client(who), f"/logs/{cast.logs['sofia']}", "Ringte <Oksana>, avtalte fredag."
    assert "kopiere det til din egen journal" in browser.get(f"{sofia}/{place}").get_data(as_text=True)
    page = browser.follow(browser.submit(f"{sofia}/{place}", text=words)).get_data(as_text=True)
    copy = page.partition('id="copy"')[2].partition("</textarea>")[0]
    assert unescape(copy.partition(">")[2].strip()).partition("\n")[2] == words
    assert "heller ikke det du selv har skrevet" in page
    assert 'id="copy"' not in browser.get(sofia).get_data(as_text=True)
