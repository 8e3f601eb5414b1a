"""A consent that ends soon by itself: said on Hjem, on «Hvem ser hva» and in what is new; said yes to again in time."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta

import pytest

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import consent_page, reminders
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import answer_to, card, page_of, plain, read, sharing_of

Client = Callable[[str | None], Browser]
ENDS = "Slutter av seg selv etter onsdag 27. januar"


@pytest.fixture(autouse=True)
def _in_january(cast: Cast) -> Iterator[None]:
    """Lise's log and her school's part in it end in twenty days."""
    found = consent_page.page(cast.actor("per.haugen"), cast.requests["lise.school"]).request.grant
    assert found is not None
    day = found.until - timedelta(days=20)
    with clock.at(datetime.combine(day, time(12), clock.OSLO).astimezone(UTC)):
        reminders.remind(SystemActor("test", clock.now()), cast.logs["lise"])
        yield


def buttons(page: str) -> list[str]:
    form = page[page.index('id="answer"') :].partition("</form>")[0]
    assert form.count("<button") == form.count('data-variant="secondary"')
    return re.findall(r'name="answer" value="(\w+)"', form)


def test_hjem_says_it_and_leads_to_the_page(client: Client, cast: Cast) -> None:
    browser = client("per.haugen")
    page = read(browser, "/")
    assert "Ja-et til Fjordvik skole slutter av seg selv etter onsdag 27. januar. Si fra om det skal fortsette." in page
    assert "Skal det fortsette, må det sies ja på nytt." in read(browser, "/notices")
    assert f'href="{page_of(cast, "lise.school")}"' in browser.get("/").get_data(as_text=True)


def test_hvem_ser_hva_says_it_and_leads_to_the_page(client: Client, cast: Cast) -> None:
    browser = client("per.haugen")
    school = card(read(browser, sharing_of(cast, "lise")), "Fjordvik skole")
    assert ENDS in school
    assert "Svar på om det skal fortsette" in school
    assert "Slutt å dele med Fjordvik skole" in school
    assert f'href="{page_of(cast, "lise.school")}#answer"' in browser.get(sharing_of(cast, "lise")).get_data(
        as_text=True
    )


def test_the_page_offers_going_on_and_stopping_with_equal_weight(client: Client, cast: Cast) -> None:
    page = client("per.haugen").get(page_of(cast, "lise.school")).get_data(as_text=True)
    assert buttons(page) == ["yes", "no", "later", "talk"]
    words = (
        "Skal det fortsette?",
        "Si ja til å fortsette",
        "Slutt å dele med Fjordvik skole",
        "Svarer du ikke, slutter det",
    )
    assert [each for each in words if each not in plain(page)] == []


def test_it_lasts_longer_when_all_have_said_yes_again(client: Client, cast: Cast) -> None:
    per, anne = client("per.haugen"), client("anne.haugen")
    done = plain(per.follow(per.submit(answer_to(cast, "lise.school"), answer="yes")).get_data(as_text=True))
    assert "Det som deles nå, er som før til alle har sagt ja." in done
    school = card(read(per, sharing_of(cast, "lise")), "Fjordvik skole")
    assert f"{ENDS} Ja-et ditt gjelder lenger. Ikke alle har sagt ja til å fortsette ennå." in school
    assert "Svar på om det skal fortsette" not in school
    assert buttons(per.get(page_of(cast, "lise.school")).get_data(as_text=True)) == ["no", "talk"]
    assert "Svar på om det skal fortsette" in card(read(anne, sharing_of(cast, "lise")), "Fjordvik skole")
    anne.submit(answer_to(cast, "lise.school"), answer="yes")
    for browser in (per, anne):
        school = card(read(browser, sharing_of(cast, "lise")), "Fjordvik skole")
        assert "Gjelder til og med fredag 7. januar 2028" in school
        assert "Slutter av seg selv" not in school
        assert "Ja-et til Fjordvik skole slutter" not in read(browser, "/") + read(browser, "/notices")


def test_not_now_leaves_it_as_it_is(client: Client, cast: Cast) -> None:
    browser = client("per.haugen")
    answer = browser.submit(answer_to(cast, "lise.school"), answer="later")
    assert "Du har ikke svart." in plain(browser.follow(answer).get_data(as_text=True))
    assert ENDS in card(read(browser, sharing_of(cast, "lise")), "Fjordvik skole")


def test_a_no_stops_it_at_once(client: Client, cast: Cast) -> None:
    browser = client("per.haugen")
    done = plain(browser.follow(browser.submit(answer_to(cast, "lise.school"), answer="no")).get_data(as_text=True))
    assert "Fjordvik skole ser ikke noe i loggen nå." in done
    assert client("per.aas").get(f"/logs/{cast.logs['lise']}").status_code == 404


def test_two_months_before_nothing_is_said_of_it(client: Client, cast: Cast) -> None:
    with clock.at(clock.now() - timedelta(days=41)):
        browser = client("per.haugen")
        assert "av seg selv etter" not in read(browser, sharing_of(cast, "lise"))
        assert buttons(browser.get(page_of(cast, "lise.school")).get_data(as_text=True)) == ["no", "talk"]


def test_the_service_reads_nothing_of_the_familys_answers(client: Client, cast: Cast) -> None:
    before = read(client("per.aas"), "/desk")
    client("anne.haugen").submit(answer_to(cast, "lise.school"), answer="yes")
    assert read(client("per.aas"), "/desk") == before
