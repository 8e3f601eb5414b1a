"""A newer row of ages and a consent that is renewed: docs/rules.md 2.2, «Renewal»."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from parentapp.access.ages import AgeRow
from parentapp.access.consent import Decision, Request, asked_for, hears_child, in_effect, needed_for
from parentapp.access.ending import endings
from parentapp.access.signers import Family, Signer
from parentapp.enums import Kind, ServiceKind
from tests.access.test_consent import (
    ALL,
    FATHER,
    MOTHER,
    NO,
    PLAN,
    SCHOOL,
    STATION,
    STEPMOTHER,
    WITHDRAWN,
    YES,
    YOUTH,
    asked,
    family,
    grant,
    said,
)
from tests.access.test_consent import day as instant

FIRST, LATER = date(2027, 3, 1), date(2028, 3, 1)  # until when a yes of before lasts, and a renewing one
BOTH = frozenset({MOTHER, FATHER})
EVERYBODY = BOTH | {YOUTH}
# From the tenth day, at fifteen: the young person's yes is no longer needed; and alone, from sixteen on, it was enough.
NOT_THE_YOUNG = AgeRow(ServiceKind.SCHOOL, instant(10).date(), heard=7, co_signs=16, alone=18)
NOT_ALONE = AgeRow(ServiceKind.HEALTH_STATION, instant(10).date(), heard=7, co_signs=15, alone=18)
FIFTEEN, SIXTEEN = family("fifteen"), family("sixteen")


def longer(who: UUID, on: float, *, kinds: frozenset[Kind] = ALL) -> Decision:
    return said(who, YES, on, kinds=kinds, until=LATER)


def of_all(*more: Decision) -> Request:
    """All three said yes; the newer row came on the tenth day."""
    yeses = [said(each, YES, 1) for each in (MOTHER, FATHER, YOUTH)]
    return replace(asked(*yeses, *more), rows=(SCHOOL, NOT_THE_YOUNG))


def of_one(*more: Decision) -> Request:
    """The young person alone said yes."""
    return replace(asked(said(YOUTH, YES, 1), *more, row=STATION), rows=(STATION, NOT_ALONE))


def until(request: Request, people: Family, on: int) -> date | None:
    found = grant(request, people, on)
    return found.until if found else None


def test_until_it_is_renewed_the_row_of_the_question_binds() -> None:
    assert needed_for(of_all(), FIFTEEN, instant(20).date()) == EVERYBODY
    assert grant(of_all(said(YOUTH, WITHDRAWN, 20)), FIFTEEN, 20) is None
    assert until(of_one(), SIXTEEN, 20) == FIRST
    assert grant(of_one(said(MOTHER, NO, 20)), SIXTEEN, 20) is not None, "it does not run on her yes"


def test_it_is_renewed_by_those_whom_the_row_of_that_day_needs() -> None:
    renewed = of_all(longer(MOTHER, 20), longer(FATHER, 21))
    assert asked_for(of_all(), FIFTEEN, instant(20).date()) == BOTH
    assert until(renewed, FIFTEEN, 22) == LATER
    assert needed_for(renewed, FIFTEEN, instant(22).date()) == BOTH
    assert until(replace(renewed, rows=(SCHOOL,)), FIFTEEN, 22) == FIRST, "without the row the third is missing"


def test_where_the_row_of_that_day_needs_more_it_lasts_no_longer_without_them() -> None:
    alone = of_one(longer(YOUTH, 20))
    assert asked_for(alone, SIXTEEN, instant(21).date()) == EVERYBODY
    assert until(alone, SIXTEEN, 21) == FIRST, "and goes on until then, as it would have"
    assert until(replace(alone, rows=(STATION,)), SIXTEEN, 21) == LATER
    assert until(of_one(longer(YOUTH, 20), longer(MOTHER, 21)), SIXTEEN, 22) == FIRST
    all_three = of_one(longer(YOUTH, 20), longer(MOTHER, 21), longer(FATHER, 22))
    assert until(all_three, SIXTEEN, 23) == LATER
    assert grant(replace(all_three, decisions=(*all_three.decisions, said(FATHER, NO, 24))), SIXTEEN, 24) is None


def test_a_renewal_that_is_not_whole_takes_nothing_from_an_older_yes() -> None:
    one = (longer(MOTHER, 20),)
    assert until(of_all(*one), FIFTEEN, 21) == FIRST
    assert needed_for(of_all(*one), FIFTEEN, instant(21).date()) == EVERYBODY
    assert grant(of_all(*one, said(YOUTH, WITHDRAWN, 21)), FIFTEEN, 21) is None
    assert grant(of_all(*one, said(FATHER, WITHDRAWN, 21)), FIFTEEN, 21) is None


def test_it_is_the_row_of_the_day_on_which_it_was_whole() -> None:
    """Hers was said under the older row; the renewal is his."""
    renewed = of_all(longer(MOTHER, 5), longer(FATHER, 21))
    assert until(renewed, FIFTEEN, 22) == LATER
    early = of_all(longer(MOTHER, 5), longer(FATHER, 6))
    assert until(early, FIFTEEN, 22) == FIRST, "nobody had said yes on a day when two were enough"


def test_a_yes_to_less_is_no_renewal() -> None:
    """The young person leaves most of it out. One who shares less does not make it more."""
    plan = frozenset({PLAN})
    less = said(YOUTH, YES, 5, kinds=plan, until=date(2026, 6, 1))
    narrower = said(MOTHER, YES, 20, kinds=frozenset({PLAN, Kind.HEALTH}))
    found = grant(of_all(less, narrower), FIFTEEN, 21)
    assert found is not None
    assert (found.kinds, found.until) == (plan, date(2026, 6, 1))
    again = grant(of_all(less, longer(MOTHER, 20)), FIFTEEN, 21)
    assert again is not None
    assert (again.kinds, again.until) == (ALL, FIRST), "with a yes for longer it is their question now"


def test_nor_is_the_yes_of_somebody_whom_that_row_does_not_need() -> None:
    less = said(YOUTH, YES, 5, kinds=frozenset({PLAN}), until=date(2026, 6, 1))
    own = longer(YOUTH, 20, kinds=frozenset({PLAN}))
    found = grant(of_all(less, own), FIFTEEN, 21)
    assert found is not None
    assert (found.kinds, found.until) == (frozenset({PLAN}), FIRST)


@pytest.mark.parametrize("days", [10, 11, 364, 365])
def test_a_row_that_comes_starts_nothing(days: int) -> None:
    waiting = replace(asked(said(MOTHER, YES, 1), said(FATHER, YES, 1)), rows=(SCHOOL, NOT_THE_YOUNG))
    assert grant(waiting, FIFTEEN, days) is None
    stopped = of_all(said(YOUTH, WITHDRAWN, 5))
    assert grant(stopped, FIFTEEN, days) is None


def test_a_question_that_has_not_run_is_bound_by_the_row_of_its_own_day() -> None:
    waiting = replace(asked(said(MOTHER, YES, 1)), rows=(SCHOOL, NOT_THE_YOUNG))
    later = replace(waiting, decisions=(*waiting.decisions, said(FATHER, YES, 20)))
    assert asked_for(later, FIFTEEN, instant(20).date()) == EVERYBODY
    assert grant(later, FIFTEEN, 20) is None
    assert grant(replace(later, decisions=(*later.decisions, said(YOUTH, YES, 21))), FIFTEEN, 21) is not None
    assert asked_for(replace(of_one(), decisions=()), SIXTEEN, instant(20).date()) == {YOUTH}


@pytest.mark.parametrize("ended", [said(YOUTH, WITHDRAWN, 15), said(YOUTH, YES, 15, until=date(2026, 3, 18))])
def test_what_has_ended_starts_again_only_as_both_rows_want_it(ended: Decision) -> None:
    """By a no, or in time."""
    again = (longer(MOTHER, 20), longer(FATHER, 21))
    assert grant(of_all(ended, *again), FIFTEEN, 22) is None, "the older row needs the young person"
    assert grant(of_all(ended, *again, longer(YOUTH, 22)), FIFTEEN, 22) is not None
    alone = of_one(ended, longer(YOUTH, 20))
    assert grant(alone, SIXTEEN, 21) is None, "the newer row needs the guardians"
    assert grant(replace(alone, rows=(STATION,)), SIXTEEN, 21) is not None
    whole = replace(alone, decisions=(*alone.decisions, longer(MOTHER, 21), longer(FATHER, 22)))
    assert grant(whole, SIXTEEN, 22) is not None
    assert needed_for(whole, SIXTEEN, instant(22).date()) == EVERYBODY


def test_where_the_young_person_gains_a_yes_it_binds_at_once() -> None:
    before = replace(SCHOOL, co_signs=18)
    sooner = replace(SCHOOL, valid_from=instant(10).date())
    request = replace(asked(said(MOTHER, YES, 1), said(FATHER, YES, 1)), rows=(before, sooner))
    assert grant(request, FIFTEEN, 9) is not None
    assert grant(request, FIFTEEN, 10) is None
    renewed = replace(request, decisions=(*request.decisions, longer(MOTHER, 5), longer(FATHER, 6)))
    assert grant(renewed, FIFTEEN, 10) is None


def test_somebody_new_is_needed_for_it_to_last_longer() -> None:
    came = Signer(STEPMOTHER, instant(12).date())
    people = family("fifteen", *FIFTEEN.guardians, came)
    renewed = of_all(longer(MOTHER, 20), longer(FATHER, 21))
    assert until(renewed, people, 22) == FIRST
    assert until(replace(renewed, decisions=(*renewed.decisions, longer(STEPMOTHER, 22))), people, 22) == LATER


def test_those_are_reminded_whom_the_row_of_the_day_needs() -> None:
    day = date(2027, 2, 20)

    def missing(request: Request, people: Family) -> frozenset[UUID]:
        running = [in_effect(request, people, instant(354))]
        found = endings([request], [each for each in running if each], people, day)
        assert len(found) == 1
        return found[0].missing

    young = replace(FIFTEEN, born=date(2011, 12, 10))  # fifteen still
    assert missing(of_all(), young) == BOTH
    assert missing(replace(of_all(), rows=(SCHOOL,)), young) == EVERYBODY
    assert missing(of_one(), SIXTEEN) == EVERYBODY
    assert missing(of_one(longer(YOUTH, 20)), SIXTEEN) == BOTH


@pytest.mark.parametrize(
    ("said_last", "declines"),
    [
        (said(MOTHER, NO, 340), True),
        (said(MOTHER, NO, 20), False),  # to something else, long before it was asked whether it is to go on
        (said(MOTHER, YES, 340), False),
    ],
)
def test_a_plain_no_of_somebody_on_whose_yes_it_does_not_run_is_one_to_going_on(
    said_last: Decision, declines: bool
) -> None:
    request, noon = of_one(said_last), instant(354)
    running = in_effect(request, SIXTEEN, noon)
    assert running is not None
    (found,) = endings([request], [running], SIXTEEN, noon.date())
    assert (MOTHER in found.declined, MOTHER in found.missing) == (declines, not declines)


def test_the_child_is_heard_where_its_own_yes_is_not_needed() -> None:
    sooner = replace(SCHOOL, co_signs=12)
    later = replace(SCHOOL, valid_from=instant(10).date())
    thirteen = replace(family(), born=date(2012, 6, 10), youth=YOUTH)
    yeses = [said(each, YES, 1) for each in (MOTHER, FATHER, YOUTH)]
    request = replace(asked(*yeses, heard=None), rows=(sooner, later))
    assert not hears_child(replace(request, decisions=()), thirteen, instant(20).date())
    assert grant(request, thirteen, 20) is not None
    renewed = replace(request, decisions=(*request.decisions, longer(MOTHER, 20), longer(FATHER, 20.5)))
    assert until(renewed, thirteen, 21) == LATER, "to go on it is not asked for anew"
