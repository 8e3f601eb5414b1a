"""When an interpreter's assignment is over: nothing is left of it, for whom it concerns, and in a closed log."""

from datetime import datetime, timedelta
from functools import partial

import pytest

from parentapp import clock
from parentapp.access import visible
from parentapp.access.actions import Action
from parentapp.access.actor import SystemActor
from parentapp.access.policy import CLOSED, can
from parentapp.access.sight import look
from parentapp.db import transaction
from parentapp.domain import (
    families,
    interpreter_page,
    interpreter_work,
    interpreters,
    meetings,
    municipality,
)
from parentapp.enums import Relation
from parentapp.errors import Conflict
from parentapp.models import Guardian
from tests.access.test_interpreting import MOMENT, called_later, meeting, stage
from tests.cast import Cast
from tests.closing import close


def is_tied(cast: Cast, when: datetime) -> bool:
    """Whether Halyna has any tie to Sofia's log then, knows of her assignment or a notice of it, and is around it."""
    with clock.at(when), transaction():
        sight = look(cast.actor("halyna"))
        tied = any(Relation.INTERPRETER in sight.relations(log) for log in sight.ties)
        known = visible.work(sight).exists()
        told = visible.notices(sight).exists()
        around = look(cast.actor("oksana"), cast.logs["sofia"]).around
        here = any(each.active for each in around if each.relation is Relation.INTERPRETER)
    assert tied == known == told == here
    return tied


def test_the_tie_is_gone_with_the_assignment(cast: Cast) -> None:
    starts, closes = meeting(cast).starts, meeting(cast).ends + timedelta(hours=2)
    assert is_tied(cast, starts - timedelta(days=3))
    assert is_tied(cast, closes - MOMENT)
    assert not is_tied(cast, closes)
    interpreters.end(cast.actor("kari"), cast.assignments["sofia.halyna"])
    assert not is_tied(cast, starts)


def test_or_with_the_meeting(cast: Cast) -> None:
    meetings.cancel(cast.actor("kari"), cast.meetings["sofia.meeting"])
    assert not is_tied(cast, meeting(cast).starts)
    assert interpreter_page.page(cast.actor("oksana"), cast.assignments["sofia.halyna"]).interpreter.over


def test_nobody_opens_anothers_assignment_of_the_same_log(cast: Cast) -> None:
    municipality.qualify(
        SystemActor("test", clock.now()),
        cast.accounts["daud"],
        Relation.INTERPRETER,
        "uk",
        "godkjent tolk",
        "Tolk Vest",
    )
    later = called_later(cast)
    interpreters.ask(cast.actor("kari"), later, cast.accounts["daud"], cast.accounts["oksana"])
    assert stage(cast, meeting(cast).starts, None, "daud") == "hidden"


def test_it_is_over_when_the_person_interpreted_for_belongs_no_more(cast: Cast) -> None:
    early = meeting(cast).starts - timedelta(days=3)
    yesterday = early.date() - timedelta(days=1)
    Guardian.update(until=yesterday).where(Guardian.account == cast.accounts["oksana"]).execute()
    assert stage(cast, early) == "hidden"


def test_in_a_closed_log_there_is_nothing_to_interpret_and_nothing_to_change(cast: Cast) -> None:
    assignment = cast.assignments["sofia.halyna"]
    close(cast, "sofia")
    assert stage(cast, meeting(cast).starts) == "hidden"
    assert interpreter_page.page(cast.actor("oksana"), assignment).interpreter.over
    acts = (interpreters.end, interpreters.extend, partial(interpreters.answer, yes=False))
    for act in acts:
        with pytest.raises(Conflict) as refused:
            act(cast.actor("oksana"), assignment)
        assert refused.value.reason == CLOSED


def test_what_an_interpreter_may_do_is_an_interpreters(cast: Cast) -> None:
    def may(person: str) -> bool:
        with transaction():
            sight = look(cast.actor(person), cast.logs["sofia"])
            log = next(iter(sight.ties))
            found = {can(sight, each, log) for each in (Action.ASSIGNMENT_SEE, Action.ASSIGNMENT_DECLARE)}
            assert len(found) == 1
            return found.pop()

    with transaction():
        sight = look(cast.actor("kari"), cast.logs["sofia"])
        assert not can(sight, Action.INTERPRETER_ANSWER, sight.log(cast.logs["sofia"]))
    assert may("halyna")
    assert not any(may(person) for person in ("oksana", "erik", "kari", "per.aas", "bjorn"))
    families.add_network_person(cast.actor("kari"), cast.logs["sofia"], cast.accounts["halyna"], clock.today())
    assert not may("halyna")


@pytest.mark.parametrize("how", ["time", "ended", "cancelled"])
def test_another_that_goes_on_beside_it_keeps_it_no_longer(cast: Cast, how: str) -> None:
    """Of the same interpreter, in the same log: who is around it still, as an interpreter."""
    first, kari = cast.assignments["sofia.halyna"], cast.actor("kari")
    later = interpreters.ask(kari, called_later(cast), cast.accounts["halyna"], cast.accounts["oksana"])
    when = meeting(cast).ends + timedelta(hours=2)
    if how == "ended":
        interpreters.end(kari, first)
    elif how == "cancelled":
        meetings.cancel(kari, cast.meetings["sofia.meeting"])
    with clock.at(when if how == "time" else meeting(cast).starts):
        assert interpreter_page.page(cast.actor("oksana"), first).interpreter.over
        assert not interpreter_page.page(cast.actor("oksana"), later).interpreter.over
        jobs = interpreter_work.jobs(look(cast.actor("halyna")))
        assert [each.id for each in jobs] == [later]
        assert [row.id for row in visible.work(look(cast.actor("halyna")))] == [later]
