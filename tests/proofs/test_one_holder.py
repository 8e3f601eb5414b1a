"""Exactly one person holds the baton, whatever people do with it and in which order; and nothing is half-written.

Also when somebody quits, is away, or a leader asks in the contact person's place; on both databases in the long form.
With the old period left open the same walk finds two.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from peewee import Update

from parentapp import clock
from parentapp.access.actor import Actor
from parentapp.domain import (
    absences,
    assigning,
    closing,
    closing_registered,
    consents,
    handovers,
    questions,
    reopening,
    staff,
)
from parentapp.domain.handovers import Proposal
from parentapp.domain.registering import Told
from parentapp.enums import Answer, EntryType, HandoverOutcome, Kind, Transition, Way
from parentapp.errors import Conflict, Denied, Hidden, Unknown
from parentapp.models import Absence, Employment, Entry, Handover, StafettholderPeriod, Stafettlogg
from tests import cast as casting
from tests.cast import Cast
from tests.needs import needs_postgres
from tests.proofs.apps import LONG

# A test ends within minutes: the long walks go in parts, each of them its own; in all so many on each database.
WALKS, STEPS = (5_000 if LONG else 30), 10
PARTS = {"sqlite": 40 if LONG else 1, **({"postgres": 80} if LONG else {})}
STAFF = ("kari", "lina", "per.aas", "randi", "tor")
REFUSED = (Conflict, Denied, Hidden, Unknown)
Step = tuple[str, str, str]

acts = st.sampled_from(
    (
        *("propose", "propose", "accept", "accept", "decline", "withdraw", "stop", "go on", "close", "paper", "open"),
        *("quit", "begin", "away", "back", "deputise", "led", "led", "led back"),
    )
)
steps = st.lists(st.tuples(acts, st.sampled_from(STAFF), st.sampled_from(STAFF)), min_size=STEPS, max_size=STEPS)


def do(cast: Cast, step: Step) -> None:
    """One thing that somebody tries, in Sofia's log: those who work with her, a colleague, and a stranger to her."""
    what, who, other = step
    actor, sofia = cast.actor(who), cast.logs["sofia"]
    latest = Handover.select().where(Handover.log == sofia).order_by(Handover.proposed_at.desc()).first()
    known: dict[str, Callable[[], object]] = {
        "propose": lambda: handovers.propose(
            actor, sofia, other, Proposal("Derfor.", "Slik.", _transition(other), "Ro.", True)
        ),
        "accept": lambda: handovers.accept(actor, latest.id),
        "decline": lambda: handovers.decline(actor, latest.id),
        "withdraw": lambda: handovers.withdraw(actor, latest.id),
        "stop": lambda: consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.NO),
        "go on": lambda: consents.answer(cast.actor("oksana"), cast.requests["sofia.school"], Answer.YES),
        "close": lambda: closing.agree(cast.actor("oksana"), closing.propose(actor, sofia, "Nå går det bra.")),
        "paper": lambda: _close_on_paper(cast, actor),
        "open": lambda: _open_again(cast),
        "quit": lambda: staff.end(cast.actor("mona"), _work(cast, who).id),
        "begin": lambda: _begin_again(cast, who),
        "away": lambda: absences.go_away(actor, actor.today, actor.today + timedelta(days=1)),
        "back": lambda: absences.come_back(actor, _absence(cast, who)),
        "deputise": lambda: absences.name_deputy(actor, sofia, other),
        "led": lambda: assigning.ask(cast.actor("anne.strand"), sofia, other, "Slik må det bli."),
        "led back": lambda: assigning.withdraw(cast.actor("anne.strand"), sofia, latest.id),
    }
    known[what]()


def _close_on_paper(cast: Cast, actor: Actor) -> None:
    said = Told(cast.accounts["oksana"], Answer.YES, Way.PAPER, actor.today, "uk")
    closing_registered.register(actor, closing.propose(actor, cast.logs["sofia"], "Nå går det bra."), said)


def _open_again(cast: Cast) -> None:
    """With a new yes to the log, and to the two services that the baton goes between."""
    oksana, sofia, words = cast.actor("oksana"), cast.logs["sofia"], {"purpose": "For å hjelpe.", "child_view": "Ja."}
    consents.answer(oksana, reopening.ask(oksana, sofia, "Igjen.", child_view="Ja."), Answer.YES)
    for unit in ("health", "school"):
        asked = questions.ask(oksana, sofia, unit=cast.units[unit], kinds=frozenset(Kind), **words)
        consents.answer(oksana, asked, Answer.YES)


def _work(cast: Cast, who: str) -> Any:
    """The latest of it, in which it may be over."""
    rows = Employment.select().where(Employment.account == cast.accounts[who])
    return max(rows, key=lambda row: (row.until is None, row.until or cast.today))


def _begin_again(cast: Cast, who: str) -> None:
    staff.employ(cast.actor("mona"), _work(cast, who).unit_id, cast.accounts[who], "rådgiver", cast.today)


def _absence(cast: Cast, who: str) -> UUID:
    away = Absence.select().where(Absence.account == cast.accounts[who]).order_by(Absence.since.desc()).first()
    found: UUID = away.id if away else cast.accounts[who]
    return found


def _transition(other: str) -> Transition | None:
    return Transition.SCHOOL_SCHOOL if other == "per.aas" else None


def walk(cast: Cast, walked: list[Step]) -> int:
    """Takes these steps, each a minute after the one before, and looks after each. How many did something."""
    done = 0
    for minute, step in enumerate(walked):
        with clock.at(cast.now + timedelta(minutes=minute)):
            before = state(cast)
            try:
                do(cast, step)
                done += 1
            except REFUSED:
                assert state(cast) == before, (step, "refused, and yet something was written")
            sound(cast)
    return done


def state(cast: Cast) -> list[object]:
    sofia = cast.logs["sofia"]
    tables = (Handover, StafettholderPeriod, Entry)
    rows = [sorted(map(str, table.select().where(table.log == sofia).tuples())) for table in tables]
    return [*rows, list(Stafettlogg.select().where(Stafettlogg.id == sofia).tuples())]


def sound(cast: Cast) -> None:
    """One holder, in the log and in its history; one question at most; each that was taken stands on the timeline."""
    sofia = cast.logs["sofia"]
    row = Stafettlogg.get_by_id(sofia)
    periods = list(StafettholderPeriod.select().where(StafettholderPeriod.log == sofia))
    assert [(each.account_id, each.unit_id) for each in periods if each.until is None] == [
        (row.holder_id, row.holder_unit_id)
    ]
    offered = list(Handover.select().where(Handover.log == sofia))
    assert len([each for each in offered if each.answered_at is None]) <= (row.closed_at is None)
    taken = [each for each in offered if each.outcome is HandoverOutcome.ACCEPTED]
    told = Entry.select(Entry.id).where((Entry.log == sofia) & (Entry.type == EntryType.HANDOVER)).tuples()
    assert {each.entry_id for each in taken} == {each for (each,) in told}
    assert len(periods) == len(taken) + 1
    assert all((each.answered_at is None) == (each.outcome is None) for each in offered)


@pytest.mark.parametrize(("kind", "part"), [(kind, part) for kind, parts in PARTS.items() for part in range(parts)])
def test_exactly_one_holds_it(kind: str, part: int) -> None:
    if kind == "postgres":
        needs_postgres()

    @settings(
        max_examples=WALKS // PARTS[kind],
        deadline=None,
        derandomize=not LONG,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(walked=steps)
    def walks(walked: list[Step]) -> None:
        with casting.assembled(kind) as cast:
            walk(cast, walked)

    walks()


def test_the_walk_gets_somewhere(cast: Cast) -> None:
    """Or else it would prove nothing."""
    walked = [
        *(("propose", "kari", "per.aas"), ("accept", "per.aas", "kari"), ("propose", "per.aas", "lina")),
        *(("decline", "lina", "kari"), ("propose", "per.aas", "tor"), ("withdraw", "per.aas", "kari")),
        *(("propose", "per.aas", "kari"), ("accept", "kari", "kari"), ("close", "kari", "kari")),
        *(("open", "kari", "kari"), ("propose", "kari", "per.aas"), ("accept", "per.aas", "kari")),
        *(("paper", "per.aas", "kari"), ("open", "kari", "kari"), ("propose", "per.aas", "kari")),
    ]
    assert walk(cast, walked) == len(walked)


def test_the_walk_gets_on_when_somebody_quits(cast: Cast) -> None:
    """The leader asks another where the contact person works there no longer; the baton waits for that one's yes."""
    walked = [
        *(("away", "kari", "lina"), ("quit", "kari", "lina"), ("led", "kari", "per.aas"), ("led back", "kari", "lina")),
        *(
            ("begin", "kari", "lina"),
            ("back", "kari", "lina"),
            ("deputise", "kari", "per.aas"),
            ("quit", "kari", "tor"),
        ),
        *(("led", "kari", "per.aas"), ("accept", "per.aas", "kari"), ("begin", "kari", "kari")),
        *(("propose", "per.aas", "kari"), ("accept", "kari", "kari")),
    ]
    assert walk(cast, walked) == len(walked)


def test_with_the_old_time_left_open_two_hold_it(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    execute = Update.execute

    def forgetful(query: Update, *how: object) -> object:
        return None if query.table is StafettholderPeriod else execute(query, *how)

    monkeypatch.setattr("peewee.ModelUpdate.execute", forgetful)
    with pytest.raises(AssertionError):
        walk(cast, [("propose", "kari", "lina"), ("accept", "lina", "kari")])
