"""The two picture questions: offered after a first answer, once, in nobody's way, and nothing of them is kept."""

from collections.abc import Callable

import pytest

from parentapp.models import Account, AuditLine, SeenLine
from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.counting import questions
from tests.views.test_consents import MOST_QUESTIONS, answer_to, page_of

Client = Callable[[str | None], Browser]
OFFER = "Forklarte vi godt nok?"


def answered(browser: Browser, cast: Cast, request: str, said: str) -> str:
    """The page after that answer."""
    return browser.follow(browser.submit(answer_to(cast, request), answer=said)).get_data(as_text=True)


@pytest.mark.parametrize("said", ["yes", "no"])
def test_they_are_offered_after_the_answer_and_never_before(client: Client, cast: Cast, said: str) -> None:
    oksana = client("oksana")
    assert OFFER not in oksana.get(page_of(cast, "sofia.ppt")).get_data(as_text=True)
    page = answered(oksana, cast, "sofia.ppt", said)
    assert page.index("Tilbake til Hvem ser hva") < page.index(OFFER)
    assert said == "no" or page.index("Slutt å dele med") < page.index(OFFER), "in the way of a no"


@pytest.mark.parametrize("skipped", [True, False])
def test_once_seen_or_skipped_they_are_not_offered_again(client: Client, cast: Cast, skipped: bool) -> None:
    oksana, address = client("oksana"), page_of(cast, "sofia.ppt")
    answered(oksana, cast, "sofia.ppt", "no")
    if skipped:
        assert path_of(oksana.submit("/picture-questions/skip", back=f"{address}?done=no")) == address
    else:
        page = oksana.get(f"/picture-questions?back={address}").get_data(as_text=True)
        assert f'href="{address}"' in page
    assert OFFER not in oksana.get(f"{address}?done=no").get_data(as_text=True)
    assert OFFER not in answered(oksana, cast, "sofia.school", "no")
    assert OFFER in answered(client("yusuf"), cast, "amina.school", "no"), "another person has not been asked"


def test_nothing_is_sent_or_kept_but_that_they_were_shown(client: Client, cast: Cast) -> None:
    before = [table.select().count() for table in (AuditLine, SeenLine)]
    page = client("oksana").get("/picture-questions").get_data(as_text=True)
    main = page[page.index("<main") : page.index("</main>")]
    assert "<form" not in main
    assert main.count("<details") == 4
    assert main.count("Det stemmer.") == main.count("Det forklarte vi dårlig.") == 2
    assert main.count('role="img" aria-label=') == 2
    row = Account.get_by_id(cast.accounts["oksana"])
    assert row.pictures_shown_at == cast.now
    assert [table.select().count() for table in (AuditLine, SeenLine)] == before


def test_whoever_answers_for_a_service_is_not_asked(client: Client, cast: Cast) -> None:
    assert OFFER not in answered(client("tor"), cast, "ella.health", "yes")


def test_the_way_back_is_in_this_app(client: Client) -> None:
    away = "https://evil.example/"
    assert 'evil.example"' not in client("oksana").get(f"/picture-questions?back={away}").get_data(as_text=True)
    assert path_of(client("oksana").submit("/picture-questions/skip", back=away)) == "/"


def test_the_page_after_an_answer_asks_no_more_for_it(client: Client, cast: Cast) -> None:
    oksana = client("oksana")
    answered(oksana, cast, "sofia.ppt", "yes")
    with questions() as asked:
        oksana.get(f"{page_of(cast, 'sofia.ppt')}?done=yes")
    assert len(asked) <= MOST_QUESTIONS
