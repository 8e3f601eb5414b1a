"""«Mine opplysninger»: a page, a PDF to read, and JSON for other programs."""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from parentapp import clock, paper
from parentapp.domain import accounts, conversations, drafts, log, my_data
from parentapp.domain.held import SORTS
from parentapp.enums import SeenPage
from parentapp.models import SeenLine
from parentapp.phrases import held
from tests import counting
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_archive import asked, text_of

Client = Callable[[str | None], Browser]
PAGE = "/settings/my-data"
DESCRIBED = Path(__file__).parents[2] / "docs" / "privacy.md"


def told(client: Client, who: str) -> dict[str, Any]:
    answer = client(who).get(PAGE + "/json")
    assert answer.status_code == 200
    found: dict[str, Any] = json.loads(answer.get_data(as_text=True))
    return found


def test_the_page_leads_to_both_files_and_from_settings(client: Client) -> None:
    assert PAGE in client("oksana").get("/settings").get_data(as_text=True)
    page = client("oksana").get(PAGE).get_data(as_text=True)
    assert f"{PAGE}/pdf?part=1" in page
    assert f"{PAGE}/json?part=1" in page


def test_a_young_person_is_led_to_the_files_of_their_log_and_a_parent_is_not(client: Client, cast: Cast) -> None:
    address = f"/logs/{cast.logs['amina']}/archive"
    assert address in client("amina").get(PAGE).get_data(as_text=True)
    assert address not in client("fadumo").get(PAGE).get_data(as_text=True)


def test_for_other_programs_it_says_what_it_is(client: Client, cast: Cast) -> None:
    answer = client("oksana").get(PAGE + "/json")
    assert answer.mimetype == "application/json"
    assert answer.headers["Content-Disposition"] == 'attachment; filename="opplysninger.json"'
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "no-store"
    found = told(client, "oksana")
    assert (found["format"], found["version"], found["part"], found["parts"]) == ("min-stafett/my-data", 1, 1, 1)
    assert found["made_at"] == "2026-03-10T09:30:00Z"
    (log_,) = found["logs"]
    assert (log_["child"], log_["relations"]) == ("Sofia", [{"relation": "guardian", "service": None}])
    assert found["account"][0]["name"] == "Oksana Bondarenko"
    assert found["guardianships"][0]["basis"] == "parental_responsibility"
    assert all(each["text"]["lang"] for each in found["messages"] if "text" in each)


def test_all_keys_are_described() -> None:
    text = DESCRIBED.read_text(encoding="utf-8")
    for sort in SORTS:
        assert f"`{sort.name}`" in text, sort.name
    for key in {key for sort in SORTS for key in (sort.at[0], *sort.facts, *sort.said)} - {"answer_lang"}:
        assert f"`{key}`" in text, key


def test_every_sort_has_words_for_paper() -> None:
    titled = {sort.name for sort in SORTS} - {"seen_by", "own_readings", "changes"}
    assert titled == set(held.SORTS)
    assert set(held.PARTS) <= {sort.name for sort in SORTS}


@pytest.mark.parametrize("db_kind", ["sqlite"])
@pytest.mark.parametrize("who", ["oksana", "amina", "kari", "mona", "halyna", "bjorn", "helga", "layla"])
def test_everybody_gets_their_own(client: Client, cast: Cast, who: str, tmp_path: Path) -> None:
    answer = client(who).get(PAGE + "/pdf")
    assert answer.headers["Content-Disposition"] == 'attachment; filename="opplysninger.pdf"'
    text = text_of(answer.get_data(), tmp_path)
    name = told(client, who)["name"]
    assert f"Opplysninger om {name}" in text
    assert "Privat. Filen er for deg alene." in text
    assert {each["name"] for each in told(client, who)["account"]} == {name}


@pytest.mark.parametrize("db_kind", ["sqlite"])
def test_what_is_written_stands_on_paper(client: Client, cast: Cast, tmp_path: Path) -> None:
    conversations.write(cast.actor("oksana"), cast.conversations["sofia.oksana"], "Kan vi ta det på torsdag?")
    drafts.keep(cast.accounts["oksana"], "/lysglimt", {"text": "Et lysglimt jeg begynte på"})
    text = text_of(client("oksana").get(PAGE + "/pdf").get_data(), tmp_path)
    for said in ("Kan vi ta det på torsdag?", "Et lysglimt jeg begynte på", "Foreldreansvar", "Du sa ja"):
        assert said in text
    assert told(client, "oksana")["drafts"][0]["fields"] == {"text": "Et lysglimt jeg begynte på"}


def lines(cast: Cast, who: str) -> list[SeenLine]:
    mine = (SeenLine.account == cast.accounts[who]) & (SeenLine.page == SeenPage.MY_DATA_KEPT)
    return list(SeenLine.select().where(mine).order_by(SeenLine.log))


def test_each_file_leaves_a_line_in_each_log_that_is_in_it(client: Client, cast: Cast) -> None:
    for name in ("pdf", "json"):
        assert client("kari").get(f"{PAGE}/{name}").status_code == 200
    found = lines(cast, "kari")
    assert {line.log_id for line in found} == {cast.logs[child] for child in ("sofia", "amina", "marta")}
    assert len(found) == 6
    assert all(line.things.startswith(line.log_id.bytes) for line in found)
    talks = {talk.bytes for talk in cast.conversations.values()}
    assert not any(line.things[at : at + 16] in talks for line in found for at in range(0, len(line.things), 16))
    client("amina").get(PAGE + "/json")
    assert lines(cast, "amina") == []


def test_the_page_itself_shows_nothing_of_a_log(client: Client, cast: Cast) -> None:
    before = SeenLine.select().count()
    client("kari").get(PAGE)
    assert SeenLine.select().count() == before


@pytest.mark.parametrize("part", ["0", "2", "99999", "-1", "x", "\N{ARABIC-INDIC DIGIT ONE}", ""])
@pytest.mark.parametrize("name", ["pdf", "json"])
def test_a_part_that_is_none_is_not_there(client: Client, name: str, part: str) -> None:
    assert client("oksana").get(f"{PAGE}/{name}?part={part}").status_code == 404


def test_much_comes_in_parts_each_thing_in_one(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def files() -> Iterator[my_data.MyDataFile]:
        for number in range(1, my_data.page(kari).parts + 1):
            yield my_data.file(kari, number, for_programs=False)

    kari = cast.actor("kari")
    monkeypatch.setattr(my_data, "PART", 10_000)
    whole = [thing for each in files() for thing in each.things if thing.sort != "own_readings"]
    monkeypatch.setattr(my_data, "PART", 5)
    parts = list(files())
    assert len(parts) > 3
    assert [thing for each in parts for thing in each.things if thing.sort != "own_readings"] == whole


@pytest.mark.parametrize("db_kind", ["sqlite", "postgres"])
def test_the_number_of_questions_does_not_grow(client: Client, cast: Cast) -> None:
    wanted = ("", "/pdf", "/json")
    few = [asked(client(who), PAGE + at) for who in ("oksana", "kari") for at in wanted]
    for number in range(30):
        with clock.at(cast.now + timedelta(minutes=number)):
            log.add_note(cast.actor("kari"), cast.logs["sofia"], f"Notat {number}.")
            conversations.write(cast.actor("oksana"), cast.conversations["sofia.oksana"], f"Hei {number}.")
    many = [asked(client(who), PAGE + at) for who in ("oksana", "kari") for at in wanted]
    assert many == few
    assert max(many) <= counting.MOST_QUESTIONS


def test_that_a_freeze_ended_ones_sessions_is_not_told(client: Client, cast: Cast) -> None:
    """Nobody but who could have pressed it learns that there was one."""
    client("amina").get(PAGE)
    before = told(client, "amina")["sessions"][:-1]
    accounts.end_all_of(cast.accounts["amina"])
    after = told(client, "amina")["sessions"]
    assert [each for each in before if each not in after] == []
    assert all(set(each) == {"started_at", "last_used_at", "kind"} for each in after)


def test_without_what_makes_a_pdf_the_page_says_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def cannot(page: str, *styles: str) -> Any:
        raise paper.NoPaper

    monkeypatch.setattr(paper, "made", cannot)
    answer = client("oksana").get(PAGE + "/pdf")
    assert answer.status_code == 303
    page = client("oksana").get(answer.headers["Location"]).get_data(as_text=True)
    assert "Akkurat nå kan vi ikke lage filer her" in page


def test_a_protected_childs_people_are_warned(client: Client) -> None:
    said = "kan fortelle hvor dere er"
    assert said in client("layla").get(PAGE).get_data(as_text=True)
    assert said not in client("oksana").get(PAGE).get_data(as_text=True)
