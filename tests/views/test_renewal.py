"""A consent that ends soon by itself: said on Hjem, on «Hvem ser hva» and in what is new; said yes to again in time."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, time, timedelta

import pytest

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.access.ages import AgeRow, birthday
from parentapp.domain import age_table, answers, consent_page, consents, questions, reminders
from parentapp.domain.answers import Standing
from parentapp.enums import Answer, Kind, NoticeKind, ServiceKind
from parentapp.models import ConsentDecision, Notice, Subject
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
    assert buttons(page) == ["yes", "runs_out", "no", "later", "talk"]
    words = (
        "Skal det fortsette?",
        "Si ja til å fortsette",
        "Nei, ikke fortsett",
        "Slutt nå",
        "Sier du nei, eller svarer du ikke, fortsetter det til og med onsdag 27. januar. Så slutter det av seg selv.",
        "Hva om jeg sier nei? Da fortsetter det til og med onsdag 27. januar, og slutter så av seg selv.",
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


def test_a_no_to_going_on_lets_it_run_out(client: Client, cast: Cast) -> None:
    browser = client("per.haugen")
    done = plain(browser.follow(browser.submit(answer_to(cast, "lise.school"), answer="runs_out")).get_data(True))
    assert "Fjordvik skole ser loggen til og med onsdag 27. januar. Fram til da kan du fortsatt si ja." in done
    assert "Du sa nei til å fortsette" in done
    assert "Har du ombestemt deg?" in done
    assert client("per.aas").get(f"/logs/{cast.logs['lise']}").status_code == 200
    school = card(read(browser, sharing_of(cast, "lise")), "Fjordvik skole")
    assert f"{ENDS} Du har sagt nei til å fortsette" in school
    assert "Svar på om det skal fortsette" not in school
    assert "Du har sagt nei til å fortsette. Du kan fortsatt si ja." in read(browser, "/")
    assert buttons(browser.get(page_of(cast, "lise.school")).get_data(True)) == ["yes", "no", "talk"]
    with clock.at(clock.now() + timedelta(days=21)):
        assert client("per.aas").get(f"/logs/{cast.logs['lise']}").status_code == 404
        page = client("per.haugen").get(page_of(cast, "lise.school")).get_data(True)
        assert "Ja-et ditt har gått ut. Hva svarer du nå?" in plain(page)
        assert buttons(page) == ["yes", "no", "later", "talk"]


def test_nobody_learns_of_it(client: Client, cast: Cast) -> None:
    """Not the other parent, whose page is as before; nor the service."""
    addresses = ("/", "/notices", sharing_of(cast, "lise"), page_of(cast, "lise.school"))

    def pages() -> list[str]:
        return [*(read(client("anne.haugen"), each) for each in addresses), read(client("per.aas"), "/desk")]

    pages()  # nothing is new in them from then on
    before = pages()
    consents.answer(cast.actor("per.haugen"), cast.requests["lise.school"], Answer.RUNS_OUT)
    assert pages() == before
    assert "nei til å fortsette" in read(client("per.haugen"), sharing_of(cast, "lise")), "the control"


def test_whoever_has_said_no_is_reminded_no_more(cast: Cast) -> None:
    consents.answer(cast.actor("per.haugen"), cast.requests["lise.school"], Answer.RUNS_OUT)
    with clock.at(clock.now() + timedelta(days=14)):
        reminders.remind(SystemActor("test", clock.now()), cast.logs["lise"])
        told = Notice.select(Notice.account).where(
            (Notice.kind == NoticeKind.CONSENT_ENDING)
            & (Notice.thing == cast.requests["lise.school"])
            & (Notice.at == clock.now())
        )
        assert {row.account_id for row in told} == {cast.accounts["anne.haugen"]}


def test_until_then_it_can_become_a_yes(client: Client, cast: Cast) -> None:
    per = client("per.haugen")
    for said in ("runs_out", "yes"):
        per.submit(answer_to(cast, "lise.school"), answer=said)
    client("anne.haugen").submit(answer_to(cast, "lise.school"), answer="yes")
    school = card(read(per, sharing_of(cast, "lise")), "Fjordvik skole")
    assert "Gjelder til og med fredag 7. januar 2028" in school


@pytest.mark.parametrize("before", [(), ("runs_out",)])
def test_stopping_now_wins_at_once(client: Client, cast: Cast, before: tuple[str, ...]) -> None:
    browser = client("per.haugen")
    for said in (*before, "no"):
        browser.submit(answer_to(cast, "lise.school"), answer=said)
    assert client("per.aas").get(f"/logs/{cast.logs['lise']}").status_code == 404
    last = ConsentDecision.select().order_by(ConsentDecision.at.desc()).first()
    assert last.answer is Answer.WITHDRAWN


def test_both_answers_stand_in_ones_own_list(cast: Cast) -> None:
    request = cast.requests["lise.school"]
    consents.answer(cast.actor("per.haugen"), request, Answer.RUNS_OUT)
    consents.answer(cast.actor("per.haugen"), request, Answer.RUNS_OUT)

    def school() -> list[tuple[Answer, Standing]]:
        page = answers.answers(cast.actor("per.haugen"), cast.logs["lise"])
        return [(each.answer, each.standing) for each in page.answers if each.request_id == request]

    assert school() == [(Answer.RUNS_OUT, Standing.HOLDS), (Answer.YES, Standing.HOLDS)]
    with clock.at(clock.now() + timedelta(days=21)):
        assert school() == [(Answer.RUNS_OUT, Standing.HOLDS), (Answer.YES, Standing.OVER)]


def test_where_it_is_not_asked_whether_to_go_on_there_is_no_such_no(client: Client, cast: Cast) -> None:
    with clock.at(clock.now() - timedelta(days=41)):
        browser = client("per.haugen")
        assert browser.submit(answer_to(cast, "lise.school"), answer="runs_out").status_code == 409
        assert "Gjelder til og med" in card(read(browser, sharing_of(cast, "lise")), "Fjordvik skole")
    browser = client("per.haugen")
    browser.submit(answer_to(cast, "lise.school"), answer="yes")
    assert browser.submit(answer_to(cast, "lise.school"), answer="runs_out").status_code == 409, "it lasts longer now"
    with clock.at(clock.now() + timedelta(days=400)):
        consents.answer(cast.actor("per.haugen"), cast.requests["lise.school"], Answer.RUNS_OUT)
        last = ConsentDecision.select().order_by(ConsentDecision.at.desc()).first()
        assert last.answer is Answer.WITHDRAWN, "where the yes has run out it is a plain no"


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


# After Amina's sixteenth birthday she alone says yes to BUP. From the next day it takes her parents' yes, too.


@pytest.fixture
def sixteen(cast: Cast) -> Iterator[tuple[str, datetime]]:
    """The page of that question, and noon twenty days before it ends."""
    born = Subject.get(Subject.account == cast.accounts["amina"]).born
    noon = datetime.combine(birthday(born, 16) + timedelta(days=1), time(12), clock.OSLO).astimezone(UTC)
    with clock.at(noon):
        why = {"kinds": frozenset({Kind.PLAN}), "purpose": "For å hjelpe."}
        made = questions.ask(cast.actor("kari"), cast.logs["amina"], unit=cast.units["bup"], **why)
        for request in (made, cast.requests["amina.log"]):
            consents.answer(cast.actor("amina"), request, Answer.YES)
        stricter = AgeRow(ServiceKind.BUP, clock.today() + timedelta(days=1), heard=7, co_signs=15, alone=18)
        age_table.add_row(cast.actor("mona"), stricter)
        until = consent_page.page(cast.actor("amina"), made).request.mine.until
    with clock.at(noon + timedelta(days=10)):
        yield f"/consents/{made}", datetime.combine(until - timedelta(days=20), time(12), clock.OSLO).astimezone(UTC)


def test_as_long_as_it_lasts_nobody_is_asked_to_go_on(
    client: Client, cast: Cast, sixteen: tuple[str, datetime]
) -> None:
    address, soon = sixteen
    page = client("fadumo").get(address).get_data(True)
    assert 'id="answer"' not in page
    assert "Amina svarer selv på dette." in plain(page)
    assert "Venter på svar fra deg" not in card(read(client("fadumo"), sharing_of(cast, "amina")), "BUP")
    assert f'href="{address}"' not in client("fadumo").get("/").get_data(True)
    assert "Det er bare du som skal svare." in read(client("amina"), address)
    with clock.at(soon):
        assert f'href="{address}"' in client("fadumo").get("/").get_data(True)
        assert "Foreldrene dine må også si ja." in read(client("amina"), address)


def test_who_has_a_say_only_in_going_on_is_offered_no_stop(
    client: Client, cast: Cast, sixteen: tuple[str, datetime]
) -> None:
    address, soon = sixteen
    with clock.at(soon):
        assert buttons(client("amina").get(address).get_data(True)) == ["yes", "runs_out", "no", "later", "talk"]
        fadumo = client("fadumo")
        page = fadumo.get(address).get_data(True)
        assert buttons(page) == ["yes", "no", "later", "talk"]
        assert ("Skal det fortsette?" in plain(page), "Slutt nå" in plain(page)) == (True, False)
        bup = card(read(fadumo, sharing_of(cast, "amina")), "BUP")
        assert ("Svar på om det skal fortsette" in bup, "Slutt å dele med" in bup) == (True, False)
        done = plain(fadumo.follow(fadumo.submit(f"{address}/answer", answer="no")).get_data(True))
        assert "ser loggen til og med" in done
        assert "Du har sagt nei til å fortsette" in card(read(fadumo, sharing_of(cast, "amina")), "BUP")
        assert "Slutter av seg selv" in card(read(client("amina"), sharing_of(cast, "amina")), "BUP")
