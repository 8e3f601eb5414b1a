"""What a history of answers amounts to. Every case is a sentence of docs/access.md, «Consent»."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from parentapp.access.ages import AgeRow
from parentapp.access.consent import Decision, Grant, Request, in_effect, needed_for
from parentapp.access.signers import Family, Signer
from parentapp.enums import Answer, Kind, ServiceKind

MOTHER, FATHER, YOUTH, STEPMOTHER = (UUID(int=n) for n in range(1, 5))
PLAN, HEALTH, GLIMPSE = Kind.PLAN, Kind.HEALTH, Kind.LYSGLIMT
ALL = frozenset({PLAN, HEALTH, GLIMPSE})
START = datetime(2026, 3, 2, 12, tzinfo=UTC)
BORN = {
    "child": date(2016, 6, 10),
    "fifteen": date(2011, 1, 10),
    "sixteen": date(2010, 1, 10),
    "adult": date(2008, 1, 10),
}
SCHOOL = AgeRow(ServiceKind.SCHOOL, date(2020, 1, 1), heard=7, co_signs=15, alone=18)
STATION = AgeRow(ServiceKind.HEALTH_STATION, date(2020, 1, 1), heard=7, co_signs=15, alone=16)

YES, NO, WITHDRAWN = Answer.YES, Answer.NO, Answer.WITHDRAWN


def day(number: float) -> datetime:
    return START + timedelta(days=number)


def said(
    who: UUID, answer: Answer, on: float, *, kinds: frozenset[Kind] = ALL, until: date = date(2027, 3, 1)
) -> Decision:
    return Decision(who, answer, kinds, until if answer is YES else None, day(on))


def family(age: str = "child", *guardians: Signer, pregnant: bool = False) -> Family:
    both = guardians or (Signer(MOTHER, date(2020, 1, 1)), Signer(FATHER, date(2020, 1, 1)))
    return Family(BORN[age], None if age == "child" else YOUTH, pregnant, both)


def asked(*decisions: Decision, row: AgeRow = SCHOOL, heard: int | None = 0, kinds: frozenset[Kind] = ALL) -> Request:
    return Request(
        id=UUID(int=90),
        log_id=UUID(int=91),
        unit_id=UUID(int=92),
        service=row.service,
        kinds=kinds,
        asked_at=START,
        child_heard_at=None if heard is None else day(heard),
        decisions=decisions,
        rows=(row,),
    )


def grant(request: Request, people: Family, on: int) -> Grant | None:
    return in_effect(request, people, day(on))


def test_under_fifteen_every_guardian_must_say_yes() -> None:
    assert grant(asked(said(MOTHER, YES, 1)), family(), 2) is None
    found = grant(asked(said(MOTHER, YES, 1), said(FATHER, YES, 3)), family(), 4)
    assert found is not None
    assert found.since == day(3)


def test_before_the_last_yes_nothing_is_in_effect() -> None:
    request = asked(said(MOTHER, YES, 1), said(FATHER, YES, 3))
    assert in_effect(request, family(), day(3) - timedelta(microseconds=1)) is None
    assert in_effect(request, family(), day(3)) is not None


def test_they_disagree_no_sharing() -> None:
    assert grant(asked(said(MOTHER, YES, 1), said(FATHER, NO, 2)), family(), 3) is None


@pytest.mark.parametrize("who", [MOTHER, FATHER])
def test_any_one_guardian_ends_it_at_once(who: UUID) -> None:
    request = asked(said(MOTHER, YES, 1), said(FATHER, YES, 1), said(who, WITHDRAWN, 5))
    assert grant(request, family(), 4) is not None
    assert in_effect(request, family(), day(5)) is None


def test_yes_again_after_withdrawal_while_the_other_yes_stands() -> None:
    request = asked(said(MOTHER, YES, 1), said(FATHER, YES, 1), said(MOTHER, WITHDRAWN, 5), said(MOTHER, YES, 6))
    found = grant(request, family(), 7)
    assert found is not None
    assert found.since == day(6)


def test_a_childs_view_from_seven_holds_up_starting_and_starts_when_noted() -> None:
    yeses = (said(MOTHER, YES, 1), said(FATHER, YES, 1))
    assert grant(asked(*yeses, heard=None), family(), 9) is None
    late = asked(*yeses, heard=5)
    assert grant(late, family(), 4) is None
    assert grant(late, family(), 5) is not None


def test_a_missing_view_never_holds_up_withdrawing() -> None:
    request = asked(said(MOTHER, YES, 1), said(FATHER, YES, 1), said(MOTHER, WITHDRAWN, 2), heard=None)
    assert grant(request, family(), 3) is None


def test_below_seven_nobody_waits_for_a_view() -> None:
    small = replace(family(), born=date(2021, 1, 1))
    assert grant(asked(said(MOTHER, YES, 1), said(FATHER, YES, 1), heard=None), small, 2) is not None


def test_from_seven_always_whatever_the_table_says() -> None:
    late = replace(SCHOOL, heard=12)
    yeses = (said(MOTHER, YES, 1), said(FATHER, YES, 1))
    request = replace(asked(*yeses, heard=None), rows=(late,))
    eight = replace(family(), born=date(2018, 1, 1))
    assert grant(request, eight, 2) is None
    assert grant(request, replace(eight, born=date(2021, 1, 1)), 2) is not None


def test_at_fifteen_the_youth_signs_too_and_may_end_it() -> None:
    yeses = (said(MOTHER, YES, 1), said(FATHER, YES, 1))
    people = family("fifteen")
    assert grant(asked(*yeses), people, 2) is None
    assert grant(asked(*yeses, said(YOUTH, YES, 2)), people, 3) is not None
    assert grant(asked(*yeses, said(YOUTH, YES, 2), said(YOUTH, NO, 4)), people, 5) is None


def test_at_fifteen_without_an_account_nothing_starts_and_what_runs_ends() -> None:
    people = replace(family("fifteen"), youth=None)
    assert grant(asked(said(MOTHER, YES, 1), said(FATHER, YES, 1)), people, 2) is None
    growing = Family(turning(15, 10), None, False, family().guardians)
    running = asked(said(MOTHER, YES, 1), said(FATHER, YES, 1))
    assert grant(running, growing, 40) is not None
    assert grant(running, growing, 41) is None


def test_at_sixteen_the_youth_alone_decides_for_health_not_for_school() -> None:
    people = family("sixteen")
    assert grant(asked(said(YOUTH, YES, 1), row=STATION), people, 2) is not None
    assert grant(asked(said(YOUTH, YES, 1), row=SCHOOL), people, 2) is None


def test_a_guardians_no_where_the_youth_alone_decides_ends_nothing() -> None:
    request = asked(said(YOUTH, YES, 1), said(MOTHER, NO, 2), row=STATION)
    assert grant(request, family("sixteen"), 3) is not None


@pytest.mark.parametrize("people", [family("adult"), family("fifteen", pregnant=True)])
def test_the_adult_or_pregnant_decides_alone(people: Family) -> None:
    assert grant(asked(said(MOTHER, YES, 1), said(FATHER, YES, 1)), people, 2) is None
    assert grant(asked(said(YOUTH, YES, 1), heard=None), people, 2) is not None


def test_it_lapses_after_the_last_day_which_is_included() -> None:
    request = asked(said(MOTHER, YES, 1, until=date(2026, 3, 20)), said(FATHER, YES, 1))
    assert in_effect(request, family(), datetime(2026, 3, 20, 22, 59, tzinfo=UTC)) is not None
    assert in_effect(request, family(), datetime(2026, 3, 20, 23, 1, tzinfo=UTC)) is None  # midnight in Oslo


def test_the_common_part_and_the_shortest_time_count() -> None:
    short = said(FATHER, YES, 1, kinds=frozenset({PLAN}), until=date(2026, 9, 1))
    found = grant(asked(said(MOTHER, YES, 1), short), family(), 2)
    assert found is not None
    assert (found.kinds, found.until) == (frozenset({PLAN}), date(2026, 9, 1))


def test_more_than_was_asked_for_is_never_given() -> None:
    found = grant(asked(said(MOTHER, YES, 1), said(FATHER, YES, 1), kinds=frozenset({PLAN})), family(), 2)
    assert found is not None
    assert found.kinds == {PLAN}


def turning(age: int, on: int) -> date:
    """Born so that the youth turns `age` on that day of the story."""
    when = day(on).date()
    return when.replace(year=when.year - age)


def test_after_the_fifteenth_birthday_it_goes_on_for_thirty_days() -> None:
    people = Family(turning(15, 10), YOUTH, False, family().guardians)
    request = asked(said(MOTHER, YES, 1), said(FATHER, YES, 1))
    assert grant(request, people, 40) is not None
    assert grant(request, people, 41) is None


def test_the_youth_can_stop_it_within_the_thirty_days_or_carry_it_on() -> None:
    people = Family(turning(15, 10), YOUTH, False, family().guardians)
    yeses = (said(MOTHER, YES, 1), said(FATHER, YES, 1))
    assert grant(asked(*yeses, said(YOUTH, NO, 12)), people, 13) is None
    assert grant(asked(*yeses, said(YOUTH, YES, 12)), people, 90) is not None


def test_a_birthday_never_starts_sharing() -> None:
    people = Family(turning(16, 10), YOUTH, False, family().guardians)
    waiting = asked(said(YOUTH, YES, 1), said(MOTHER, NO, 1), row=STATION)
    assert grant(waiting, people, 20) is None
    again = asked(said(YOUTH, YES, 1), said(MOTHER, NO, 1), said(YOUTH, YES, 11), row=STATION)
    assert grant(again, people, 20) is not None


def test_a_birthday_only_narrows() -> None:
    people = Family(turning(16, 10), YOUTH, False, family().guardians)
    narrow = said(MOTHER, YES, 1, kinds=frozenset({PLAN}))
    request = asked(said(YOUTH, YES, 1), narrow, said(FATHER, YES, 1), row=STATION)
    found = grant(request, people, 20)
    assert found is not None
    assert found.kinds == {PLAN}


def test_a_removed_guardian_neither_starts_nor_stops_it() -> None:
    leaving = family("child", Signer(MOTHER, date(2020, 1, 1)), Signer(FATHER, date(2020, 1, 1), day(10).date()))
    assert grant(asked(said(MOTHER, YES, 1), said(FATHER, NO, 2)), leaving, 20) is None
    assert grant(asked(said(MOTHER, YES, 1), said(FATHER, YES, 2)), leaving, 20) is not None


def test_a_new_guardians_silence_does_not_stop_it_their_no_does() -> None:
    people = family("child", Signer(MOTHER, date(2020, 1, 1)), Signer(STEPMOTHER, day(10).date()))
    assert grant(asked(said(MOTHER, YES, 1)), people, 20) is not None
    assert grant(asked(said(MOTHER, YES, 1), said(STEPMOTHER, NO, 15)), people, 20) is None


def test_a_new_guardian_is_needed_for_a_new_start() -> None:
    people = family("child", Signer(MOTHER, date(2020, 1, 1)), Signer(STEPMOTHER, day(10).date()))
    request = asked(said(MOTHER, YES, 1), said(MOTHER, WITHDRAWN, 12), said(MOTHER, YES, 13))
    assert grant(request, people, 20) is None


def test_a_replaced_request_is_not_in_effect() -> None:
    request = replace(asked(said(MOTHER, YES, 1), said(FATHER, YES, 1)), replaced_at=day(5))
    assert grant(request, family(), 4) is not None
    assert grant(request, family(), 5) is None


def test_with_nobody_to_say_yes_nothing_is_in_effect() -> None:
    nobody = Family(BORN["child"], None, False, ())
    assert grant(asked(), nobody, 5) is None
    assert needed_for(asked(), nobody, day(1).date()) == frozenset()


def test_a_stranger_decides_nothing() -> None:
    assert grant(asked(said(MOTHER, YES, 1), said(STEPMOTHER, YES, 1)), family(), 5) is None
    ended = asked(said(MOTHER, YES, 1), said(FATHER, YES, 1), said(STEPMOTHER, NO, 2))
    assert grant(ended, family(), 5) is not None


def test_a_yes_that_has_run_out_does_not_help_to_start_again() -> None:
    short = said(MOTHER, YES, 1, until=day(5).date())
    request = asked(short, said(FATHER, YES, 1), said(FATHER, YES, 10))
    assert grant(request, family(), 4) is not None
    assert grant(request, family(), 11) is None
    assert grant(replace(request, decisions=(*request.decisions, said(MOTHER, YES, 12))), family(), 13) is not None


@pytest.mark.parametrize("no", [NO, WITHDRAWN])
def test_a_no_before_the_others_yes_counts_too(no: Answer) -> None:
    assert grant(asked(said(FATHER, no, 1), said(MOTHER, YES, 2)), family(), 3) is None
    assert grant(asked(said(FATHER, no, 1), said(MOTHER, YES, 2), said(FATHER, YES, 3)), family(), 4) is not None


def test_a_yes_again_counts_from_then_on() -> None:
    """«Fordi dere sa ja …» names the day of the yes that holds."""
    again = asked(said(MOTHER, YES, 1), said(FATHER, YES, 2), said(MOTHER, WITHDRAWN, 5), said(MOTHER, YES, 5.5))
    found = grant(again, family(), 6)
    assert found is not None
    assert found.since == day(5.5)


def test_what_ended_after_one_birthday_does_not_wake_at_the_next() -> None:
    """At 16 the youth alone decides. What ran out 30 days after the 15th birthday has no second 30 days."""
    people = Family(turning(15, 10), YOUTH, False, family().guardians)
    long = date(2029, 1, 1)
    request = asked(said(MOTHER, YES, 1, until=long), said(FATHER, YES, 1, until=long), row=STATION)
    assert grant(request, people, 40) is not None
    assert grant(request, people, 10 + 365 + 5) is None


def test_a_newer_row_that_asks_the_youth_binds_an_older_question() -> None:
    before = replace(SCHOOL, co_signs=18)
    after = replace(SCHOOL, valid_from=day(5).date())
    request = replace(asked(said(MOTHER, YES, 10), said(FATHER, YES, 11)), rows=(before, after))
    assert grant(request, family("fifteen"), 12) is None
    assert grant(replace(request, rows=(before,)), family("fifteen"), 12) is not None
    assert grant(replace(request, decisions=(*request.decisions, said(YOUTH, YES, 12))), family("fifteen"), 13)
