"""The desk: who has waited longest comes first and can be answered right there."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from parentapp.clock import OSLO, at
from parentapp.domain import conversations
from tests.browsing import Browser, path_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]
NEVER = "Skriv aldri mistanke om vold eller overgrep her."


def place_of(page: str, *words: str) -> list[int]:
    """Where on the page each of the words begins."""
    missing = [each for each in words if each not in page]
    assert not missing, missing
    return [page.index(each) for each in words]


def test_who_has_waited_longest_comes_first_with_what_they_wrote(client: Client, cast: Cast) -> None:
    page = client("kari").get("/desk").get_data(as_text=True)
    in_order = place_of(page, "Marta Kowalska", "Dzień dobry, czy mogę przyjść", "Yusuf Warsame", "Oksana Bondarenko")
    assert in_order == sorted(in_order)
    assert '<p lang="pl" dir="auto">Dzień dobry' in page
    assert "Har ventet 3 dager" in page
    assert "foresatt til <bdi>Sofia</bdi>" in page


def test_the_box_says_who_reads_and_what_never_to_write(client: Client, cast: Cast) -> None:
    page = client("kari").get("/desk").get_data(as_text=True)
    in_order = place_of(page, "Svar nå", "Kan leses av", NEVER, "<textarea")
    assert in_order == sorted(in_order)
    assert page.count("<textarea") == 1
    assert f'action="/conversations/{cast.conversations["marta.marta"]}/messages"' in page


def test_an_answer_takes_the_family_off_the_list(client: Client, cast: Cast) -> None:
    browser = client("kari")
    response = browser.submit(
        f"/conversations/{cast.conversations['marta.marta']}/messages", text="Ja, kom på onsdag!", back="/desk"
    )
    assert response.status_code == 303
    page = browser.get("/desk?done=sent").get_data(as_text=True)
    assert "Svaret er sendt." in page
    assert "Marta Kowalska" not in page
    first = re.search(r"<h3>(.*?)</h3>", page)
    assert first is not None
    assert "Yusuf Warsame" in first[1]


def test_a_promise_that_is_over_stands_out(client: Client, cast: Cast) -> None:
    with at(cast.now + timedelta(days=1)):
        page = client("kari").get("/desk").get_data(as_text=True)
    assert '<span class="tag" data-color="clay">' in page
    assert "Svar var lovet i går" in page


def test_what_is_due_and_what_is_overdue_lead_to_the_plan(client: Client, cast: Cast) -> None:
    page = client("kari").get("/desk").get_data(as_text=True)
    row = r'<a class="go" href="/logs/[\w-]+/plan#e-[\w-]+">\s*'
    overdue = re.search(row + r'<span class="peb" data-color="clay">', page)
    assert overdue is not None
    assert "Skulle vært sett på" in page
    for child in ("sofia", "amina", "marta"):
        assert f'href="/logs/{cast.logs[child]}"' in page
    assert f'href="/logs/{cast.logs["noor"]}"' not in page


def test_a_yes_that_ends_soon_is_told_in_good_time(client: Client, cast: Cast) -> None:
    assert "gjelder til og med" not in client("kari").get("/desk").get_data(as_text=True)
    with at(cast.now + timedelta(days=88)):
        page = client("kari").get("/desk").get_data(as_text=True)
    assert "Ja til å dele gjelder til og med" in page
    assert "helsestasjonen" in page


@pytest.mark.parametrize(("hour", "greeting"), [(7, "God morgen"), (10, "God dag"), (17, "God dag"), (18, "God kveld")])
def test_the_greeting_knows_the_time_of_day_in_oslo(client: Client, hour: int, greeting: str) -> None:
    with at(datetime(2026, 7, 1, hour, 5, tzinfo=OSLO)):
        page = client("anne.strand").get("/desk").get_data(as_text=True)
    assert f"<h1>{greeting}, <bdi>Anne</bdi></h1>" in page


def test_a_desk_without_logs_is_calm(client: Client) -> None:
    page = client("anne.strand").get("/desk").get_data(as_text=True)
    assert "Du er ikke med i noen logg nå." in page
    assert "<textarea" not in page
    assert "Har ventet lengst" not in page


@pytest.mark.parametrize("username", ["oksana", "amina", "helga"])
def test_who_works_nowhere_has_no_desk(client: Client, username: str) -> None:
    assert client(username).get("/desk").status_code == 404


def written_while_the_session_ended(browser: Browser, cast: Cast, talk: str) -> None:
    browser.run_out()
    fields = {"text": "Onsdag passer fint.", "back": "/desk", "conversation": str(cast.conversations[talk])}
    response = browser.submit(f"/conversations/{cast.conversations[talk]}/messages", **fields)
    assert path_of(response) == "/login"


def test_an_answer_kept_from_an_ended_session_stays_with_its_family(client: Client, cast: Cast) -> None:
    browser = client("kari")
    written_while_the_session_ended(browser, cast, "sofia.oksana")
    page = client("kari").get("/desk").get_data(as_text=True)
    assert "<details open>" in page
    assert f'action="/conversations/{cast.conversations["sofia.oksana"]}/messages"' in page
    assert page.count("Onsdag passer fint.") == 1


def test_nor_does_it_turn_up_under_another_family_once_they_were_answered(client: Client, cast: Cast) -> None:
    browser = client("kari")
    written_while_the_session_ended(browser, cast, "marta.marta")
    conversations.write(cast.actor("kari"), cast.conversations["marta.marta"], "Ja, bare kom.")
    page = client("kari").get("/desk").get_data(as_text=True)
    assert "<details>" in page, "the box for the next family is closed and empty"
    assert re.search(r"readonly>\s*Onsdag passer fint.</textarea>", page)
    assert page.count("Onsdag passer fint.") == 1
