"""The interpreter of one meeting, as pages: asked, declared, approved, read, ended; and nothing afterwards."""

import re
from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import conversations, interpreters, log, meetings, municipality
from parentapp.enums import Relation, SessionKind
from parentapp.models import Account, AssignmentAnswer, InterpreterAssignment, LoginSession, Meeting, Notice
from tests.browsing import Browser, path_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]


def text_of(response: object) -> str:
    page = response.get_data(as_text=True)  # type: ignore[attr-defined]  # any answer
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))


def work(cast: Cast, more: str = "", name: str = "sofia.halyna") -> str:
    return f"/interpreting/{cast.assignments[name]}{more}"


def theirs(cast: Cast, more: str = "", name: str = "sofia.halyna") -> str:
    return f"/interpreters/{cast.assignments[name]}{more}"


def ends(cast: Cast) -> clock.datetime:
    found: clock.datetime = Meeting.get_by_id(cast.meetings["sofia.meeting"]).ends
    return found


@pytest.fixture
def later(cast: Cast) -> UUID:
    """A meeting that no interpreter is asked to."""
    starts, kari = cast.now + timedelta(days=14), cast.actor("kari")
    called = meetings.call(kari, cast.logs["sofia"], "Hvordan gikk det?", starts, starts + timedelta(hours=1))
    cast.meetings["sofia.later"] = called
    return called


def test_from_the_meetings_page_to_what_the_interpreter_reads(client: Client, cast: Cast, later: UUID) -> None:
    kari, oksana, halyna = client("kari"), client("oksana"), client("halyna")
    assert f"/meetings/{later}/interpreters" in kari.get(f"/meetings/{later}").get_data(as_text=True)
    who = f"{cast.accounts['oksana']}.{cast.accounts['halyna']}"
    asked = kari.submit(f"/meetings/{later}/interpreters", who=who)
    assert "Tolken og familien har fått beskjed." in text_of(kari.follow(asked))
    cast.assignments["later"] = InterpreterAssignment.get(InterpreterAssignment.meeting == later).id
    page = text_of(oksana.get(theirs(cast, name="later")))
    for said in (
        "Halyna Koval",
        "statsautorisert tolk",
        "Fjordvik tolketjeneste",
        "Venter på svar fra deg",
        "skjermen",
    ):
        assert said in page
    first = text_of(halyna.get(work(cast, name="later")))
    assert all(said in first for said in ("Sofia", "Oksana Bondarenko", "Kari Nilsen"))
    assert "Hvordan gikk det?" not in first
    assert halyna.submit(work(cast, "/declare", "later"), answer="clear").status_code == 303
    assert "Vi venter på svar fra familien." in text_of(halyna.get(work(cast, name="later")))
    assert "Du har sagt ja" in text_of(oksana.follow(oksana.submit(theirs(cast, "/answer", "later"), answer="yes")))
    assert "Du er tidlig ute. Oppdraget åpner søndag 22. mars" in text_of(halyna.get(work(cast, name="later")))


def test_what_is_read_and_what_never_is(client: Client, cast: Cast) -> None:
    sofia = cast.logs["sofia"]
    log.add_note(cast.actor("kari"), sofia, "Sofia tar ny medisin.", health=True)
    conversations.write(cast.actor("oksana"), cast.conversations["sofia.oksana"], "Kan du ringe?")
    halyna = client("halyna")
    page = halyna.get(work(cast)).get_data(as_text=True) + halyna.get(work(cast, "/summary")).get_data(as_text=True)
    for said in ("Gym og venner", "Гандбол", "Sofia har minst én", "Emma og Sofia går sammen", "bekymringsmelding"):
        assert said in page
    for never in ("medisin", "Kan du ringe", "tel:", "000 00", "Sofia sovner", "data-print", "vafler"):
        assert never not in page
    assert 'class="section no-print"' in page
    assert "Dette kan ikke skrives ut." in page


def test_both_languages_stand_side_by_side(client: Client, cast: Cast) -> None:
    """Arabic is offered in tests: Halyna interprets for Yusuf."""
    Account.update(locale="ar").where(Account.id == cast.accounts["yusuf"]).execute()
    actor = SystemActor("test", clock.now())
    municipality.qualify(actor, cast.accounts["halyna"], Relation.INTERPRETER, "ar", "godkjent tolk", "Tolk Vest")
    people = cast.accounts["halyna"], cast.accounts["yusuf"]
    cast.assignments["amina"] = asked = interpreters.ask(cast.actor("kari"), cast.meetings["amina.meeting"], *people)
    interpreters.declare(cast.actor("halyna"), asked, clear=True)
    for person in ("amina", "fadumo", "yusuf"):
        interpreters.answer(cast.actor(person), asked, yes=True)
    with clock.at(Meeting.get_by_id(cast.meetings["amina.meeting"]).starts):
        page = client("halyna").get(work(cast, "/summary", "amina")).get_data(as_text=True)
    assert page.index('lang="nb" dir="ltr" data-summary') < page.index('lang="ar" dir="rtl" data-summary')
    assert 'class="sides no-print"' in page


def test_after_the_end_nothing_is_left_in_an_open_tab(client: Client, cast: Cast) -> None:
    over = ends(cast) + timedelta(hours=2)
    with clock.at(over - timedelta(minutes=5)):
        halyna = client("halyna")
        assert halyna.get(work(cast)).status_code == 200
    for when, extended in ((over, False), (over + timedelta(hours=1), True)):
        if extended:
            with clock.at(over - timedelta(minutes=1)):
                assert client("kari").submit(theirs(cast, "/extend")).status_code == 303
                assert client("kari").submit(theirs(cast, "/extend")).status_code == 409
        with clock.at(when):
            late = client("halyna")
            for address in (work(cast), work(cast, "/summary")):
                assert late.get(address).status_code == 404
            assert late.submit(work(cast, "/declare"), answer="conflict").status_code == 404
            assert client("oksana").submit(theirs(cast, "/answer"), answer="no").status_code == 409
    assert InterpreterAssignment.get().conflict_at is None


def test_an_interpreters_session_ends_with_the_assignment(client: Client, cast: Cast) -> None:
    halyna = client("halyna")
    assert halyna.get("/assignments").status_code == 200
    with clock.at(cast.now + timedelta(seconds=1)):
        assert client("oksana").submit(theirs(cast, "/answer"), answer="no").status_code == 303
    with clock.at(cast.now + timedelta(seconds=2)):
        assert path_of(halyna.get("/assignments")) == "/login"
        assert client("halyna").get("/assignments").status_code == 200, "the next one is another session"


def test_but_not_with_the_own_word(client: Client, cast: Cast) -> None:
    halyna = client("halyna")
    answer = halyna.submit(work(cast, "/declare"), answer="conflict")
    assert "Takk for at du sa fra." in text_of(halyna.follow(answer))
    assert halyna.get(work(cast)).status_code == 404
    assert "Denne tolken er ikke med lenger" in text_of(client("oksana").get(theirs(cast)))


@pytest.mark.parametrize("said", [{}, {"answer": ""}, {"answer": "kanskje"}, {"answer": "\x00"}])
def test_what_is_no_answer_is_asked_again(client: Client, cast: Cast, said: dict[str, str]) -> None:
    before = AssignmentAnswer.select().count()
    for person, address in (("oksana", theirs(cast, "/answer")), ("halyna", work(cast, "/declare"))):
        answer = client(person).submit(address, **said)
        assert answer.status_code == 422
        assert "Velg et av svarene." in text_of(answer)
    assert AssignmentAnswer.select().count() == before
    assert InterpreterAssignment.get().ended_at is None


@pytest.mark.parametrize("who", ["", "x", "x.y", "{oksana}", "{oksana}.x", "9" * 400])
def test_an_interpreter_that_is_none_is_asked_for_again(client: Client, cast: Cast, later: UUID, who: str) -> None:
    answer = client("kari").submit(f"/meetings/{later}/interpreters", who=who.format(oksana=cast.accounts["oksana"]))
    assert answer.status_code == 422
    assert "Velg en tolk." in text_of(answer)
    assert InterpreterAssignment.select().count() == 1


def test_whoever_cannot_be_asked_is_refused_in_the_same_words(client: Client, cast: Cast, later: UUID) -> None:
    for who in ("daud", "erik", "randi"):
        sent = {"who": f"{cast.accounts['oksana']}.{cast.accounts[who]}"}
        answer = client("kari").submit(f"/meetings/{later}/interpreters", **sent)
        assert answer.status_code == 409
        assert "Denne tolken kan ikke brukes i dette møtet." in text_of(answer)
    assert InterpreterAssignment.select().count() == 1


def test_what_is_waited_for_stands_on_hjem_and_on_the_meeting(client: Client, cast: Cast) -> None:
    AssignmentAnswer.delete().execute()
    for address in ("/", f"/meetings/{cast.meetings['sofia.meeting']}"):
        assert re.search(r"Tolk til møtet +Venter på svar fra deg", text_of(client("oksana").get(address)))
    interpreters.answer(cast.actor("oksana"), cast.assignments["sofia.halyna"], yes=True)
    assert "Venter på svar fra deg" not in text_of(client("oksana").get(f"/meetings/{cast.meetings['sofia.meeting']}"))
    assert "Tolk til møtet" not in text_of(client("per.aas").get(f"/meetings/{cast.meetings['sofia.meeting']}"))
    assert "Tolk til møtet" not in text_of(client("bjorn").get(f"/meetings/{cast.meetings['sofia.meeting']}"))


def test_those_it_concerns_are_told_and_the_family_sees_who_read(client: Client, cast: Cast) -> None:
    assert client("halyna").get(work(cast)).status_code == 200
    page = text_of(client("oksana").get(f"/logs/{cast.logs['sofia']}/seen"))
    assert re.search(r"Halyna Koval +\(tolk\)", page)
    assert "leste i et oppdrag" in page
    Notice.delete().execute()
    meetings.move(cast.actor("kari"), cast.meetings["sofia.meeting"], ends(cast), ends(cast) + timedelta(hours=1))
    assert "Det er noe nytt om et oppdrag." in text_of(client("halyna").get("/notices"))
    interpreters.end(cast.actor("kari"), cast.assignments["sofia.halyna"])
    assert "Det er noe nytt om tolken til møtet." in text_of(client("oksana").get("/notices"))
    assert "Det er noe nytt" not in text_of(client("halyna").get("/notices"))


def test_the_interpreters_own_list_is_where_they_land_and_names_nobody(client: Client, cast: Cast) -> None:
    halyna = client("halyna")
    page = text_of(halyna.follow(halyna.get("/")))
    assert "Torsdag 12. mars 09.00–09.45" in page
    assert "Sofia" not in page
    assert "Oksana" not in page
    session = LoginSession.get(LoginSession.account == cast.accounts["halyna"])
    assert session.kind is SessionKind.INTERPRETER
