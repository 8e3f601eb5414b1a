"""Hvem har sett: plain sentences, the newest first, cut for the one who looks."""

import re
from collections.abc import Callable
from datetime import timedelta

from parentapp import clock
from parentapp.domain import log, seen
from tests.browsing import Browser
from tests.cast import Cast
from tests.counting import questions

Client = Callable[[str | None], Browser]
MOST_QUESTIONS = 10


def seen_of(cast: Cast, child: str) -> str:
    return f"/logs/{cast.logs[child]}/seen"


def text_of(page: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page).replace("\N{NO-BREAK SPACE}", " "))


def lines_of(page: str) -> str:
    """The lines, without what stands above to choose among them."""
    return page.partition('<ol class="rows seen">')[2]


def opened(cast: Cast, who: str, child: str, times: int = 1) -> None:
    """That person reads the log, at as many moments before now."""
    for minutes in range(times, 0, -1):
        with clock.at(cast.now - timedelta(minutes=minutes)):
            log.timeline(cast.actor(who), cast.logs[child])


def test_a_reading_says_who_when_what_and_by_which_yes(client: Client, cast: Cast) -> None:
    opened(cast, "per.aas", "sofia")
    page = text_of(lines_of(client("oksana").get(seen_of(cast, "sofia")).get_data(as_text=True)))
    first = page[page.index("Per Aas") :][:260]
    assert re.match(
        r"Per Aas \( ?Fjordvik skole ?\) I dag · fordi dere sa ja [^·]+ leste loggen · kl. 10.29 Dette sto der: ", first
    )


def test_who_reads_again_and_again_on_a_day_stands_there_once(client: Client, cast: Cast) -> None:
    before = client("oksana").get(seen_of(cast, "sofia")).get_data(as_text=True)
    opened(cast, "per.aas", "sofia", 7)
    page = client("oksana").get(seen_of(cast, "sofia")).get_data(as_text=True)
    assert "7 ganger, sist kl. 10.29" in text_of(page)
    assert lines_of(page).count("<b><bdi>Per Aas</bdi></b>") == lines_of(before).count("<b><bdi>Per Aas</bdi></b>") + 1


def test_guardians_reading_is_for_the_young_person_only(client: Client, cast: Cast) -> None:
    opened(cast, "fadumo", "amina")
    assert "Fadumo Ali" in client("amina").get(seen_of(cast, "amina")).get_data(as_text=True)
    page = client("yusuf").get(seen_of(cast, "amina")).get_data(as_text=True)
    assert "Fadumo" not in page
    assert "Det foresatte leser, kan bare <bdi>Amina</bdi> se." in page


def test_older_lines_come_as_a_part_or_as_a_page(client: Client, cast: Cast) -> None:
    for day in range(seen.PAGE + 5):
        with clock.at(cast.now - timedelta(days=day)):
            log.timeline(cast.actor("kari"), cast.logs["sofia"])
    browser = client("oksana")
    page = browser.get(seen_of(cast, "sofia")).get_data(as_text=True)
    older = re.search(r'hx-get="([^"]+before=[^"]+)"', page)
    assert older
    part = browser.get(older[1], htmx=True).get_data(as_text=True)
    assert "<html" not in part
    assert part.count("<li>") >= 5
    whole = browser.get(older[1]).get_data(as_text=True)
    assert "Til det nyeste" in whole
    assert part.count("Kari Nilsen") == lines_of(whole).count("Kari Nilsen")


def test_before_anybody_has_read_it_says_what_will_come(client: Client, cast: Cast) -> None:
    page = client("gro").get(seen_of(cast, "ella")).get_data(as_text=True)
    assert ("Ingen har sett noe ennå" in page) == ("<ol" not in page)


def test_nobody_outside_the_family_sees_the_list(client: Client, cast: Cast) -> None:
    for who in ("kari", "erik", "yusuf", "randi"):
        assert client(who).get(seen_of(cast, "sofia")).status_code == 404
    for wrong in ("x", cast.logs["sofia"]):
        assert client("oksana").get(f"{seen_of(cast, 'sofia')}?before={wrong}").status_code == 404


def test_the_page_asks_few_questions(client: Client, cast: Cast) -> None:
    opened(cast, "kari", "sofia", seen.PAGE)
    browser = client("oksana")
    browser.get(seen_of(cast, "sofia"))
    with questions() as asked:
        browser.get(seen_of(cast, "sofia"))
    assert len([sql for sql in asked if not sql.startswith(("BEGIN", "COMMIT"))]) <= MOST_QUESTIONS
