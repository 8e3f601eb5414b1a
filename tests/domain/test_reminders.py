"""Reminded in good time, once for each person, question and step; also by two workers, or one that stood still."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest

from parentapp import clock, worker
from parentapp.access.actor import SystemActor
from parentapp.domain import consent_page, consents, notices, recording, reminders
from parentapp.domain.notices import News
from parentapp.enums import Answer, Delivery, NoticeKind
from parentapp.models import Account, ConsentRequest, Notice
from tests.cast import Cast
from tests.closing import close
from tests.test_worker import elsewhere

YES, NO = Answer.YES, Answer.NO
PARENTS = {"per.haugen", "anne.haugen"}


def last_day(cast: Cast, request: str, person: str = "per.haugen") -> date:
    grant = consent_page.page(cast.actor(person), cast.requests[request]).request.grant
    assert grant is not None
    return grant.until


def before(cast: Cast, days: int, at: time = time(9), request: str = "lise.school", person: str = "per.haugen") -> Any:
    """That morning, so many days before the school's yes for Lise ends."""
    day = last_day(cast, request, person) - timedelta(days=days)
    return clock.at(datetime.combine(day, at, clock.OSLO).astimezone(UTC))


def remind(cast: Cast, child: str = "lise") -> None:
    reminders.remind(SystemActor("test", clock.now()), cast.logs[child])


def told(cast: Cast, request: str = "lise.school") -> list[tuple[str, int]]:
    """Who was told of which step, in order of time."""
    names = {account: name for name, account in cast.accounts.items()}
    rows = Notice.select().where((Notice.kind == NoticeKind.CONSENT_ENDING) & (Notice.thing == cast.requests[request]))
    return sorted(((names[row.account_id], row.step) for row in rows), key=lambda each: (-each[1], each[0]))


def shown(cast: Cast, person: str) -> list[News]:
    return [each for each in notices.news(cast.actor(person)) if each.kind is NoticeKind.CONSENT_ENDING]


def of_step(*steps: int) -> list[tuple[str, int]]:
    return [(person, step) for step in steps for person in sorted(PARENTS)]


def test_each_is_told_at_each_step_once(cast: Cast) -> None:
    for days in range(62, -3, -1):
        with before(cast, days):
            remind(cast)
            remind(cast)
    assert told(cast) == of_step(60, 30, 7)


def test_after_a_standstill_only_the_latest_step_is_told(cast: Cast) -> None:
    for days in (6, 5):
        with before(cast, days):
            remind(cast)
    assert told(cast) == of_step(7)


def test_who_has_said_yes_again_is_not_told_and_the_others_are(cast: Cast) -> None:
    with before(cast, 60):
        remind(cast)
        consents.answer(cast.actor("anne.haugen"), cast.requests["lise.school"], YES)
    with before(cast, 30):
        remind(cast)
    assert told(cast) == [*of_step(60), ("per.haugen", 30)]


def test_when_all_have_said_yes_again_it_starts_anew_with_the_new_day(cast: Cast) -> None:
    with before(cast, 60):
        remind(cast)
        for person, request in product(PARENTS, ("lise.log", "lise.school")):
            consents.answer(cast.actor(person), cast.requests[request], YES)
    with before(cast, 61):  # of the new last day
        remind(cast)
    assert told(cast) == of_step(60)
    with before(cast, 60):
        remind(cast)
    assert told(cast) == sorted(of_step(60) * 2)
    assert len({row.day for row in Notice.select().where(Notice.thing == cast.requests["lise.school"]) if row.day}) == 2


@pytest.mark.parametrize("how", ["stopped", "closed", "rests", "lapsed"])
def test_of_what_has_ended_nobody_is_told(cast: Cast, how: str) -> None:
    with before(cast, 30 if how != "lapsed" else -1):
        if how == "stopped":
            consents.answer(cast.actor("anne.haugen"), cast.requests["lise.school"], NO)
        if how == "closed":
            close(cast, "lise")
        if how == "rests":
            consents.answer(cast.actor("anne.haugen"), cast.requests["lise.log"], NO)
        remind(cast)
    assert told(cast) == []


def test_a_replaced_question_is_not_reminded_of(cast: Cast) -> None:
    with before(cast, 30):
        ConsentRequest.update(replaced_at=clock.now()).where(
            ConsentRequest.id == cast.requests["lise.school"]
        ).execute()
        remind(cast)
    assert told(cast) == []


def test_it_is_shown_until_it_ends_on_another_day(cast: Cast) -> None:
    with before(cast, 30):
        remind(cast)
        found = {each.thing: each for each in shown(cast, "per.haugen")}
        assert found[cast.requests["lise.school"]].day == last_day(cast, "lise.school")
        consents.answer(cast.actor("anne.haugen"), cast.requests["lise.school"], YES)
        assert cast.requests["lise.school"] in {each.thing for each in shown(cast, "per.haugen")}
        consents.answer(cast.actor("per.haugen"), cast.requests["lise.school"], YES)
        assert cast.requests["lise.school"] not in {each.thing for each in shown(cast, "per.haugen")}


def test_it_is_shown_no_more_once_it_is_stopped_or_over(cast: Cast) -> None:
    with before(cast, 7):
        remind(cast)
        assert shown(cast, "anne.haugen")
    with before(cast, -1):
        assert not shown(cast, "anne.haugen")


def test_no_service_and_no_other_family_is_told(cast: Cast) -> None:
    """Staff have the coming sixty days on their desk; whose yes is missing they never learn."""
    with before(cast, 30):
        for log_id in reminders.logs(SystemActor("test", clock.now())):
            reminders.remind(SystemActor("test", clock.now()), log_id)
    told_of_lise = Notice.select().where((Notice.kind == NoticeKind.CONSENT_ENDING) & (Notice.log == cast.logs["lise"]))
    assert {row.account_id for row in told_of_lise} == {cast.accounts[each] for each in PARENTS}


def test_for_a_service_that_has_care_its_people_are_told(cast: Cast) -> None:
    with before(cast, 30, request="ella.kindergarten", person="tor"):
        remind(cast, "ella")
    assert told(cast, "ella.kindergarten") == [("tor", 30)]


# The worker.


def rounds(cast: Cast, *moments: tuple[int, time]) -> None:
    """One worker that looks at these moments: so many days before the last one, at that time in Oslo."""
    mornings = worker.Mornings()
    for days, at in moments:
        with before(cast, days, at):
            mornings.round()


def test_nobody_is_told_at_night(cast: Cast) -> None:
    rounds(cast, (30, time(0, 5)), (30, time(6, 59)))
    assert told(cast) == []
    rounds(cast, (30, time(7)))
    assert told(cast) == of_step(30)


def test_a_worker_reminds_once_a_day(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[date] = []
    listed = reminders.logs

    def logs(actor: SystemActor) -> list[UUID]:
        asked.append(clock.local_date(actor.now))
        return listed(actor)

    monkeypatch.setattr(reminders, "logs", logs)
    rounds(cast, (31, time(8)), (31, time(12)), (30, time(6)), (30, time(7, 1)), (30, time(23)))
    assert len(asked) == len(set(asked)) == 2


def test_one_log_that_fails_stops_no_other(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    remind_one = reminders.remind

    def fails_for_sofia(actor: SystemActor, log_id: UUID) -> None:
        if log_id == cast.logs["sofia"]:
            raise OSError("the disk is full")
        remind_one(actor, log_id)

    monkeypatch.setattr(reminders, "remind", fails_for_sofia)
    rounds(cast, (30, time(8)))
    assert told(cast) == of_step(30)


def test_two_workers_tell_once(cast: Cast) -> None:
    with before(cast, 30):
        now = clock.now()
        remind(cast)

        def again() -> bool:
            reminders.remind(SystemActor("other", now), cast.logs["lise"])
            return True

        assert elsewhere(again)
    assert told(cast) == of_step(30)


def test_without_the_databases_word_it_would_be_twice(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The control."""
    step = iter(range(1000, 2000))
    remind_once = recording.remind

    def another_step(*given: Any) -> None:
        remind_once(*given[:-1], next(step))

    monkeypatch.setattr(recording, "remind", another_step)
    with before(cast, 30):
        remind(cast)
        remind(cast)
    assert len(told(cast)) == 2 * len(PARENTS)


def test_what_leaves_the_app_is_the_neutral_sentence(cast: Cast) -> None:
    given: list[tuple[UUID, str]] = []

    class Channel:
        def deliver(self, account_id: UUID, locale: str) -> None:
            given.append((account_id, locale))

    with before(cast, 30):
        remind(cast)
        worker.deliver_due(Channel())
    there = {(each, Account.get_by_id(each).locale) for each in (cast.accounts[name] for name in PARENTS)}
    assert set(given) == there
    assert not Notice.select().where(Notice.delivery == Delivery.WAITING).exists()
