"""Only some of Hvem har sett: whose reading, of what, how far back; and never more than the whole list would tell."""

import re
from collections.abc import Callable
from datetime import timedelta

from parentapp import clock
from parentapp.domain import log, lysglimt, plan_page, private, seen
from parentapp.domain.seen import Wanted
from parentapp.enums import SeenPage
from tests import counting
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_seen import MOST_QUESTIONS, seen_of, text_of

Client = Callable[[str | None], Browser]


def read_by_two(cast: Cast) -> None:
    """Kari reads the log ten days ago and the plan today; Per the log today."""
    with clock.at(cast.now - timedelta(days=10)):
        log.timeline(cast.actor("kari"), cast.logs["sofia"])
    with clock.at(cast.now - timedelta(minutes=5)):
        plan_page.plan(cast.actor("kari"), cast.logs["sofia"])
        log.timeline(cast.actor("per.aas"), cast.logs["sofia"])


def visits(cast: Cast, wanted: Wanted, who: str = "oksana", child: str = "sofia") -> set[tuple[str | None, SeenPage]]:
    page = seen.seen(cast.actor(who), cast.logs[child], wanted=wanted)
    return {(visit.who.name, read.page) for visit in page.visits for read in visit.reads}


def test_whose_what_and_how_far_back(cast: Cast) -> None:
    read_by_two(cast)
    kari = cast.accounts["kari"]
    everything = visits(cast, Wanted())
    assert {("Kari Nilsen", SeenPage.LOG), ("Kari Nilsen", SeenPage.PLAN), ("Per Aas", SeenPage.LOG)} <= everything
    assert visits(cast, Wanted(who=kari)) == {each for each in everything if each[0] == "Kari Nilsen"}
    assert visits(cast, Wanted(page=SeenPage.LOG)) == {each for each in everything if each[1] is SeenPage.LOG}
    assert ("Kari Nilsen", SeenPage.LOG) not in visits(cast, Wanted(days=7))
    assert visits(cast, Wanted(kari, SeenPage.PLAN, 7)) == {("Kari Nilsen", SeenPage.PLAN)}


def test_offered_is_only_what_there_are_lines_of(cast: Cast) -> None:
    read_by_two(cast)
    page = seen.seen(cast.actor("oksana"), cast.logs["sofia"])
    everything = visits(cast, Wanted())
    assert [each.name for each in page.who] == sorted({name for name, _ in everything if name})
    assert set(page.pages) == {read for _, read in everything}


def test_a_reading_that_is_kept_from_somebody_is_no_choice_of_theirs(cast: Cast) -> None:
    """Kari gives a heart to what Amina keeps from her father: a line about that alone."""
    before = seen.seen(cast.actor("yusuf"), cast.logs["amina"])
    entry = lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Bare for mamma og Kari.")
    private.choose(cast.actor("amina"), entry, [cast.accounts["yusuf"]])
    with clock.at(cast.now + timedelta(minutes=1)):
        lysglimt.heart(cast.actor("kari"), entry, on=True)
        after = seen.seen(cast.actor("yusuf"), cast.logs["amina"])
        assert SeenPage.LYSGLIMT in seen.seen(cast.actor("amina"), cast.logs["amina"]).pages
    assert (after.who, after.pages) == (before.who, before.pages)


def test_guardians_are_a_choice_of_the_young_person_only(cast: Cast) -> None:
    log.timeline(cast.actor("fadumo"), cast.logs["amina"])
    with clock.at(cast.now + timedelta(minutes=1)):
        assert "Fadumo Ali" in [each.name for each in seen.seen(cast.actor("amina"), cast.logs["amina"]).who]
        assert "Fadumo Ali" not in [each.name for each in seen.seen(cast.actor("yusuf"), cast.logs["amina"]).who]
        assert visits(cast, Wanted(cast.accounts["fadumo"]), "yusuf", "amina") == set()


def test_it_is_a_plain_form_and_stays_chosen_on_older_pages(client: Client, cast: Cast) -> None:
    for minutes in range(70):
        with clock.at(cast.now - timedelta(days=minutes + 1)):
            log.timeline(cast.actor("per.aas"), cast.logs["sofia"])
    oksana, address = client("oksana"), f"{seen_of(cast, 'sofia')}?who={cast.accounts['per.aas']}&what=log&days="
    page = oksana.get(address).get_data(as_text=True)
    assert f'value="{cast.accounts["per.aas"]}" selected' in page
    assert 'value="log" selected' in page
    older = re.search(r'href="([^"]*before=[^"]*)"', page)
    assert older is not None
    assert f"who={cast.accounts['per.aas']}" in older.group(1)
    assert "what=log" in older.group(1)
    next_page = oksana.get(older.group(1).replace("&amp;", "&")).get_data(as_text=True)
    assert "Per Aas" in text_of(next_page)
    assert "Kari Nilsen" not in text_of(next_page)
    assert f"who={cast.accounts['per.aas']}" in next_page, "the way back to the newest of them"


def test_nothing_found_says_so_and_what_is_no_choice_is_no_page(client: Client, cast: Cast) -> None:
    oksana = client("oksana")
    page = text_of(oksana.get(f"{seen_of(cast, 'sofia')}?who={cast.accounts['randi']}").get_data(as_text=True))
    assert "Det er ikke noe slikt her" in page
    assert "Vis alt" in page
    for wrong in ("who=x", "what=everything", "days=8"):
        assert oksana.get(f"{seen_of(cast, 'sofia')}?{wrong}").status_code == 404


def test_choosing_asks_no_more_questions(client: Client, cast: Cast) -> None:
    read_by_two(cast)
    browser = client("oksana")
    browser.get(seen_of(cast, "sofia"))
    with counting.questions() as asked:
        browser.get(f"{seen_of(cast, 'sofia')}?who={cast.accounts['kari']}&what=log&days=30")
    assert len(asked) <= MOST_QUESTIONS
