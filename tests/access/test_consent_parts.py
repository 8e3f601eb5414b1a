"""A yes to some of it, and less of it: the common part, the shortest time; at once, and before care begins."""

from dataclasses import replace
from datetime import date

import pytest

from parentapp.access.consent import SHOWING, Request, in_effect, shows_anything
from parentapp.clock import local_date
from parentapp.enums import KIND_OF, Answer, Kind
from tests.access.test_consent import (
    ALL,
    FATHER,
    GLIMPSE,
    HEALTH,
    MOTHER,
    NO,
    PLAN,
    WITHDRAWN,
    YES,
    YOUTH,
    asked,
    day,
    family,
    grant,
    said,
)
from tests.access.test_consent_in_care import BOTH, care, in_care, on

WHO_ELSE = Kind.WHO_ELSE


def test_one_guardians_less_counts_at_once() -> None:
    answers = [said(MOTHER, YES, 1), said(FATHER, YES, 1), said(FATHER, YES, 3, kinds=frozenset({PLAN}))]
    assert kinds(asked(*answers), 2) == ALL
    assert kinds(asked(*answers), 3) == {PLAN}


def test_a_wider_yes_of_one_widens_nothing() -> None:
    plan = frozenset({PLAN})
    answers = [said(MOTHER, YES, 1, kinds=plan), said(FATHER, YES, 1, kinds=plan), said(MOTHER, YES, 2)]
    assert kinds(asked(*answers), 3) == plan
    assert kinds(asked(*answers, said(FATHER, YES, 4)), 5) == ALL


def test_a_shorter_yes_of_one_counts_at_once() -> None:
    soon = date(2026, 3, 20)
    answers = [said(MOTHER, YES, 1), said(FATHER, YES, 1), said(MOTHER, YES, 2, until=soon)]
    found = grant(asked(*answers), family(), 3)
    assert found is not None
    assert found.until == soon
    assert grant(asked(*answers), family(), 25) is None


def test_where_nothing_is_common_nothing_is_shared_until_something_is() -> None:
    answers = [said(MOTHER, YES, 1, kinds=frozenset({PLAN})), said(FATHER, YES, 2, kinds=frozenset({GLIMPSE}))]
    assert grant(asked(*answers), family(), 3) is None
    found = grant(asked(*answers, said(FATHER, YES, 4)), family(), 5)
    assert found is not None
    assert (found.kinds, found.since) == ({PLAN}, day(4))


@pytest.mark.parametrize("left", [frozenset({HEALTH}), frozenset({WHO_ELSE}), frozenset({HEALTH, WHO_ELSE})])
def test_health_and_who_else_show_nothing_alone(left: frozenset[Kind]) -> None:
    request = asked(said(MOTHER, YES, 1), said(FATHER, YES, 1), kinds=ALL | {WHO_ELSE})
    assert not shows_anything(request, left)
    narrowed = (*request.decisions, said(MOTHER, YES, 2, kinds=left))
    assert grant(asked(*narrowed, kinds=ALL | {WHO_ELSE}), family(), 3) is None


def test_it_ends_when_a_birthday_leaves_nothing_in_common() -> None:
    """The young person's own yes of before counts from the birthday on; what it leaves out is over by then."""
    own = said(YOUTH, YES, 2, kinds=frozenset({GLIMPSE}))
    answers = [said(MOTHER, YES, 1, kinds=frozenset({PLAN})), said(FATHER, YES, 1), own]
    young = family("fifteen")
    assert grant(asked(*answers[:2]), young, 3) is None, "from fifteen the young person's own yes is needed"
    assert grant(asked(*answers), young, 3) is None


def test_a_no_ends_less_too() -> None:
    answers = [said(MOTHER, YES, 1), said(FATHER, YES, 1), said(MOTHER, YES, 2, kinds=frozenset({PLAN}))]
    assert grant(asked(*answers, said(MOTHER, NO, 3)), family(), 4) is None


@pytest.mark.parametrize("no", [NO, WITHDRAWN])
def test_what_a_parent_said_earlier_on_the_day_it_was_registered_stands(no: Answer) -> None:
    registered = (replace(care(5), known=day(5)),)
    request = asked(*BOTH, said(MOTHER, no, 4.9))
    assert local_date(day(4.9)) == on(5)
    assert grant(request, in_care(*registered), 6) is None
    less = asked(*BOTH, said(MOTHER, YES, 4.9, kinds=frozenset({PLAN})))
    narrowed = grant(less, in_care(*registered), 6)
    assert narrowed is not None
    assert narrowed.kinds == {PLAN}
    later = asked(*BOTH, said(MOTHER, no, 5.1))
    assert grant(later, in_care(*registered), 6) is not None


def test_what_shows_something_is_what_entries_are_of() -> None:
    assert set(KIND_OF.values()) == SHOWING
    assert {HEALTH, WHO_ELSE} == set(Kind) - SHOWING


def kinds(request: Request, on: int) -> frozenset[Kind]:
    found = in_effect(request, family(), day(on))
    return found.kinds if found else frozenset()
