"""Lysglimt: posted in seconds, for whom one likes; looked back on; given hearts with and without a script."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp.clock import at
from parentapp.domain import consents, drafts, lysglimt
from parentapp.enums import Answer
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.counting import questions

Client = Callable[[str | None], Browser]
NEVER = "Skriv aldri mistanke om vold eller overgrep her."
MOST_QUESTIONS = 10


@pytest.fixture
def amina(cast: Cast) -> str:
    return f"/logs/{cast.logs['amina']}/lysglimt"


@pytest.fixture
def sofia(cast: Cast) -> str:
    return f"/logs/{cast.logs['sofia']}/lysglimt"


@pytest.fixture
def heart(cast: Cast) -> str:
    return f"/lysglimt/{cast.entries['sofia.lysglimt']}/heart"


def read(client: Client, username: str, address: str = "/lysglimt") -> str:
    response = client(username).get(address)
    assert response.status_code == 200, response.status_code
    return response.get_data(as_text=True)


def entries_on(page: str) -> list[str]:
    return re.findall(r'<li[^>]* id="e-([0-9a-f-]{36})"', page)


def test_who_can_read_it_stands_above_the_box(client: Client, sofia: str) -> None:
    page = read(client, "oksana")
    reads = page[page.index("Kan leses av:") : page.index("<textarea")]
    assert "<bdi>Erik Solberg</bdi>" in reads
    assert "<bdi>Fjordvik helsestasjon</bdi>" in reads
    assert "Oksana" not in reads
    assert f'action="{sofia}"' in page
    assert 'name="audience"' not in page
    assert NEVER not in page


def test_helpers_read_what_never_to_write(client: Client, cast: Cast) -> None:
    page = read(client, "kari", f"/lysglimt?log={cast.logs['sofia']}")
    places = [page.index(words) for words in ("Kan leses av familien", NEVER, "<textarea")]
    assert places == sorted(places)


def test_a_lysglimt_stands_first_after_it_is_shared(client: Client, sofia: str) -> None:
    browser = client("erik")
    answer = browser.submit(sofia, text="Hun sang i bilen.", feeling="laughed", audience="log")
    assert path_of(answer) == "/lysglimt"
    page = browser.follow(answer).get_data(as_text=True)
    assert "Lysglimtet er delt." in page
    first = page[page.index('id="e-') :][:1500]
    assert "Hun sang i bilen." in first
    assert "Vi lo" in first
    assert "Hun sang i bilen." in read(client, "oksana")


def test_the_young_person_chooses_who_sees_it(client: Client, amina: str, cast: Cast) -> None:
    browser = client("amina")
    page = browser.get("/lysglimt").get_data(as_text=True)
    assert re.findall(r'name="audience" value="(\w+)"', page) == ["log", "contact", "self"]
    kept = browser.follow(browser.submit(amina, text="Bare mitt.", audience="self")).get_data(as_text=True)
    assert "Lysglimtet er lagret. Bare du kan se det." in kept
    assert "Bare mitt." in kept
    browser.submit(amina, text="Til deg, Kari.", audience="contact")
    there = f"/lysglimt?log={cast.logs['amina']}"
    assert "Bare mitt." not in read(client, "kari", there)
    assert "Til deg, Kari." in read(client, "kari", there)
    for username in ("fadumo", "yusuf"):
        page = read(client, username)
        assert "Bare mitt." not in page
        assert "Til deg, Kari." not in page


def test_the_contact_person_can_be_chosen_only_where_they_can_read_it(client: Client, cast: Cast, amina: str) -> None:
    browser = client("amina")
    assert 'value="contact"' in read(client, "amina")
    consents.answer(cast.actor("amina"), cast.requests["amina.health"], Answer.WITHDRAWN)
    page = read(client, "amina")
    assert re.findall(r'name="audience" value="(\w+)"', page) == ["log", "self"]
    late = browser.submit(amina, text="Til deg, Kari.", audience="contact")
    assert late.status_code == 409
    assert "Kontaktpersonen din kan ikke lese lysglimt nå." in late.get_data(as_text=True)
    assert "Til deg, Kari." in late.get_data(as_text=True)
    assert "Til deg, Kari." not in read(client, "amina")


def test_one_press_stays_one_when_the_contact_person_reads_no_more(client: Client, cast: Cast, amina: str) -> None:
    browser, press = client("amina"), str(cast.logs["sofia"])
    browser.submit(amina, press=press, text="Til deg, Kari.", audience="contact")
    consents.answer(cast.actor("amina"), cast.requests["amina.health"], Answer.WITHDRAWN)
    assert browser.submit(amina, press=press, text="Til deg, Kari.", audience="contact").status_code == 303


def test_others_write_for_the_log(client: Client, sofia: str) -> None:
    assert client("erik").submit(sofia, text="Til meg selv.", audience="self").status_code == 403


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"text": " \u200b "}, "Skriv noen ord, eller velg et bilde."),
        ({"text": "å" * 501}, "Det er plass til 500 tegn."),
        ({"text": "Fin dag.", "feeling": "furious"}, "Velg en av følelsene, eller ingen."),
        ({"text": "Fin dag.", "audience": "everybody"}, "Velg hvem som skal se det."),
    ],
)
def test_what_cannot_be_taken_is_given_back(client: Client, amina: str, fields: dict[str, str], said: str) -> None:
    feeling, audience = fields.get("feeling", "proud"), fields.get("audience", "log")
    response = client("amina").submit(amina, text=fields["text"], feeling=feeling, audience=audience)
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert said in page
    assert fields["text"].strip("\u200b ") in page
    assert ('value="proud" checked' in page) == ("feeling" not in fields)


def test_one_press_makes_one_lysglimt(client: Client, cast: Cast, sofia: str) -> None:
    browser, press = client("erik"), str(cast.logs["sofia"])
    for _ in range(2):
        assert browser.submit(sofia, press=press, text="Bare én gang.").status_code == 303
    assert browser.submit(sofia, press=press, text="Noe annet.").status_code == 409
    page = read(client, "oksana")
    assert page.count("Bare én gang.") == 1
    assert "Noe annet." not in page


def test_what_was_written_when_the_session_ended_is_in_the_box_again(client: Client, cast: Cast) -> None:
    page = f"/lysglimt?log={cast.logs['amina']}"
    drafts.keep(cast.accounts["amina"], page, {"text": "Halvferdig glede", "feeling": "calm", "audience": "self"})
    again = read(client, "amina")
    assert "Halvferdig glede</textarea>" in again
    assert 'value="calm" checked' in again
    assert 'value="self" checked' in again


def test_a_heart_comes_back_as_a_card(client: Client, heart: str) -> None:
    browser = client("oksana")
    page = "/lysglimt"
    given = browser.submit(heart, htmx=True, on="1", back=page).get_data(as_text=True)
    again = browser.submit(heart, htmx=True, on="1", back=page).get_data(as_text=True)
    taken = browser.submit(heart, htmx=True, on="0", back=page).get_data(as_text=True)
    counts = [re.findall(r"(\d+) hjerte", each) for each in (given, again, taken)]
    assert counts[0] == counts[1] == [str(int(counts[2][0]) + 1)]
    assert ['aria-pressed="true"' in each for each in (given, again, taken)] == [True, True, False]
    assert given.lstrip().startswith("<li")
    assert 'name="back" value="/lysglimt"' in given


def test_without_a_script_a_heart_leads_back_to_where_it_was_given(client: Client, cast: Cast, heart: str) -> None:
    back = f"/logs/{cast.logs['sofia']}?only=lysglimt"
    answer = client("oksana").submit(heart, on="1", back=back)
    assert answer.status_code == 303
    assert answer.headers["Location"] == f"{back}#e-{cast.entries['sofia.lysglimt']}"
    away = client("oksana").submit(heart, on="1", back="//example.org/")
    assert away.headers["Location"].startswith("/#e-")


def test_only_what_is_a_lysglimt_and_seen_can_have_a_heart(client: Client, cast: Cast, heart: str) -> None:
    assert client("oksana").submit(heart, on="perhaps").status_code == 400
    assert client("randi").submit(heart, on="1").status_code == 404
    assert client("oksana").submit(f"/lysglimt/{cast.entries['sofia.note']}/heart", on="1").status_code == 404
    assert client("fadumo").submit(f"/lysglimt/{cast.entries['amina.own']}/heart", on="1").status_code == 404


def test_with_several_children_one_chooses_first(client: Client, cast: Cast) -> None:
    page = read(client, "kari")
    assert "<textarea" not in page
    assert f'href="/lysglimt?log={cast.logs["amina"]}"' in page
    assert "Velg et annet barn" in read(client, "kari", f"/lysglimt?log={cast.logs['amina']}")


def test_somebody_in_no_log_is_told_what_will_come(client: Client) -> None:
    assert "Du er ikke med i noen logg ennå" in read(client, "mona")


def test_a_closed_log_is_looked_back_on(client: Client, cast: Cast) -> None:
    page = read(client, "silje")
    assert "<textarea" not in page
    assert 'name="on"' not in page
    posted = client("silje").submit(f"/logs/{cast.logs['elias']}/lysglimt", text="For sent.")
    assert posted.status_code == 409


def test_older_ones_come_in_the_place_of_their_button(client: Client, cast: Cast) -> None:
    for number in range(lysglimt.PAGE + 3):
        with at(cast.now - timedelta(hours=number + 1)):
            lysglimt.post(cast.actor("erik"), cast.logs["sofia"], f"Nummer {number}.")
    browser = client("oksana")
    page = browser.get("/lysglimt").get_data(as_text=True)
    link = re.search(r'hx-get="([^"]*before=[^"]*)"', page)
    assert link is not None
    part = browser.get(link[1].replace("&amp;", "&"), htmx=True).get_data(as_text=True)
    assert len(entries_on(page)) == lysglimt.PAGE
    assert str(cast.entries["sofia.lysglimt"]) in entries_on(part)
    assert not set(entries_on(page)) & set(entries_on(part))
    assert "<textarea" not in part


@pytest.mark.parametrize("query", ["log=sofia", "log=00000000-0000-0000-0000-000000000000", "before=x"])
def test_what_the_address_does_not_offer_is_not_there(client: Client, query: str) -> None:
    assert client("oksana").get(f"/lysglimt?{query}").status_code == 404


@pytest.mark.parametrize(("username", "status"), [("randi", 404), ("ola", 404), ("samir", 404)])
def test_only_those_around_the_child_post(client: Client, sofia: str, username: str, status: int) -> None:
    browser = client(username)
    assert [browser.submit(sofia, text=text).status_code for text in ("Hei", "")] == [status] * 2


@pytest.mark.parametrize("username", ["oksana", "amina", "erik", "kari", "mona", "silje"])
def test_the_page_asks_few_questions(client: Client, username: str) -> None:
    browser = client(username)
    with questions() as asked:
        browser.get("/lysglimt")
    assert 0 < len(asked) <= MOST_QUESTIONS


def test_an_address_alone_says_nothing_of_who_can_see_it(client: Client, cast: Cast, amina: str) -> None:
    browser, page = client("amina"), f"/lysglimt?log={cast.logs['amina']}"
    for audience, untrue in (("log", "kept"), ("self", "lysglimt")):
        with at(cast.now + timedelta(minutes=len(audience))):
            browser.submit(amina, text="Fint.", audience=audience)
            assert "done-note" not in browser.get(f"{page}&done={untrue}").get_data(as_text=True)
            assert "done-note" not in browser.get(f"{page}&done=x").get_data(as_text=True)
    assert "done-note" not in read(client, "rana", "/lysglimt?done=lysglimt"), "she has posted none"
