"""How the sharing has gone, from the same histories: every turn of it, and between two turns nothing."""

from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from parentapp.access.consent import Request, in_effect
from parentapp.access.signers import Family
from parentapp.access.story import Closed, Turn, turns
from parentapp.enums import Kind, ServiceKind
from tests.access.test_consent import ALL, FATHER, MOTHER, NO, PLAN, YES, asked, day, family, said

SCHOOL, LOG = UUID(int=92), UUID(int=90)
PARENTS = (MOTHER, FATHER)
AWAKE = replace(
    asked(said(MOTHER, YES, 0), said(FATHER, YES, 0.5)), id=LOG, unit_id=None, service=ServiceKind.OPEN, rows=()
)
BOTH = (said(MOTHER, YES, 1), said(FATHER, YES, 2))


def told(
    *requests: Request, now: int = 300, closed: datetime | None = None, opened: datetime | None = None
) -> list[Turn]:
    return turns(requests, family(), [Closed(closed, opened)] if closed else [], day(now))


def test_it_begins_with_the_last_yes_and_ends_with_a_no() -> None:
    found = told(AWAKE, asked(*BOTH, said(MOTHER, NO, 10)))
    assert found == [Turn(day(2), SCHOOL, frozenset(), ALL), Turn(day(10), SCHOOL, ALL, frozenset())]


def test_less_and_more_again_are_turns() -> None:
    found = told(AWAKE, asked(*BOTH, said(FATHER, YES, 5, kinds=frozenset({PLAN})), said(FATHER, YES, 6)))
    assert [(each.at, each.after) for each in found] == [(day(2), ALL), (day(5), {PLAN}), (day(6), ALL)]


def test_it_ends_by_itself_at_the_midnight_after_the_last_day() -> None:
    soon = (said(MOTHER, YES, 1, until=date(2026, 3, 20)), said(FATHER, YES, 2))
    (_, ended) = told(AWAKE, asked(*soon))
    assert ended.after == frozenset()
    assert ended.at == datetime.fromisoformat("2026-03-20T23:00+00:00"), "midnight in Oslo"


def test_a_log_that_rests_or_is_closed_ends_it_for_all() -> None:
    resting = replace(AWAKE, decisions=(*AWAKE.decisions, said(MOTHER, NO, 20)))
    assert [each.at for each in told(resting, asked(*BOTH))] == [day(2), day(20)]
    assert [each.at for each in told(AWAKE, asked(*BOTH), closed=day(30))] == [day(2), day(30)]
    assert told(asked(*BOTH)) == [], "without a yes to the log no service sees anything"


def test_opened_again_nobody_sees_it_before_a_new_yes() -> None:
    """What was asked before it was closed is over; what is answered while it is closed shows nothing."""
    old = [replace(each, replaced_at=day(40)) for each in (AWAKE, asked(*BOTH, said(MOTHER, YES, 35)))]
    again = replace(AWAKE, id=UUID(int=96), asked_at=day(32), decisions=(said(MOTHER, YES, 33), said(FATHER, YES, 40)))
    new = replace(asked(said(MOTHER, YES, 42), said(FATHER, YES, 43)), id=UUID(int=95), asked_at=day(41))
    found = told(*old, again, new, closed=day(30), opened=day(40))
    assert [(each.at, each.after) for each in found] == [(day(2), ALL), (day(30), frozenset()), (day(43), ALL)]


def test_a_new_question_that_takes_over_is_no_turn_where_nothing_changes() -> None:
    newer = replace(asked(said(MOTHER, YES, 8), said(FATHER, YES, 9)), id=UUID(int=95), asked_at=day(7))
    found = told(AWAKE, replace(asked(*BOTH), replaced_at=day(9)), newer)
    assert [each.at for each in found] == [day(2)]


answers = st.lists(
    st.tuples(
        st.sampled_from(PARENTS),
        st.booleans(),
        st.sets(st.sampled_from(sorted(ALL, key=str)), min_size=1),
        st.booleans(),
    ),
    max_size=8,
)


@settings(deadline=None)
@given(answers)
def test_between_two_turns_nothing_changes_and_each_turn_is_one(
    history: list[tuple[UUID, bool, set[Kind], bool]],
) -> None:
    given_ = [
        said(who, YES if yes else NO, number, kinds=frozenset(kinds), until=date(2026, 6 if short else 12, 1))
        for number, (who, yes, kinds, short) in enumerate(history, start=1)
    ]
    request, people = asked(*given_), family()
    found = told(AWAKE, request)
    assert all(each.before != each.after for each in found)
    assert [each.before for each in found[1:]] == [each.after for each in found[:-1]]
    for number in range(0, 300, 7):
        at = day(number + 0.25)
        last = [each.after for each in found if each.at <= at]
        assert (last[-1] if last else frozenset()) == shown(request, people, at)


def shown(request: Request, people: Family, at: datetime) -> frozenset[Kind]:
    grant = in_effect(request, people, at) if in_effect(AWAKE, people, at) else None
    return grant.kinds if grant else frozenset()
