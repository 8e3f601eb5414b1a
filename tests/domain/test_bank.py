"""The phrase bank: what is chosen from it each reads in their own language, everywhere; own words stay own words."""

from datetime import timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.bank import AREA_OF, GOALS, MEASURES, WORDS
from parentapp.domain import (
    evaluating,
    home,
    log,
    minutes,
    plan,
    plan_page,
    revising,
    summary,
    translating,
)
from parentapp.domain.bank import said
from parentapp.domain.shown import ShownEntry
from parentapp.enums import LifeArea
from parentapp.enums.bank import PHRASES, GoalPhrase, MeasurePhrase
from parentapp.errors import Conflict
from parentapp.models import Entry, Goal, Revision
from tests.cast import Cast

COMPANY, ONE_ADULT = GoalPhrase.FRIENDS_COMPANY, MeasurePhrase.FRIENDS_BREAK_TIME


def chosen(cast: Cast) -> UUID:
    """Kari chooses a goal of the bank for Amina; her father reads Arabic."""
    return plan.add_goal(cast.actor("kari"), cast.logs["amina"], COMPANY, LifeArea.HOME)


def chosen_measure(cast: Cast, goal: UUID) -> UUID:
    kari = cast.actor("kari")
    part = {"owner_unit": cast.units["health"], "starts": kari.today, "look_at": kari.today}
    return plan.add_measure(kari, goal, ONE_ADULT, owner=kari.account_id, **part)


def in_plan(cast: Cast, entry: UUID, person: str, locale: str) -> ShownEntry:
    page = plan_page.plan(cast.actor(person, locale), cast.logs["amina"])
    return next(
        each
        for goal in page.goals
        for each in (goal.entry, *(part.entry for part in goal.measures))
        if each.id == entry
    )


def test_there_is_enough_of_it_for_each_life_area() -> None:
    for area in LifeArea:
        assert 5 <= len(GOALS[area]) <= 8
        assert 8 <= len(MEASURES[area]) <= 12
    assert set(WORDS) == {*GoalPhrase, *MeasurePhrase}
    assert len(set(WORDS.values())) == len(WORDS), "none stands there twice"
    assert {len(code) for code in PHRASES} == {4}, "how long a sealed one is tells nothing"
    assert len(PHRASES) == len(WORDS), "each has its own key"


def test_each_reads_it_in_their_own_language(cast: Cast) -> None:
    goal = chosen(cast)
    measure = chosen_measure(cast, goal)
    for entry, phrase in ((goal, COMPANY), (measure, ONE_ADULT)):
        for person, locale in (("kari", "nb"), ("yusuf", "ar")):
            shown = in_plan(cast, entry, person, locale)
            assert (shown.first, shown.phrase) == ((said(phrase, locale), locale), phrase)
    assert said(COMPANY, "ar") != said(COMPANY, "nb")


def test_where_a_language_is_not_whole_it_stands_in_bokmal(cast: Cast) -> None:
    assert in_plan(cast, chosen(cast), "fadumo", "so").first == (WORDS[COMPANY], "nb")


def test_it_is_so_wherever_it_stands(cast: Cast) -> None:
    """The log, what is new, «Kort fortalt» in the reader's and in another language."""
    goal, yusuf = chosen(cast), cast.actor("yusuf", "ar")
    amina, arabic = cast.logs["amina"], said(COMPANY, "ar")
    assert arabic in [each.first[0] for each in log.timeline(yusuf, amina).entries]
    news = home.home(yusuf, amina)
    assert news
    assert arabic in [each.entry.first[0] for each in news.news if each.entry]
    made = summary.summary(yusuf, amina, "nb").summary
    shown = next(each.entry for area in made.areas for each in area.goals if each.entry.id == goal)
    assert shown.first == (arabic, "ar")
    assert made.translations[goal] == {"nb": WORDS[COMPANY]}


def test_its_life_area_is_the_phrases_own(cast: Cast) -> None:
    goal = Goal.get(Goal.entry == chosen(cast))
    assert goal.life_area is AREA_OF[COMPANY] is LifeArea.FRIENDS


def test_it_is_kept_as_its_key_and_sealed(cast: Cast) -> None:
    row = Entry.get_by_id(chosen(cast))
    assert (row.phrase, row.text, row.lang) == (COMPANY.value, WORDS[COMPANY], "nb")
    assert COMPANY.value.encode() not in bytes(row.phrase_sealed)


def test_other_words_are_own_words_and_what_stood_before_is_read_on(cast: Cast) -> None:
    goal = chosen(cast)
    assert revising.to_change(cast.actor("kari", "ar"), goal).text == said(COMPANY, "ar")
    revising.change_text(cast.actor("kari", "ar"), goal, said(COMPANY, "ar"))
    assert not Revision.select().where(Revision.entry == goal).count(), "the same words change nothing"
    with clock.at(cast.now + timedelta(minutes=1)):
        revising.change_text(cast.actor("kari"), goal, "Amina spiser med noen.")
        page = plan_page.plan(cast.actor("yusuf", "ar"), cast.logs["amina"])
    part = next(each for each in page.goals if each.entry.id == goal)
    assert (part.entry.phrase, part.entry.first) == (None, ("Amina spiser med noen.", "nb"))
    assert [(each.text, each.lang) for each in part.earlier] == [(said(COMPANY, "ar"), "ar")]


def test_another_day_keeps_the_phrase(cast: Cast) -> None:
    measure = chosen_measure(cast, chosen(cast))
    evaluating.renew(cast.actor("kari"), measure, cast.today + timedelta(days=9))
    assert in_plan(cast, measure, "yusuf", "ar").phrase is ONE_ADULT


def test_it_is_not_sent_to_be_translated(cast: Cast) -> None:
    """Own words are offered and taken as ever."""
    goal, kari = chosen(cast), cast.actor("kari")
    assert not in_plan(cast, goal, "kari", "nb").askable
    how = {"locale": "so", "translator": cast.accounts["daud"], "until": cast.today}
    with pytest.raises(Conflict):
        translating.ask(kari, goal, **how)
    revising.change_text(kari, goal, "Amina spiser med noen.")
    assert in_plan(cast, goal, "kari", "nb").askable
    translating.ask(kari, goal, **how)


def test_a_phrase_that_is_no_longer_offered_stands_as_it_stood(cast: Cast) -> None:
    goal = chosen(cast)
    row = Entry.get_by_id(goal)
    row.phrase = "gone"
    row.save()
    assert in_plan(cast, goal, "yusuf", "ar").first == (WORDS[COMPANY], "nb")


def test_a_measure_agreed_in_a_meeting_names_the_goal_in_the_writers_language(cast: Cast) -> None:
    held = cast.meetings["amina.meeting"]
    goal = chosen(cast)
    with clock.at(cast.now + timedelta(days=90)):
        page = minutes.to_write(cast.actor("kari", "ar"), held)
    assert isinstance(page, minutes.ToWrite)
    assert said(COMPANY, "ar") in [each.text for each in page.goals if each.id == goal]
