"""What is counted for whoever leads a unit. At the health station: four logs, one measure whose day has been."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.visible import Counts
from parentapp.db import transaction
from parentapp.domain import absences, consents, private, statistics
from parentapp.domain.statistics import Waiting
from parentapp.enums import Answer, MeasureStatus
from parentapp.models import Block, Conversation, Employment, Measure, Member, Stafettlogg
from tests.access.states import put
from tests.cast import Cast
from tests.closing import close

NOTHING_YET = Counts(
    "Fjordvik helsestasjon", logs=4, without_holder=0, to_find=0, asked=0, resting=0, overdue=0, waiting=()
)


def counted(cast: Cast, person: str = "anne.strand") -> list[Counts]:
    """Told of every message that waits."""
    with transaction():
        return visible.counts(cast.actor(person), lambda promised, days: True)


def numbers(cast: Cast) -> Counts:
    """But for what waits, which has its own tests."""
    (found,) = counted(cast)
    return replace(found, waiting=())


def nobody_is_late(cast: Cast) -> None:
    Measure.update(look_at=cast.now.date()).execute()


def test_only_for_who_leads(cast: Cast) -> None:
    nobody_is_late(cast)
    assert numbers(cast) == NOTHING_YET
    assert all(counted(cast, person) == [] for person in ("kari", "lina", "randi", "per.aas", "mona", "oksana", "ivar"))


def test_each_unit_one_leads_by_itself(cast: Cast) -> None:
    nobody_is_late(cast)
    since, anne = date(2020, 1, 1), cast.accounts["anne.strand"]
    Employment.create(account=anne, unit=cast.units["bup"], title="leder", leads=True, since=since)
    Employment.create(account=anne, unit=cast.units["school"], title="lærer", leads=False, since=since)
    bup, health = counted(cast)
    assert (bup.name, bup.logs, health.logs) == ("BUP Fjordvik", 0, 4)


def test_what_is_closed_is_not_counted(cast: Cast) -> None:
    nobody_is_late(cast)
    close(cast, "sofia")
    assert numbers(cast) == replace(NOTHING_YET, logs=3)


def test_what_waits_for_a_yes_and_what_rests(cast: Cast) -> None:
    nobody_is_late(cast)
    put(put(cast, "asked"), "resting")
    assert numbers(cast) == replace(NOTHING_YET, logs=5, asked=1, resting=1)


def test_a_holder_who_has_quit(cast: Cast) -> None:
    """Of the log that waits for the family's first yes nobody is found before that."""
    nobody_is_late(cast)
    put(cast, "asked")
    yesterday, kari = cast.now.date() - timedelta(days=1), Employment.account == cast.accounts["kari"]
    Employment.update(until=yesterday).where(kari).execute()
    assert (numbers(cast).without_holder, numbers(cast).to_find) == (4, 3)


def test_a_holder_who_is_kept_out(cast: Cast) -> None:
    by = {"blocked_by": cast.accounts["kari"], "blocked_at": cast.now}
    Block.create(log=cast.logs["noor"], account=cast.accounts["lina"], **by)
    assert numbers(cast).without_holder == 1


def test_a_holder_whose_service_has_no_yes(cast: Cast) -> None:
    nobody_is_late(cast)
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    assert numbers(cast) == replace(NOTHING_YET, without_holder=1, to_find=1)


@pytest.mark.parametrize(("away", "lacking"), [(("kari",), 0), (("lina",), 1), (("kari", "lina"), 4)])
def test_a_holder_who_is_away_where_no_deputy_answers(cast: Cast, away: tuple[str, ...], lacking: int) -> None:
    """Lina answers for Kari; nobody does for Lina."""
    for person in away:
        absences.go_away(cast.actor(person), cast.now.date(), cast.now.date() + timedelta(days=3))
    assert (numbers(cast).without_holder, numbers(cast).to_find) == (lacking, 0)


def test_a_deputy_whose_service_has_no_yes_does_not_answer(cast: Cast) -> None:
    part = {"deputy": cast.accounts["ingrid"], "deputy_unit": cast.units["ppt"]}
    Stafettlogg.update(**part).where(Stafettlogg.id == cast.logs["sofia"]).execute()
    absences.go_away(cast.actor("kari"), cast.now.date(), cast.now.date())
    assert numbers(cast).without_holder == 1


def overdue(cast: Cast, name: str, **changes: Any) -> int:
    """After the measure has become one whose day was yesterday, changed so."""
    nobody_is_late(cast)
    change = {"look_at": cast.now.date() - timedelta(days=1), "status": MeasureStatus.UNDER_WAY} | changes
    Measure.update(**change).where(Measure.entry == cast.entries[name]).execute()
    return numbers(cast).overdue


def test_measures_whose_day_has_been(cast: Cast) -> None:
    assert overdue(cast, "sofia.measure") == 1
    assert overdue(cast, "noor.measure") == 1
    assert overdue(cast, "sofia.measure", status=MeasureStatus.DONE) == 0
    assert overdue(cast, "sofia.measure", look_at=cast.now.date()) == 0
    assert overdue(cast, "lise.measure") == 0, "of another unit"


def test_measures_that_the_unit_may_not_see_are_not_counted(cast: Cast) -> None:
    assert overdue(cast, "sofia.measure") == 1
    consents.answer(cast.actor("oksana"), cast.requests["sofia.health"], Answer.NO)
    assert overdue(cast, "sofia.measure") == 0, "not by the school's yes either"


def test_what_a_young_person_keeps_from_a_guardian_is_counted_as_before(cast: Cast) -> None:
    before = overdue(cast, "amina.measure")
    private.choose(cast.actor("amina"), cast.entries["amina.measure"], [cast.accounts["yusuf"]])
    assert (before, numbers(cast).overdue) == (1, 1)


def waiting(cast: Cast) -> int:
    return len(counted(cast)[0].waiting)


def test_messages_that_the_holder_or_the_deputy_could_answer(cast: Cast) -> None:
    """Of her own unit's logs, also the young person's; not of a conversation that a holder of before is in."""
    everything = Conversation.waiting_since.is_null(False)
    held = Stafettlogg.select(Stafettlogg.id).where(Stafettlogg.holder_unit == cast.units["health"])
    talks = list(Conversation.select().where(everything & Conversation.log.in_(held)))
    assert waiting(cast) == len(talks) > 0
    there = {"waiting_since": cast.now, "answer_by": cast.now.date()}
    assert Conversation.update(**there).where(Conversation.log.not_in(held)).execute()
    assert waiting(cast) == len(talks)
    Member.update(left_at=cast.now).where(
        (Member.conversation == talks[0].id) & (Member.account != talks[0].owner_id)
    ).execute()
    assert waiting(cast) == len(talks) - 1
    Stafettlogg.update(holder=cast.accounts["randi"], deputy=None).where(
        Stafettlogg.id.in_([talk.log_id for talk in talks])
    ).execute()
    assert waiting(cast) == 0


def test_in_a_log_that_is_closed_nobody_waits(cast: Cast) -> None:
    before, of_it = waiting(cast), Conversation.log == cast.logs["sofia"]
    close(cast, "sofia")
    left = before - Conversation.select().where(of_it & Conversation.waiting_since.is_null(False)).count()
    assert waiting(cast) == left < before


def test_the_leader_is_told_one_promise_after_the_promised_day(cast: Cast) -> None:
    """Oksana wrote on Monday the 9th and was promised an answer by Wednesday; the leader's list is from Saturday on."""
    talk = Conversation.get_by_id(cast.conversations["sofia.oksana"])
    Conversation.update(waiting_since=None, answer_by=None).where(Conversation.id != talk.id).execute()
    assert talk.answer_by == date(2026, 3, 11)
    for days, found in ((3, ()), (4, (Waiting(1, 5),)), (5, (Waiting(1, 6),))):
        with clock.at(cast.now + timedelta(days=days)):
            (unit,) = statistics.unit(cast.actor("anne.strand")).units
            assert unit.waiting == found


def test_what_is_answered_waits_no_longer(cast: Cast) -> None:
    with clock.at(cast.now + timedelta(days=30)):
        before = sum(each.count for each in statistics.unit(cast.actor("anne.strand")).units[0].waiting)
        Conversation.update(waiting_since=None, answer_by=None).where(
            Conversation.id == cast.conversations["sofia.oksana"]
        ).execute()
        after = sum(each.count for each in statistics.unit(cast.actor("anne.strand")).units[0].waiting)
    assert after == before - 1


def test_a_count_holds_nothing_but_numbers_instants_and_the_units_own_name(cast: Cast) -> None:
    for each in counted(cast):
        for name, value in vars(each).items():
            whole = [value] if name != "waiting" else list(value)
            assert name == "name" or all(type(one) in (int, type(cast.now)) for one in whole)
