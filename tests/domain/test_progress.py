"""How it has gone with a measure: in whose voice, to whom it was said, and where each answer stands in the drawing."""

from datetime import timedelta

import pytest

from parentapp import clock
from parentapp.access import rules
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import evaluating, plan_page, summary
from parentapp.domain.plan_page import MeasurePart
from parentapp.domain.progress import ACROSS, spread
from parentapp.enums import Outcome, Voice
from parentapp.errors import Denied, Hidden
from tests.cast import Cast


def say(cast: Cast, person: str, outcome: Outcome, days: int, *, heard: bool = False) -> None:
    with clock.at(cast.now + timedelta(days=days)):
        evaluating.evaluate(cast.actor(person), cast.entries["sofia.measure"], outcome, heard=heard)


def part(cast: Cast, person: str = "oksana") -> MeasurePart:
    measures = [each for goal in plan_page.plan(cast.actor(person), cast.logs["sofia"]).goals for each in goal.measures]
    return next(each for each in measures if each.entry.id == cast.entries["sofia.measure"])


def test_of_fewer_than_two_answers_nothing_is_drawn(cast: Cast) -> None:
    assert part(cast).progress is None
    say(cast, "oksana", Outcome.SAME, 0)
    assert part(cast).progress is None


def test_each_voice_has_its_line_with_time_along_it(cast: Cast) -> None:
    say(cast, "oksana", Outcome.WORSE, 0)
    say(cast, "per.aas", Outcome.SAME, 5, heard=True)
    say(cast, "oksana", Outcome.BETTER, 10)
    drawn = part(cast).progress
    assert drawn
    assert [line.voice for line in drawn.lines] == [Voice.CHILD, Voice.PARENT]
    child, parent = drawn.lines
    assert [(dot.along, dot.down) for dot in parent.dots] == [(0, 2), (100, 0)]
    assert [(dot.along, dot.down) for dot in child.dots] == [(50, 1)]
    assert [each.outcome for each in drawn.said] == [Outcome.WORSE, Outcome.SAME, Outcome.BETTER]


def test_what_a_child_said_stands_in_the_childs_voice_and_says_to_whom(cast: Cast) -> None:
    say(cast, "per.aas", Outcome.BETTER, 0, heard=True)
    say(cast, "per.aas", Outcome.SAME, 0)
    child, own = part(cast).latest
    assert (child.voice, child.heard, child.author.name) == (Voice.CHILD, True, "Per Aas")
    assert (own.voice, own.heard) == (Voice.PROFESSIONAL, False)
    made = summary.summary(cast.actor("oksana"), cast.logs["sofia"], "nb").summary
    assert [each.heard for each in made.entries if each.voice is Voice.CHILD] == [True]


def test_who_has_a_login_is_never_spoken_for(cast: Cast) -> None:
    for person in ("kari", "fadumo", "amina"):
        with pytest.raises(Denied):
            evaluating.evaluate(cast.actor(person), cast.entries["amina.measure"], Outcome.BETTER, heard=True)
    evaluating.evaluate(cast.actor("amina"), cast.entries["amina.measure"], Outcome.BETTER)


@pytest.mark.parametrize("person", ["oksana", "per.aas"])
def test_nor_one_who_is_grown_or_pregnant(cast: Cast, person: str) -> None:
    with transaction():
        sight = look(cast.actor(person), cast.logs["sofia"])
        log = sight.log(cast.logs["sofia"])
        assert rules.writes_for_child(sight, log)
        object.__setattr__(log, "pregnant", True)
        assert not rules.writes_for_child(sight, log)
        object.__setattr__(log, "pregnant", False)
        object.__setattr__(log, "born", cast.today.replace(year=cast.today.year - 18))
        assert not rules.writes_for_child(sight, log)


def test_nobody_without_the_plan_writes_it_down(cast: Cast) -> None:
    for person in ("erik", "randi"):
        with pytest.raises(Hidden):
            say(cast, person, Outcome.BETTER, 0, heard=True)


def test_dots_stand_apart_and_on_the_line() -> None:
    for where in (
        [0.0, 0.0, 0.0],
        [0.0, 1.0, 100.0],
        [99.0, 99.5, 100.0],
        [float(each) for each in range(40)],
        [],
        [50],
    ):
        found = spread(where)
        assert len(found) == len(where)
        assert all(0 <= place <= ACROSS for place in found)
        assert found == sorted(found)
        assert len(set(found)) == len(found)
