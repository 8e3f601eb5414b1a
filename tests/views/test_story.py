"""«Slik har det vært»: when each service began and stopped, in words; never whose answer it was."""

from collections.abc import Callable
from datetime import timedelta

from parentapp import clock
from parentapp.domain import choosing, consents
from parentapp.enums import Answer, Kind
from tests import counting
from tests.browsing import Browser
from tests.cast import Cast
from tests.views.test_consents import MOST_QUESTIONS, read, sharing_of

Client = Callable[[str | None], Browser]


def story_of(cast: Cast, child: str) -> str:
    return f"{sharing_of(cast, child)}/story"


def test_it_tells_when_a_service_saw_less_and_no_more(client: Client, cast: Cast) -> None:
    with clock.at(cast.now - timedelta(hours=2)):
        choosing.stop_kind(cast.actor("oksana"), cast.requests["sofia.school"], Kind.LYSGLIMT)
    with clock.at(cast.now - timedelta(hours=1)):
        consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO)
    page = read(client("oksana"), story_of(cast, "sofia"))
    ended, less = page.index("Fjordvik skole sluttet å se loggen."), page.index("Fjordvik skole så noe annet enn før.")
    assert ended < less < page.index("Fjordvik skole begynte å se noe i loggen.")
    assert "Ikke lenger: Lysglimt" in page


def test_neither_parent_reads_what_the_other_answered(client: Client, cast: Cast) -> None:
    before = {who: told(client(who), cast) for who in ("fadumo", "yusuf")}
    assert before["fadumo"] == before["yusuf"]
    assert "PPT" not in before["fadumo"], "they do not agree: nothing has begun"
    with clock.at(cast.now - timedelta(minutes=5)):
        consents.answer(cast.actor("yusuf"), cast.requests["amina.ppt"], Answer.NO)
    assert told(client("fadumo"), cast) == before["fadumo"]


def told(browser: Browser, cast: Cast) -> str:
    """What stands on the page, without the bar."""
    return read(browser, story_of(cast, "amina")).partition(" Hjem Logg ")[0]


def test_it_stands_on_the_page_of_who_sees_what(client: Client, cast: Cast) -> None:
    assert f'href="{story_of(cast, "sofia")}"' in client("oksana").get(sharing_of(cast, "sofia")).get_data(as_text=True)


def test_of_a_closed_log_all_is_over(client: Client, cast: Cast) -> None:
    page = read(client("silje"), story_of(cast, "elias"))
    assert "sluttet å se loggen." in page


def test_it_asks_few_questions(client: Client, cast: Cast) -> None:
    browser = client("amina")
    browser.get(story_of(cast, "amina"))
    with counting.questions() as asked:
        browser.get(story_of(cast, "amina"))
    assert len(asked) <= MOST_QUESTIONS
