"""Which logs the worker looks at; who is shown a reminder: whoever may know of what it is about, while it is true."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from parentapp import clock
from parentapp.access import coming, visible, watching
from parentapp.access.actor import SystemActor
from parentapp.access.sight import look
from parentapp.crypto import new_id
from parentapp.db import transaction
from parentapp.enums import NoticeKind
from parentapp.models import ConsentRequest, Guardian, Notice, Stafettlogg, Subject
from tests.cast import Cast
from tests.closing import close


def system() -> SystemActor:
    return SystemActor("test", clock.now())


def until(cast: Cast, request: str, child: str) -> date:
    with transaction():
        found = watching.watch(system(), cast.logs[child])
        assert found is not None
        running = {each.request_id: each.until for each in found[1].running(found[0])}
        assert cast.requests[request] in running
        return running[cast.requests[request]]


def tell_everybody(
    cast: Cast, child: str, thing: UUID, day: date, kind: NoticeKind = NoticeKind.CONSENT_ENDING
) -> None:
    told = {"log": cast.logs[child], "kind": kind, "thing": thing, "day": day, "step": 30}
    rows = [{"id": new_id(), "account": account, "at": cast.now, **told} for account in cast.accounts.values()]
    Notice.insert_many(rows).execute()


def shown_to(cast: Cast, kind: NoticeKind = NoticeKind.CONSENT_ENDING) -> set[str]:
    found = set()
    for name in cast.accounts:
        with transaction():
            rows = list(visible.notices(look(cast.actor(name))))
            found |= {name for row in rows if row.kind is kind}
    return found


@pytest.mark.parametrize(
    ("child", "request_", "people"),
    [
        ("lise", "lise.school", {"per.haugen", "anne.haugen"}),
        ("amina", "amina.log", {"amina", "fadumo", "yusuf"}),
        ("jonas", "jonas.bup", {"jonas"}),
        ("ella", "ella.kindergarten", {"gro", "tor"}),
    ],
)
def test_a_reminder_is_for_whoever_may_know_of_the_question(
    cast: Cast, child: str, request_: str, people: set[str]
) -> None:
    """Told to everybody about the same: no service, no other family, nobody who is kept out is shown it."""
    tell_everybody(cast, child, cast.requests[request_], until(cast, request_, child))
    assert shown_to(cast) == people


def test_one_of_another_day_is_shown_to_nobody(cast: Cast) -> None:
    tell_everybody(cast, "lise", cast.requests["lise.school"], date(2026, 4, 1))
    assert shown_to(cast) == set()


def test_one_of_what_does_not_run_is_shown_to_nobody(cast: Cast) -> None:
    tell_everybody(cast, "amina", cast.requests["amina.ppt"], until(cast, "amina.log", "amina"))
    tell_everybody(cast, "jonas", cast.requests["jonas.health"], until(cast, "jonas.log", "jonas"))
    assert shown_to(cast) == set()


def test_only_open_logs_are_watched_and_nothing_is_visible_through_it(cast: Cast) -> None:
    Stafettlogg.update(opened_at=None).where(Stafettlogg.id == cast.logs["jonas"]).execute()
    close(cast, "lise")
    listed = set(watching.open_logs(system()))
    assert cast.logs["sofia"] in listed
    for child, log_id in cast.logs.items():
        with transaction():
            found = watching.watch(system(), log_id)
            assert (found is not None) == (log_id in listed) == (child not in {"jonas", "lise", "elias"}), child
            if found is not None:
                assert found[0].id == log_id
                assert not found[1].ties
                for model, rows in visible.RULES.items():
                    assert not list(rows(found[1]).select(model.id)), model


def turns_fifteen(cast: Cast, days: int, youth: str | None) -> date:
    """Lise, in so many days, with a login of her own or without."""
    today = clock.local_date(cast.now)
    lise = Stafettlogg.get_by_id(cast.logs["lise"]).subject_id
    birthday = today + timedelta(days=days)
    account = cast.accounts[youth] if youth else None
    Subject.update(born=birthday.replace(year=birthday.year - 15), account=account).where(Subject.id == lise).execute()
    return birthday


@pytest.mark.parametrize(
    ("days", "youth", "people"),
    [
        (91, "helga", set()),
        (80, "helga", {"helga"}),
        (20, "helga", {"helga", "per.haugen", "anne.haugen"}),
        (80, None, {"per.aas"}),
        (20, None, {"per.aas", "per.haugen", "anne.haugen"}),
        (0, "helga", set()),
    ],
)
def test_of_a_birthday_is_told_whose_turn_it_is(cast: Cast, days: int, youth: str | None, people: set[str]) -> None:
    day = turns_fifteen(cast, days, youth)
    tell_everybody(cast, "lise", cast.logs["lise"], day, NoticeKind.BIRTHDAY)
    tell_everybody(cast, "lise", cast.logs["lise"], day + timedelta(days=1), NoticeKind.BIRTHDAY)
    tell_everybody(cast, "sofia", cast.logs["sofia"], day, NoticeKind.BIRTHDAY)
    assert shown_to(cast, NoticeKind.BIRTHDAY) == people
    for name in people:
        with transaction():
            told = [row for row in visible.notices(look(cast.actor(name))) if row.kind is NoticeKind.BIRTHDAY]
            assert [row.day for row in told] == [day]


def test_in_a_closed_log_and_one_that_was_only_asked_for_nothing_comes(cast: Cast) -> None:
    day = turns_fifteen(cast, 20, "helga")
    tell_everybody(cast, "lise", cast.logs["lise"], day, NoticeKind.BIRTHDAY)
    Stafettlogg.update(opened_at=None).where(Stafettlogg.id == cast.logs["lise"]).execute()
    assert shown_to(cast, NoticeKind.BIRTHDAY) == set()
    Stafettlogg.update(opened_at=cast.now).where(Stafettlogg.id == cast.logs["lise"]).execute()
    close(cast, "lise")
    assert shown_to(cast, NoticeKind.BIRTHDAY) == set()


def test_where_no_guardian_is_left_only_what_is_answered_changes(cast: Cast) -> None:
    """At fifteen keeping things private changes nothing where nobody is there to keep them from."""
    day = turns_fifteen(cast, 20, "helga")
    tell_everybody(cast, "lise", cast.logs["lise"], day, NoticeKind.BIRTHDAY)
    ConsentRequest.update(replaced_at=cast.now).where(ConsentRequest.log == cast.logs["lise"]).execute()
    assert shown_to(cast, NoticeKind.BIRTHDAY) == {"helga", "per.haugen", "anne.haugen"}
    Guardian.update(until=cast.now.date() - timedelta(days=1)).where(Guardian.log == cast.logs["lise"]).execute()
    assert shown_to(cast, NoticeKind.BIRTHDAY) == set()


def test_what_was_kept_back_is_told_to_the_young_person_alone(cast: Cast) -> None:
    tell_everybody(cast, "amina", cast.entries["amina.concern"], date(2026, 3, 1), NoticeKind.KEPT_BACK)
    assert shown_to(cast, NoticeKind.KEPT_BACK) == {"amina"}
    born = Subject.get(Subject.account == cast.accounts["amina"]).born
    Subject.update(born=born.replace(year=born.year + 1)).where(Subject.account == cast.accounts["amina"]).execute()
    assert shown_to(cast, NoticeKind.KEPT_BACK) == set(), "not before fifteen"


def test_of_each_log_only_its_own_questions_change(cast: Cast) -> None:
    """Per Aas holds several, and looks at all of them at once."""
    turns_fifteen(cast, 80, None)
    with transaction():
        sight = look(cast.actor("per.aas"))
        found = [each for there in sight.logs() if there.id == cast.logs["lise"] for each in coming.known(sight, there)]
    assert [set(each.signs) for each in found] == [{cast.requests["lise.log"], cast.requests["lise.school"]}]
