"""The log: the story by month, the plan, what is shown to whom; and what professionals write in it."""

import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any
from typing import cast as taken_as
from uuid import UUID

import pytest

from parentapp.clock import at
from parentapp.domain import drafts, log, lysglimt
from parentapp.domain.shown import ShownEntry
from parentapp.enums import Audience
from parentapp.views.log import by_month
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.counting import questions

Client = Callable[[str | None], Browser]
NEVER = "Skriv aldri mistanke om vold eller overgrep her."
MOST_QUESTIONS = 10


@pytest.fixture
def sofia(cast: Cast) -> str:
    return f"/logs/{cast.logs['sofia']}"


def read(client: Client, username: str, address: str) -> str:
    response = client(username).get(address)
    assert response.status_code == 200, response.status_code
    return response.get_data(as_text=True)


def entries_on(page: str) -> list[str]:
    return re.findall(r'<li[^>]* id="e-([0-9a-f-]{36})"', page)


def months_on(page: str) -> list[str]:
    return re.findall(r'id="h-(\d{4}-\d\d)"', page)


def write_every_other_day(cast: Cast, count: int) -> list[UUID]:
    """Notes of the last weeks in Sofia's log, the newest first."""
    written = []
    for number in range(count):
        with at(cast.now - timedelta(days=2 * number, minutes=1)):
            written.append(log.add_note(cast.actor("per.aas"), cast.logs["sofia"], f"Notat {number}."))
    return written


def test_the_only_log_is_opened_at_once(client: Client, sofia: str) -> None:
    assert path_of(client("oksana").get("/logs")) == sofia


def test_several_logs_are_listed_by_name(client: Client, cast: Cast) -> None:
    page = read(client, "kari", "/logs")
    assert [name for name in ("Amina", "Marta", "Sofia") if f"<bdi>{name}" in page] == ["Amina", "Marta", "Sofia"]
    assert f'href="/logs/{cast.logs["amina"]}"' in page
    assert "Kontaktperson" in page


def test_somebody_in_no_log_is_told_what_will_come(client: Client) -> None:
    assert "Du er ikke med i noen logg ennå" in read(client, "mona", "/logs")


def test_an_entry_belongs_to_the_month_it_had_in_oslo() -> None:
    instants = [datetime(2026, 3, 31, 22, 30, tzinfo=UTC), datetime(2026, 3, 31, 21, 30, tzinfo=UTC)]
    months = by_month(taken_as(list[ShownEntry], [SimpleNamespace(at=instant) for instant in instants]))
    assert [month.key for month in months] == ["2026-04", "2026-03"]


def test_the_story_is_told_by_month_and_the_newest_comes_first(client: Client, cast: Cast, sofia: str) -> None:
    page = read(client, "oksana", sofia)
    assert "Loggen til <bdi>Sofia</bdi>" in page
    assert months_on(page) == sorted(months_on(page), reverse=True)
    assert entries_on(page)[0] == str(cast.entries["sofia.lysglimt"])
    assert '<p class="quote" lang="nb" dir="auto">Sofia lo høyt da vi bakte vafler.' in page
    assert "ga stafettpinnen videre til <bdi>Kari Nilsen</bdi>" in page


def test_the_young_persons_log_is_their_own(client: Client, cast: Cast) -> None:
    assert "<h1>Loggen din</h1>" in read(client, "amina", f"/logs/{cast.logs['amina']}")


def test_the_plan_says_who_does_what_and_what_is_overdue(client: Client, cast: Cast, sofia: str) -> None:
    page = read(client, "oksana", sofia)
    plan = page[page.index('id="plan"') : page.index('id="h-')]
    assert "Sofia har minst én å være sammen med i friminuttene." in plan
    assert "Hvem: <bdi>Per Aas</bdi>" in plan
    assert "Vi skulle sett på dette" not in plan
    with at(cast.now + timedelta(days=30)):
        assert "Vi skulle sett på dette onsdag 18." in read(client, "oksana", sofia)


@pytest.mark.parametrize(
    ("only", "words"),
    [("lysglimt", {"Lysglimt"}), ("plan", {"Mål", "Tiltak"}), ("notes", {"Notat", "Noe vi lurer på"})],
)
def test_a_filter_leaves_only_its_own(client: Client, sofia: str, only: str, words: set[str]) -> None:
    page = read(client, "oksana", f"{sofia}?only={only}")
    assert set(re.findall(r"<h3>(.*?)</h3>", page)) == words
    assert f'href="{sofia}?only={only}" aria-current="true"' in page
    assert 'id="plan"' not in page


def test_an_empty_filter_says_what_will_come(client: Client, cast: Cast) -> None:
    assert "Ingen lysglimt ennå" in read(client, "stine", f"/logs/{cast.logs['nora']}?only=lysglimt")


@pytest.mark.parametrize("query", ["only=everything", "before=1", "before=00000000-0000-0000-0000-000000000000"])
def test_what_the_address_does_not_offer_is_not_there(client: Client, sofia: str, query: str) -> None:
    assert client("oksana").get(f"{sofia}?{query}").status_code == 404


def test_older_entries_come_as_a_page_or_as_a_part_and_each_only_once(client: Client, cast: Cast, sofia: str) -> None:
    written = write_every_other_day(cast, 35)
    browser = client("oksana")
    first = browser.get(sofia).get_data(as_text=True)
    shown = entries_on(first)
    link = re.search(r'href="([^"]*before=[^"]*)" hx-get="([^"]*month=(\d{4}-\d\d))"', first)
    assert link is not None
    page = browser.get(link[1].replace("&amp;", "&")).get_data(as_text=True)
    part = browser.get(link[2].replace("&amp;", "&"), htmx=True).get_data(as_text=True)
    assert len(shown) == log.PAGE
    assert not set(shown) & set(entries_on(page))
    assert {str(each) for each in written} <= set(shown) | set(entries_on(page))
    assert entries_on(part) == entries_on(page)
    assert months_on(first)[-1] == months_on(page)[0] == link[3], "both parts of a month have its heading"
    assert f'hx-swap-oob="beforeend:#m-{link[3]}"' in part
    assert months_on(part) == months_on(page)[1:], "the heading that stands on the page is not said again"
    assert "<html" not in part
    assert "Til det nyeste" in page


def test_the_family_sees_who_can_read_each_entry_and_the_helpers_do_not(client: Client, sofia: str) -> None:
    page = read(client, "oksana", sofia)
    assert page.count("Vist for ") == len(entries_on(page)) - page.count('<li class="plain"')
    assert "<bdi>Du</bdi>, <bdi>" in page
    assert "Vist for " not in read(client, "kari", sofia)


def test_what_the_young_person_keeps_is_marked_for_them_and_nowhere_for_the_other(client: Client, cast: Cast) -> None:
    address, hidden = f"/logs/{cast.logs['amina']}", str(cast.entries["amina.hidden"])
    own = read(client, "amina", address)
    assert hidden in own
    assert "Privat for deg" in own
    assert hidden not in read(client, "yusuf", address)
    for username in ("fadumo", "kari"):
        page = read(client, username, address)
        assert hidden in page
        assert "Privat for deg" not in page


def test_a_lysglimt_for_the_contact_says_so_to_both(client: Client, cast: Cast) -> None:
    address = f"/logs/{cast.logs['amina']}"
    assert "Skrevet bare til deg" in read(client, "kari", address)
    assert "Kontaktpersonen min" in read(client, "amina", address)


def test_a_closed_log_is_read_and_not_written_in(client: Client, cast: Cast) -> None:
    page = read(client, "silje", f"/logs/{cast.logs['elias']}")
    assert "Loggen er avsluttet. Dere kan lese alt." in page
    assert 'name="on"' not in page


def test_who_can_read_it_and_what_never_to_write_stand_above_the_box(client: Client, sofia: str) -> None:
    for address in (f"{sofia}/notes", f"{sofia}/concerns"):
        page = read(client, "kari", address)
        places = [page.index(words) for words in ("Kan leses av familien", NEVER, "<textarea")]
        assert places == sorted(places)


def test_a_note_stands_first_in_the_log(client: Client, sofia: str) -> None:
    browser = client("kari")
    page = browser.follow(browser.submit(f"{sofia}/notes", text="Ringte Oksana, avtalte fredag."))
    assert "Notatet står i loggen." in page.get_data(as_text=True)
    told = read(client, "oksana", sofia)
    assert entries_on(told)
    assert told.index("Ringte Oksana, avtalte fredag.") < told.index("Sofia lo høyt da vi bakte vafler.")


def test_a_note_on_health_is_not_for_a_service_without_health(client: Client, sofia: str) -> None:
    browser = client("kari")
    browser.submit(f"{sofia}/notes", text="Brillene er prøvd.", health="y")
    assert "Brillene er prøvd." in read(client, "oksana", sofia)
    assert "Brillene er prøvd." not in read(client, "per.aas", sofia)


def test_a_concern_is_written_in_words_a_parent_can_read(client: Client, sofia: str) -> None:
    browser = client("per.aas")
    page = browser.follow(browser.submit(f"{sofia}/concerns", text="Sofia spiser lite til lunsj."))
    assert "Det du lurer på, står i loggen." in page.get_data(as_text=True)
    assert "Sofia spiser lite til lunsj." in read(client, "oksana", sofia)


@pytest.mark.parametrize("place", ["notes", "concerns"])
def test_a_text_that_is_too_long_is_given_back_as_it_was(client: Client, sofia: str, place: str) -> None:
    text = "Å" * 4001
    response = client("kari").submit(f"{sofia}/{place}", text=text)
    page = response.get_data(as_text=True)
    assert response.status_code == 422
    assert "Teksten er for lang." in page
    assert text in page
    assert 'href="#text"' in page


def test_one_press_makes_one_note(client: Client, cast: Cast, sofia: str) -> None:
    browser, press = client("kari"), str(cast.logs["sofia"])
    for _ in range(2):
        assert browser.submit(f"{sofia}/notes", press=press, text="Bare én gang.").status_code == 303
    assert browser.submit(f"{sofia}/notes", press=press, text="Noe annet.").status_code == 409
    page = read(client, "oksana", sofia)
    assert page.count("Bare én gang.") == 1
    assert "Noe annet." not in page


def test_what_was_written_when_the_session_ended_is_in_the_box_again(client: Client, cast: Cast, sofia: str) -> None:
    drafts.keep(cast.accounts["kari"], f"{sofia}/notes", {"text": "Halvferdig tanke", "health": "y"})
    for _ in range(2):  # the first answer may get lost on its way
        page = read(client, "kari", f"{sofia}/notes")
        assert "Halvferdig tanke</textarea>" in page
        assert " checked" in page
    press = str(cast.logs["sofia"])
    client("kari").submit(f"{sofia}/notes", text="Hel tanke", press=press, back=f"{sofia}/notes")
    assert "Halvferdig tanke" not in read(client, "kari", f"{sofia}/notes")


@pytest.mark.parametrize(("username", "status"), [("oksana", 403), ("erik", 403), ("randi", 404), ("ola", 404)])
@pytest.mark.parametrize("place", ["notes", "concerns"])
def test_only_helpers_with_a_yes_write(client: Client, sofia: str, username: str, status: int, place: str) -> None:
    browser = client(username)
    answers: list[Any] = [browser.get(f"{sofia}/{place}"), browser.submit(f"{sofia}/{place}", text="Hei")]
    answers.append(browser.submit(f"{sofia}/{place}", text=""))
    assert [each.status_code for each in answers] == [status] * 3


def test_nobody_is_offered_to_look_for_what_they_never_see(client: Client, cast: Cast) -> None:
    """Who only reads lysglimt has nothing to choose from."""
    sofia = f"/logs/{cast.logs['sofia']}"
    assert "?only=plan" in read(client, "oksana", sofia)
    page = read(client, "erik", sofia)
    assert "?only=" not in page
    assert 'class="chips' not in page


@pytest.mark.parametrize("username", ["oksana", "kari", "erik"])
@pytest.mark.parametrize("rest", ["", "?only=plan"])
def test_the_page_asks_few_questions(client: Client, cast: Cast, sofia: str, username: str, rest: str) -> None:
    write_every_other_day(cast, 35)
    browser = client(username)
    with questions() as asked:
        browser.get(f"{sofia}{rest}")
    assert 0 < len(asked) <= MOST_QUESTIONS


def test_a_long_address_makes_no_long_page(client: Client, cast: Cast, sofia: str) -> None:
    with at(cast.now + timedelta(minutes=1)):
        newest = lysglimt.post(cast.actor("erik"), cast.logs["sofia"], "Hun sang.", feeling=None, audience=Audience.LOG)
    browser = client("oksana")
    for rest, htmx in (("?only=lysglimt", False), (f"?before={newest}", False), (f"?before={newest}", True)):
        plain, stuffed = (
            browser.get(f"{sofia}{rest}{more}", htmx=htmx).get_data(as_text=True) for more in ("", "&x=" + "y" * 5000)
        )
        assert f"/lysglimt/{cast.entries['sofia.lysglimt']}/heart" in plain
        assert "yyyy" not in stuffed
        assert abs(len(stuffed) - len(plain)) < 100


def test_a_heart_leads_back_to_the_part_of_the_log_where_it_was_given(client: Client, sofia: str) -> None:
    page = read(client, "oksana", f"{sofia}?only=lysglimt&done=note")
    assert f'name="back" value="{sofia}?only=lysglimt"' in page


@pytest.mark.parametrize(("username", "done"), [("oksana", "note"), ("kari", "concern"), ("oksana", "x")])
def test_an_address_alone_writes_nothing_in_the_log(client: Client, sofia: str, username: str, done: str) -> None:
    page = read(client, username, f"{sofia}?done={done}")
    assert "done-note" not in page


@pytest.mark.parametrize("place", ["notes", "concerns"])
def test_who_may_not_write_is_given_nothing_that_was_kept(
    client: Client, cast: Cast, sofia: str, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.keep(cast.accounts["oksana"], f"{sofia}/{place}", {"text": "Halvferdig tanke"})
    asked: list[str] = []
    kept = drafts.kept
    monkeypatch.setattr(drafts, "kept", lambda actor, address: asked.append(address) or kept(actor, address))
    assert client("oksana").get(f"{sofia}/{place}").status_code == 403
    assert not asked
    client("kari").get(f"{sofia}/{place}")
    drafts.keep(cast.accounts["kari"], f"{sofia}/{place}", {"text": "Halvferdig tanke"})
    client("kari").get(f"{sofia}/{place}")
    assert asked == [f"{sofia}/{place}"]
