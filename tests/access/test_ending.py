"""Who is to be reminded of a consent that ends by itself: 60, 30 and 7 days before, and whom it still waits for."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from parentapp.access import asked as found
from parentapp.access import ending
from parentapp.access.ages import AgeRow
from parentapp.access.consent import Decision, Grant, Request, in_effect
from parentapp.access.ending import Ending, endings
from parentapp.access.signers import Family, Signer
from parentapp.enums import Answer, Kind, ServiceKind
from tests.access.test_consent import ALL, FATHER, MOTHER, START, STEPMOTHER, YOUTH, asked, family, said
from tests.access.test_consent import day as instant

YES, NO, WITHDRAWN = Answer.YES, Answer.NO, Answer.WITHDRAWN
LAST = date(2027, 3, 1)  # of what `said` says yes to, when nothing else is said
OTHER = UUID(int=95)


def on(left: int, *requests: Request, age: str = "child") -> tuple[Ending, ...]:
    """What ends soon, so many days before the last one."""
    return at(LAST - timedelta(days=left), *requests, age=age)


def at(day: date, *requests: Request, age: str = "child") -> tuple[Ending, ...]:
    noon, people = datetime.combine(day, time(12), UTC), family(age)
    requests = tuple(_so_far(each, noon) for each in requests)
    running = [grant for each in requests if (grant := in_effect(each, people, noon))]
    return endings(requests, running, people, day)


def _so_far(request: Request, noon: datetime) -> Request:
    return replace(request, decisions=tuple(each for each in request.decisions if each.at <= noon))


def both(*more: Decision) -> Request:
    return asked(said(MOTHER, YES, 1), said(FATHER, YES, 2), *more)


@pytest.mark.parametrize(
    ("left", "step"), [(61, None), (60, 60), (31, 60), (30, 30), (8, 30), (7, 7), (1, 7), (0, 7), (-1, None)]
)
def test_the_latest_step_is_due_until_the_last_day(left: int, step: int | None) -> None:
    found = on(left, both())
    assert [each.step for each in found] == ([step] if step else [])
    assert all(each.until == LAST for each in found)


def test_it_waits_for_everybody_whose_yes_is_needed() -> None:
    assert on(50, both())[0].missing == {MOTHER, FATHER}


def test_whoever_has_said_yes_again_is_not_reminded() -> None:
    renewed = said(MOTHER, YES, 330, until=LAST + timedelta(days=300))
    assert on(20, both(renewed))[0].missing == {FATHER}
    assert on(20, both(renewed, replace(renewed, signer=FATHER, at=instant(331)))) == ()


def test_only_the_shortest_yes_is_waited_for() -> None:
    longer = asked(said(MOTHER, YES, 1, until=LAST + timedelta(days=90)), said(FATHER, YES, 1))
    assert on(20, longer)[0].missing == {FATHER}


def test_the_young_person_too_from_the_age_of_signing() -> None:
    request = asked(*(said(each, YES, 1) for each in (MOTHER, FATHER, YOUTH)))
    assert on(20, request, age="fifteen")[0].missing == {MOTHER, FATHER, YOUTH}


@pytest.mark.parametrize("answer", [NO, WITHDRAWN])
def test_what_was_stopped_ends_no_more(answer: Answer) -> None:
    assert on(20, both(said(FATHER, answer, 320))) == ()


def test_what_was_replaced_ends_no_more() -> None:
    assert on(20, replace(both(), replaced_at=instant(300))) == ()


def test_a_yes_to_the_next_question_of_the_same_service_counts() -> None:
    request = replace(asked(said(MOTHER, YES, 330, until=LAST + timedelta(days=300))), id=OTHER)
    assert on(20, both(), request)[0].missing == {FATHER}
    elsewhere = replace(request, unit_id=OTHER)
    assert on(20, both(), elsewhere)[0].missing == {MOTHER, FATHER}
    assert on(20, both(), replace(request, replaced_at=instant(331)))[0].missing == {MOTHER, FATHER}


def test_where_another_question_carries_the_service_on_nothing_ends() -> None:
    longer = [said(each, YES, 330, until=LAST + timedelta(days=300)) for each in (MOTHER, FATHER)]
    assert on(20, both(), replace(asked(*longer), id=OTHER)) == ()
    assert len(on(20, both(), replace(asked(*longer), id=OTHER, unit_id=OTHER))) == 1


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_answered_nobody_is_told_twice_nor_after_the_answer(seed: int) -> None:
    """A random history, looked at on a random choice of days: as a worker does that stood still now and then."""
    history = _history(random.Random(seed))
    told: set[tuple[UUID, date, int]] = set()
    for day in _days(random.Random(seed), history):
        for each in at(day, history):
            noon = datetime.combine(day, time(12), UTC)
            grant = in_effect(history, family(), noon)
            assert grant is not None, "nothing runs that could end"
            assert (each.until, each.until >= day) == (grant.until, True)
            assert (each.until - day).days <= each.step
            for signer in each.missing:
                assert _latest(history, signer, noon) <= each.until, "has said yes for longer"
                again = {step for who, until, step in told if (who, until) == (signer, each.until)}
                assert all(step >= each.step for step in again), "a step that has been"
                told.add((signer, each.until, each.step))


def _history(chance: random.Random) -> Request:
    decisions = [said(MOTHER, YES, 1), said(FATHER, YES, 1)]
    for number in sorted(chance.sample(range(2, 500), chance.randrange(5))):
        until = (START + timedelta(days=number + chance.choice((90, 180, 365)))).date()
        answer = chance.choice((YES, YES, YES, WITHDRAWN))
        decisions.append(said(chance.choice((MOTHER, FATHER, STEPMOTHER)), answer, number, until=until))
    return asked(*decisions)


def _days(chance: random.Random, history: Request) -> list[date]:
    return sorted(START.date() + timedelta(days=each) for each in chance.sample(range(2, 900), 400))


def _latest(history: Request, signer: UUID, noon: datetime) -> date:
    mine = [each for each in history.decisions if each.signer == signer and each.at <= noon]
    return (mine[-1].until if mine else None) or date.min


def test_a_grant_without_its_question_is_an_error() -> None:
    """Never silently nobody."""
    grant = Grant(OTHER, UUID(int=91), None, ALL, START, LAST)
    with pytest.raises(KeyError):
        endings([both()], [grant], family(), LAST)


def running_at_16(*decisions: Decision, guardians: tuple[Signer, ...]) -> tuple[Request, Family, date]:
    """A request of before the 16th birthday, three days ago, from which the young person alone decides."""
    day = date(2026, 3, 10)
    born = date(2010, 3, 7)
    row = AgeRow(ServiceKind.SCHOOL, date.min, heard=7, co_signs=16, alone=16)
    asked_at = datetime(2026, 1, 5, 12, tzinfo=UTC)
    kinds = frozenset({Kind.PLAN})
    one = Request(UUID(int=1), UUID(int=2), UUID(int=3), ServiceKind.SCHOOL, kinds, asked_at, rows=(row,))
    one = replace(one, decisions=decisions, child_heard_at=asked_at)
    return one, Family(born, YOUTH, False, guardians), day


def yes(who: UUID, day: int) -> Decision:
    return Decision(who, Answer.YES, frozenset({Kind.PLAN}), date(2026, 12, 1), datetime(2026, 1, day, 13, tzinfo=UTC))


def test_what_ends_at_midnight_is_what_only_their_yes_carries() -> None:
    mother, father = Signer(MOTHER, date(2020, 1, 1), parent=True), Signer(FATHER, date(2020, 1, 1), parent=True)
    one, family, day = running_at_16(yes(MOTHER, 6), guardians=(mother,))
    assert [each.id for each in ending.ends_without([one], family, MOTHER, day, {one.id})] == [one.id]
    assert ending.ends_without([one], family, MOTHER, day, ()) == ()  # it does not run
    assert ending.ends_without([one], family, FATHER, day, {one.id}) == ()
    two, family, day = running_at_16(yes(MOTHER, 6), yes(FATHER, 7), guardians=(mother, father))
    assert ending.ends_without([two], family, MOTHER, day, {two.id}) == ()  # the father's carries it on
    said = replace(yes(YOUTH, 8), at=datetime(2026, 3, 8, 13, tzinfo=UTC))
    own, family, day = running_at_16(yes(MOTHER, 6), said, guardians=(mother,))
    assert ending.ends_without([own], family, MOTHER, day, {own.id}) == ()


def runs_out(who: UUID, on: float) -> Decision:
    return Decision(who, Answer.RUNS_OUT, ALL, LAST, instant(on))


def test_whoever_says_no_to_going_on_has_answered_and_can_still_say_yes() -> None:
    (soon,) = on(20, both(runs_out(FATHER, 330)))
    assert (soon.missing, soon.declined) == ({MOTHER}, {FATHER})
    (soon,) = on(20, both(runs_out(FATHER, 330), said(FATHER, YES, 331, until=LAST + timedelta(days=300))))
    assert (soon.missing, soon.declined) == ({MOTHER}, frozenset())


@pytest.mark.parametrize("seed", range(60))
def test_a_no_to_going_on_changes_nothing_of_what_is_shared(seed: int) -> None:
    """Wherever it stands in a history: it neither ends, starts, nor prolongs."""
    chance = random.Random(seed)
    history = _history(chance)
    when = sorted(chance.sample([each + 0.5 for each in range(500)], 4))
    noes = [runs_out(chance.choice((MOTHER, FATHER, STEPMOTHER)), each) for each in when]
    more = tuple(sorted((*history.decisions, *noes), key=lambda each: each.at))
    with_them = replace(history, decisions=more)
    for number in range(0, 900, 7):
        assert in_effect(with_them, family(), instant(number)) == in_effect(history, family(), instant(number))


def test_withdrawing_wins_over_a_no_to_going_on() -> None:
    stopped = both(runs_out(FATHER, 330), said(FATHER, WITHDRAWN, 331))
    assert in_effect(stopped, family(), instant(330.5)) is not None
    assert in_effect(stopped, family(), instant(331)) is None


def test_a_paper_of_before_it_counts_if_it_is_a_no() -> None:
    before = (said(FATHER, YES, 2), runs_out(FATHER, 331))
    late = {each: replace(said(FATHER, each, 332), given_on=instant(330).date()) for each in (YES, WITHDRAWN)}
    assert found.overtaken(late[YES], before)
    assert not found.overtaken(late[WITHDRAWN], before)
