"""Ages and the dated table."""

from datetime import date
from uuid import UUID

import pytest

from parentapp.access.ages import STRICTEST, AgeRow, age_on, binding_row, birthday, row_for, strictest_of
from parentapp.access.consent import needed_signers
from parentapp.access.signers import Family, Signer
from parentapp.enums import ServiceKind

SCHOOL, PPT = ServiceKind.SCHOOL, ServiceKind.PPT
OLD = AgeRow(SCHOOL, date(2020, 1, 1), heard=7, co_signs=15, alone=18)
NEW = AgeRow(SCHOOL, date(2026, 1, 1), heard=7, co_signs=12, alone=16)


def test_born_on_a_leap_day_one_turns_on_28_february() -> None:
    born = date(2008, 2, 29)
    assert birthday(born, 15) == date(2023, 2, 28)
    assert birthday(born, 16) == date(2024, 2, 29)
    assert age_on(born, date(2023, 2, 27)) == 14
    assert age_on(born, date(2023, 2, 28)) == 15


@pytest.mark.parametrize(("day", "age"), [(date(2026, 5, 16), 14), (date(2026, 5, 17), 15), (date(2027, 5, 16), 15)])
def test_age_changes_on_the_birthday(day: date, age: int) -> None:
    assert age_on(date(2011, 5, 17), day) == age


def test_the_row_of_the_day_holds_and_a_missing_row_is_the_strictest_reading() -> None:
    assert row_for([NEW, OLD], SCHOOL, date(2025, 12, 31)) is OLD
    assert row_for([OLD, NEW], SCHOOL, date(2026, 1, 1)) is NEW
    assert row_for([OLD, NEW], PPT, date(2026, 1, 1)) is STRICTEST
    assert row_for([OLD], SCHOOL, date(2019, 12, 31)) is STRICTEST


def test_a_new_row_binds_an_old_request_only_where_the_youth_gains_a_yes() -> None:
    bound = binding_row(OLD, NEW)
    assert (bound.co_signs, bound.alone) == (12, 18)
    later = AgeRow(SCHOOL, date(2026, 3, 1), heard=7, co_signs=16, alone=18)
    assert binding_row(OLD, later) is OLD


@pytest.mark.parametrize(("heard", "co_signs", "alone"), [(7, 12, 16), (5, 16, 16), (8, 15, 17)])
def test_the_strictest_of_two_rows_asks_whoever_either_asks(heard: int, co_signs: int, alone: int) -> None:
    other = AgeRow(SCHOOL, date(2026, 3, 1), heard, co_signs, alone)
    strict, born = strictest_of(OLD, other), date(2010, 1, 1)
    people = Family(born, UUID(int=3), False, (Signer(UUID(int=1), date(2020, 1, 1)),))
    for age in range(19):
        day = birthday(born, age)
        needed = [needed_signers(people, row, day) for row in (OLD, other, strict)]
        assert needed[2] == needed[0] | needed[1], age
    assert strict.heard == min(OLD.heard, heard)
