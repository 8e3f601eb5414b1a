"""The log as files to keep: what is in which, for whom; what is for one alone apart, and marked so."""

import subprocess
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask

from parentapp import clock, paper
from parentapp.domain import archive, conversations, revising, versions
from parentapp.domain import log as timeline
from parentapp.enums import EntryType, SeenPage
from parentapp.errors import Hidden
from parentapp.models import Message, SeenLine
from tests import counting
from tests.access.test_apart import files, things
from tests.browsing import Browser
from tests.cast import Cast
from tests.needs import needs_program

Client = Callable[[str | None], Browser]


def lines(cast: Cast, who: str) -> list[SeenLine]:
    return list(SeenLine.select().where(SeenLine.account == cast.accounts[who]).order_by(SeenLine.at))


def test_a_guardian_finds_all_that_they_may_read_in_one_file_or_the_other(cast: Cast) -> None:
    page = timeline.timeline(cast.actor("oksana"), cast.logs["sofia"])
    shared, own = files(cast, "oksana", "sofia")
    assert page.older is None
    assert {each.id for each in page.entries} <= shared | own
    assert shared & own == set()
    talk = cast.conversations["sofia.oksana"]
    assert {row.id for row in Message.select().where(Message.conversation == talk)} <= own


def test_a_long_log_comes_in_parts_each_thing_in_one(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = things(cast, "oksana", "sofia", private=False)
    monkeypatch.setattr(archive, "PART", 3)
    oksana, sofia = cast.actor("oksana"), cast.logs["sofia"]
    page = archive.page(oksana, sofia)
    made = [archive.file(oksana, sofia, part.number, private=False) for part in page.shared]
    found = [item.entry.id for each in made for item in each.items if item.entry]
    assert len(found) == len(set(found)) == len(whole)
    assert len(page.shared) == -(-len(whole) // 3)
    assert [each.items[0].at for each in made] == sorted(each.items[0].at for each in made)
    for number in (0, len(page.shared) + 1):
        with pytest.raises(Hidden):
            archive.file(oksana, sofia, number, private=False)


@pytest.mark.parametrize("part", ["0", "2", "99999", "-1", "x", "\N{ARABIC-INDIC DIGIT ONE}", ""])
def test_a_part_that_is_none_is_not_there(client: Client, cast: Cast, part: str) -> None:
    assert client("oksana").get(f"/logs/{cast.logs['sofia']}/archive/shared?part={part}").status_code == 404


def test_what_stood_before_a_meetings_points_and_what_it_is_about_are_in_it(cast: Cast) -> None:
    kari, sofia = cast.actor("kari"), cast.logs["sofia"]
    note = timeline.add_note(kari, sofia, "Ringte skolen.")
    with clock.at(cast.now + timedelta(minutes=5)):
        revising.change_text(cast.actor("kari"), note, "Ringte Per på skolen.")
    (file,) = (archive.file(cast.actor("oksana"), sofia, 1, private=False),)
    by_id = {item.entry.id: item for item in file.items if item.entry}
    assert [each.text for each in by_id[note].earlier] == ["Ringte skolen."]
    meetings = [item for item in file.items if item.entry and item.entry.type is EntryType.MEETING]
    assert any(item.points for item in meetings)
    hanging = [item for item in file.items if item.entry and item.entry.about]
    assert all(item.about for item in hanging)


def test_each_file_leaves_one_line_the_same_for_both_sorts(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    for name in ("shared", "private"):
        assert browser.get(f"/logs/{cast.logs['sofia']}/archive/{name}").status_code == 200
    kept = [line for line in lines(cast, "oksana") if line.page is SeenPage.ARCHIVE_KEPT]
    assert len(kept) == 2
    assert {line.conversation_id for line in kept} == {None}
    assert all(line.things.startswith(cast.logs["sofia"].bytes) for line in kept)


def test_whom_the_log_is_about_leaves_no_line(client: Client, cast: Cast) -> None:
    client("amina").get(f"/logs/{cast.logs['amina']}/archive/shared")
    assert lines(cast, "amina") == []


def test_downloading_marks_no_message_as_read(client: Client, cast: Cast) -> None:
    talk = cast.conversations["sofia.oksana"]
    conversations.write(cast.actor("kari"), talk, "Jeg ringer i morgen.")
    client("oksana").get(f"/logs/{cast.logs['sofia']}/archive/private")
    assert conversations.inbox(cast.actor("oksana")).conversations[0].new


def asked(browser: Browser, address: str) -> int:
    with counting.questions() as questions:
        assert browser.get(address).status_code == 200
    return len(questions)


@pytest.mark.parametrize("db_kind", ["sqlite"])
def test_the_number_of_questions_does_not_grow(client: Client, cast: Cast) -> None:
    browser, base = client("oksana"), f"/logs/{cast.logs['sofia']}/archive"
    few = [asked(browser, base + at) for at in ("", "/shared", "/private")]
    for number in range(30):
        with clock.at(cast.now + timedelta(minutes=number)):
            timeline.add_note(cast.actor("kari"), cast.logs["sofia"], f"Notat {number}.")
            conversations.write(cast.actor("kari"), cast.conversations["sofia.oksana"], f"Hei {number}.")
    many = [asked(browser, base + at) for at in ("", "/shared", "/private")]
    assert many == few
    assert max(many) <= counting.MOST_QUESTIONS


def text_of(file: bytes, folder: Path) -> str:
    path = folder / "read.pdf"
    path.write_bytes(file)
    tool = needs_program("pdftotext", package="poppler-utils")
    return subprocess.run([tool, "-layout", path, "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize("db_kind", ["sqlite"])
def test_it_is_a_file_that_is_always_kept_and_named_by_nobody(client: Client, cast: Cast, tmp_path: Path) -> None:
    answer = client("oksana").get(f"/logs/{cast.logs['sofia']}/archive/shared")
    assert answer.mimetype == "application/pdf"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="loggen.pdf"'
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    text = text_of(answer.get_data(), tmp_path)
    assert "Loggen til Sofia" in text
    assert "Sofia har minst én å være sammen med i friminuttene." in text
    assert "Privat" not in text


@pytest.mark.parametrize("db_kind", ["sqlite"])
def test_what_is_private_is_marked_so_on_each_page(client: Client, cast: Cast, tmp_path: Path) -> None:
    for number in range(40):
        with clock.at(cast.now - timedelta(days=2) + timedelta(minutes=number)):
            conversations.write(cast.actor("oksana"), cast.conversations["sofia.oksana"], f"Hei igjen, {number}.")
    answer = client("oksana").get(f"/logs/{cast.logs['sofia']}/archive/private")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="for-meg.pdf"'
    pages = text_of(answer.get_data(), tmp_path).rstrip("\f").split("\f")
    assert len(pages) > 2
    assert all("Privat." in page for page in pages)


def test_without_what_makes_a_pdf_the_page_says_so(client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(page: str, *styles: str) -> Any:
        raise paper.NoPaper

    monkeypatch.setattr(paper, "made", cannot)
    browser = client("oksana")
    answer = browser.get(f"/logs/{cast.logs['sofia']}/archive/shared")
    assert answer.status_code == 303
    assert "Akkurat nå kan vi ikke lage filer her" in browser.get(answer.headers["Location"]).get_data(as_text=True)


def test_a_closed_log_can_still_be_kept(client: Client, cast: Cast) -> None:
    page = client("silje").get(f"/logs/{cast.logs['elias']}/archive").get_data(as_text=True)
    assert "/archive/shared?part=1" in page


def test_a_protected_childs_page_warns(client: Client, app: Flask, cast: Cast) -> None:
    said = "kan fortelle hvor dere er"
    assert said in client("layla").get(f"/logs/{cast.logs['noor']}/archive").get_data(as_text=True)
    assert said not in client("oksana").get(f"/logs/{cast.logs['sofia']}/archive").get_data(as_text=True)


def test_how_the_family_saw_it_stands_beside_it(cast: Cast) -> None:
    goal = cast.entries["sofia.goal"]
    version = versions.write(cast.actor("oksana"), goal, "Hun har flere å være sammen med.")
    versions.answer(cast.actor("kari"), version, "Takk, så bra.")
    file = archive.file(cast.actor("oksana"), cast.logs["sofia"], 1, private=False)
    (saw,) = next(item.saw for item in file.items if item.entry and item.entry.id == goal)
    assert saw.latest.text == "Hun har flere å være sammen med."
    assert saw.latest.answer
    assert saw.latest.answer.text == "Takk, så bra."
