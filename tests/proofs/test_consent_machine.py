"""Withdrawal works on the next request: whatever people do and however time passes, every professional sees what the
`oracle` says, and nothing more. With any of the rules taken out of the app the same machine finds it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from parentapp.access import asked, consent
from parentapp.access.consent import Decision
from parentapp.access.signers import Family
from parentapp.domain import asking
from parentapp.enums import Answer, Basis, Kind
from tests import cast as casting
from tests.cast import Cast
from tests.proofs.apps import LONG
from tests.proofs.happened import midnight
from tests.proofs.one_log import ALL
from tests.proofs.walking import Machine

WALKS, STEPS = (170, 30) if LONG else (4, 25)  # on each kind of database
UNTIL_CAUGHT = 100  # walks: each rule that is missing is found well before

Course = consent._Course
Remove = Callable[[pytest.MonkeyPatch], None]


def machine_of(cast: Cast) -> type[Machine]:
    return type("Walk", (Machine,), {"cast": cast})


def walk(cast: Cast, walks: int = WALKS) -> None:
    """Raises AssertionError where somebody sees something else than the oracle says."""
    chosen = settings(
        max_examples=walks,
        stateful_step_count=STEPS,
        derandomize=True,
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],  # a walk in which it fails is short enough to read
        report_multiple_bugs=False,
    )
    run_state_machine_as_test(machine_of(cast), settings=chosen)


def test_everybody_sees_what_the_oracle_says(cast: Cast) -> None:
    walk(cast)


# The controls: a story that the machine lives through, and the rule without which it must not.


@dataclass(frozen=True)
class Story:
    name: str
    remove: Remove
    told: Callable[[Machine], None]
    turning: tuple[int, int] = (10, 100)

    def __str__(self) -> str:
        return self.name


def live(cast: Cast, story: Story) -> None:
    """Two guardians of a child whose log is awake, with a yes to two services. Raises AssertionError as `walk` does."""
    machine = machine_of(cast)()
    try:
        machine.there_is_a_log(turning=story.turning, both=True, pregnant=0, gap=0, opened=1)
        machine.everybody_sees_what_they_may()
        story.told(machine)
        machine.everybody_sees_what_they_may()
    finally:
        machine.teardown()


def instead(place: Any, what: str, other: Any) -> Remove:
    return lambda patch: patch.setattr(place, what, other)


def _never_lapses(patch: pytest.MonkeyPatch) -> None:
    made = asked._decision

    def endless(*row: Any) -> Decision:
        decision = made(*row)
        return replace(decision, until=date(9000, 1, 1)) if decision.until else decision

    patch.setattr(asked, "_decision", endless)


def _only_yes_is_heard(patch: pytest.MonkeyPatch) -> None:
    hear = Course._answer
    yes = Answer.YES
    patch.setattr(Course, "_answer", lambda self, said, day: hear(self, said, day) if said.answer is yes else None)


def _any_no_ends_it(patch: pytest.MonkeyPatch) -> None:
    made = asked._decision

    def ending(*row: Any) -> Decision:
        decision = made(*row)
        return replace(decision, answer=Answer.NO) if decision.answer is Answer.RUNS_OUT else decision

    patch.setattr(asked, "_decision", ending)


def _all_that_was_asked_for(patch: pytest.MonkeyPatch) -> None:
    common = Course._common
    patch.setattr(Course, "_common", lambda self, day, counted: (self.request.kinds, common(self, day, counted)[1]))


def _by_the_older_row(self: Any, decision: Decision, before: Decision | None, day: date) -> None:
    if self._is_complete(day):
        self._carry_on(*self._common(day, self._counted(day)))


def _on_first_of_march(born: date, years: int) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def _a_day_after_the_last(machine: Machine) -> None:
    machine.now = midnight(date(2027, 3, 11))  # all said yes on 10 March, for twelve months


def _a_parent_answers_while_in_care(machine: Machine) -> None:
    machine.care_begins(days=0)
    machine.ask("child_welfare", ALL, heard=True)
    for parent in ("samir", "rana"):
        machine.say(machine.history.questions[-1], parent, Answer.YES)


def _no_to_the_newer_question(machine: Machine) -> None:
    machine.ask("school", frozenset({Kind.PLAN}), heard=True)
    machine.everybody_sees_what_they_may()
    machine.say(machine.history.questions[-1], "rana", Answer.NO)


def _no_and_then_care(machine: Machine) -> None:
    machine.days_pass(days=1)
    machine.say(machine.history.questions[1], "rana", Answer.NO)
    machine.everybody_sees_what_they_may()
    machine.care_begins(days=0)


def _twelve_is_enough(machine: Machine) -> None:
    machine.a_row_of_ages_is_added("school", days=1, ages=(7, 12, 18))
    machine.days_pass(days=40)


def _no_to_going_on(machine: Machine) -> None:
    machine.now = midnight(date(2027, 3, 1))
    machine.say(machine.history.questions[1], "rana", Answer.RUNS_OUT)


def _row_and_yes(machine: Machine, unit: str, ages: tuple[int, int, int]) -> None:
    """After a birthday a newer row; under it the young person says yes again. Until the first yeses have ended."""
    machine.days_pass(days=6)
    machine.a_row_of_ages_is_added(unit, days=1, ages=ages)
    machine.days_pass(days=2)
    machine.all_say_yes_to_the_log()
    machine.say(next(each for each in machine.history.questions if each.unit == unit), "silje", Answer.YES)
    machine.everybody_sees_what_they_may()
    machine.now = midnight(date(2027, 3, 11))


def _yes_to_less_after_a_row(machine: Machine) -> None:
    machine.somebody_says_yes_to_less(which=1, who=2, kinds=frozenset({Kind.PLAN}), days=90)
    machine.a_row_of_ages_is_added("school", days=1, ages=(7, 16, 18))
    machine.days_pass(days=2)
    machine.somebody_says_yes_to_less(which=1, who=0, kinds=ALL - {Kind.HEALTH}, days=360)


def _yes_again_after_a_no(machine: Machine) -> None:
    """Asked and answered at sixteen, when the young person alone decided."""
    machine.days_pass(days=6)
    machine.ask("health", ALL, heard=True)
    machine.say(machine.history.questions[-1], "silje", Answer.YES)
    machine.a_row_of_ages_is_added("health", days=1, ages=(7, 15, 18))
    machine.days_pass(days=2)
    for answer in (Answer.NO, Answer.YES):
        machine.say(machine.history.questions[-1], "silje", answer)


def _somebody_new(machine: Machine) -> None:
    machine.a_guardian_is_added(Basis.PARENTAL_RESPONSIBILITY, signs=True, days=1)
    machine.days_pass(days=2)


STORIES = (
    Story("a no", _only_yes_is_heard, lambda it: it.say(it.history.questions[1], "rana", Answer.NO)),
    Story("a no to going on", _any_no_ends_it, _no_to_going_on),
    Story("the last day", _never_lapses, _a_day_after_the_last),
    Story("midnight in Oslo", instead(consent, "local_date", lambda instant: instant.date()), _a_day_after_the_last),
    Story(
        "thirty days and no more",
        instead(consent, "GRACE", timedelta(days=400)),
        lambda it: it.days_pass(days=131),
        turning=(15, 100),
    ),
    Story(
        "thirty days",
        instead(consent, "GRACE", timedelta(days=0)),
        lambda it: it.days_pass(days=130),
        turning=(15, 100),
    ),
    Story(
        "28 February",
        instead(consent, "birthday", _on_first_of_march),
        lambda it: it.days_pass(days=131),  # 31 March
        turning=(15, 0),
    ),
    Story(
        "the child's view",
        instead(consent, "hears_child", lambda *_: False),
        lambda it: it.somebody_asks("child_welfare", ALL, heard=0, answered=True),
    ),
    Story("care", instead(Family, "caring", lambda self, day: frozenset()), _a_parent_answers_while_in_care),
    Story(
        "what was said before care",
        instead(Family, "unheard", lambda self, at: self.replaced(consent.local_date(at))),
        _no_and_then_care,
    ),
    Story(
        "a newer row",
        instead(consent, "binding_row", lambda bound, _: bound),
        _twelve_is_enough,
        turning=(12, 3),
    ),
    Story(
        "the row of a renewal",
        instead(Decision, "is_longer_than", lambda *_: False),
        lambda it: _row_and_yes(it, "school", (7, 15, 15)),
        turning=(16, 100),
    ),
    Story(
        "a newer row that needs more",
        instead(Course, "_agree", _by_the_older_row),
        lambda it: _row_and_yes(it, "health", (7, 15, 18)),
        turning=(16, 5),
    ),
    Story("less", instead(Decision, "is_longer_than", lambda *_: True), _yes_to_less_after_a_row, turning=(16, 100)),
    Story("both rows", instead(Course, "next_row", Course.row), _yes_again_after_a_no, turning=(16, 5)),
    Story("the silence of somebody new", instead(Course, "_is_new_and_silent", lambda *_: False), _somebody_new),
    Story(
        "the common part",
        _all_that_was_asked_for,
        lambda it: it.somebody_says_yes_to_less(which=1, who=1, kinds=frozenset({Kind.PLAN}), days=90),
    ),
    Story("no to all its questions", instead(asking, "open_about", lambda *_: []), _no_to_the_newer_question),
)


@pytest.fixture(scope="module")
def one_cast() -> Iterator[Cast]:
    """For all of them: what a story did is undone."""
    with casting.assembled("sqlite") as cast:
        yield cast


@pytest.mark.parametrize("story", STORIES, ids=str)
def test_without_the_rule_it_is_found(one_cast: Cast, story: Story) -> None:
    live(one_cast, story)
    with pytest.MonkeyPatch.context() as patch:
        story.remove(patch)
        with pytest.raises(AssertionError):
            live(one_cast, story)


@pytest.mark.proofs
@pytest.mark.parametrize("story", [STORIES[0], STORIES[2]], ids=str)
def test_without_the_rule_a_walk_finds_it(one_cast: Cast, story: Story) -> None:
    with pytest.MonkeyPatch.context() as patch:
        story.remove(patch)
        with pytest.raises(AssertionError):
            walk(one_cast, UNTIL_CAUGHT)
