"""The measurements run, say everything, and measure what they claim to."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from parentapp.bench import parts, running, saying, spending, town, without
from parentapp.bench.figures import Figure
from parentapp.bench.timing import Compared, Side, compare
from parentapp.bench.town import Town
from parentapp.bench.visiting import Visitor
from parentapp.crypto.sealing import Vault
from parentapp.domain import accounts
from parentapp.i18n.catalogue import Catalogue
from parentapp.models import Heart
from tests import cast as casting
from tests.proofs.apps import bare_app

ROOT = Path(__file__).parent.parent
ASKED = (3, 4, 5, 7, 11, 12, 13, 14)


@pytest.fixture
def full() -> Iterator[Town]:
    with casting.assembled("sqlite") as cast:
        town.fill(cast, town.count(Town(bare_app(), cast), "oksana"))
        yield Town(bare_app(), cast)


def test_one_run_measures_everything() -> None:
    command = [sys.executable, "-m", "parentapp.bench", "quick"]
    said = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True).stdout
    table, _, rest = said.partition("\n\n")
    report = json.loads(rest[rest.index("{") :])
    assert tuple(dict.fromkeys(figure["number"] for figure in report["figures"])) == ASKED
    assert {line.split()[0] for line in table.splitlines()[1:]} == {str(number) for number in ASKED}
    assert {"machine", "versions", "seconds"} < set(report)
    assert all(figure["value"] > 0 for figure in report["figures"] if figure["unit"] != "%")
    (questions,) = (figure for figure in report["figures"] if figure["number"] == 5)
    assert questions["details"]["growing"] == []
    assert {"desk.index (kari)", "conversations.show, part (oksana)"} < set(questions["details"]["few, many"])
    long = next(figure for figure in report["figures"] if figure["number"] == 14)
    assert {"Hjem (oksana)", "first (kari)", "who has seen (oksana)"} < set(long["details"])
    first = next(figure for figure in report["figures"] if figure["number"] == 4)
    assert "gate: for an answer without database" in first["what"]
    assert all(part["database, %"] > 10 for name, part in first["details"].items() if "without" not in name)


def test_every_heart_that_is_measured_changes_something(full: Town) -> None:
    """A heart that is there already is neither written nor logged: it would be measured for nothing."""
    visitor, glimpse = Visitor(full.app, "oksana"), full.stage.entries["sofia.lysglimt"]
    act = parts.by_turns(*(visitor.post(f"/lysglimt/{glimpse}/heart", on=on) for on in ("0", "1")))
    mine = (Heart.entry == glimpse) & (Heart.account == full.stage.accounts["oksana"])
    there = []
    for _ in range(4):
        assert act().status == 200
        there.append(Heart.select().where(mine).exists())
    assert there == [False, True, False, True]


def test_the_databases_share_is_that_of_the_database(full: Town) -> None:
    visitor = Visitor(full.app, "oksana")
    assert spending.share(visitor.get("/healthz"), 0) == 0
    assert 0.1 < spending.share(visitor.get(f"/logs/{full.stage.logs['sofia']}"), 0) < 0.9
    assert spending.share(lambda: list(Heart.select()), 0) > 0.5


def test_what_was_put_instead_is_taken_away_again() -> None:
    class Place:
        inherited = 1

    place = Place()
    place.own = 1  # type: ignore[attr-defined]  # as an instance may have
    with without.put_instead(place, "inherited", 2), without.put_instead(place, "own", 2):
        assert vars(place) == {"inherited": 2, "own": 2}
    assert vars(place) == {"own": 1}


def test_what_it_does_not_know_it_explains() -> None:
    with pytest.raises(SystemExit, match="quick"):
        running.run(("slowly",))


def test_a_figure_over_its_gate_is_marked() -> None:
    over = Figure(9, "weight", "bytes", 11, 1, 11, gate=10, aim=5)
    assert saying.table([over], 1).splitlines()[1].endswith("over the gate")
    assert "over" not in saying.table([Figure(9, "weight", "bytes", 10, 1, 10, gate=10, aim=5)], 1)
    assert "over" not in saying.table([Figure(9, "said to explain", "%", 10, 1, 10)], 1)


def test_turn_by_turn_each_side_inside_what_belongs_to_it() -> None:
    done: list[str] = []

    @contextmanager
    def inside() -> Iterator[None]:
        done.append("in")
        yield
        done.append("out")

    found = compare(Side(lambda: done.append("one"), batch=1), Side(lambda: done.append("other"), inside, 1), 0)
    assert len(found.one) == len(found.other) == 3
    assert done[-12:] == ["one", "in", "other", "out"] * 3


def test_the_ratio_is_the_median_of_the_turns() -> None:
    assert Compared([2.0, 9.0, 30.0], [1.0, 3.0, 2.0]).ratio == 3.0


def test_without_sealing_nothing_is_opened_and_the_page_is_the_same(
    full: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = Visitor(full.app, "oksana").plain().get(f"/logs/{full.stage.logs['sofia']}")
    before = page().body
    with without.sealing():
        page()  # looks everything up once
        monkeypatch.setattr(Vault, "unseal", None)
        assert len(page().body) == len(before)


def test_without_translation_no_word_is_looked_up(full: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    accounts.set_language(full.stage.actor("oksana"), "nb")
    page = Visitor(full.app, "oksana").plain().get(f"/logs/{full.stage.logs['sofia']}")
    before = page().body
    with without.translation(full.app):
        assert len(page().body) == len(before)
        monkeypatch.setattr(Catalogue, "text", None)
        monkeypatch.setattr(Catalogue, "form", None)
        assert page().status == 200
    with pytest.raises(TypeError):  # the control: otherwise it does look them up, even to say that it is broken
        page()
