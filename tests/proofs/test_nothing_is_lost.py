"""Promise: no edit and no date ever loses a text. Whatever happens, what was once written can be read by the family.

The oracle only ever adds: every text that was written, whoever wrote it and whatever was done to it afterwards.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parentapp import clock
from parentapp.domain import closing, evaluating, handovers, log, plan, plan_page, revising, versions
from parentapp.domain.handovers import Proposal
from parentapp.enums import LifeArea, Outcome
from parentapp.errors import Conflict, Denied, Hidden
from parentapp.models import Entry, Measure, Revision, Version
from tests import cast as casting
from tests.cast import Cast
from tests.databases import KINDS
from tests.proofs.apps import LONG

STEPS = 60 if LONG else 14
EXAMPLES = 60 if LONG else 4
REFUSED = (Conflict, Denied, Hidden)
SHORT = [kind if kind == "sqlite" else pytest.param(kind, marks=pytest.mark.proofs) for kind in KINDS]


class World:
    """Sofia's log, what was done to it, and everything that was ever written there."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.log, self.written = cast, cast.logs["sofia"], set[str]()
        self.at, self.number = cast.now, 0

    def text(self) -> str:
        self.number += 1
        return f"Tekst nummer {self.number}."

    def does(self, person: str, act: Callable[[Any, str], object]) -> None:
        """One act, later than the one before. What is refused has written nothing."""
        self.at += timedelta(hours=7)
        with clock.at(self.at):
            text = self.text()
            try:
                act(self.cast.actor(person), text)
            except REFUSED:
                return
            self.written.add(text)

    def some(self, at: int, *where: Any) -> UUID:
        """One of the entries there are."""
        ids = [row.id for row in Entry.select().where((Entry.log == self.log) & all_of(where)).order_by(Entry.at)]
        return ids[at % len(ids)]

    def measure(self, at: int) -> UUID:
        ids = [row.entry_id for row in Measure.select().join(Entry, on=(Measure.entry == Entry.id)).order_by(Entry.at)]
        mine = [each for each in ids if Entry.get_by_id(each).log_id == self.log]
        return mine[at % len(mine)]


def all_of(where: tuple[Any, ...]) -> Any:
    found = Entry.id.is_null(False)
    for each in where:
        found &= each
    return found


def write(world: World, at: int) -> None:
    world.does(("kari", "per.aas")[at % 2], lambda actor, text: log.add_note(actor, world.log, text))


def edit(world: World, at: int) -> None:
    entry = world.some(at)
    writer = world.cast.accounts
    who = next(name for name, account in writer.items() if account == Entry.get_by_id(entry).author_id)
    world.does(who, lambda actor, text: revising.change_text(actor, entry, text))


def see_otherwise(world: World, at: int) -> None:
    world.does("oksana", lambda actor, text: versions.write(actor, world.some(at), text))


def answer(world: World, at: int) -> None:
    rows = list(Version.select().where(Version.answers.is_null()).order_by(Version.at))
    if rows:
        row = rows[at % len(rows)]
        for who in ("kari", "per.aas", "lina"):
            world.does(who, lambda actor, text: versions.answer(actor, row.id, text))


def move_day(world: World, at: int) -> None:
    """Writes nothing, and must lose nothing."""
    try:
        with clock.at(world.at):
            evaluating.renew(world.cast.actor("oksana"), world.measure(at), clock.today() + timedelta(days=1 + at % 90))
    except REFUSED:
        pass


def evaluate(world: World, at: int) -> None:
    outcome = list(Outcome)[at % len(Outcome)]
    who = ("oksana", "kari", "per.aas")[at % 3]
    world.does(who, lambda actor, text: evaluating.evaluate(actor, world.measure(at), outcome, text))


def plan_more(world: World, at: int) -> None:
    world.does("kari", lambda actor, text: plan.add_goal(actor, world.log, text, LifeArea.SCHOOL))


def hand_over(world: World, at: int) -> None:
    """To the school's, who takes over."""

    def act(actor: Any, text: str) -> None:
        offered = handovers.propose(actor, world.log, "per.aas", Proposal("Bytte.", text))
        handovers.accept(world.cast.actor("per.aas"), offered)

    world.does("kari", act)


def close(world: World, at: int) -> None:
    """All dates are long past; the log is closed. The reason is what the family agrees to."""
    if at % 5:
        return
    world.at += timedelta(days=40)
    for who in ("kari", "per.aas"):
        try:
            with clock.at(world.at):
                closing.agree(world.cast.actor("oksana"), closing.propose(world.cast.actor(who), world.log, "Ferdig."))
        except REFUSED:
            pass


ACTS = (write, edit, edit, see_otherwise, answer, move_day, evaluate, plan_more, hand_over, close)


def readable(world: World) -> set[str]:
    """Everything that Oksana reads: in the log, beside its entries, how they stood before."""
    found: set[str] = set()
    with clock.at(world.at + timedelta(hours=1)):
        oksana, before = world.cast.actor("oksana"), None
        while True:
            page = log.timeline(oksana, world.log, before=before)
            for entry in page.entries:
                there = versions.page(oksana, entry.id)
                found |= {there.entry.text, *(each.text for each in there.earlier)}
                for saw in there.saw:
                    for one in (saw.latest, *saw.before):
                        found |= {one.text, *([one.answer.text] if one.answer else [])}
            before = page.older
            if before is None:
                break
        for goal in plan_page.plan(oksana, world.log).goals:
            found |= {goal.entry.text, *(each.text for each in goal.earlier)}
    return found


def lost(cast: Cast, acts: list[tuple[int, int]]) -> set[str]:
    world = World(cast)
    world.written |= {row.text for row in Entry.select().where(Entry.log == world.log) if row.text}
    before = readable(world)
    world.written &= before
    for which, at in acts:
        ACTS[which % len(ACTS)](world, at)
    return world.written - readable(world)


MANY = st.lists(st.tuples(st.integers(0, len(ACTS) - 1), st.integers(0, 99)), min_size=3, max_size=STEPS)


@pytest.mark.parametrize("kind", SHORT)
@settings(max_examples=EXAMPLES, deadline=None, derandomize=not LONG, suppress_health_check=list(HealthCheck))
@given(acts=MANY)
def test_no_edit_and_no_date_loses_a_text(kind: str, acts: list[tuple[int, int]]) -> None:
    with casting.assembled(kind) as cast:
        assert lost(cast, acts) == set()


EACH_ONCE = [(which, 10) for which in range(len(ACTS))]


@pytest.mark.parametrize("kind", SHORT)
def test_each_act_once_and_all_is_there(kind: str) -> None:
    """Each of them really happens: notes, other words, versions, answers, days, evaluations, a handover, the end."""
    with casting.assembled(kind) as cast:
        world = World(cast)
        for which, at in EACH_ONCE:
            ACTS[which](world, at)
        assert len(world.written) >= 6
        assert Revision.select().count() >= 1
        assert world.written - readable(world) == set()


def test_an_edit_that_overwrites_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The control: without keeping what stood before."""
    monkeypatch.setattr(revising, "keep", lambda *_: None)
    with casting.assembled("sqlite") as cast:
        assert lost(cast, [(0, 0), *((1, at) for at in range(12))]) != set()
