"""At 15 and at 18 the young person is asked who around them is to stay: nobody else knows, and until then they stay."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.actor import SystemActor
from parentapp.access.ages import asked_who_stays
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import families, log, network, notices, people_page, reminders, staying
from parentapp.enums import NoticeKind
from parentapp.errors import Conflict, Hidden
from parentapp.models import Notice, Stafettlogg, Subject
from tests.access.test_network import let_in, proposed, say
from tests.cast import Cast
from tests.closing import close

STAYS = NoticeKind.NETWORK_STAYS
DAY = date(2026, 6, 1)  # on which Amina turns as many years as a test says
GUARDIANS = ("fadumo", "yusuf")


def turns(cast: Cast, age: int, *network_people: str) -> None:
    """These are around her from the tenth of March, as in the cast."""
    subject = Subject.account == cast.accounts["amina"]
    Subject.update(born=DAY.replace(year=DAY.year - age)).where(subject).execute()
    for who in network_people or ("gro",):
        families.add_network_person(cast.actor("kari"), cast.logs["amina"], cast.accounts[who], cast.today)


def at(days: int, when: time = time(9)) -> Any:
    """So many days after that birthday, by the clock of Oslo."""
    return clock.at(datetime.combine(DAY + timedelta(days=days), when, clock.OSLO).astimezone(UTC))


def asked(cast: Cast, who: str = "amina") -> set[UUID]:
    """Of whom this person is asked, on «Hvem er med» and by the rule itself."""
    with transaction():
        rows = {row.account_id for row in visible.staying_asked(look(cast.actor(who)))}
    assert people_page.page(cast.actor(who), cast.logs["amina"]).network.asked == rows
    return rows


def answer(cast: Cast, stays: bool, of: str = "gro", who: str = "amina") -> None:
    staying.answer(cast.actor(who), cast.logs["amina"], cast.accounts[of], stays=stays)


def remind(cast: Cast) -> None:
    reminders.remind(SystemActor("test", clock.now()), cast.logs["amina"])


def told(cast: Cast, who: str = "amina") -> list[int | None]:
    """How old she was, by each notice that this person is shown."""
    return [each.age for each in notices.news(cast.actor(who)) if each.kind is STAYS]


def reads(cast: Cast, who: str = "gro") -> bool:
    return cast.logs["amina"] in {each.log_id for each in log.logs(cast.actor(who))}


@pytest.mark.parametrize(
    ("born", "day", "since"),
    [
        (date(2010, 6, 1), date(2025, 5, 31), None),
        (date(2010, 6, 1), date(2025, 6, 1), date(2025, 6, 1)),
        (date(2010, 6, 1), date(2028, 5, 31), date(2025, 6, 1)),
        (date(2010, 6, 1), date(2028, 6, 1), date(2028, 6, 1)),
        (date(2010, 6, 1), date(2040, 1, 1), date(2028, 6, 1)),
        (date(2008, 2, 29), date(2023, 2, 27), None),
        (date(2008, 2, 29), date(2023, 2, 28), date(2023, 2, 28)),
    ],
)
def test_it_is_asked_from_the_birthdays_of_15_and_18(born: date, day: date, since: date | None) -> None:
    assert asked_who_stays(born, day) == since


@pytest.mark.parametrize("age", [15, 18])
def test_from_midnight_in_oslo_she_is_asked_about_each_and_they_stay_meanwhile(cast: Cast, age: int) -> None:
    turns(cast, age, "gro", "erik")
    with at(-1, time(23, 59)):
        assert asked(cast) == set()
        remind(cast)
        assert told(cast) == []
    with at(0, time(0)):
        assert asked(cast) == {cast.accounts["gro"], cast.accounts["erik"]}
        assert people_page.page(cast.actor("amina"), cast.logs["amina"]).network.since == age
        remind(cast)
        remind(cast)
        assert told(cast) == [age], "once, for both"
    with at(400):
        assert [reads(cast), reads(cast, "erik")] == [True, True], "unanswered they stay"


@pytest.mark.parametrize("age", [16, 17, 19])
def test_no_other_birthday_asks(cast: Cast, age: int) -> None:
    turns(cast, age)
    with at(0):
        remind(cast)
        assert (asked(cast), told(cast)) == (set(), [])


def test_what_she_has_answered_is_asked_no_more_until_18(cast: Cast) -> None:
    turns(cast, 15, "gro", "erik")
    with at(0):
        remind(cast)
        answer(cast, stays=True)
        assert asked(cast) == {cast.accounts["erik"]}
        assert told(cast) == [15]
        with pytest.raises(Conflict):
            answer(cast, stays=False)
        answer(cast, stays=True, of="erik")
        assert (asked(cast), told(cast)) == (set(), [])
        assert [reads(cast), reads(cast, "erik")] == [True, True]
    eighteen = DAY.replace(year=DAY.year + 3) - DAY
    with at(eighteen.days - 1):
        assert asked(cast) == set()
    with at(eighteen.days):
        remind(cast)
        assert len(asked(cast)) == 2
        assert told(cast) == [18]


def test_a_no_takes_them_out_at_once_and_says_nothing_of_who_did(cast: Cast) -> None:
    turns(cast, 15)
    with at(0):
        remind(cast)
        answer(cast, stays=False)
        assert not reads(cast)
        assert (asked(cast), told(cast)) == (set(), [])
        for who in GUARDIANS:
            (changed,) = (each for each in notices.news(cast.actor(who)) if each.kind is NoticeKind.PEOPLE)
            assert changed.thing == cast.logs["amina"], "not even whom it was about"
        assert not [each for each in notices.news(cast.actor("gro")) if each.kind is NoticeKind.PEOPLE]
        with pytest.raises(Hidden):
            answer(cast, stays=True)


def test_nobody_else_sees_that_it_is_asked_or_what_she_answers(cast: Cast) -> None:
    turns(cast, 15, "gro", "erik")
    others = (*GUARDIANS, "kari")
    with at(0):
        remind(cast)
        assert [(asked(cast, who), told(cast, who)) for who in others] == [(set(), [])] * len(others)
        before = {who: people_page.page(cast.actor(who), cast.logs["amina"]) for who in others}
        assert {each.network.since for each in before.values()} == {None}
        told_to = {row.account_id for row in Notice.select().where(Notice.kind == STAYS)}
        assert told_to == {cast.accounts["amina"]}
        for who in (*others, "gro", "lina"):
            with pytest.raises(Hidden):
                answer(cast, stays=True, who=who)
        answer(cast, stays=True)
        assert {who: people_page.page(cast.actor(who), cast.logs["amina"]) for who in others} == before


def test_a_notice_of_it_is_shown_to_nobody_else(cast: Cast) -> None:
    """Were it told to all: it is hers alone, and of that birthday."""
    turns(cast, 15)
    rows = [{"account": each, "day": DAY, "step": 0} for each in cast.accounts.values()]
    rows.append({"account": cast.accounts["amina"], "day": DAY - timedelta(days=1), "step": 0})
    for row in rows:
        Notice.create(log=cast.logs["amina"], kind=STAYS, thing=cast.logs["amina"], at=cast.now, **row)
    with at(-1):
        assert {who for who in cast.accounts if told(cast, who)} == set()
    with at(0):
        assert {who: told(cast, who) for who in cast.accounts if told(cast, who)} == {"amina": [15]}


def test_who_came_in_by_her_own_yes_is_not_asked_about(cast: Cast) -> None:
    turns(cast, 15)
    with at(0):
        answer(cast, stays=False)
        again = proposed(cast)
        say(cast, again, "amina", "yusuf")
        let_in(cast, again)
        assert reads(cast)
        assert asked(cast) == set()


def test_who_is_kept_out_or_taken_out_is_not_asked_about(cast: Cast) -> None:
    turns(cast, 15, "gro", "erik")
    families.block(cast.actor("kari"), cast.logs["amina"], cast.accounts["gro"])
    network.remove(cast.actor("fadumo"), cast.logs["amina"], cast.accounts["erik"])
    with at(0):
        remind(cast)
        assert asked(cast) == set()
        assert not Notice.select().where(Notice.kind == STAYS).exists()


def test_in_another_log_that_one_belongs_to_nobody_is_asked_about(cast: Cast) -> None:
    """Oksana, whom this log is about now, is a guardian of Sofia, around whom Erik is."""
    turns(cast, 15)
    Subject.update(account=cast.accounts["oksana"]).where(Subject.account == cast.accounts["amina"]).execute()
    with at(0):
        assert asked(cast, "oksana") == {cast.accounts["gro"]}


def test_without_a_login_nobody_is_asked_in_her_place(cast: Cast) -> None:
    turns(cast, 15)
    subject = Subject.get(Subject.account == cast.accounts["amina"])
    Subject.update(account=None).where(Subject.id == subject.id).execute()
    with at(0):
        remind(cast)
        assert not Notice.select().where(Notice.kind == STAYS).exists()
        assert all(asked(cast, who) == set() for who in (*GUARDIANS, "kari"))
    Subject.update(account=cast.accounts["amina"]).where(Subject.id == subject.id).execute()
    with at(7):
        remind(cast)
        assert (len(asked(cast)), told(cast)) == (1, [15]), "once she has one"


def test_in_a_closed_log_she_is_asked_on_the_page_and_answers_there(cast: Cast) -> None:
    turns(cast, 15)
    close(cast, "amina")
    with at(0):
        remind(cast)
        assert told(cast) == [], "nothing of a closed log leaves the app"
        assert asked(cast) == {cast.accounts["gro"]}
        answer(cast, stays=False)
        assert not reads(cast)


def test_not_in_a_log_that_waits_for_its_first_yes(cast: Cast) -> None:
    turns(cast, 15)
    Stafettlogg.update(opened_at=None).where(Stafettlogg.id == cast.logs["amina"]).execute()
    with at(0), transaction():
        assert not list(visible.staying_asked(look(cast.actor("amina"))))
    with at(0), pytest.raises(Hidden):
        answer(cast, stays=True)
