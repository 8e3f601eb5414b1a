"""Hvem ser hva, and the page where one answers: read in words, answered in one press, ended in one press."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp.access.ages import birthday
from parentapp.clock import at
from parentapp.domain import consent_page, consents, families, log, questions
from parentapp.enums import Answer, Basis, Kind
from parentapp.models import Subject
from tests import counting
from tests.browsing import Browser, path_of
from tests.cast import Cast

Client = Callable[[str | None], Browser]
MOST_QUESTIONS = 10


def sharing_of(cast: Cast, child: str) -> str:
    return f"/logs/{cast.logs[child]}/sharing"


def page_of(cast: Cast, request: str) -> str:
    return f"/consents/{cast.requests[request]}"


def answer_to(cast: Cast, request: str) -> str:
    return f"{page_of(cast, request)}/answer"


def read(browser: Browser, address: str, status: int = 200) -> str:
    response = browser.get(address)
    assert response.status_code == status
    return plain(response.get_data(as_text=True))


def plain(page: str) -> str:
    """What a person reads of it: no drawings, no tags, single spaces."""
    shown = page[page.index("<main") :] if "<main" in page else page
    text = re.sub(r"<svg.*?</svg>|<[^>]+>", " ", re.sub(r"</?bdi[^>]*>", "", shown), flags=re.DOTALL)
    return re.sub(r"\s+", " ", text.replace("\N{NO-BREAK SPACE}", " "))


def card(page: str, unit: str) -> str:
    """The part of the sharing page from this unit's name to the next card."""
    start = page.index(unit)
    return page[start:].split("Les om ")[0].split("Les hva ")[0]


def test_each_service_says_in_words_what_it_sees(client: Client, cast: Cast) -> None:
    school = card(read(client("oksana"), sharing_of(cast, "sofia")), "Fjordvik skole")
    assert "Gjelder til og med" in school
    assert "Lysglimt Skolen ser " in school
    assert "Helse Skolen ser ikke" in school


def test_what_waits_for_me_comes_first(client: Client, cast: Cast) -> None:
    page = read(client("oksana"), sharing_of(cast, "sofia"))
    assert "Venter på svar fra deg" in card(page, "PPT i Fjordvik")
    assert page.index("PPT i Fjordvik") < page.index("Fjordvik skole")


@pytest.mark.parametrize(
    ("who", "child", "words"),
    [
        ("amina", "amina", "Ingen ser mer uten at både du og foreldrene dine sier ja, Amina."),
        ("yusuf", "amina", "Ingen ser mer uten at både Amina og foreldrene sier ja."),
        ("oksana", "sofia", "Det er du som bestemmer hvem som ser noe om Sofia."),
        ("per.haugen", "lise", "Ingen ser mer uten at alle foresatte som skal svare, sier ja."),
        ("marta", "marta", "Det er du som bestemmer hvem som ser noe, Marta."),
    ],
)
def test_the_first_words_say_whose_yes_it_takes(client: Client, cast: Cast, who: str, child: str, words: str) -> None:
    assert words in read(client(who), sharing_of(cast, child))


def test_nobody_is_told_what_another_answered(client: Client, cast: Cast) -> None:
    """Yusuf said no to PPT. To Fadumo it is as if he had not answered."""
    after_no = card(read(client("fadumo"), sharing_of(cast, "amina")), "PPT i Fjordvik")
    assert "Ikke alle har sagt ja ennå" in after_no
    page = read(client("fadumo"), page_of(cast, "amina.ppt"))
    assert "Yusuf" not in page
    assert "Du sa nei" in card(read(client("yusuf"), sharing_of(cast, "amina")), "PPT i Fjordvik")


def test_a_request_says_who_what_why_how_long_and_what_a_no_means(client: Client, cast: Cast) -> None:
    page = read(client("oksana"), page_of(cast, "sofia.ppt"))
    wanted = (
        "Kan PPT i Fjordvik se noe i loggen?", "Hvem spør? Kari Nilsen", "Planen: mål, tiltak og notater",
        "Ikke: Helse", "Aldri: samtaler og meldinger",
        "Akkurat nå ville PPT i Fjordvik sett Gym og venner",
        "Så PPT kan gi råd om norsken", "Til og med onsdag 10. mars 2027", "Hjelpen stopper ikke: Kari Nilsen",
        "kan vi ikke ta tilbake", "si fra til barnevernet", "Det er bare du som skal svare.",
    )  # fmt: skip
    assert [words for words in wanted if words not in page] == []


def test_the_four_answers_are_equal_and_none_is_chosen(client: Client, cast: Cast) -> None:
    page = client("oksana").get(page_of(cast, "sofia.ppt")).get_data(as_text=True)
    form = page[page.index('id="answer"') :].partition("</form>")[0]
    buttons = re.findall(r'<button[^>]* data-variant="secondary" name="answer" value="(\w+)">', form)
    assert form.count("<button") == 4
    assert buttons == ["yes", "no", "later", "talk"]
    assert "checked" not in form


def test_a_yes_works_at_once_and_gives_a_receipt(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    answer = browser.submit(answer_to(cast, "sofia.ppt"), answer="yes")
    assert path_of(answer) == page_of(cast, "sofia.ppt")
    page = plain(browser.follow(answer).get_data(as_text=True))
    assert "PPT i Fjordvik kan nå se det du sa ja til." in page
    assert "Kvittering Svaret ditt Du sa ja Hvem det gjelder PPT i Fjordvik" in page
    assert "Ja-et ditt gjelder til og med Onsdag 10. mars 2027" in page
    assert "Gjelder til og med" in card(read(browser, sharing_of(cast, "sofia")), "PPT i Fjordvik")


def test_the_receipt_names_the_language_it_was_read_in(client: Client, cast: Cast) -> None:
    """Oksana wants Ukrainian, which is not offered yet: the page, and so what she read, is in bokmål."""
    browser = client("oksana")
    browser.submit(answer_to(cast, "sofia.ppt"), answer="yes")
    assert "Språket du leste det på Norsk bokmål" in read(browser, page_of(cast, "sofia.ppt"))
    assert "Språket du leste det på Українська" in read(browser, page_of(cast, "sofia.school"))


def test_sharing_ends_with_one_press_on_its_card(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    page = browser.get(sharing_of(cast, "sofia")).get_data(as_text=True)
    form = page[page.index(f'action="{answer_to(cast, "sofia.school")}"') :].partition("</form>")[0]
    assert 'name="answer" value="no"' in form
    shown = plain(browser.follow(browser.submit(answer_to(cast, "sofia.school"), answer="no")).get_data(as_text=True))
    assert "Fjordvik skole ser ikke noe i loggen nå." in shown
    assert "kan vi ikke ta tilbake" in shown
    assert "Angre: si ja igjen" in shown
    assert client("per.aas").get(f"/logs/{cast.logs['sofia']}").status_code == 404


def test_a_regretted_end_is_a_yes_again(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    browser.submit(answer_to(cast, "sofia.school"), answer="no")
    browser.submit(answer_to(cast, "sofia.school"), answer="yes")
    assert "Skolen ser " in card(read(browser, sharing_of(cast, "sofia")), "Fjordvik skole")


def test_the_same_press_twice_is_one_answer(client: Client, cast: Cast) -> None:
    browser, press = client("oksana"), "0f2a6a5e-7a0e-4c39-9b0b-2b6c6f0c8a11"
    for _ in range(2):
        assert browser.submit(answer_to(cast, "sofia.ppt"), answer="no", press=press).status_code == 303
    shown = consent_page.page(cast.actor("oksana"), cast.requests["sofia.ppt"])
    assert shown.request.mine is not None
    assert shown.request.mine.answer is Answer.NO


def test_not_now_changes_nothing(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    answer = browser.submit(answer_to(cast, "sofia.ppt"), answer="later")
    assert path_of(answer) == sharing_of(cast, "sofia")
    page = plain(browser.follow(answer).get_data(as_text=True))
    assert "Spørsmålet ligger her til du er klar." in page
    assert "Venter på svar fra deg" in page


def test_talk_first_leads_to_the_contact_person(client: Client, cast: Cast) -> None:
    answer = client("oksana").submit(answer_to(cast, "sofia.ppt"), answer="talk")
    assert path_of(answer) == f"/conversations/{cast.conversations['sofia.oksana']}"


@pytest.mark.parametrize("said", [None, "", "maybe"])
def test_no_answer_is_said_so_and_stores_nothing(client: Client, cast: Cast, said: str | None) -> None:
    browser = client("oksana")
    response = browser.submit(answer_to(cast, "sofia.ppt"), answer=said)
    assert response.status_code == 422
    assert "Velg et av svarene." in plain(response.get_data(as_text=True))
    assert "Venter på svar fra deg" in read(browser, sharing_of(cast, "sofia"))


def test_ending_the_log_itself_rests_it(client: Client, cast: Cast) -> None:
    browser = client("per.haugen")
    browser.submit(answer_to(cast, "lise.log"), answer="no")
    page = read(browser, sharing_of(cast, "lise"))
    assert "Loggen hviler. Ingen tjeneste ser den nå." in page
    assert "Gjelder ikke nå: loggen hviler" in card(page, "Fjordvik skole")
    other = read(client("anne.haugen"), sharing_of(cast, "lise"))
    assert "Ikke alle har sagt ja ennå" in other[other.index("Loggen Ikke") :]


def test_a_yes_that_ran_out_can_be_given_again(client: Client, cast: Cast) -> None:
    with at(cast.now + timedelta(days=400)):
        browser = client("per.haugen")
        assert "Sluttet å gjelde" in card(read(browser, sharing_of(cast, "lise")), "Fjordvik skole")
        assert "Ja-et ditt har gått ut. Hva svarer du nå?" in read(browser, page_of(cast, "lise.school"))


@pytest.fixture
def again(cast: Cast) -> str:
    """Lise's school, which sees something already, asks her parents anew: where they answer."""
    school, lise = cast.units["school"], cast.logs["lise"]
    kinds, purpose = frozenset({Kind.PLAN}), "For å hjelpe videre."
    made = questions.ask(cast.actor("per.aas"), lise, unit=school, kinds=kinds, purpose=purpose, child_view="Ja.")
    return f"/consents/{made}"


def test_a_new_question_waits_beside_what_runs(client: Client, cast: Cast, again: str) -> None:
    browser = client("per.haugen")
    page = read(browser, sharing_of(cast, "lise"))
    assert card(page, "Fjordvik skole").startswith("Fjordvik skole Venter på svar fra deg")
    assert "Skolen ser " in page
    done = plain(browser.follow(browser.submit(f"{again}/answer", answer="yes")).get_data(as_text=True))
    assert "Takk, svaret ditt er lagret. Det som deles nå, er som før til alle har sagt ja." in done
    assert "Fjordvik skole slutter å se loggen med en gang." in done
    for said in (done, read(browser, sharing_of(cast, "lise"))):
        assert "Ingenting deles" not in said
        assert "ingenting deles" not in said
        assert "Skolen ser ingenting nå" not in said


def test_a_no_to_a_new_question_is_said_to_end_what_ran_and_does(client: Client, cast: Cast, again: str) -> None:
    browser = client("per.haugen")
    done = plain(browser.follow(browser.submit(f"{again}/answer", answer="no")).get_data(as_text=True))
    assert "Fjordvik skole ser ikke noe i loggen nå." in done
    assert client("per.aas").get(f"/logs/{cast.logs['lise']}").status_code == 404


def test_nothing_is_said_to_have_ended_where_it_has_not(client: Client, cast: Cast) -> None:
    """Asked anew before Amina turned 16 and came to decide alone about the health station: it sees what it saw."""
    health, amina = cast.units["health"], cast.logs["amina"]
    made = questions.ask(cast.actor("kari"), amina, unit=health, kinds=frozenset({Kind.PLAN}), purpose="For å hjelpe.")
    client("fadumo").submit(f"/consents/{made}/answer", answer="yes")
    sixteen = birthday(Subject.get(Subject.account == cast.accounts["amina"]).born, 16)
    with at(cast.now + (sixteen - cast.now.date())):
        browser = client("fadumo")
        done = plain(browser.follow(browser.submit(f"/consents/{made}/answer", answer="no")).get_data(as_text=True))
        assert client("kari").get(f"/logs/{amina}").status_code == 200
    assert "ser ikke noe i loggen nå" not in done
    assert "Amina bestemmer dette selv nå, og deler fortsatt." in done


def test_who_is_not_asked_is_offered_no_answer(client: Client, cast: Cast) -> None:
    per = cast.actor("per.aas")
    families.add_guardian(
        per,
        cast.logs["lise"],
        cast.accounts["gro"],
        basis=Basis.VERGE,
        verified_how="Så papiret.",
        since=per.today,
        signs=False,
    )
    browser = client("gro")
    for address in (sharing_of(cast, "lise"), page_of(cast, "lise.school"), page_of(cast, "lise.log")):
        assert 'name="answer"' not in browser.get(address).get_data(as_text=True)
    assert browser.submit(answer_to(cast, "lise.school"), answer="no").status_code == 403


def test_a_closed_log_takes_no_answers(client: Client, cast: Cast) -> None:
    browser = client("silje")
    for address in (sharing_of(cast, "elias"), page_of(cast, "elias.school")):
        page = browser.get(address).get_data(as_text=True)
        assert "Loggen er avsluttet" in plain(page)
        assert 'name="answer"' not in page
    assert browser.submit(answer_to(cast, "elias.school"), answer="no").status_code == 409


@pytest.mark.parametrize("who", ["erik", "kari", "randi", "yusuf"])
def test_the_familys_questions_are_nobody_elses(client: Client, cast: Cast, who: str) -> None:
    browser = client(who)
    for address in (sharing_of(cast, "sofia"), page_of(cast, "sofia.ppt")):
        assert browser.get(address).status_code == 404
    for said in ("yes", "later", "talk", "maybe"):
        assert browser.submit(answer_to(cast, "sofia.ppt"), answer=said).status_code == 404


@pytest.mark.parametrize("address", [sharing_of, page_of])
def test_a_page_asks_few_questions(client: Client, cast: Cast, address: Callable[[Cast, str], str]) -> None:
    browser, name = client("oksana"), "sofia" if address is sharing_of else "sofia.ppt"
    browser.get(address(cast, name))
    with counting.questions() as asked:
        browser.get(address(cast, name))
    assert len([sql for sql in asked if not sql.startswith(("BEGIN", "COMMIT"))]) <= MOST_QUESTIONS


def test_an_end_leaves_nothing_of_the_log_to_the_service(client: Client, cast: Cast) -> None:
    client("oksana").submit(answer_to(cast, "sofia.log"), answer="no")
    assert [known.log_id for known in log.logs(cast.actor("per.aas"))].count(cast.logs["sofia"]) == 0


def test_an_address_alone_does_not_say_that_an_answer_is_missing(client: Client, cast: Cast) -> None:
    words, browser, page = "Du har ikke svart.", client("oksana"), f"{sharing_of(cast, 'sofia')}?done=later"
    assert words in read(browser, page)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.ppt"], Answer.NO)
    assert words not in read(browser, page)
