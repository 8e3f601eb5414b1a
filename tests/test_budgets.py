"""The budgets that are counts and bytes: what a page asks the database, and what goes over the wire."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access.sight import look
from parentapp.bench import town, weighing
from parentapp.bench.town import Town
from parentapp.bench.visiting import Visitor
from parentapp.db import transaction
from parentapp.demo.people import EVERYBODY
from parentapp.domain import log, lysglimt, private
from parentapp.models import LoginSession
from tests import cast as casting
from tests.browsing import Browser
from tests.cast import Cast
from tests.counting import MOST_QUESTIONS, questions
from tests.databases import KINDS
from tests.proofs.apps import bare_app
from tests.proofs.worlds import TABLES, Things, addresses

LONG_AGO = timedelta(minutes=2)  # since the session was last used, so that this is written down too
HEAVIEST_PAGE = 7_000
PEOPLE = ("oksana", "kari", "erik", "amina", "yusuf")  # who have the most
OTHERS = sorted(set(EVERYBODY) - set(PEOPLE))
SHORT = [kind if kind == "sqlite" else pytest.param(kind, marks=pytest.mark.proofs) for kind in KINDS]

Address = tuple[str, bool]  # and whether htmx asks for it


def everything(cast: Cast, person: str) -> list[Address]:
    """Each address that can be got, by the app's own routes, for all logs the person may know of, or a stranger's."""
    with transaction():
        known = {log.id for log in look(cast.actor(person)).logs()}
    names = [name for name, log_id in cast.logs.items() if log_id in known] or ["sofia"]
    there = Things(frozenset(row[0] for table in TABLES for row in table.select(table.id).tuples()), frozenset())
    return list(dict.fromkeys(each for name in names for each in addresses(bare_app(), cast, name, there)))


def asked_for(cast: Cast, person: str, wanted: list[Address]) -> Iterator[tuple[str, list[str]]]:
    """What each answer with content asked the database: the session's own two questions with it."""
    browser = Browser(bare_app(), cast.accounts[person])
    for address, part in wanted:
        LoginSession.update(used_at=cast.now - LONG_AGO).execute()
        with questions() as asked:
            response = browser.client.get(address, headers={"HX-Request": "true"} if part else {})
        if response.status_code == 200:
            yield f"{person} {address}{' (part)' if part else ''}", asked


@pytest.mark.parametrize("person", [*PEOPLE, *(pytest.param(one, marks=pytest.mark.proofs) for one in OTHERS)])
@pytest.mark.parametrize("kind", SHORT)
def test_no_page_asks_more_than_ten_questions(kind: str, person: str) -> None:
    """Each page of each log they may know of. The matrix counts too: one page of each sort, for everybody."""
    with casting.assembled(kind) as cast:
        pages = list(asked_for(cast, person, everything(cast, person)))
    assert len(pages) > 10
    too_many = {page: "\n".join(asked) for page, asked in pages if len(asked) > MOST_QUESTIONS}
    assert not too_many


@pytest.mark.parametrize("kind", SHORT)
def test_a_page_asks_no_more_where_there_is_more(kind: str) -> None:
    with casting.assembled(kind) as cast:
        read_around(cast)
        wanted = {person: everything(cast, person) for person in PEOPLE}
        counted(cast, {person: talks_of(each) for person, each in wanted.items()})
        write_much(cast, 5)
        few = counted(cast, wanted)
        write_much(cast, 60)
        many = counted(cast, wanted)
    assert len(few) > 100
    assert {page: (few[page], many[page]) for page in few if few[page] != many[page]} == {}


@pytest.mark.parametrize("kind", SHORT)
def test_a_page_asks_no_more_where_there_are_more_logs(kind: str) -> None:
    """Oksana is guardian and Kari holder of sixty more, each with entries, news and a conversation of theirs."""
    with casting.assembled(kind) as cast:
        town.widen(cast, 2)
        wanted = {person: everything(cast, person) for person in ("oksana", "kari")}
        counted(cast, {person: talks_of(each) for person, each in wanted.items()})
        few = counted(cast, wanted)
        town.widen(cast, 60)
        with transaction():
            assert all(len(look(cast.actor(person)).logs()) > 60 for person in wanted)
        many = counted(cast, wanted)
    assert len(few) > 50
    assert {page: (few[page], many[page]) for page in few if many[page] > few[page]} == {}


def counted(cast: Cast, wanted: dict[str, list[Address]]) -> dict[str, int]:
    return {page: len(asked) for person in wanted for page, asked in asked_for(cast, person, wanted[person])}


def talks_of(wanted: list[Address]) -> list[Address]:
    """What is marked as read the first time it is got."""
    return [each for each in wanted if each[0].startswith("/conversations/")]


def read_around(cast: Cast) -> None:
    """So that there are lines of who has read, also such as not everybody may see."""
    for person in ("kari", "per.aas", "erik", "amina"):
        for _ in asked_for(cast, person, [(f"/logs/{cast.logs['sofia']}", False), ("/conversations", False)]):
            pass


def write_much(cast: Cast, count: int) -> None:
    """In Sofia's log, and in Amina's what she keeps from her father, with hearts that he must not hear of."""
    town.fill(cast, count)
    for number in range(count):
        with clock.at(cast.now - timedelta(minutes=count - number)):
            note = log.add_note(cast.actor("kari"), cast.logs["amina"], f"Notat {number}.")
            glimpse = lysglimt.post(cast.actor("amina"), cast.logs["amina"], f"Lysglimt {number}.")
            private.choose(cast.actor("amina"), note, [cast.accounts["yusuf"]])
            private.choose(cast.actor("amina"), glimpse, [cast.accounts["yusuf"]])
            lysglimt.heart(cast.actor("kari"), glimpse, on=True)


@pytest.fixture
def full() -> Iterator[Town]:
    """The cast with as much in Sofia's log as fits on a page."""
    with casting.assembled("sqlite") as cast:
        town.fill(cast, 60)
        yield Town(bare_app(), cast)


def test_what_goes_over_the_wire(full: Town) -> None:
    """The first load of Hjem, scripts, styles, the page that comes next time, and a part."""
    found = weighing.weights(full, "oksana")
    assert {figure.number for figure in found} == {11, 12, 13}
    assert [figure for figure in found if figure.value > figure.gate] == []


def test_a_first_load_counts_all_that_a_browser_fetches(full: Town) -> None:
    visitor = Visitor(full.app, "oksana")
    home, page = weighing.first_load(visitor, "/"), weighing.first_load(visitor, f"/logs/{full.stage.logs['sofia']}")
    kinds = {name.rpartition(".")[2] for name in home}
    assert {"/", "css", "js", "svg"} == kinds
    assert set(page) - set(home) == {f"/logs/{full.stage.logs['sofia']}", visitor.asset("htmx.js")}
    assert all(weight > 100 for weight in home.values())


def test_what_the_phone_keeps_is_counted_too(full: Town) -> None:
    visitor = Visitor(full.app, "oksana")
    home = weighing.first_load(visitor, "/")
    kept = weighing.kept_on_phone(visitor, "/", home)
    assert not set(kept) & set(home)
    assert {"/manifest.webmanifest", "/service-worker.js"} < set(kept)
    assert {name.rpartition("/")[0] for name in kept if name.endswith(")")} == {"/offline", "/help-now"}


@pytest.mark.parametrize("person", ["oksana", "kari", "amina"])
def test_no_page_is_heavy(full: Town, person: str) -> None:
    visitor, stage = Visitor(full.app, person), full.stage
    assert isinstance(stage, Cast)
    asked = [address for address, part in everything(stage, person) if not part]
    files = ("/picture", "/receipt", "/paper", "/files/", "/archive/", "/my-data/")
    pages = [address for address in asked if not any(file in address for file in files)]
    weights = {address: visitor.get(address)().weight for address in pages}
    assert {address: weight for address, weight in weights.items() if weight > HEAVIEST_PAGE} == {}


def test_a_browser_that_unpacks_nothing_is_answered_plainly(full: Town) -> None:
    """The control: without compression the same page is over the budget, so it is really weighed packed."""
    visitor = Visitor(full.app, "oksana")
    log_page = f"/logs/{full.stage.logs['sofia']}"
    assert visitor.plain().get(log_page)().weight > 3 * visitor.get(log_page)().weight
