"""A sheet to take along: only what was chosen, in two languages, for whoever may see it."""

import re
from collections.abc import Callable

import pytest
from flask import Flask

from parentapp import bank, paper
from parentapp.domain import about_me, evaluating, plan, referral
from parentapp.domain.referral import Chosen
from parentapp.enums import AboutMeTopic, LifeArea, Outcome, SeenPage
from parentapp.models import Account, SeenLine
from tests.access.states import put
from tests.browsing import Browser
from tests.cast import Cast

Client = Callable[[str | None], Browser]


@pytest.fixture(autouse=True)
def unprinted(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that would be set: a PDF of it says no more."""
    monkeypatch.setattr(paper, "made", lambda page, *styles: page.encode())


def another_goal(cast: Cast) -> str:
    kari = cast.actor("kari")
    goal = plan.add_goal(kari, cast.logs["sofia"], "Sofia sover godt.", LifeArea.HOME)
    return str(goal)


def sheet(client: Client, cast: Cast, who: str, child: str, **asked: object) -> str:
    answer = client(who).client.get(f"/logs/{cast.logs[child]}/referral/paper", query_string=asked)
    assert answer.status_code == 200, answer.status_code
    return answer.get_data(as_text=True)


def test_only_the_goals_that_were_chosen_are_on_it(client: Client, cast: Cast) -> None:
    other = another_goal(cast)
    page = sheet(client, cast, "oksana", "sofia", goal=[str(cast.entries["sofia.goal"])])
    assert "friminuttene" in page
    assert "Sofia sover godt." not in page
    both = sheet(client, cast, "oksana", "sofia", goal=[str(cast.entries["sofia.goal"]), other, "x", ""])
    assert "friminuttene" in both
    assert "Sofia sover godt." in both


def test_words_and_about_me_only_when_asked_for(client: Client, cast: Cast) -> None:
    measure, goal = cast.entries["sofia.measure"], str(cast.entries["sofia.goal"])
    evaluating.evaluate(cast.actor("kari"), measure, Outcome.BETTER, "Hun ler mer.")
    about_me.write(cast.actor("oksana"), cast.logs["sofia"], AboutMeTopic.LIKE, "Sofia liker katter.")
    plain = sheet(client, cast, "oksana", "sofia", goal=goal)
    assert ("Det hjelper" in plain, "Hun ler mer." in plain, "katter" in plain) == (True, False, False)
    full = sheet(client, cast, "oksana", "sofia", goal=goal, words=1, about_me=1)
    assert ("Hun ler mer." in full, "Sofia liker katter." in full) == (True, True)


def test_nothing_chosen_is_asked_again_and_the_rest_is_kept(client: Client, cast: Cast) -> None:
    browser = client("oksana")
    foreign = str(cast.entries["amina.goal"])
    answer = browser.client.get(
        f"/logs/{cast.logs['sofia']}/referral/paper", query_string={"goal": foreign, "words": 1}
    )
    assert answer.status_code == 303
    page = browser.get(answer.headers["Location"]).get_data(as_text=True)
    assert "Velg minst ett mål." in page
    assert re.search(r'name="words" value="1" checked', page)
    assert not SeenLine.select().where(SeenLine.page == SeenPage.REFERRAL_KEPT).exists()


def test_it_is_in_bokmal_first_and_in_the_language_of_who_gives_it(bare_app: Flask, cast: Cast) -> None:
    def client(who: str | None) -> Browser:
        return Browser(bare_app, cast.accounts[who or ""])

    Account.update(locale="ar").where(Account.id == cast.accounts["layla"]).execute()
    page = sheet(client, cast, "layla", "noor", goal=[str(each) for each in _goals(cast, "layla", "noor")])
    assert re.findall(r'<div class="sheet" lang="(\w+)" dir="(\w+)">', page) == [("nb", "ltr"), ("ar", "rtl")]
    assert "Fjordvik" not in page  # a protected child's place
    own = sheet(client, cast, "per.haugen", "lise", goal=[str(each) for each in _goals(cast, "per.haugen", "lise")])
    assert re.findall(r'<div class="sheet" lang="(\w+)"', own) == ["nb"]


def _goals(cast: Cast, who: str, child: str) -> list[object]:
    return [each.id for each in referral.to_choose(cast.actor(who), cast.logs[child]).goals]


def test_the_line_holds_what_is_on_it(cast: Cast, app: Flask) -> None:
    goal = cast.entries["sofia.goal"]
    assert referral.referral(cast.actor("oksana"), cast.logs["sofia"], Chosen(frozenset({goal})))
    line = SeenLine.get(SeenLine.page == SeenPage.REFERRAL_KEPT)
    assert goal.bytes in line.things


def test_a_plan_without_goals_says_what_will_come(client: Client, cast: Cast) -> None:
    mia = put(cast, "asked").logs["mia"]
    page = client("oksana").get(f"/logs/{mia}/referral").get_data(as_text=True)
    assert "Det er ingen mål i planen ennå." in page


def test_a_phrase_of_the_bank_is_in_the_language_of_each_part(bare_app: Flask, cast: Cast) -> None:
    Account.update(locale="ar").where(Account.id == cast.accounts["layla"]).execute()
    phrase = next(iter(bank.GOALS[LifeArea.HOME]))
    goal = plan.add_goal(cast.actor("lina"), cast.logs["noor"], phrase, LifeArea.HOME)
    answer = Browser(bare_app, cast.accounts["layla"]).client.get(
        f"/logs/{cast.logs['noor']}/referral/paper", query_string={"goal": str(goal)}
    )
    norwegian, arabic = answer.get_data(as_text=True).split('lang="ar" dir="rtl"')
    words = bank.WORDS[phrase]
    assert str(words) in norwegian
    assert str(words) not in arabic
