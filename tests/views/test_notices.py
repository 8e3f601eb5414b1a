"""Nytt: what happened, in sentences, for those who may still see it."""

import re
from collections.abc import Callable

from parentapp.domain import consents, lysglimt
from parentapp.enums import Answer
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]


def rows_of(page: str) -> list[str]:
    rows = re.findall(
        r"<li[^>]*><a class=\"go\" .*?</li>", page.partition("<main")[2].partition("</main>")[0], re.DOTALL
    )
    assert rows
    return rows


def test_each_kind_of_news_is_a_sentence_that_leads_to_its_place(client: Client, cast: Cast) -> None:
    page = client("oksana").get("/notices").get_data(as_text=True)
    assert "<bdi>Kari Nilsen</bdi> skrev en melding til deg." in page
    assert "<bdi>Erik Solberg</bdi> delte et lysglimt:" in page
    assert f'href="/conversations/{cast.conversations["sofia.oksana"]}#last"' in page
    assert f'href="/consents/{cast.requests["sofia.ppt"]}"' in page
    assert all(re.search(r'<span class="sm soft">[A-ZÅ]', row) for row in rows_of(page)), "each says when"


def test_a_yes_and_its_end_are_told_to_the_other_guardian_without_saying_whose(client: Client, cast: Cast) -> None:
    consents.answer(cast.actor("anne.haugen"), cast.requests["lise.school"], Answer.WITHDRAWN)
    page = client("per.haugen").get("/notices").get_data(as_text=True)
    (row,) = (row for row in rows_of(page) if "ser ikke loggen lenger." in row)
    assert "Fjordvik skole" in row
    assert "Anne Haugen" not in row


def test_what_is_new_is_marked_once(client: Client) -> None:
    browser = client("oksana")
    first = browser.get("/notices").get_data(as_text=True)
    again = browser.get("/notices").get_data(as_text=True)
    assert 'class="is-new"' in first
    assert 'class="is-new"' not in again
    assert again.count('class="go"') == first.count('class="go"')


def test_the_child_is_named_only_where_there_are_several(client: Client, cast: Cast) -> None:
    assert "· <bdi>Sofia</bdi>" not in client("oksana").get("/notices").get_data(as_text=True)
    kari = client("kari").get("/notices").get_data(as_text=True)
    assert "· <bdi>Sofia</bdi>" in kari
    assert "· <bdi>Amina</bdi>" in kari


def test_a_glimpse_hidden_from_a_guardian_is_no_news_for_him(client: Client, cast: Cast) -> None:
    lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Alle får se dette.")
    assert "Alle får se dette." in client("yusuf").get("/notices").get_data(as_text=True)
    assert "Alle får se dette." not in client("samir").get("/notices").get_data(as_text=True)


def test_nothing_new_says_what_will_come(client: Client) -> None:
    page = client("helga").get("/notices").get_data(as_text=True)
    assert "Her kommer det som er nytt." in page
