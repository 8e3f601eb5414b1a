"""Some of what is asked, and for how long, in words and ticks; one kind less in one press, and back."""

from collections.abc import Callable

from tests.browsing import Browser, path_of
from tests.cast import Cast
from tests.views.test_consents import card, page_of, plain, read, sharing_of

Client = Callable[[str | None], Browser]


def choice_of(cast: Cast, request: str) -> str:
    return f"{page_of(cast, request)}/choose"


def test_nothing_is_ticked_beforehand_but_how_long_they_ask_for(client: Client, cast: Cast) -> None:
    page = client("oksana").get(choice_of(cast, "sofia.ppt")).get_data(as_text=True)
    assert page.count('type="checkbox"') == 2, "the plan and the meetings are asked for, nothing else"
    assert page.count(" checked") == 1
    assert 'value="12" checked' in page


def test_yes_to_some_of_it_says_so_in_the_receipt(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    answer = browser.submit(choice_of(cast, "sofia.ppt"), kind="meetings", length="3")
    page = plain(browser.follow(answer).get_data(as_text=True))
    assert "Takk. PPT i Fjordvik kan nå se det du sa ja til." in page
    assert "Hva ja-et gjelder Møter og referater" in page
    assert "Planen: mål, tiltak og notater Om" not in page
    school = card(read(browser, sharing_of(cast, "sofia")), "PPT i Fjordvik")
    assert "Møter og referater PPT ser " in school
    assert "Planen: mål, tiltak og notater PPT ser ikke" in school


def test_a_mistake_is_explained_and_the_ticks_are_kept(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    refused = browser.submit(choice_of(cast, "sofia.ppt"), length="3")
    page = refused.get_data(as_text=True)
    assert refused.status_code == 422
    assert "Kryss av for minst én ting." in page
    assert 'value="3" checked' in page
    refused = browser.submit(choice_of(cast, "sofia.ppt"), kind="plan")
    assert refused.status_code == 422
    assert 'value="plan" checked' in refused.get_data(as_text=True)
    assert browser.submit(choice_of(cast, "sofia.ppt"), kind="everything", length="3").status_code == 422
    alone = browser.submit(choice_of(cast, "sofia.ppt"), kind="health", length="3")
    assert "Dette viser ingenting alene." in alone.get_data(as_text=True)


def test_what_is_not_asked_for_is_told_so(client: Client, cast: Cast) -> None:
    answer = client("oksana").submit(choice_of(cast, "sofia.ppt"), kind="lysglimt", length="3")
    assert answer.status_code == 409
    assert "Det er ikke spurt om akkurat dette." in plain(answer.get_data(as_text=True))


def test_one_kind_less_is_one_press_and_so_is_the_way_back(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    stopped = browser.submit(f"{page_of(cast, 'sofia.school')}/stop-kind", kind="lysglimt")
    page = browser.follow(stopped).get_data(as_text=True)
    assert "Fjordvik skole ser ikke dette nå: Lysglimt." in plain(page)
    assert "Lysglimt Skolen ser ikke" in card(plain(page), "Fjordvik skole Gjelder")
    assert 'name="length" value="now"' in page
    kept = ["plan", "meetings", "lysglimt"]
    undone = browser.submit(choice_of(cast, "sofia.school"), kind=kept, length="now")
    assert undone.status_code == 303
    school = card(read(browser, sharing_of(cast, "sofia")), "Fjordvik skole Gjelder")
    assert "Lysglimt Skolen ser " in school
    assert "Lysglimt Skolen ser ikke" not in school


def test_an_address_alone_says_nothing_was_stopped(client: Client, cast: Cast) -> None:
    browser, school = client("oksana"), cast.requests["sofia.school"]
    page = browser.get(f"{sharing_of(cast, 'sofia')}?less={school}&kind=lysglimt").get_data(as_text=True)
    assert "ser ikke dette nå" not in page
    assert browser.get(f"{sharing_of(cast, 'sofia')}?less={school}&kind=everything").status_code == 404
    assert browser.get(f"{sharing_of(cast, 'sofia')}?less=x&kind=plan").status_code == 404


def test_what_runs_is_chosen_as_it_stands(client: Client, cast: Cast) -> None:
    page = client("oksana").get(choice_of(cast, "sofia.school")).get_data(as_text=True)
    assert page.count('type="checkbox"') == page.count('type="checkbox" name="kind"') == 3
    assert 'value="now" checked' in page
    assert page.count(" checked") == 4


def test_no_page_of_choices_where_there_is_nothing_to_choose(client: Client, cast: Cast) -> None:
    """The yes to having a log is to all of it or none."""
    assert path_of(client("oksana").get(choice_of(cast, "sofia.log"))) == page_of(cast, "sofia.log")


def test_the_shorter_time_is_the_one_that_holds(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    browser.submit(choice_of(cast, "sofia.ppt"), kind=["plan", "meetings"], length="3")
    page = read(browser, page_of(cast, "sofia.ppt"))
    assert "Gjelder til og med onsdag 10. juni" in page
