"""Acknowledged is stored: neither a killed program nor a lost power supply takes back what was answered.

The short form runs with all tests; PROOFS=long cuts and kills 200 times. PostgreSQL keeps this promise by itself
(`fsync` and `synchronous_commit` are on unless someone turns them off) and is not tried here.
"""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from tests.needs import needs_program
from tests.proofs.power_cut import (
    WRITER,
    Acknowledge,
    Event,
    Outcome,
    Remove,
    Resize,
    Sync,
    Write,
    _on_disk,
    cut,
    opened,
    record,
)

LONG = os.environ.get("PROOFS") == "long"
CUTS, LINES = (200, 400) if LONG else (40, 150)
KILLS = 200 if LONG else 10
SEED = 20260302


@pytest.fixture
def recorded(tmp_path: Path):
    needs_program("strace", package="strace")

    def run(manner: str) -> list[Event]:
        events = record(tmp_path, LINES, manner)
        said = [event.number for event in events if isinstance(event, Acknowledge)]
        assert said == list(range(1, LINES + 1)), "the recording is complete"
        assert {type(event) for event in events} >= {Write, Sync, Acknowledge}
        assert {Path(event.file).name for event in events if isinstance(event, Write)} >= {"rows.db", "rows.db-wal"}
        return events

    return run


def cuts(events: list[Event], folder: Path) -> list[Outcome]:
    """The power goes at CUTS moments after the first line was acknowledged."""
    chance = Random(SEED)
    first = next(place for place, event in enumerate(events) if isinstance(event, Acknowledge)) + 1
    outcomes = []
    for number in range(CUTS):
        after = folder / f"cut-{number}"
        after.mkdir()
        outcomes.append(cut(events, chance.randint(first, len(events)), chance, after))
        shutil.rmtree(after)
    assert max(outcome.acknowledged for outcome in outcomes) > LINES / 2, "some cuts come late"
    return outcomes


def test_a_power_cut_takes_back_nothing(recorded, tmp_path) -> None:
    outcomes = cuts(recorded("full"), tmp_path)
    assert [outcome for outcome in outcomes if outcome.lost or not outcome.whole] == []


def test_without_waiting_for_the_disk_it_would(recorded, tmp_path) -> None:
    """The control: with synchronous=NORMAL the same cuts lose lines. If they did not, the proof would be blind."""
    outcomes = cuts(recorded("normal"), tmp_path)
    assert sum(outcome.lost > 0 for outcome in outcomes) > CUTS / 4


def killed(url: str, after: int, manner: str = "full") -> set[int]:
    """Kills a writer once it has acknowledged `after` lines; all numbers that it acknowledged before it died."""
    command = [sys.executable, str(WRITER), url, "100000", manner]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as writer:
        assert writer.stdout
        said = [writer.stdout.readline() for _ in range(after)]
        writer.send_signal(signal.SIGKILL)
        said += writer.stdout.readlines()
    assert writer.returncode == -signal.SIGKILL, "it was still writing"
    return {int(line) for line in said}


def test_a_killed_writer_takes_back_nothing(tmp_path) -> None:
    chance, url = Random(SEED), f"sqlite:///{tmp_path / 'rows.db'}"
    acknowledged: set[int] = set()
    for _ in range(KILLS):
        acknowledged |= killed(url, after=chance.randint(1, 60))
        found, whole = opened(url)
        assert whole
        assert acknowledged <= found
    assert len(acknowledged) > KILLS


def test_acknowledged_too_early_it_would(tmp_path) -> None:
    """The control: a writer that answers before it has stored is caught."""
    chance, url = Random(SEED), f"sqlite:///{tmp_path / 'rows.db'}"
    lost = 0
    for _ in range(5):
        acknowledged = killed(url, after=chance.randint(15, 60), manner="early")
        lost += len(acknowledged - opened(url)[0])
    assert lost > 0


# The paper disk itself.


class Fate(Random):
    """What no sync followed is always lost, whole or torn."""

    def __init__(self, which: int) -> None:
        super().__init__(SEED)
        self.which = which

    def choice(self, fates):
        return fates[self.which]


LOST, WHOLE, TORN = Fate(0), Fate(1), Fate(2)


def test_what_was_synced_is_there_and_the_rest_is_unsure() -> None:
    events: list[Event] = [
        Write("a", 0, b"sure"),
        Write("b", 0, b"unsure"),
        Sync("a"),
        Write("a", 4, b" unsure"),
        Resize("a", 8),
    ]
    assert _on_disk(events, LOST) == {"a": b"sure"}
    assert _on_disk(events, WHOLE) == {"a": b"sure uns", "b": b"unsure"}


def test_a_gap_is_filled_and_a_removed_file_is_gone() -> None:
    assert _on_disk([Write("a", 3, b"x"), Sync("a")], LOST) == {"a": b"\0\0\0x"}
    assert _on_disk([Resize("a", 2), Sync("a")], LOST) == {"a": b"\0\0"}
    assert _on_disk([Write("a", 0, b"x"), Sync("a"), Remove("a")], WHOLE) == {}


def test_a_write_tears_between_sectors() -> None:
    content = _on_disk([Write("a", 100, b"x" * 4096)], TORN)["a"]
    sectors = {bytes(content[place : place + 512]) for place in range(512, 4096, 512)}
    assert sectors == {b"x" * 512, bytes(512)}
