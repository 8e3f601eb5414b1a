"""Meldinger while somebody is away, and when nobody is left who can read: what is promised, and who is offered."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.domain import absences, consents, conversations, families
from parentapp.enums import Answer
from parentapp.models import Employment, Guardian
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.handing import hand_over

Client = Callable[[str | None], Browser]


@pytest.fixture
def talk(cast: Cast) -> str:
    return f"/conversations/{cast.conversations['sofia.oksana']}"


def read(browser: Browser, address: str) -> str:
    response = browser.get(address)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def row_of(browser: Browser, talk: str) -> str:
    """The conversation's row in the list."""
    return next(row for row in read(browser, "/conversations").split("<li") if f"{talk}#last" in row)


def test_who_answers_while_the_contact_person_is_away_gets_a_conversation(
    client: Client, cast: Cast, talk: str
) -> None:
    absences.go_away(cast.actor("kari"), cast.now.date(), cast.now.date() + timedelta(days=5))
    answer = client("oksana").submit(f"/logs/{cast.logs['sofia']}/conversations")
    assert path_of(answer) != talk
    assert "<bdi>Lina</bdi> og <bdi>du</bdi>" in read(client("oksana"), path_of(answer))


def test_while_the_contact_person_is_away_the_page_says_so_and_offers_the_deputy(
    client: Client, cast: Cast, talk: str
) -> None:
    conversations.write(cast.actor("kari"), cast.conversations["sofia.oksana"], "Ja.")
    absences.go_away(cast.actor("kari"), cast.today, cast.today + timedelta(days=13))
    browser = client("oksana")
    browser.submit(f"{talk}/messages", text="Hei")
    page = read(browser, talk)
    assert "<bdi>Kari</bdi> svarer innen onsdag 25." in page
    assert "<bdi>Kari</bdi> er borte til og med mandag 23." in page
    assert f'action="/logs/{cast.logs["sofia"]}/conversations"' in page
    assert "Skriv til <bdi>Lina</bdi>" in page
    assert "<textarea" in page
    for other in (read(client("kari"), talk), read(browser, path_of(browser.submit(offered(page))))):
        assert "er borte" not in other
        assert offered(other) == ""


def offered(page: str) -> str:
    """Where the button leads that offers somebody else."""
    found = re.search(r'<form class="push-top" method="post" action="([^"]*)"', page)
    return found[1] if found else ""


def test_a_date_that_was_shown_stands_also_where_the_other_is_away_then(client: Client, cast: Cast, talk: str) -> None:
    absences.go_away(cast.actor("kari"), cast.today, cast.today + timedelta(days=13))
    page = read(client("oksana"), talk)
    assert "Du er lovet svar innen i morgen" in page
    assert "<bdi>Kari</bdi> svarer innen" not in page
    assert "Svar innen i morgen" in read(client("kari"), talk)


@pytest.mark.parametrize("username", ["oksana", "kari"])
def test_an_answer_is_late_from_the_day_after(client: Client, cast: Cast, talk: str, username: str) -> None:
    late = {"oksana": "Svaret skulle kommet", "kari": "Skulle vært besvart"}[username]
    for days, is_late in ((0, False), (1, False), (2, True)):
        with clock.at(cast.now + timedelta(days=days)):
            browser = client(username)
            assert (late in read(browser, talk)) == is_late
            assert (late in row_of(browser, talk)) == is_late
            assert ('data-color="clay"' in row_of(browser, talk)) == (is_late or username == "kari")


@pytest.fixture
def with_lina(client: Client, cast: Cast) -> str:
    """Oksana's conversation with the deputy, who has answered once."""
    absences.go_away(cast.actor("kari"), cast.today, cast.today + timedelta(days=13))
    talk = path_of(client("oksana").submit(f"/logs/{cast.logs['sofia']}/conversations"))
    for minutes, who in enumerate(("oksana", "lina", "oksana")):
        with clock.at(cast.now + timedelta(minutes=minutes)):
            client(who).submit(f"{talk}/messages", text=f"Fra {who}")
    return talk


@pytest.mark.parametrize("leaves", ["another deputy", "the baton passed on"])
def test_a_deputy_of_before_takes_no_messages_with_them(
    client: Client, cast: Cast, with_lina: str, leaves: str
) -> None:
    kari, sofia = cast.actor("kari"), cast.logs["sofia"]
    first = re.findall(r"after=([0-9a-f-]{36})", read(client("oksana"), with_lina))[0]
    if leaves == "another deputy":
        families.name_deputy(kari, sofia, cast.accounts["randi"], cast.units["health"])
    else:
        hand_over(cast, "kari", "sofia", "per.aas")
    browser = client("oksana")
    for address in ("/", "/notices", f"/logs/{sofia}", f"/logs/{sofia}/seen", "/conversations", "/more"):
        read(browser, address)
    assert "Lina Moe" in row_of(browser, with_lina)
    for address in (with_lina, f"{with_lina}?before={first}"):
        assert "<bdi>Lina Moe</bdi>" in read(browser, address)
    part = browser.get(f"{with_lina}?before={first}", htmx=True).get_data(as_text=True)
    assert "<bdi>Lina Moe</bdi>" in part


@pytest.mark.parametrize("htmx", [False, True])
def test_who_can_read_it_no_more_is_not_promised_and_somebody_else_is_offered(
    client: Client, cast: Cast, with_lina: str, htmx: bool
) -> None:
    browser = client("oksana")
    assert "<bdi>Lina</bdi> svarer innen" in read(browser, with_lina)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    page = read(browser, with_lina)
    assert "<bdi>Lina</bdi> kan ikke lese denne samtalen lenger" in page
    assert "Du får ikke svar på meldingen din her" in page
    assert "Bare du kan lese." in page
    assert "Du får ikke svar på meldingen din her" in row_of(browser, with_lina)
    assert "svarer innen" not in page
    assert "<textarea" not in page
    refused = browser.submit(f"{with_lina}/messages", htmx=htmx, text="Er du der?")
    again = refused.get_data(as_text=True)
    assert refused.status_code == 409
    assert "så meldingen er ikke sendt" in again
    assert "Er du der?" in again
    for each in (page, again):
        assert "Skriv til <bdi>Kari</bdi>" in each
        assert path_of(browser.submit(offered(each))) == f"/conversations/{cast.conversations['sofia.oksana']}"


def test_where_nobody_is_left_it_is_said(client: Client, cast: Cast, talk: str) -> None:
    gone = [cast.accounts[who] for who in ("kari", "lina")]
    Employment.update(until=cast.today - timedelta(days=1)).where(Employment.account.in_(gone)).execute()
    browser = client("oksana")
    page = read(browser, talk)
    assert "Akkurat nå er det ingen som kan svare deg her." in page
    assert offered(page) == ""
    refused = browser.submit(f"/logs/{cast.logs['sofia']}/conversations")
    assert refused.status_code == 409
    assert "Akkurat nå er det ingen som kan svare deg her." in refused.get_data(as_text=True)


def test_a_professional_is_not_told_why_nobody_can_write(client: Client, cast: Cast, talk: str) -> None:
    Guardian.update(until=cast.today - timedelta(days=1)).where(Guardian.account == cast.accounts["oksana"]).execute()
    page = read(client("kari"), talk)
    assert "Denne samtalen kan leses, men ingen kan skrive mer i den." in page
    assert "kan ikke lese" not in page
    assert "<textarea" not in page


def test_a_conversation_that_was_only_begun_is_not_new(client: Client, cast: Cast) -> None:
    begun = path_of(client("per.haugen").submit(f"/logs/{cast.logs['lise']}/conversations"))
    assert "is-new" not in row_of(client("per.aas"), begun)


def test_somebody_with_nobody_to_write_to_is_not_told_to_wait_for_a_message(client: Client) -> None:
    page = read(client("erik"), "/conversations")
    assert "Du har ingen å skrive til her nå." in page
    assert "Når en familie skriver til deg" not in page
