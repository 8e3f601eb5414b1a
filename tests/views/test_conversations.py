"""Meldinger: who is in it, what is promised, writing with and without a script, and nothing sent twice or lost."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.domain import consents, conversations, drafts
from parentapp.enums import Answer
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.counting import questions

Client = Callable[[str | None], Browser]
MOST_QUESTIONS = 10
PRESS = "5b0b8a52-0e0f-4a4e-8a7b-6f3b6f1d2c33"
NEVER = "Skriv aldri mistanke om vold eller overgrep her."


@pytest.fixture
def talk(cast: Cast) -> str:
    return f"/conversations/{cast.conversations['sofia.oksana']}"


def read(browser: Browser, address: str) -> str:
    response = browser.get(address)
    assert response.status_code == 200
    return response.get_data(as_text=True)


def last_shown(page: str) -> str:
    found = re.search(r'id="after" value="([0-9a-f-]{36})"', page)
    assert found
    return found[1]


def said(page: str) -> list[str]:
    """The messages on it, in order."""
    return re.findall(r'<li class="msg[^>]*>\s*<div><p[^>]*>([^<]*)</p>', page)


def row_of(browser: Browser, talk: str) -> str:
    """The conversation's row in the list."""
    return next(row for row in read(browser, "/conversations").split("<li") if f"{talk}#last" in row)


def test_the_list_tells_who_about_whom_and_until_when(client: Client, cast: Cast, talk: str) -> None:
    row = row_of(client("kari"), talk)
    for words in ("Oksana Bondarenko", "Om <bdi>Sofia</bdi>", "Дякую!", 'lang="uk"', "Svar innen"):
        assert words in row


def test_what_is_new_is_marked_until_it_is_read(client: Client, cast: Cast, talk: str) -> None:
    browser = client("kari")
    browser.get(talk)
    assert "is-new" not in row_of(browser, talk)
    with clock.at(cast.now + timedelta(minutes=2)):
        client("oksana").submit(f"{talk}/messages", text="Hei igjen")
        assert "is-new" in row_of(browser, talk)
        browser.get(talk)
        assert "is-new" not in row_of(browser, talk)


def test_without_messages_one_can_begin(client: Client, cast: Cast) -> None:
    browser = client("per.haugen")
    page = read(browser, "/conversations")
    assert "Ingen meldinger ennå" in page
    address = f"/logs/{cast.logs['lise']}/conversations"
    assert f'action="{address}"' in page
    answer = browser.submit(address)
    begun = browser.follow(answer).get_data(as_text=True)
    assert "Ingen har skrevet ennå" in begun
    assert "Leses av <b><bdi>Per</bdi></b>." in begun
    assert path_of(browser.submit(address)) == path_of(answer)


def test_who_is_in_it_and_the_promise_stand_on_top(client: Client, talk: str) -> None:
    page = read(client("oksana"), talk)
    assert "<bdi>Kari</bdi> og <bdi>du</bdi>" in page
    assert "Bare dere to kan lese." in page
    assert "<bdi>Kari</bdi> svarer innen " in page
    assert NEVER not in page


def test_helpers_read_what_never_to_write(client: Client, talk: str) -> None:
    page = read(client("kari"), talk)
    places = [page.index(words) for words in (NEVER, "Leses av <b><bdi>Oksana</bdi></b>.", "<textarea")]
    assert places == sorted(places)


def test_a_message_is_sent_without_a_script(client: Client, talk: str) -> None:
    browser = client("oksana")
    answer = browser.submit(f"{talk}/messages", text="Første linje\n\nAndre linje")
    assert answer.headers["Location"] == f"{talk}#last"
    page = browser.follow(answer).get_data(as_text=True)
    last = page[page.index('id="last"') :].partition("</li>")[0]
    assert re.findall(r'<p lang="(\w+)" dir="auto">([^<]*)</p>', last) == [
        ("uk", "Første linje"),
        ("uk", "Andre linje"),
    ]
    assert "Ikke lest ennå" in last


def test_a_message_is_read_when_the_other_has_opened_it(client: Client, talk: str) -> None:
    client("oksana").submit(f"{talk}/messages", text="Hei")
    client("kari").get(talk)
    page = read(client("oksana"), talk)
    assert "Lest av <bdi>Kari</bdi>" in page[page.index('id="last"') :].partition("</li>")[0]


def test_with_a_script_the_new_message_and_an_empty_box_come_back(client: Client, talk: str) -> None:
    browser = client("oksana")
    after = last_shown(read(browser, talk))
    part = browser.submit(f"{talk}/messages", htmx=True, text="Hei", after=after).get_data(as_text=True)
    assert "<html" not in part
    assert said(part) == ["Hei"]
    assert '<p id="live" hx-swap-oob="innerHTML">Sendt</p>' in part
    box = part[part.index("<textarea") :].partition("</textarea>")[0]
    assert box.endswith(">\n")
    assert last_shown(part) != after
    assert f"after={last_shown(part)}" in part[part.index('id="poll"') :]


def test_the_first_message_of_all_lets_the_page_load_anew(client: Client, cast: Cast) -> None:
    browser = client("per.haugen")
    talk = path_of(browser.submit(f"/logs/{cast.logs['lise']}/conversations"))
    answer = browser.submit(f"{talk}/messages", htmx=True, text="Hei, Per", after="")
    assert answer.headers["HX-Refresh"] == "true"
    assert said(read(browser, talk)) == ["Hei, Per"]


def test_a_refused_text_does_not_skip_what_came_meanwhile(client: Client, talk: str) -> None:
    browser = client("oksana")
    after = last_shown(read(browser, talk))
    client("kari").submit(f"{talk}/messages", text="Fra Kari")
    part = browser.submit(f"{talk}/messages", htmx=True, text="", after=after).get_data(as_text=True)
    assert last_shown(part) == after


def test_what_the_other_wrote_meanwhile_comes_with_it(client: Client, talk: str) -> None:
    browser = client("oksana")
    after = last_shown(read(browser, talk))
    client("kari").submit(f"{talk}/messages", text="Fra Kari")
    part = browser.submit(f"{talk}/messages", htmx=True, text="Fra Oksana", after=after).get_data(as_text=True)
    assert said(part) == ["Fra Kari", "Fra Oksana"]
    assert '<span hx-swap-oob="innerHTML:.not-read">Lest av <bdi>Kari</bdi></span>' in part


def test_a_poll_gives_only_what_is_new_and_leaves_no_trace_when_empty(client: Client, cast: Cast, talk: str) -> None:
    browser = client("kari")
    after = last_shown(read(browser, talk))
    with questions() as asked:
        response = browser.get(f"{talk}?after={after}", htmx=True)
    assert (response.status_code, response.data) == (204, b"")
    assert not [sql for sql in asked if sql.startswith(("INSERT", "UPDATE"))]
    client("oksana").submit(f"{talk}/messages", text="Hei, Kari")
    part = browser.get(f"{talk}?after={after}", htmx=True).get_data(as_text=True)
    assert said(part) == ["Hei, Kari"]
    assert "Ny melding" in part
    assert browser.get(f"{talk}?after={last_shown(part)}", htmx=True).status_code == 204


def test_a_day_stands_once_above_its_messages(client: Client, talk: str) -> None:
    browser = client("oksana")
    after = last_shown(read(browser, talk))
    first = browser.submit(f"{talk}/messages", htmx=True, text="En", after=after).get_data(as_text=True)
    assert first.count('<li class="day">I dag</li>') == 1
    second = browser.submit(f"{talk}/messages", htmx=True, text="To", after=last_shown(first)).get_data(as_text=True)
    assert 'class="day"' not in second


def test_older_messages_come_as_a_part_or_as_a_page(client: Client, cast: Cast, talk: str) -> None:
    for number in range(conversations.PAGE):
        with clock.at(cast.now - timedelta(minutes=60 - number)):
            conversations.write(cast.actor("oksana"), cast.conversations["sofia.oksana"], f"nummer {number}")
    browser = client("oksana")
    page = read(browser, talk)
    assert said(page)[0] == "nummer 0"
    older = re.search(r'hx-get="([^"]+before=[^"]+)"', page)
    assert older
    part = browser.get(older[1], htmx=True).get_data(as_text=True)
    assert "nummer 0" not in part
    assert part.rstrip().endswith('<li class="day">I dag</li>')
    whole = read(browser, older[1])
    assert said(whole) == said(part)
    assert "Til det nyeste" in whole
    assert "<textarea" not in whole


@pytest.mark.parametrize("htmx", [False, True])
def test_nothing_written_is_said_and_nothing_is_sent(client: Client, talk: str, htmx: bool) -> None:
    browser = client("oksana")
    before = said(read(browser, talk))
    response = browser.submit(f"{talk}/messages", htmx=htmx, text=" \n ")
    assert response.status_code == 422
    page = response.get_data(as_text=True)
    assert ("<html" in page) is not htmx
    assert "Skriv noe først." in page
    assert said(read(browser, talk)) == before


def test_a_text_that_is_too_long_is_kept_in_the_box(client: Client, talk: str) -> None:
    response = client("oksana").submit(f"{talk}/messages", text="ord " * 1001)
    assert response.status_code == 422
    assert "Teksten er for lang." in response.get_data(as_text=True)
    assert "ord ord" in response.get_data(as_text=True).partition("<textarea")[2]


def test_the_same_press_twice_is_one_message(client: Client, talk: str) -> None:
    browser = client("oksana")
    for _ in range(2):
        assert browser.submit(f"{talk}/messages", text="Bare én gang", press=PRESS).status_code == 303
    assert said(read(browser, talk)).count("Bare én gang") == 1


@pytest.mark.parametrize("htmx", [False, True])
def test_the_same_press_with_other_words_sends_nothing_and_keeps_them(client: Client, talk: str, htmx: bool) -> None:
    browser = client("oksana")
    browser.submit(f"{talk}/messages", text="Alfa", press=PRESS)
    response = browser.submit(f"{talk}/messages", htmx=htmx, text="Beta", press=PRESS)
    assert response.status_code == 409
    page = response.get_data(as_text=True)
    assert "Det du skrev først, er sendt." in page
    assert "\nBeta</textarea>" in page
    assert PRESS not in page
    assert "Beta" not in said(read(browser, talk))


def test_what_was_being_written_when_the_session_ended_is_given_back(client: Client, cast: Cast, talk: str) -> None:
    browser = client("oksana")
    browser.run_out()
    answer = browser.submit(f"{talk}/messages", text="Nesten ferdig", back=talk)
    assert path_of(answer) == "/login"
    again = client("oksana")
    for _ in range(2):  # the first answer may get lost on its way
        assert "\nNesten ferdig</textarea>" in read(again, talk)
    again.submit(f"{talk}/messages", text="Helt ferdig", press=PRESS, back=talk)
    assert "Nesten ferdig" not in read(again, talk)
    assert not drafts.kept(cast.actor("oksana"), talk)


def test_the_named_contact_person_stays_reachable_without_the_childs_name(
    client: Client, cast: Cast, talk: str
) -> None:
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    page = read(client("kari"), talk)
    assert "Sofia" not in page.partition("<ol")[0]
    assert "<textarea" in page


def test_a_closed_log_is_read_only(client: Client, cast: Cast) -> None:
    browser, address = client("silje"), f"/conversations/{cast.conversations['elias.silje']}"
    page = read(browser, address)
    assert "ingen kan skrive mer i den" in page
    assert "<textarea" not in page
    response = browser.submit(f"{address}/messages", text="Hei, er du der?")
    assert response.status_code == 409
    assert "Loggen er avsluttet." in response.get_data(as_text=True)
    assert "Hei, er du der?" in response.get_data(as_text=True)


@pytest.mark.parametrize("who", ["erik", "lina", "per.aas", "yusuf", "randi"])
def test_nobody_else_can_tell_that_it_exists(client: Client, talk: str, who: str) -> None:
    browser = client(who)
    for address in (talk, f"{talk}?after={PRESS}", f"{talk}?before={PRESS}"):
        assert browser.get(address).status_code == 404
    for text in ("Hei", ""):
        assert browser.submit(f"{talk}/messages", text=text).status_code == 404
    assert talk not in read(browser, "/conversations")


@pytest.mark.parametrize("wrong", ["x", PRESS])
def test_a_message_that_is_not_there_is_no_page(client: Client, talk: str, wrong: str) -> None:
    browser = client("oksana")
    assert browser.get(f"{talk}?after={wrong}").status_code == 404
    assert browser.get(f"{talk}?before={wrong}").status_code == 404


@pytest.mark.parametrize("who", ["kari", "oksana"])
def test_the_pages_ask_few_questions(client: Client, talk: str, who: str) -> None:
    browser = client(who)
    for address in ("/conversations", talk):
        with questions() as asked:
            browser.get(address)
        assert len([sql for sql in asked if not sql.startswith(("BEGIN", "COMMIT"))]) <= MOST_QUESTIONS


def test_a_message_sent_from_a_page_that_names_no_message_of_it_is_sent_and_the_page_loads_anew(
    client: Client, cast: Cast, talk: str
) -> None:
    browser = client("kari")
    elsewhere = last_shown(read(browser, f"/conversations/{cast.conversations['marta.marta']}"))
    for number, after in enumerate((PRESS, elsewhere)):
        answer = browser.submit(f"{talk}/messages", htmx=True, text=f"Hei {number}", after=after)
        assert (answer.status_code, answer.headers.get("HX-Refresh"), answer.data) == (200, "true", b"")
        assert said(read(browser, talk)).count(f"Hei {number}") == 1
