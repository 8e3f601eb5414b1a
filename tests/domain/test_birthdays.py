"""Told of a birthday in good time: the young person first, guardians after; of what was kept back on the day itself."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.access.ages import birthday
from parentapp.domain import consents, log, notices, private, reminders
from parentapp.enums import Answer, NoticeKind
from parentapp.errors import Denied
from parentapp.models import Notice, Subject
from tests.cast import Cast

YES, NO = Answer.YES, Answer.NO
PARENTS = {"per.haugen", "anne.haugen"}
DAY = date(2026, 8, 1)  # on which Lise turns as many years as a test says


def turns(cast: Cast, age: int, youth: str | None = "helga") -> None:
    """Lise, whose parents have said yes to her school; with a login of her own or without."""
    lise = consents.sharing(cast.actor("per.haugen"), cast.logs["lise"]).log
    account = cast.accounts[youth] if youth else None
    born = DAY.replace(year=DAY.year - age)
    Subject.update(born=born, account=account).where(Subject.id == lise.subject_id).execute()


def before(days: int) -> Any:
    return clock.at(datetime.combine(DAY - timedelta(days=days), time(9), clock.OSLO).astimezone(UTC))


def remind(cast: Cast, child: str = "lise") -> None:
    reminders.remind(SystemActor("test", clock.now()), cast.logs[child])


def told(cast: Cast, kind: NoticeKind = NoticeKind.BIRTHDAY) -> list[str]:
    """Who was told, in order of time."""
    names = {account: name for name, account in cast.accounts.items()}
    rows = Notice.select().where(Notice.kind == kind).order_by(Notice.at, Notice.account)
    return [names[row.account_id] for row in rows]


def shown(cast: Cast, person: str) -> list[tuple[NoticeKind, int | None]]:
    kinds = (NoticeKind.BIRTHDAY, NoticeKind.KEPT_BACK)
    return [(each.kind, each.age) for each in notices.news(cast.actor(person)) if each.kind in kinds]


def turning(cast: Cast, person: str) -> list[int]:
    return [each.age for each in consents.sharing(cast.actor(person), cast.logs["lise"]).turning]


def test_the_young_person_first_then_the_guardians_each_once(cast: Cast) -> None:
    turns(cast, 15)
    for days in range(92, -3, -1):
        with before(days):
            remind(cast)
            remind(cast)
            if 30 < days <= 90:
                assert told(cast) == ["helga"]
                assert (turning(cast, "helga"), turning(cast, "anne.haugen")) == ([15], [])
    assert told(cast)[0] == "helga"
    assert sorted(told(cast)[1:]) == sorted(PARENTS)


def test_the_notice_and_the_words_end_with_the_birthday(cast: Cast) -> None:
    turns(cast, 15)
    with before(20):
        remind(cast)
        for person in ("helga", *PARENTS):
            assert shown(cast, person) == [(NoticeKind.BIRTHDAY, 15)]
            assert turning(cast, person) == [15]
        assert shown(cast, "per.aas") == [], "not the contact person, where there is a login"
    with before(0):
        for person in ("helga", *PARENTS):
            assert (shown(cast, person), turning(cast, person)) == ([], [])


def test_guardians_are_told_once_she_has_answered(cast: Cast) -> None:
    turns(cast, 15)
    with before(80):
        remind(cast)
        consents.answer(cast.actor("helga"), cast.requests["lise.school"], YES)
        remind(cast)
        assert told(cast) == ["helga"]
        consents.answer(cast.actor("helga"), cast.requests["lise.log"], YES)
        remind(cast)
        assert set(told(cast)) == {"helga", *PARENTS}
    with before(25):
        remind(cast)
    assert len(told(cast)) == 3


def test_she_stops_it_from_being_told_on_and_nobody_starts_it_over_her_head(cast: Cast) -> None:
    turns(cast, 15)
    with before(91), pytest.raises(Denied):
        consents.answer(cast.actor("helga"), cast.requests["lise.school"], NO)
    with before(90):
        consents.answer(cast.actor("helga"), cast.requests["lise.school"], NO)
        assert cast.logs["lise"] not in [each.log_id for each in log.logs(cast.actor("per.aas"))]
        for person in PARENTS:
            consents.answer(cast.actor(person), cast.requests["lise.school"], YES)
        assert cast.logs["lise"] not in [each.log_id for each in log.logs(cast.actor("per.aas"))]


def test_without_a_login_the_contact_person_is_told_to_give_one(cast: Cast) -> None:
    turns(cast, 15, youth=None)
    with before(90):
        remind(cast)
        assert told(cast) == ["per.aas"]
        assert shown(cast, "per.aas") == [(NoticeKind.BIRTHDAY, 15)]
    with before(30):
        remind(cast)
    assert set(told(cast)) == {"per.aas", *PARENTS}


def test_at_eighteen_guardians_are_told_that_they_will_see_nothing(cast: Cast) -> None:
    turns(cast, 18)
    with before(31):
        remind(cast)
        assert told(cast) == ["helga"]
    with before(30):
        remind(cast)
        assert set(told(cast)) == {"helga", *PARENTS}
        assert all(each.grown for each in consents.sharing(cast.actor("per.haugen"), cast.logs["lise"]).turning)


def test_after_a_standstill_past_the_birthday_nobody_is_told_of_it(cast: Cast) -> None:
    turns(cast, 15)
    with before(-1):
        remind(cast)
    assert told(cast) == []


def test_at_fifteen_she_is_told_what_was_kept_back_for_her(cast: Cast) -> None:
    """Mikkel, who gets a login in time."""
    note = log.add_note(cast.actor("lina"), cast.logs["mikkel"], "Mikkel gråt i dag.", health=True)
    private.withhold(cast.actor("lina"), note, "Mamma blir så lei seg.")
    mikkel = consents.sharing(cast.actor("hege"), cast.logs["mikkel"]).log
    Subject.update(account=cast.accounts["helga"]).where(Subject.id == mikkel.subject_id).execute()
    fifteen = birthday(mikkel.born, 15)
    for days in (-1, 0, 1, 40):
        with clock.at(datetime.combine(fifteen + timedelta(days=days), time(9), clock.OSLO).astimezone(UTC)):
            remind(cast, "mikkel")
            remind(cast, "mikkel")
            there = told(cast, NoticeKind.KEPT_BACK)
            kept = Notice.select().where((Notice.kind == NoticeKind.KEPT_BACK) & (Notice.thing == note)).count()
            assert kept == (days >= 0), there
            assert set(there) <= {"helga"}
    with clock.at(datetime.combine(fifteen, time(10), clock.OSLO).astimezone(UTC)):
        assert (NoticeKind.KEPT_BACK, 15) in shown(cast, "helga")
        assert [each for each in shown(cast, "hege") if each[0] is NoticeKind.KEPT_BACK] == []
