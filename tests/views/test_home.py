"""Hjem: the contact person first, then what is next; everybody else is led to where they belong."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from parentapp.clock import at
from parentapp.domain import absences, consents, conversations, families, notices, questions
from parentapp.enums import Answer, Basis, Kind
from parentapp.models import Employment, Guardian
from tests import counting
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.closing import close
from tests.handing import hand_over

Client = Callable[[str | None], Browser]
MOST_QUESTIONS = 10


def home_of(client: Client, username: str) -> str:
    response = client(username).get("/")
    assert response.status_code == 200
    return response.get_data(as_text=True)


def in_order(page: str, *words: str) -> bool:
    """Whether the words stand on the page, one after the other."""
    missing = [each for each in words if each not in page]
    assert not missing, missing
    places = [page.index(each) for each in words]
    return places == sorted(places)


def test_the_contact_person_comes_first_then_the_own_answer_then_the_news(client: Client, cast: Cast) -> None:
    page = home_of(client, "oksana")
    assert in_order(
        page, "Hei, <bdi>Oksana</bdi>", "Din kontaktperson", "Kari Nilsen", "helsesykepleier",
        "Svarer vanligvis innen 2 dager", "Skriv til <bdi>Kari</bdi>", "tel:", "Svaret ditt",
        "Kan <bdi>PPT i Fjordvik</bdi> se noe i loggen?", "Nytt siden sist", "Dette venter vi på", "Noe fint i dag?",
    )  # fmt: skip
    assert f'action="/logs/{cast.logs["sofia"]}/conversations"' in page
    assert f'href="/consents/{cast.requests["sofia.ppt"]}"' in page


def test_while_the_contact_is_away_the_deputy_is_the_one_to_reach(client: Client, cast: Cast) -> None:
    absences.go_away(cast.actor("kari"), date(2026, 3, 9), date(2026, 3, 13))
    page = home_of(client, "oksana")
    assert in_order(
        page,
        "Kari Nilsen",
        "Borte til og med fredag 13.",
        "<bdi>Lina Moe</bdi> svarer så lenge.",
        "Skriv til <bdi>Lina</bdi>",
    )
    assert "Skriv til <bdi>Kari</bdi>" not in page


def test_the_young_person_has_their_own_person_and_no_switcher(client: Client) -> None:
    page = home_of(client, "amina")
    assert "Din person" in page
    assert "Din kontaktperson" not in page
    assert "switcher" not in page


def test_an_answer_is_promised_and_its_delay_is_said(client: Client, cast: Cast) -> None:
    assert "Du får svar senest" in home_of(client, "oksana")
    with at(cast.now + timedelta(days=6)):
        page = home_of(client, "oksana")
    assert "Du skulle ha fått svar på meldingen din." in page
    assert "Du får svar senest" not in page


def test_an_answer_is_late_from_the_day_after(client: Client, cast: Cast) -> None:
    with at(cast.now + timedelta(days=1)):
        assert "Du får svar senest i dag." in home_of(client, "oksana")
    with at(cast.now + timedelta(days=2)):
        assert "Svaret skulle kommet i går." in home_of(client, "oksana")


def test_an_answer_that_can_no_longer_come_is_not_promised(client: Client, cast: Cast) -> None:
    hand_over(cast, "kari", "sofia", "per.aas")
    page = home_of(client, "oksana")
    assert "Du får ikke svar på meldingen din." in page
    assert "Du får svar senest" not in page
    assert "Skriv til <bdi>Per</bdi>" in page


def test_nobody_waits_for_an_answer_in_a_closed_log(client: Client, cast: Cast) -> None:
    assert "Svar på meldingen din." in home_of(client, "oksana")
    close(cast, "sofia")
    page = home_of(client, "oksana")
    assert "Dette venter vi på" not in page
    assert "på meldingen din" not in page


def test_who_works_there_no_more_is_not_the_one_to_write_to(client: Client, cast: Cast) -> None:
    for gone, said in (("kari", "Skriv til <bdi>Lina</bdi>"), ("lina", "ingen som kan svare deg her")):
        left = Employment.update(until=cast.today - timedelta(days=1))
        left.where(Employment.account == cast.accounts[gone]).execute()
        page = home_of(client, "oksana")
        assert said in page
        assert "Borte til og med" not in page
    assert "tel:" not in page
    assert "Skriv til" not in page
    assert "Svarer vanligvis" not in page


def test_a_yes_that_waits_for_others_does_not_say_for_whom(client: Client) -> None:
    page = home_of(client, "amina")
    assert in_order(
        page, "Dette venter vi på", "Du sa ja til <bdi>PPT i Fjordvik</bdi>.", "Ikke alle har sagt ja ennå."
    )


NOT_ALL = "Ikke alle har sagt ja ennå."
RAN_OUT = "Ja-et ditt sluttet å gjelde"


def test_an_own_yes_that_ran_out_waits_for_the_own_answer(client: Client, cast: Cast) -> None:
    """Oksana is alone: nobody else could be waited for. In a log that rests, the log's own yes comes first."""
    with at(cast.now + timedelta(days=300)):
        page = home_of(client, "oksana")
        assert page.count(RAN_OUT) == 1
        assert in_order(page, "Svaret ditt", "Vil dere ha en stafettlogg for <bdi>Sofia</bdi>?", RAN_OUT)
        assert NOT_ALL not in page
        consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.YES)
        page = home_of(client, "oksana")
        assert page.count(RAN_OUT) == 2
        assert in_order(page, "Kan <bdi>Fjordvik helsestasjon</bdi> se noe i loggen?", RAN_OUT)
        assert NOT_ALL not in page


def test_a_yes_runs_through_its_last_day(client: Client, cast: Cast) -> None:
    for days, ran_out in ((92, False), (93, False), (94, True)):  # said 272 days ago, for twelve months
        with at(cast.now + timedelta(days=days)):
            assert (RAN_OUT in home_of(client, "oksana")) == ran_out


def test_another_sees_that_not_all_yeses_run(client: Client, cast: Cast) -> None:
    """Amina's yes to the school runs; her mother's has run out."""
    with at(cast.now + timedelta(days=40)):
        mothers, daughters = home_of(client, "fadumo"), home_of(client, "amina")
    school = "<bdi>Fjordvik skole</bdi>"
    assert in_order(mothers, "Svaret ditt", f"Kan {school} se noe i loggen?", RAN_OUT)
    assert f"Du sa ja til {school}." not in mothers
    assert NOT_ALL in daughters[daughters.index(f"Du sa ja til {school}.") :].partition("</li>")[0]
    assert RAN_OUT not in daughters


def test_who_rests_the_log_is_not_waiting_for_others(client: Client, cast: Cast) -> None:
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.WITHDRAWN)
    page = home_of(client, "oksana")
    assert NOT_ALL not in page
    assert RAN_OUT not in page
    assert "Du sa ja til" not in page


def test_in_a_log_that_rests_no_service_is_waited_for(client: Client, cast: Cast) -> None:
    assert NOT_ALL in home_of(client, "fadumo")
    consents.answer(cast.actor("yusuf"), cast.requests["amina.log"], Answer.WITHDRAWN)
    page = home_of(client, "fadumo")
    assert "Loggen hviler." in page
    assert NOT_ALL not in page


def test_nobody_else_is_waited_for_when_one_is_alone(client: Client, cast: Cast) -> None:
    """Anne never answered, and is no guardian any more: what is missing is a new yes from Per."""
    lise = cast.logs["lise"]
    asked = questions.ask(
        cast.actor("per.aas"), lise, unit=cast.units["bup"], kinds=frozenset({Kind.PLAN}),
        purpose="For å gi råd.", child_view="Greit.",
    )  # fmt: skip
    consents.answer(cast.actor("per.haugen"), asked, Answer.YES)
    assert NOT_ALL in home_of(client, "per.haugen")
    Guardian.update(until=cast.today).where(Guardian.account == cast.accounts["anne.haugen"]).execute()
    with at(cast.now + timedelta(days=1)):
        page = home_of(client, "per.haugen")
    assert NOT_ALL not in page


@pytest.mark.parametrize("heard", [True, False])
def test_what_waits_for_the_child_does_not_wait_for_others(client: Client, cast: Cast, heard: bool) -> None:
    view = "Siri er grei." if heard else None
    asked = questions.ask(
        cast.actor("kari"), cast.logs["sofia"], unit=cast.units["bup"], kinds=frozenset({Kind.PLAN}),
        purpose="For å gi råd.", child_view=view,
    )  # fmt: skip
    consents.answer(cast.actor("oksana"), asked, Answer.YES)
    page = home_of(client, "oksana")
    assert ("Venter på hva <bdi>Sofia</bdi> selv mener" in page) != heard
    assert NOT_ALL not in page


def test_a_yes_to_a_service_waits_for_the_log_alone_where_it_is_not_in_effect(client: Client, cast: Cast) -> None:
    """The log was asked for, and not all have said yes to it: that is told once, of the log."""
    kari, born = cast.actor("kari"), cast.today - timedelta(days=5 * 365)
    made = families.ask_for_log(kari, cast.units["health"], name="Mia", born=born, level=1)
    for who in ("helga", "mona"):
        families.add_guardian(
            kari, made, cast.accounts[who],
            basis=Basis.PARENTAL_RESPONSIBILITY, verified_how="Viste legitimasjon.", since=cast.today,
        )  # fmt: skip
    for unit in (None, cast.units["health"]):
        asked = questions.ask(kari, made, unit=unit, kinds=frozenset({Kind.PLAN}), purpose="For å hjelpe.")
        consents.answer(cast.actor("helga"), asked, Answer.YES)
    page = home_of(client, "helga")
    assert in_order(page, "Du sa ja til loggen.", NOT_ALL)
    assert "Du sa ja til <bdi>" not in page


def test_each_piece_of_news_leads_to_its_place(client: Client, cast: Cast) -> None:
    page = home_of(client, "oksana")
    log, glimpse = cast.logs["sofia"], cast.entries["sofia.lysglimt"]
    assert f'href="/lysglimt?log={log}#e-{glimpse}"' in page
    assert f'href="/conversations/{cast.conversations["sofia.oksana"]}#last"' in page
    assert 'href="/notices"' in page
    assert "<bdi>Erik Solberg</bdi> delte et lysglimt:" in page


def test_a_new_message_puts_a_dot_in_the_menu(client: Client, cast: Cast) -> None:
    notices.news(cast.actor("oksana"))
    assert 'class="dot"' not in home_of(client, "oksana")
    conversations.write(cast.actor("kari"), cast.conversations["sofia.oksana"], "Hei!")
    assert 'class="dot"' in home_of(client, "oksana")


def test_a_network_person_meets_lysglimt_and_no_contact_person(client: Client, cast: Cast) -> None:
    page = home_of(client, "erik")
    assert "hero" not in page
    assert "Svaret ditt" not in page
    assert "skrev et notat" not in page
    assert f'href="/lysglimt?log={cast.logs["sofia"]}#glimpses"' in page
    assert 'href="/conversations"' not in page, "there is nobody whom they could write to"
    assert 'href="/conversations"' in home_of(client, "oksana")


def test_several_children_can_be_chosen_between(client: Client, cast: Cast) -> None:
    families.add_guardian(
        cast.actor("per.aas"), cast.logs["lise"], cast.accounts["oksana"],
        basis=Basis.VERGE, verified_how="Viste papirene.", since=cast.today,
    )  # fmt: skip
    page = home_of(client, "oksana")
    lise, sofia = (f'href="/?log={cast.logs[name]}"' for name in ("lise", "sofia"))
    assert f'{lise} aria-current="true"' in page
    assert sofia in page
    other = client("oksana").get(f"/?log={cast.logs['sofia']}").get_data(as_text=True)
    assert f'{sofia} aria-current="true"' in other
    assert f"/logs/{cast.logs['sofia']}/conversations" in other


def test_a_resting_log_is_calm_and_the_contact_can_still_be_reached(client: Client, cast: Cast) -> None:
    consents.answer(cast.actor("oksana"), cast.requests["sofia.log"], Answer.WITHDRAWN)
    page = home_of(client, "oksana")
    assert "Loggen hviler. Ingen tjenester ser den nå." in page
    assert "Skriv til <bdi>Kari</bdi>" in page


def test_a_closed_log_can_be_read_and_nobody_be_written_to(client: Client, cast: Cast) -> None:
    page = home_of(client, "silje")
    assert "Loggen er avsluttet. Dere kan lese alt." in page
    assert f'href="/logs/{cast.logs["elias"]}"' in page
    assert "Skriv til" not in page
    assert "Del et lysglimt" not in page
    assert "Ikke alle har sagt ja ennå" not in page


def test_professionals_are_led_to_their_desk(client: Client) -> None:
    for username in ("kari", "randi"):
        assert path_of(client(username).get("/")) == "/desk"


def test_somebody_without_any_log_is_told_what_will_come(client: Client) -> None:
    assert "Når noen legger deg til i en logg, finner du den her." in home_of(client, "helga")


def test_an_administrator_is_led_to_the_municipality(client: Client) -> None:
    assert path_of(client("mona").get("/")) == "/municipality"


@pytest.mark.parametrize("username", ["samir", "helga", "kari", "oksana"])
def test_a_log_that_is_not_ones_own_looks_like_none_at_all(client: Client, cast: Cast, username: str) -> None:
    browser = client(username)
    theirs, none = (browser.get(f"/?log={log}") for log in (cast.logs["noor"], "0" * 32))
    assert theirs.status_code == none.status_code == browser.get("/?log=noor").status_code == 404


@pytest.mark.parametrize("username", ["oksana", "amina", "yusuf", "erik", "kari", "silje", "mona"])
def test_the_page_asks_few_questions(client: Client, username: str) -> None:
    browser = client(username)
    with counting.questions() as asked:
        browser.get("/")
    assert 0 < len(asked) <= MOST_QUESTIONS
