"""Birthdays that come: what changes, who is told when; and that the young person may stop what runs from being told on.

Narrow only: nothing that the young person says before the birthday starts anything.
"""

import random
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID

import pytest

from parentapp.access import coming as birthdays
from parentapp.access.ages import AgeRow
from parentapp.access.coming import Coming
from parentapp.access.consent import Decision, Grant, Request, in_effect
from parentapp.access.facts import LogFacts
from parentapp.access.sight import look
from parentapp.access.signers import Family, Signer
from parentapp.domain import consents, questions
from parentapp.enums import Answer, Kind
from parentapp.models import Subject
from tests.access.test_consent import ALL, FATHER, MOTHER, SCHOOL, STATION, YOUTH, asked, said
from tests.cast import Cast

YES, NO, WITHDRAWN = Answer.YES, Answer.NO, Answer.WITHDRAWN
BIRTHDAY = date(2026, 9, 1)  # turns fifteen, or as many as a test says
LONG = date(2027, 3, 1)


def people(age: int = 15, youth: UUID | None = YOUTH, *, pregnant: bool = False) -> Family:
    both = (Signer(MOTHER, date(2020, 1, 1)), Signer(FATHER, date(2020, 1, 1)))
    return Family(BIRTHDAY.replace(year=BIRTHDAY.year - age), youth, pregnant, both)


def instant(before: int) -> datetime:
    """Noon, so many days before the birthday."""
    return datetime.combine(BIRTHDAY - timedelta(days=before), time(12), UTC)


def says(who: UUID, answer: Answer, before: int) -> Decision:
    return Decision(who, answer, ALL, LONG if answer is YES else None, instant(before))


def runs(*more: Decision, row: AgeRow = SCHOOL) -> Request:
    """Both parents have said yes, in March."""
    return asked(said(MOTHER, YES, 1), said(FATHER, YES, 1), *more, row=row)


def grant(request: Request, before: int, family: Family | None = None) -> Grant | None:
    now = instant(before)
    so_far = replace(request, decisions=tuple(each for each in request.decisions if each.at <= now))
    return in_effect(so_far, family or people(), now)


def ahead(before: int, *requests: Request, family: Family | None = None, guarded: bool = True) -> tuple[Coming, ...]:
    day = BIRTHDAY - timedelta(days=before)
    return birthdays.coming(requests or (runs(),), family or people(), guarded, day)


def one(before: int, *requests: Request, family: Family | None = None) -> Coming:
    found = ahead(before, *requests, family=family)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("before", "told"), [(91, False), (90, True), (1, True), (0, False), (-1, False)])
def test_it_comes_ninety_days_ahead_and_is_over_on_the_day(before: int, told: bool) -> None:
    assert bool(ahead(before)) is told


def test_at_fifteen_the_own_yes_is_needed_too() -> None:
    found = one(90)
    assert (found.age, found.day, found.signs, found.alone) == (15, BIRTHDAY, (runs().id,), ())
    assert (found.own_say, found.own_health, found.grown) == (True, False, False)


def test_at_sixteen_health_services_are_answered_alone() -> None:
    found = one(90, runs(row=STATION), replace(runs(), id=UUID(int=99)), family=people(16))
    assert (found.age, found.signs, found.alone) == (16, (), (runs().id,))
    assert found.own_health


def test_at_eighteen_everything_is_and_guardians_are_out() -> None:
    found = one(90, family=people(18))
    assert (found.alone, found.grown) == ((runs().id,), True)


def test_nothing_changes_where_nobody_is_guardian_and_the_young_person_decides() -> None:
    alone = Family(people(18).born, YOUTH, False, ())
    assert ahead(60, family=alone, guarded=False) == ()
    assert one(60, family=alone).grown, "a guardian who only reads is out too"


def test_a_pregnant_woman_decides_already() -> None:
    assert ahead(60, family=people(pregnant=True)) == ()


def test_a_question_that_was_replaced_changes_nothing() -> None:
    assert one(60, replace(runs(), replaced_at=instant(100))).signs == ()


@pytest.mark.parametrize(("before", "told"), [(90, False), (31, False), (30, True), (1, True)])
def test_guardians_are_told_thirty_days_ahead(before: int, told: bool) -> None:
    assert one(before).tells_guardians is told


@pytest.mark.parametrize("answer", [YES, NO])
def test_or_once_the_young_person_has_answered_all_of_it(answer: Answer) -> None:
    answered = runs(says(YOUTH, answer, 80))
    assert one(80, answered).tells_guardians
    assert not one(80, answered, replace(runs(), id=UUID(int=99))).tells_guardians
    assert not one(80, runs(says(YOUTH, answer, 91))).tells_guardians, "that was said before being told"


# Stopping from being told on.


@pytest.mark.parametrize(("before", "stops"), [(91, False), (90, True), (1, True)])
def test_the_young_person_stops_it_from_the_day_they_are_told(before: int, stops: bool) -> None:
    assert (grant(runs(says(YOUTH, NO, before)), before) is None) is stops


def test_without_a_login_nobody_answers_for_them() -> None:
    assert grant(runs(says(YOUTH, NO, 80)), 80, people(youth=None)) is not None


def test_what_they_stopped_stays_stopped_whatever_the_parents_say() -> None:
    again = [says(MOTHER, WITHDRAWN, 70), says(MOTHER, YES, 60), says(FATHER, YES, 60)]
    for before in (80, 60, 1, 0, -10):
        assert grant(runs(says(YOUTH, NO, 80), *again), before) is None


def test_their_yes_starts_nothing_before_the_birthday() -> None:
    stopped = (says(YOUTH, NO, 80), says(YOUTH, YES, 70))
    assert grant(runs(*stopped), 60) is None
    assert grant(runs(*stopped, says(MOTHER, YES, 50)), 50) is not None, "a fresh yes of the parents does"
    assert grant(asked(said(MOTHER, YES, 1), says(YOUTH, YES, 80)), 60) is None


def test_a_yes_said_ahead_carries_it_past_the_birthday() -> None:
    said_ahead = runs(says(YOUTH, YES, 80))
    assert grant(said_ahead, -31) is not None
    assert grant(runs(), -30) is not None
    assert grant(runs(), -31) is None, "without it it ends thirty days after"


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_said_the_young_person_only_ever_narrows(seed: int) -> None:
    """With the young person's answers before the birthday there is never more than without them."""
    chance = random.Random(seed)
    days = sorted(chance.sample(range(1, 120), chance.randrange(2, 8)), reverse=True)
    answers = [says(chance.choice((MOTHER, FATHER, YOUTH)), chance.choice((YES, YES, NO)), each) for each in days]
    told = [each for each in answers if each.signer != YOUTH or each.at >= instant(90)]
    parents = [each for each in told if each.signer != YOUTH]
    for before in range(130, 0, -1):
        with_them, without = grant(runs(*told), before), grant(runs(*parents), before)
        assert with_them is None or (without is not None and with_them.until <= without.until), before


def test_who_is_told_ahead_can_say_no_in_the_app(cast: Cast) -> None:
    """Never having answered: as yet nobody needs her yes."""
    amina, bup = cast.actor("amina"), cast.units["bup"]
    turns = amina.today + timedelta(days=40)
    Subject.update(born=turns.replace(year=turns.year - 15)).where(Subject.account == amina.account_id).execute()
    why = {"kinds": frozenset({Kind.PLAN}), "purpose": "For å hjelpe.", "child_view": "Helst ikke."}
    made = questions.ask(cast.actor("kari"), cast.logs["amina"], unit=bup, **why)
    for parent in ("fadumo", "yusuf"):
        consents.answer(cast.actor(parent), made, YES)

    def sees() -> bool:
        return bup in {each.unit_id for each in look(amina, cast.logs["amina"]).running(_log(cast))}

    assert sees()
    consents.answer(amina, made, NO)
    assert not sees()


def _log(cast: Cast) -> LogFacts:
    log = cast.logs["amina"]
    return look(cast.actor("amina"), log).log(log)
