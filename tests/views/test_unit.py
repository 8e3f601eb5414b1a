"""«Enheten min», and the bar at the bottom for those who are in no log."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import contact_requests, municipality
from parentapp.models import Account, Employment, SeenLine, Subject
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]
BAR = re.compile(r'<nav class="tabs".*?</nav>', re.DOTALL)


def tabs(client: Client, person: str, where: str = "/more") -> list[str]:
    """Where each of them leads."""
    bar = BAR.search(client(person).get(where).get_data(as_text=True))
    assert bar is not None
    return re.findall(r'<a [^>]*?href="([^"]*)"', bar[0])


WHOLE = ["/", "/logs", "/lysglimt", "/conversations", "/more"]


@pytest.mark.parametrize("person", ["oksana", "amina", "marta", "silje", "kari", "lina", "per.aas", "tor"])
def test_who_is_in_a_log_has_all_of_it(client: Client, person: str) -> None:
    assert tabs(client, person) == WHOLE


def test_who_is_of_the_network_has_nobody_to_write_to(client: Client) -> None:
    assert tabs(client, "erik") == [each for each in WHOLE if each != "/conversations"]


@pytest.mark.parametrize("person", ["anne.strand", "helga"])
def test_who_is_of_no_log_and_helps_in_none_has_no_dead_ends(client: Client, person: str) -> None:
    assert tabs(client, person) == ["/", "/more"]


@pytest.mark.parametrize("person", ["randi", "bjorn", "ingrid"])
def test_a_helper_has_all_of_it_and_reads_what_will_come(client: Client, person: str) -> None:
    """Before the first yes as after the last one: so the bar never tells what a family has answered."""
    assert tabs(client, person) == WHOLE
    said = {
        "/logs": "Når noen legger deg til i en logg, finner du den her.",
        "/lysglimt": "Når du er med rundt et barn, kan du dele små gode øyeblikk her.",
        "/conversations": "Når en familie skriver til deg, kommer det hit.",
    }
    for where, words in said.items():
        assert words in client(person).get(where).get_data(as_text=True)


def test_an_administrator_has_the_municipality(client: Client) -> None:
    assert tabs(client, "mona") == ["/municipality", "/more"]


def test_an_interpreter_has_the_own_work(client: Client) -> None:
    assert tabs(client, "halyna") == ["/assignments", "/more"]


def test_what_a_leader_reads_makes_nobody_part_of_a_log(client: Client, cast: Cast) -> None:
    client("anne.strand").get("/unit/contact-requests")
    assert SeenLine.select().where(SeenLine.account == cast.accounts["anne.strand"]).exists()
    assert tabs(client, "anne.strand") == ["/", "/more"]


def test_a_leader_begins_at_the_unit(client: Client) -> None:
    assert client("anne.strand").get("/").headers["Location"] == "/unit"
    assert 'aria-current="page"' in client("anne.strand").get("/unit").get_data(as_text=True)


def test_a_leader_who_holds_a_baton_begins_at_the_desk_and_finds_the_unit_in_the_menu(
    client: Client, cast: Cast
) -> None:
    Employment.update(leads=True).where(Employment.account == cast.accounts["kari"]).execute()
    assert client("kari").get("/").headers["Location"] == "/desk"
    assert tabs(client, "kari") == WHOLE
    assert 'href="/unit"' in client("kari").get("/more").get_data(as_text=True)
    assert client("kari").get("/unit").status_code == 200
    assert 'href="/unit"' not in client("lina").get("/more").get_data(as_text=True)


def test_the_page_holds_numbers_and_no_names(client: Client, cast: Cast) -> None:
    with clock.at(cast.now + timedelta(days=20)):
        contact_requests.ask(cast.actor("oksana"), cast.logs["sofia"])
        shown = client("anne.strand").get("/unit").get_data(as_text=True)
    for words in ("4 logger i alt", "2 har bedt om en annen kontaktperson", "Har ventet", "venter på svar"):
        assert words in shown
    main = shown[shown.index("<main") :]
    people = {row.name for row in Account.select()} | {row.name for row in Subject.select()}
    assert {part for name in people for part in name.split() if part in main} == set()
    ids = [str(each) for known in (cast.logs, cast.conversations, cast.accounts) for each in known.values()]
    assert not [each for each in ids if each in shown]


def test_it_leaves_no_line(client: Client, cast: Cast) -> None:
    before = SeenLine.select().count()
    client("anne.strand").get("/unit")
    assert SeenLine.select().count() == before


def test_a_unit_without_logs_says_nothing_of_them(client: Client, cast: Cast) -> None:
    bup, since = cast.units["bup"], cast.now.date()
    municipality.employ(SystemActor("proof", cast.now), cast.accounts["randi"], bup, "leder", since, leads=True)
    shown = client("randi").get("/unit").get_data(as_text=True)
    assert "0 logger i alt" in shown
    assert "Alle logger har" not in shown
