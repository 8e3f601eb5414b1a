"""What a history of answers amounts to for a child in care: the service signs in place of the parents.

Its signer is the unit, whoever there answers. The rules without care stand in test_consent.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import product
from typing import Any
from uuid import UUID

import pytest

from parentapp.access.consent import Decision, Request, carried_by, in_effect, needed_for
from parentapp.access.signers import Family, Signer
from parentapp.clock import local_date
from parentapp.enums import Answer
from tests.access.test_consent import (
    BORN,
    FATHER,
    MOTHER,
    NO,
    PLAN,
    STATION,
    WITHDRAWN,
    YES,
    YOUTH,
    asked,
    day,
    grant,
    said,
    turning,
)

UNIT, OTHER_UNIT, FOSTER = (UUID(int=n) for n in range(11, 14))
LONG_AGO = date(2020, 1, 1)
PARENTS = (Signer(MOTHER, LONG_AGO, parent=True), Signer(FATHER, LONG_AGO, parent=True))
BOTH = (said(MOTHER, YES, 1), said(FATHER, YES, 1))


def on(number: int) -> date:
    return local_date(day(number))


def care(since: int, until: int | None = None, unit: UUID = UNIT) -> Signer:
    """Of the unit from that day of the story, until and including that one."""
    return Signer(unit, on(since), None if until is None else on(until))


def in_care(*periods: Signer, guardians: tuple[Signer, ...] = PARENTS, age: str = "child") -> Family:
    return Family(BORN[age], None if age == "child" else YOUTH, False, guardians, periods)


def carriers(request: Request, people: Family, number: int) -> frozenset[UUID]:
    return carried_by(request, people, day(number))


def test_the_service_signs_in_place_of_the_parents() -> None:
    people = in_care(care(-5))
    assert needed_for(asked(), people, on(1)) == {UNIT}
    assert grant(asked(*BOTH), people, 2) is None
    found = grant(asked(said(UNIT, YES, 1)), people, 2)
    assert found is not None
    assert found.since == day(1)


def test_from_and_until_a_day_which_are_included() -> None:
    people = in_care(care(5, 10))
    signing = [needed_for(asked(), people, on(number)) for number in (4, 5, 10, 11)]
    assert signing == [{MOTHER, FATHER}, {UNIT}, {UNIT}, {MOTHER, FATHER}]


def test_other_guardians_sign_beside_it_only_where_that_is_set_for_them() -> None:
    """A guardian without a say is no signer at all. A foster parent, a verge or one by court judgment is no parent."""
    people = in_care(care(-5), guardians=(*PARENTS, Signer(FOSTER, LONG_AGO)))
    assert needed_for(asked(), people, on(1)) == {UNIT, FOSTER}
    assert grant(asked(said(UNIT, YES, 1)), people, 2) is None
    assert grant(asked(said(UNIT, YES, 1), said(FOSTER, YES, 2)), people, 3) is not None
    assert grant(asked(said(UNIT, YES, 1), said(FOSTER, YES, 2), said(FOSTER, NO, 3)), people, 4) is None


@pytest.mark.parametrize("no", [NO, WITHDRAWN])
def test_the_service_ends_it_at_once_and_begins_it_again(no: Answer) -> None:
    people = in_care(care(-5))
    ended = asked(said(UNIT, YES, 1), said(UNIT, no, 3))
    assert in_effect(ended, people, day(3) - timedelta(microseconds=1)) is not None
    assert in_effect(ended, people, day(3)) is None
    assert grant(replace(ended, decisions=(*ended.decisions, said(UNIT, YES, 4))), people, 5) is not None


def test_what_a_parent_says_while_a_service_has_care_neither_gives_nor_ends() -> None:
    people = in_care(care(-5, 10))
    assert grant(asked(said(UNIT, YES, 1), said(MOTHER, NO, 2)), people, 3) is not None
    assert grant(asked(*BOTH), people, 20) is None
    assert grant(asked(said(MOTHER, YES, 1), said(FATHER, YES, 12)), people, 20) is None


def test_a_parents_no_while_a_service_has_care_counts_once_they_sign_again() -> None:
    people = in_care(care(2, 4))
    taken_back = asked(*BOTH, said(MOTHER, NO, 3))
    assert grant(taken_back, people, 4) is not None
    assert grant(taken_back, people, 5) is None
    assert grant(asked(said(MOTHER, YES, 1), said(MOTHER, NO, 3), said(FATHER, YES, 6)), people, 7) is None
    again = replace(taken_back, decisions=(*taken_back.decisions, said(MOTHER, YES, 8)))
    assert grant(again, people, 9) is not None


def test_the_childs_view_is_waited_for_as_ever() -> None:
    people = in_care(care(-5))
    assert grant(asked(said(UNIT, YES, 1), heard=None), people, 5) is None
    assert grant(asked(said(UNIT, YES, 1), heard=3), people, 5) is not None


# When care begins.


def test_what_runs_when_care_begins_goes_on() -> None:
    people = in_care(care(10))
    assert grant(asked(*BOTH), people, 100) is not None


def test_it_ends_when_the_parents_yes_would_have_ended() -> None:
    short = (said(MOTHER, YES, 1, until=on(30)), said(FATHER, YES, 1))
    people = in_care(care(10))
    assert grant(asked(*short), people, 30) is not None
    assert grant(asked(*short), people, 31) is None


@pytest.mark.parametrize("no", [NO, WITHDRAWN])
def test_the_service_can_end_it_at_once_and_a_parent_no_longer(no: Answer) -> None:
    people = in_care(care(10))
    assert carriers(asked(*BOTH), people, 9) == {MOTHER, FATHER}
    assert carriers(asked(*BOTH), people, 10) == frozenset()
    assert grant(asked(*BOTH, said(MOTHER, no, 12)), people, 13) is not None
    assert grant(asked(*BOTH, said(UNIT, no, 12)), people, 13) is None


def test_the_service_carries_it_on_with_its_own_yes() -> None:
    short = (said(MOTHER, YES, 1, until=on(30)), said(FATHER, YES, 1))
    carried_on = asked(*short, said(UNIT, YES, 12))
    found = grant(carried_on, in_care(care(10)), 40)
    assert found is not None
    assert (found.since, carriers(carried_on, in_care(care(10)), 40)) == (day(1), {UNIT})


def test_until_it_has_answered_nobody_makes_it_wider_or_longer() -> None:
    guardians = (Signer(MOTHER, LONG_AGO, parent=True), Signer(FOSTER, LONG_AGO))
    short = said(FOSTER, YES, 1, until=on(30), kinds=frozenset({PLAN}))
    request = asked(said(MOTHER, YES, 1), short, said(FOSTER, YES, 12))
    people = in_care(care(10), guardians=guardians)
    found = grant(request, people, 20)
    assert found is not None
    assert (found.kinds, found.until) == ({PLAN}, on(30))
    wider = grant(replace(request, decisions=(*request.decisions, said(UNIT, YES, 13))), people, 40)
    assert wider is not None
    assert wider.kinds == request.kinds


def test_a_foster_parents_yes_alone_carries_it_to_its_own_last_day_only() -> None:
    people = in_care(care(10), guardians=(Signer(FOSTER, LONG_AGO),))
    request = asked(said(FOSTER, YES, 1, until=on(30)), said(FOSTER, YES, 12))
    assert grant(request, people, 30) is not None
    assert grant(request, people, 31) is None


def test_the_beginning_of_care_never_starts_sharing() -> None:
    early = asked(said(MOTHER, YES, 1), said(UNIT, YES, 2))
    people = in_care(care(10))
    assert grant(early, people, 20) is None
    assert grant(replace(early, decisions=(*early.decisions, said(UNIT, YES, 21))), people, 22) is not None


def test_what_had_ended_before_does_not_wake() -> None:
    assert grant(asked(*BOTH, said(MOTHER, WITHDRAWN, 5)), in_care(care(10)), 20) is None


# When care ends.


def test_what_ran_on_the_services_yes_ends_with_its_care() -> None:
    people = in_care(care(-5, 10))
    assert grant(asked(said(UNIT, YES, 1)), people, 10) is not None
    assert grant(asked(said(UNIT, YES, 1)), people, 11) is None
    again = asked(said(UNIT, YES, 1), said(MOTHER, YES, 12), said(FATHER, YES, 13))
    assert grant(again, people, 12) is None
    assert grant(again, people, 14) is not None


def test_where_the_parents_had_all_said_yes_before_it_goes_on() -> None:
    request = asked(*BOTH, said(UNIT, YES, 12))
    people = in_care(care(10, 20))
    assert carriers(request, people, 19) == {UNIT}
    assert carriers(request, people, 22) == {MOTHER, FATHER}
    assert grant(replace(request, decisions=(*request.decisions, said(MOTHER, NO, 22))), people, 23) is None


def test_the_end_of_care_never_starts_sharing() -> None:
    request = asked(*BOTH, said(UNIT, NO, 12))
    assert grant(request, in_care(care(10, 20)), 30) is None


def test_after_its_care_the_service_neither_gives_nor_ends() -> None:
    request = asked(said(UNIT, YES, 12))
    assert grant(request, in_care(care(-5, 10)), 13) is None
    assert grant(asked(*BOTH, said(UNIT, NO, 12)), in_care(care(5, 10)), 13) is not None


def test_care_that_begins_anew_asks_anew() -> None:
    """An old no of the same service is no answer to what has started since."""
    people = in_care(care(-5, 5), care(20))
    request = asked(said(UNIT, NO, 1), said(MOTHER, YES, 8), said(FATHER, YES, 8))
    assert grant(request, people, 30) is not None
    assert grant(replace(request, decisions=(*request.decisions, said(UNIT, NO, 25))), people, 30) is None


def test_another_service_that_takes_over_signs_from_then_on() -> None:
    people = in_care(care(-5, 9), care(10, unit=OTHER_UNIT))
    assert grant(asked(said(UNIT, YES, 1)), people, 9) is not None
    assert grant(asked(said(UNIT, YES, 1)), people, 10) is None
    assert grant(asked(said(UNIT, YES, 1), said(OTHER_UNIT, YES, 11)), people, 12) is not None


# The young person.


def test_from_fifteen_the_youth_signs_with_the_service() -> None:
    people = in_care(care(-5), age="fifteen")
    assert grant(asked(said(UNIT, YES, 1)), people, 2) is None
    request = asked(said(UNIT, YES, 1), said(YOUTH, YES, 2))
    assert grant(request, people, 3) is not None
    assert grant(replace(request, decisions=(*request.decisions, said(YOUTH, NO, 4))), people, 5) is None
    assert grant(replace(request, decisions=(*request.decisions, said(UNIT, NO, 4))), people, 5) is None


def test_where_the_youth_decides_alone_the_service_decides_nothing() -> None:
    people = in_care(care(-5), age="sixteen")
    assert grant(asked(said(UNIT, YES, 1), row=STATION), people, 2) is None
    request = asked(said(YOUTH, YES, 1), said(UNIT, NO, 2), row=STATION)
    assert grant(request, people, 3) is not None
    assert grant(asked(said(UNIT, YES, 1)), in_care(care(-5), age="adult"), 2) is None


def test_after_the_birthday_the_services_yes_goes_on_for_thirty_days() -> None:
    people = replace(in_care(care(-5)), born=turning(15, 10), youth=YOUTH)
    request = asked(said(UNIT, YES, 1))
    assert grant(request, people, 40) is not None
    assert grant(request, people, 41) is None
    assert grant(asked(said(UNIT, YES, 1), said(UNIT, NO, 12)), people, 13) is None
    assert grant(asked(said(UNIT, YES, 1), said(YOUTH, YES, 12)), people, 90) is not None


def test_care_that_begins_within_those_days_changes_nothing_of_them() -> None:
    people = replace(in_care(care(20)), born=turning(15, 10), youth=YOUTH)
    assert grant(asked(*BOTH), people, 40) is not None
    assert grant(asked(*BOTH), people, 41) is None


# Whatever was said.


HISTORIES = list(product((UNIT, MOTHER, FATHER, FOSTER), (YES, NO), repeat=3))
PERIODS = ([care(2)], [care(-5, 3)], [care(2, 4)], [care(-5, 1), care(4)], [care(2, 3), care(4, unit=OTHER_UNIT)])


def told(history: tuple[Any, ...]) -> tuple[Decision, ...]:
    """An answer on the first, third and fifth day of the story."""
    pairs = zip(history[::2], history[1::2], strict=True)
    return tuple(said(who, answer, 1 + 2 * at) for at, (who, answer) in enumerate(pairs))


@pytest.mark.parametrize("periods", PERIODS)
@pytest.mark.parametrize("guardians", [list(PARENTS), [PARENTS[0], Signer(FOSTER, LONG_AGO)]])
def test_only_a_needed_yes_starts_it(periods: list[Signer], guardians: list[Signer]) -> None:
    """No day begins sharing: it starts at the instant of a yes, and all who sign that day have said yes last."""
    people = in_care(*periods, guardians=tuple(guardians))
    for history in HISTORIES:
        request, ran = asked(*told(history)), False
        for instant in instants():
            found = in_effect(request, people, instant)
            if found and not ran:
                assert found.since == instant, (history, instant)
                needed = needed_for(request, people, local_date(instant))
                last = {each.signer: each.answer for each in request.decisions if each.at <= instant}
                assert {last.get(each) for each in needed} == {YES}, (history, instant)
            ran = found is not None


@pytest.mark.parametrize("periods", PERIODS)
def test_a_no_of_one_who_signs_ends_it(periods: list[Signer]) -> None:
    people = in_care(*periods)
    for history in HISTORIES:
        request = asked(*told(history))
        for each in request.decisions:
            if each.answer is NO and each.signer in needed_for(request, people, local_date(each.at)):
                assert in_effect(request, people, each.at) is None, history


def instants() -> list[datetime]:
    """Every half day of the story: each midnight has passed between two of them, and each answer falls on one."""
    return [day(half / 2) for half in range(14)]
