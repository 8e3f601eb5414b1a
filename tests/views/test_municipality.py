"""The administrator's pages: units, staff, ages, the promise, the register."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp import clock, crypto, i18n
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import accounts, administration, changes, conversations, staff
from parentapp.domain.newcomers import Newcomer
from parentapp.enums import Relation, ServiceKind
from parentapp.errors import Conflict
from parentapp.i18n import catalogue
from parentapp.models import Account, AgePolicy, AuditLine, Conversation, Employment, Municipality, Qualification, Unit
from tests.access.asking import employments
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.views.test_municipality_and_logs import every_page, read

Client = Callable[[str | None], Browser]
HOME = "/municipality"
ROW = {"service": "school", "valid_from": "2026-04-01", "heard": "6", "co_signs": "12", "alone": "16"}
EVA = {"who": "new", "name": "Eva Lund", "locale": "nb", "title": "lege", "since": "2026-03-10"}
TOLK = {"who": "new", "name": "Eva Lund", "locale": "nb", "role": "interpreter", "works_in": "pl"}
TOLK |= {"level": "statsautorisert tolk", "agency": "Fjordvik tolketjeneste"}


def test_the_first_page_shows_units_ages_languages_and_the_promise(client: Client) -> None:
    page = read(client("mona"), HOME)
    for said in ("Fjordvik helsestasjon", "4 jobber der i dag", "svar innen 2 arbeidsdager", "Українська"):
        assert said in page, said
    assert "Sørdal skole" not in page
    assert "Ingen rad" not in page


def test_a_gap_in_the_ages_is_shown(client: Client) -> None:
    AgePolicy.delete().where(AgePolicy.service == ServiceKind.NAV).execute()
    assert "Ingen rad: strengeste lesning gjelder" in read(client("mona"), HOME)


def test_whoever_left_is_not_counted(client: Client, cast: Cast) -> None:
    staff.end(cast.actor("mona"), employments(cast)["randi"])
    page = read(client("mona"), HOME)
    assert "3 jobber der i dag" in page
    assert "De som har sluttet" in read(client("mona"), f"{HOME}/units/{cast.units['health']}")


def test_the_promise_is_for_new_messages_and_a_date_once_shown_stands(client: Client, cast: Cast) -> None:
    before = {row.id: row.answer_by for row in Conversation.select()}
    assert path_of(client("mona").submit(f"{HOME}/promise", days="5")) == HOME
    assert {row.id: row.answer_by for row in Conversation.select()} == before
    assert "svar innen 5 arbeidsdager" in read(client("mona"), HOME)
    started = conversations.start(cast.actor("samir"), cast.logs["adam"])
    conversations.write(cast.actor("samir"), started, "Kan vi snakke?")
    assert Conversation.get_by_id(started).answer_by == date(2026, 3, 17)


@pytest.mark.parametrize("days", ["0", "11", "-1", "to", "", "2.5", "٢", "999999999999999999999"])
def test_a_promise_that_is_no_number_from_one_to_ten_is_refused_and_shown_again(client: Client, days: str) -> None:
    response = client("mona").submit(f"{HOME}/promise", days=days)
    assert response.status_code == 422
    assert "Skriv et tall fra 1 til 10." in response.get_data(as_text=True)
    assert Municipality.get(Municipality.name == "Fjordvik").reply_days == 2


def test_a_unit_is_added_and_renamed_and_what_it_does_stays(client: Client, cast: Cast) -> None:
    mona = client("mona")
    assert path_of(mona.submit(f"{HOME}/units/new", name="Fjordvik ungdomsskole", service="school")) == HOME
    unit = Unit.get(Unit.name == "Fjordvik ungdomsskole")
    assert unit.municipality_id == cast.municipalities["fjordvik"]
    assert path_of(mona.submit(f"{HOME}/units/{unit.id}/name", name="Fjordvik skole øst")) == f"{HOME}/units/{unit.id}"
    assert (Unit.get_by_id(unit.id).name, Unit.get_by_id(unit.id).service) == ("Fjordvik skole øst", ServiceKind.SCHOOL)
    for wrong in ({"name": " "}, {"name": "x" * 101}, {"service": "open"}, {"service": "x"}):
        sent = {"name": "Skole", "service": "school"} | wrong
        assert mona.submit(f"{HOME}/units/new", **sent).status_code == 422, wrong


def test_somebody_new_gets_a_login_that_is_shown_once_and_sees_no_log(client: Client, cast: Cast) -> None:
    where, key = f"{HOME}/units/{cast.units['health']}/staff", str(crypto.new_id())
    mona = client("mona")
    response = mona.submit(where, press=key, **EVA)
    page = response.get_data(as_text=True)
    username, password = re.findall(r'<bdi lang=""[^>]*>([^<]+)</bdi>', page)
    assert response.headers["Cache-Control"] == "no-store"
    assert re.fullmatch(r"eva\.\d{4}", username)
    assert len(password) == 19
    assert path_of(mona.submit(where, press=key, **EVA)) == f"{HOME}/units/{cast.units['health']}"
    secret = accounts.log_in(username, password, "here")
    session = accounts.recognise(secret or "")
    assert session is not None
    assert session.works
    with transaction():
        assert look(session.actor).ties == {}
    assert all(password not in read(mona, page) for page in every_page(cast))
    row = Account.get_by_id(session.actor.account_id)
    assert b"Eva" not in bytes(row.name_sealed)
    assert row.municipality_id == cast.municipalities["fjordvik"]


@pytest.mark.parametrize(
    ("name", "username"),
    [
        ("Åse Ørjansen", r"ase\.\d{4}"),
        ("Світлана", r"person\.\d{4}"),
        ("Øystein", r"oystein\.\d{4}"),
        ("7", r"person\.\d{4}"),
    ],
)
def test_user_names_are_plain_letters_and_a_number(cast: Cast, name: str, username: str) -> None:
    _, login = staff.employ(cast.actor("mona"), cast.units["health"], Newcomer(name, "nb"), "lege", cast.today)
    assert login is not None
    assert re.fullmatch(username, login.username)


def test_somebody_known_begins_in_another_unit_and_not_twice(client: Client, cast: Cast) -> None:
    mona, randi = client("mona"), str(cast.accounts["randi"])
    sent = {"who": randi, "title": "fysioterapeut", "since": "2026-04-01", "leads": "y"}
    where = f"{HOME}/units/{cast.units['ppt']}/staff"
    assert "Randi Holm" in read(mona, where)
    assert path_of(mona.submit(where, **sent)) == f"{HOME}/units/{cast.units['ppt']}"
    assert mona.submit(where, **sent).status_code == 409
    row = Employment.get((Employment.unit == cast.units["ppt"]) & (Employment.account == cast.accounts["randi"]))
    assert (row.since, row.leads) == (date(2026, 4, 1), True)


def test_a_family_is_not_among_those_to_choose(client: Client, cast: Cast) -> None:
    where = f"{HOME}/units/{cast.units['ppt']}/staff"
    page = read(client("mona"), where)
    for person in ("oksana", "helga", "amina", "mona", "ivar"):
        assert str(cast.accounts[person]) not in page
    sent = {"title": "lege", "since": "2026-03-10"}
    answers = [client("mona").submit(where, who=str(who), **sent) for who in (cast.accounts["oksana"], crypto.new_id())]
    assert [each.status_code for each in answers] == [404, 404]


def test_she_is_told_that_she_cannot_employ_herself(client: Client, cast: Cast) -> None:
    me = str(cast.accounts["mona"])
    response = client("mona").submit(
        f"{HOME}/units/{cast.units['health']}/staff", who=me, title="lege", since="2026-03-10"
    )
    assert response.status_code == 409
    assert "Du kan ikke gi deg selv tilgang." in response.get_data(as_text=True)


@pytest.mark.parametrize(
    "wrong",
    [{"who": "x"}, {"who": ""}, {"name": " "}, {"name": "x" * 101}, {"locale": "xx"}, {"title": ""}, {"since": "x"},
     {"title": "x" * 61}],
)  # fmt: skip
def test_a_person_who_is_not_told_in_full_is_refused_and_what_was_typed_stands(
    client: Client, cast: Cast, wrong: dict[str, str]
) -> None:
    before = Account.select().count()
    response = client("mona").submit(f"{HOME}/units/{cast.units['health']}/staff", **EVA | wrong)
    assert response.status_code == 422
    assert ("Eva Lund" in response.get_data(as_text=True)) == ("name" not in wrong)
    assert Account.select().count() == before


def test_who_stops_at_once_sees_nothing_on_the_next_request(client: Client, cast: Cast) -> None:
    per, where = client("per.aas"), f"/logs/{cast.logs['lise']}"
    assert per.get(where).status_code == 200
    work = employments(cast)["per.aas"]
    answer = client("mona").submit(f"{HOME}/staff/{work}/end", when="now")
    assert path_of(answer) == f"{HOME}/staff/{work}"
    assert per.get(where).status_code == 404
    assert client("mona").submit(f"{HOME}/staff/{work}/end", when="now").status_code == 409


def test_a_last_day_is_the_last_day(client: Client, cast: Cast) -> None:
    per, where, work = client("per.aas"), f"/logs/{cast.logs['lise']}", employments(cast)["per.aas"]
    client("mona").submit(f"{HOME}/staff/{work}/end", when="day", last_day="2026-03-12")
    assert per.get(where).status_code == 200
    with clock.at(cast.now + timedelta(days=3)):
        assert client("per.aas").get(where).status_code == 404
    for wrong in ({"when": "day"}, {"when": "day", "last_day": "x"}, {"when": "x"}, {}):
        assert client("mona").submit(f"{HOME}/staff/{work}/end", **wrong).status_code == 422
    assert client("mona").submit(f"{HOME}/staff/{work}/end", when="day", last_day="2026-03-09").status_code == 409


def test_a_leader_is_named_and_is_one_no_longer(client: Client, cast: Cast) -> None:
    mona, work = client("mona"), employments(cast)["lina"]
    assert "leads" in mona.submit(f"{HOME}/staff/{work}/lead", leads="yes").headers["Location"]
    assert Employment.get_by_id(work).leads
    mona.submit(f"{HOME}/staff/{work}/lead", leads="no")
    assert not Employment.get_by_id(work).leads
    assert mona.submit(f"{HOME}/staff/{work}/lead", leads="perhaps").status_code == 422


def test_a_row_of_ages_is_read_in_plain_words_before_it_is_stored(client: Client, cast: Cast) -> None:
    mona, before = client("mona"), AgePolicy.select().count()
    page = mona.submit(f"{HOME}/ages", **ROW).get_data(as_text=True)
    assert "En jurist i kommunen må ha bekreftet dem før du lagrer." in page
    assert "12 år" in page
    assert AgePolicy.select().count() == before
    assert path_of(mona.submit(f"{HOME}/ages", read="y", **ROW)) == HOME
    assert AgePolicy.select().count() == before + 1
    assert "Rader som kommer" in read(mona, HOME)


def test_one_row_a_day_and_from_tomorrow_at_the_earliest(client: Client) -> None:
    mona = client("mona")
    mona.submit(f"{HOME}/ages", read="y", **ROW)
    again = mona.submit(f"{HOME}/ages", **ROW)
    assert again.status_code == 409
    assert "Det finnes alt en rad for denne tjenesten fra den dagen." in again.get_data(as_text=True)
    for day, status in (("2026-03-09", 409), ("2026-03-10", 409), ("2026-03-11", 303)):
        assert mona.submit(f"{HOME}/ages", read="y", **ROW | {"valid_from": day}).status_code == status


@pytest.mark.parametrize(
    "wrong",
    [{"heard": "13"}, {"heard": "8"}, {"alone": "11"}, {"alone": "19"}, {"heard": "-1"}, {"co_signs": "x"},
     {"service": "x"}, {"valid_from": ""}, {"heard": ""}],
)  # fmt: skip
def test_ages_that_do_not_follow_on_each_other_are_refused(client: Client, wrong: dict[str, str]) -> None:
    before = AgePolicy.select().count()
    assert client("mona").submit(f"{HOME}/ages", read="y", **ROW | wrong).status_code == 422
    assert AgePolicy.select().count() == before


def test_an_interpreter_is_registered_once_for_a_language(client: Client, cast: Cast) -> None:
    mona = client("mona")
    assert "Halyna Koval" in read(mona, f"{HOME}/interpreters")
    assert "Eva Lund" in mona.submit(f"{HOME}/interpreters", **TOLK).get_data(as_text=True)
    row = Qualification.get(Qualification.locale == "pl")
    assert (row.role, row.level) == (Relation.INTERPRETER, "statsautorisert tolk")
    known = TOLK | {"who": str(row.account_id)}
    assert mona.submit(f"{HOME}/interpreters", **known).status_code == 409
    assert mona.submit(f"{HOME}/interpreters", **known | {"works_in": "lt"}).status_code == 303
    for wrong in ({"role": "guest"}, {"works_in": "nb"}, {"works_in": "xx"}, {"level": ""}, {"agency": "x" * 61}):
        assert mona.submit(f"{HOME}/interpreters", **TOLK | wrong).status_code == 422, wrong


def test_each_change_is_told_with_who_and_when(client: Client, cast: Cast) -> None:
    mona, work = client("mona"), employments(cast)["lina"]
    mona.submit(f"{HOME}/promise", days="3")
    mona.submit(f"{HOME}/units/new", name="Fjordvik ungdomsskole", service="school")
    mona.submit(f"{HOME}/units/{cast.units['health']}/name", name="Fjordvik helsehus")
    mona.submit(f"{HOME}/units/{cast.units['health']}/staff", **EVA)
    mona.submit(f"{HOME}/staff/{work}/lead", leads="yes")
    mona.submit(f"{HOME}/staff/{work}/lead", leads="no")
    mona.submit(f"{HOME}/staff/{work}/end", when="now")
    mona.submit(f"{HOME}/ages", read="y", **ROW)
    mona.submit(f"{HOME}/interpreters", **TOLK)
    told = changes.changes(cast.actor("mona"))
    assert len(told) == AuditLine.select().where(AuditLine.log.is_null()).count() == 11
    assert {each.who for each in told} == {"Mona Sund"}
    page = read(mona, f"{HOME}/changes")
    for said in ("Fjordvik ungdomsskole", "Fjordvik helsehus", "Lina Moe", "Eva Lund", "fra <bdi>01.04.2026"):
        assert said in page, said


def test_how_far_a_language_is(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = catalogue.Catalogue("nn", True, frozenset(i18n.GROUPS), {str(n): "x" for n in range(200)})
    half = catalogue.Catalogue("pl", False, frozenset({"consent"}), {str(n): "x" for n in range(199)})
    books = {"nn": whole, "pl": half}
    monkeypatch.setattr(catalogue, "catalogue", lambda code: books.get(code, catalogue.Catalogue(code)))
    found = {each.language.code: each for each in i18n.states([i18n.LANGUAGES["nn"]])}
    assert (found["nn"].percent, found["nn"].read, found["nn"].offered) == (100, i18n.GROUPS, True)
    assert (found["pl"].percent, found["pl"].read, found["pl"].offered) == (99, ("consent",), False)
    assert found["ti"].percent == 0


def test_two_at_once_do_not_both_begin_the_same_work(cast: Cast) -> None:
    mona, randi = cast.actor("mona"), cast.accounts["randi"]
    staff.employ(mona, cast.units["ppt"], randi, "fysioterapeut", cast.today)
    with pytest.raises(Conflict):
        staff.employ(mona, cast.units["ppt"], randi, "fysioterapeut", cast.today)


def test_a_name_she_wrote_is_shown_as_it_was_written(client: Client, cast: Cast) -> None:
    unit: UUID = administration.add_unit(cast.actor("mona"), "<b>Skole</b>", ServiceKind.SCHOOL)
    assert "&lt;b&gt;Skole" in read(client("mona"), f"{HOME}/units/{unit}")
