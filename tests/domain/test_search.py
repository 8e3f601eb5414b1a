"""A search in one log finds what one may read, keeps nothing, and asks as many questions whatever there is."""

from datetime import timedelta

import pytest
from flask import Flask

from parentapp.db import transaction
from parentapp.domain import log, search, versions
from parentapp.domain.matching import matches, pieces, words_of
from parentapp.enums import EntryType, Kind
from parentapp.errors import Hidden
from parentapp.models import ClientKey, Draft, Entry, SeenLine
from tests.browsing import Browser
from tests.cast import Cast
from tests.counting import questions


def found(cast: Cast, person: str, child: str, words: str) -> list[str]:
    page = search.search(cast.actor(person), cast.logs[child], words)
    return ["".join(piece.text for piece in each.pieces) for hit in page.hits for each in hit.found]


def fill(cast: Cast, count: int) -> None:
    with transaction():
        for number in range(count):
            said = {"text": f"Ringte skolen om turen, nr. {number}.", "lang": "nb", "author": cast.accounts["kari"]}
            when = cast.now - timedelta(minutes=71 * (number + 1))
            Entry.create(log=cast.logs["sofia"], type=EntryType.NOTE, kind=Kind.PLAN, at=when, **said)


@pytest.mark.parametrize(
    ("text", "sought", "marked"),
    [
        ("Måneden på SKOLEN", "maned skolen", ["Måned", "SKOLEN"]),
        ("Софія їде до школи", "ШКОЛИ", ["школи"]),
        ("اَلْمَدْرَسَة جميلة", "المدرسة", ["اَلْمَدْرَسَة"]),
        ("straße", "STRASSE", ["straße"]),
        ("Hun sov", "hun lo", None),
    ],
)
def test_words_are_found_in_any_writing(text: str, sought: str, marked: list[str] | None) -> None:
    words = words_of(sought)
    assert matches(text, words) is (marked is not None)
    if marked is not None:
        parts = pieces(text, words)
        assert [each.text for each in parts if each.found] == marked
        assert "".join(each.text for each in parts) == text


def test_a_hit_is_there_for_who_may_read_it_and_nobody_else(cast: Cast) -> None:
    kari, note = cast.actor("kari"), cast.entries["amina.hidden"]
    log.add_note(kari, cast.logs["sofia"], "Sebraen sov.", health=True)
    versions.write(cast.actor("amina"), note, "Jeg så en zebra.")
    assert [who for who in ("oksana", "kari", "lina", "per.aas", "erik") if found(cast, who, "sofia", "sebra")] == [
        *("oksana", "kari", "lina"),
    ]
    assert [who for who in ("amina", "fadumo", "yusuf", "per.aas") if found(cast, who, "amina", "ZEBRA")] == [
        *("amina", "fadumo", "per.aas"),
    ]
    with pytest.raises(Hidden):
        found(cast, "yusuf", "sofia", "sebra")


def test_what_is_looked_for_is_kept_nowhere(app: Flask, cast: Cast) -> None:
    """One line of who has read what; no draft, no key, no address."""
    browser, kept = Browser(app, cast.accounts["oksana"]), (ClientKey.select().count(), Draft.select().count())
    SeenLine.delete().execute()
    response = browser.submit(f"/logs/{cast.logs['sofia']}/search", text="skole")
    assert (response.status_code, response.headers.get("Location")) == (200, None)
    assert "<mark>skole</mark>" in response.text
    assert SeenLine.select().count() == 1
    assert (ClientKey.select().count(), Draft.select().count()) == kept
    assert "Vi fant ikke noe" in browser.submit(f"/logs/{cast.logs['sofia']}/search", text="qwerty").text
    assert browser.submit(f"/logs/{cast.logs['sofia']}/search", text=" ").status_code == 422
    assert browser.submit(f"/logs/{cast.logs['sofia']}/search", text="a", before="x").status_code == 422


def test_fifty_at_a_time_and_what_comes_after(cast: Cast) -> None:
    fill(cast, 60)
    oksana, sofia = cast.actor("oksana"), cast.logs["sofia"]
    first = search.search(oksana, sofia, "ringte turen")
    assert (len(first.hits), first.more) == (50, first.hits[-1].id)
    rest = search.search(oksana, sofia, "ringte turen", before=first.more)
    assert (len(rest.hits), rest.more) == (10, None)
    assert not {each.id for each in first.hits} & {each.id for each in rest.hits}
    assert search.search(oksana, sofia, "ringte", before=cast.entries["amina.concern"]).hits == []


def test_a_log_with_5000_entries_asks_no_more_than_one_with_50(app: Flask, cast: Cast) -> None:
    if cast.kind == "postgres":
        pytest.skip("the same queries; five thousand rows one by one take a minute there")
    browser, page = Browser(app, cast.accounts["oksana"]), f"/logs/{cast.logs['sofia']}"

    def counted() -> list[int]:
        numbers = []
        for address in (page, f"{page}?only=notes", f"{page}?only=lysglimt", f"{page}/plan", "/"):
            with questions() as asked:
                assert browser.get(address).status_code == 200
            numbers.append(len(asked))
        browser.get(page)
        with questions() as asked:
            assert browser.submit(f"{page}/search", text="qwerty").status_code == 200
        return [*numbers, len(asked)]

    fill(cast, 50)
    counted()
    few = counted()
    fill(cast, 4950)
    assert counted() == few
