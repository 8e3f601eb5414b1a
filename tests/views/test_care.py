"""A child in care, as its pages say it: to the family who answers, to the service what it is asked and nothing else."""

from collections.abc import Callable

import pytest

from parentapp.domain import consents, families
from parentapp.enums import Answer, Basis
from tests.browsing import Browser, path_of
from tests.care import take_care
from tests.cast import Cast
from tests.counting import questions
from tests.views.test_consents import MOST_QUESTIONS, answer_to, page_of, read, sharing_of

Client = Callable[[str | None], Browser]


def rest(cast: Cast) -> None:
    consents.answer(cast.actor("tor"), cast.requests["ella.log"], Answer.NO)


@pytest.mark.parametrize("request_name", ["ella.health", "ella.kindergarten"])
def test_the_family_reads_who_answers_on_the_childs_behalf(client: Client, cast: Cast, request_name: str) -> None:
    page = read(client("gro"), sharing_of(cast, "ella"))
    assert "Barnevernet i Fjordvik har omsorgen for Ella, og svarer i stedet for foreldrene." in page
    assert "Venter på svar fra" not in page
    question = read(client("gro"), page_of(cast, request_name))
    assert "Barnevernet i Fjordvik har omsorgen for Ella, og svarer på dette." in question
    assert 'name="answer"' not in client("gro").get(page_of(cast, request_name)).get_data(as_text=True)


def test_a_foster_mother_who_signs_is_told_that_she_does(client: Client, cast: Cast) -> None:
    verified = {"verified_how": "Avtale om fosterhjem.", "since": cast.actor("berit").today}
    families.add_guardian(
        cast.actor("berit"), cast.logs["ella"], cast.accounts["hege"], basis=Basis.FOSTER_PARENT, **verified
    )
    assert "Du svarer også selv." in read(client("hege"), sharing_of(cast, "ella"))
    assert "Alle som skal svare, må si ja." in read(client("hege"), page_of(cast, "ella.health"))
    assert "Alle som skal svare, må si ja." in read(client("tor"), page_of(cast, "ella.health"))


def test_the_young_person_is_told_of_both(client: Client, cast: Cast) -> None:
    take_care(cast, "amina", "kari", "lina")
    page = read(client("amina"), sharing_of(cast, "amina"))
    assert "Barnevernet i Fjordvik har omsorgen for deg, og svarer i stedet for foreldrene dine. Du svarer også" in page
    question = read(client("amina"), page_of(cast, "amina.ppt"))
    assert "Barnevernet i Fjordvik må også si ja. Ingen får vite hvem som svarte hva." in question


def test_the_service_reads_what_it_is_asked_what_waits_first(client: Client, cast: Cast) -> None:
    page = read(client("tor"), sharing_of(cast, "ella"))
    assert page.index("Fjordvik skole") < page.index("Fjordvik barnehage")
    assert page.count("Venter på svar fra dere") == 1
    assert "Hvem har sett" not in page
    assert "Samtalene dine" not in page


def test_it_answers_in_one_press_and_takes_back_in_one(client: Client, cast: Cast) -> None:
    tor = client("tor")
    page = read(tor, page_of(cast, "ella.health"))
    assert "Du svarer for Barnevernet i Fjordvik." in page
    assert "Snakk med noen først" not in page
    response = tor.submit(answer_to(cast, "ella.health"), answer="yes")
    assert response.status_code == 303
    done = read(tor, response.headers["Location"])
    assert "Fjordvik helsestasjon kan nå se det du sa ja til." in done
    assert "Svart for Barnevernet i Fjordvik" in done
    tor.submit(answer_to(cast, "ella.health"), answer="no")
    assert "Dere sluttet å dele" in read(tor, page_of(cast, "ella.health"))


def test_not_now_leads_back_to_the_questions(client: Client, cast: Cast) -> None:
    response = client("tor").submit(answer_to(cast, "ella.health"), answer="later")
    assert path_of(response).startswith(sharing_of(cast, "ella"))
    assert "Dere har ikke svart." in read(client("tor"), response.headers["Location"])


def test_the_desk_leads_to_what_waits(client: Client, cast: Cast) -> None:
    page = client("tor").get("/desk").get_data(as_text=True)
    assert sharing_of(cast, "ella") in page
    assert f'/logs/{cast.logs["ella"]}"' in page
    consents.answer(cast.actor("tor"), cast.requests["ella.health"], Answer.YES)
    assert sharing_of(cast, "ella") not in client("tor").get("/desk").get_data(as_text=True)


def test_from_the_log_too_and_there_for_nobody_else(client: Client, cast: Cast) -> None:
    address = f"/logs/{cast.logs['ella']}"
    link = f'href="{sharing_of(cast, "ella")}"'
    assert link in client("tor").get(address).get_data(as_text=True)
    assert link not in client("berit").get(address).get_data(as_text=True)


def test_in_a_log_that_rests_every_way_leads_to_the_questions(client: Client, cast: Cast) -> None:
    rest(cast)
    for address in ("/desk", "/logs"):
        page = client("tor").get(address).get_data(as_text=True)
        assert sharing_of(cast, "ella") in page
        assert f'/logs/{cast.logs["ella"]}"' not in page
    assert "Loggen hviler." in read(client("tor"), sharing_of(cast, "ella"))


@pytest.mark.parametrize("address", ["sharing", "request", "/desk"])
def test_these_pages_ask_few_questions(client: Client, cast: Cast, address: str) -> None:
    where = {"sharing": sharing_of(cast, "ella"), "request": page_of(cast, "ella.health")}.get(address, address)
    tor = client("tor")
    tor.get(where)
    with questions() as asked:
        assert tor.get(where).status_code == 200
    assert len(asked) <= MOST_QUESTIONS
