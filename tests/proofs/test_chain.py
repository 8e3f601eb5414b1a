"""What was read and changed cannot be quietly rewritten: what is done by SQL is found, up to the last exported head.

The intruder writes to the database as they like, and may make the whole chain anew. The heads they cannot reach.
"""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from peewee import DatabaseError

from parentapp import clock, heads, worker
from parentapp.access.actions import Action
from parentapp.access.actor import SystemActor
from parentapp.clock import at
from parentapp.crypto import new_id
from parentapp.db import database
from parentapp.domain import chain, chain_checked, log, lysglimt
from parentapp.enums import SeenPage
from parentapp.models import AuditLine, SeenLine, SeenThing
from tests.cast import Cast
from tests.proofs.apps import LONG, at_once

LINES = 1000 if LONG else 30
Act = Callable[[SeenLine, SeenLine], object]  # what is done to a line; and to the one after it


@pytest.fixture
def file(cast: Cast, tmp_path: Path) -> Path:
    """The exported heads of a log with so many lines, an hour and more after the first of them."""
    log.timeline(cast.actor("kari"), cast.logs["sofia"])
    of_logs = SeenLine.select().where(SeenLine.log == cast.logs["sofia"], SeenLine.page == SeenPage.LOG)
    line = of_logs.dicts().get() | {"number": None, "digest": None}
    rows = [line | {"id": new_id(), "at": cast.now + timedelta(minutes=each)} for each in range(LINES)]
    SeenLine.insert_many(rows).execute()
    path = tmp_path / "heads.jsonl"
    with at(cast.now + timedelta(minutes=LINES, hours=3)):
        heads.Exporter(path).round(SystemActor("test", clock.now()))
    assert found(path) == []
    return path


def found(path: Path) -> list[str]:
    return heads.verified(path)[0]


def lines(cast: Cast) -> list[SeenLine]:
    return list(SeenLine.select().where(SeenLine.log == cast.logs["sofia"]).order_by(SeenLine.number))


def undone(path: Path, act: Callable[..., object], *given: object) -> list[str]:
    """What is found after the act; then all is as before."""
    with database.atomic() as change:
        act(*given)
        faults = found(path)
        change.rollback()
    return faults


def anew() -> None:
    """The whole chain, numbers and digests, as the worker would have made it of what lies there now."""
    SeenLine.update(number=None, digest=None).execute()
    while chain.link(SystemActor("intruder", clock.now())):
        pass


def change(line: SeenLine, **values: Any) -> None:
    SeenLine.update(**values).where(SeenLine.id == line.id).execute()


def delete(line: SeenLine) -> None:
    SeenThing.delete().where(SeenThing.line == line.id).execute()
    SeenLine.delete().where(SeenLine.id == line.id).execute()


def swap(line: SeenLine, other: SeenLine) -> None:
    change(line, at=other.at, page=other.page)
    change(other, at=line.at, page=line.page)


def change_places(line: SeenLine, other: SeenLine) -> None:
    """Digests with them, so that each is whole in itself."""
    change(line, number=None)
    change(other, number=line.number)
    change(line, number=other.number)


def insert(line: SeenLine, **values: Any) -> None:
    row = SeenLine.select().where(SeenLine.id == line.id).dicts().get()
    SeenLine.insert(**(row | {"id": new_id(), "number": None, "digest": None} | values)).execute()


def cut(line: SeenLine) -> None:
    where = (SeenLine.log == line.log_id) & (SeenLine.number >= line.number)
    SeenThing.delete().where(SeenThing.line.in_(SeenLine.select(SeenLine.id).where(where))).execute()
    SeenLine.delete().where(where).execute()


EDITS: dict[str, Act] = {
    "edited: who": lambda line, other: change(
        line, account=SeenLine.select(SeenLine.account).where(SeenLine.account != line.account_id).limit(1)
    ),
    "edited: when": lambda line, other: change(line, at=line.at + timedelta(seconds=1)),
    "edited: what": lambda line, other: change(line, page=SeenPage.SUMMARY),
    "edited: which things": lambda line, other: change(line, things=line.things + new_id().bytes),
    "deleted": lambda line, other: delete(line),
    "cut": lambda line, other: cut(line),
    "inserted": lambda line, other: insert(line),
}
IN_PLACE: dict[str, Act] = {
    "edited: a digest": lambda line, other: change(line, digest=bytes(32)),
    "swapped": swap,
    "their places changed": change_places,
}


@pytest.mark.parametrize("name", EDITS | IN_PLACE)
def test_each_edit_of_each_line_is_found(cast: Cast, file: Path, name: str) -> None:
    there, act = lines(cast), (EDITS | IN_PLACE)[name]
    pairs = list(zip(there, [*there[1:], there[0]], strict=True))
    if name == "swapped":
        pairs = [(a, b) for a, b in pairs if (a.at, a.page) != (b.at, b.page)]
    missed = [line.number for line, other in pairs if not undone(file, act, line, other)]
    assert pairs
    assert missed == []


@pytest.mark.parametrize("name", EDITS)
def test_also_with_the_chain_made_anew(cast: Cast, file: Path, name: str) -> None:
    def forged(line: SeenLine) -> None:
        EDITS[name](line, line)
        anew()

    there = lines(cast)[:: 50 if LONG else 5]
    assert [line.number for line in there if not undone(file, forged, line)] == []


def test_without_the_heads_a_chain_made_anew_is_not_found(
    cast: Cast, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The negative control: it is the heads that find it."""
    monkeypatch.setattr(chain_checked, "_against", lambda digests, of_log: iter(()))

    def forged() -> None:
        change(lines(cast)[3], page=SeenPage.SUMMARY)
        anew()

    assert undone(file, forged) == []
    assert undone(file, lambda: change(lines(cast)[3], page=SeenPage.SUMMARY))


def test_a_whole_log_that_is_gone_is_found(cast: Cast, file: Path) -> None:
    assert any("is gone" in fault for fault in undone(file, cut, lines(cast)[0]))


def test_what_is_cut_after_the_last_head_is_not_found_and_that_is_said(cast: Cast, file: Path) -> None:
    with at(cast.now + timedelta(minutes=LINES, hours=4)):
        log.timeline(cast.actor("kari"), cast.logs["sofia"])
    chain.link(SystemActor("test", cast.now))
    faults, told = heads.verified(file)
    assert faults == []
    assert "Newer than the last exported head of their log: 1." in " ".join(told)
    assert undone(file, delete, lines(cast)[-1]) == []


def test_what_decides_who_is_shown_a_line_is_held_against_the_line(cast: Cast, file: Path) -> None:
    with at(cast.now + timedelta(minutes=LINES, hours=4)):
        entry = lysglimt.post(cast.actor("amina"), cast.logs["amina"], "Vi fikk det til.")
        lysglimt.heart(cast.actor("kari"), entry, on=True)
    assert found(file) == []
    thing = SeenThing.select().join(SeenLine).where(SeenLine.log == cast.logs["amina"]).get()
    assert undone(file, thing.delete_instance)
    assert undone(file, lambda: SeenThing.create(line=thing.line_id, thing=new_id()))


def test_two_that_read_at_once_and_two_that_chain_make_one_chain(cast: Cast, file: Path) -> None:
    def read_and_link(number: int) -> None:
        if number < 2:
            log.timeline(cast.actor("kari"), cast.logs["sofia"])
        else:
            chained_in_spite_of_the_other()

    with at(cast.now + timedelta(minutes=LINES, hours=4)):
        at_once(4, read_and_link)
    while chain.link(SystemActor("test", cast.now)):
        pass
    assert found(file) == []
    there = [line.number for line in lines(cast)]
    assert there == list(range(1, len(there) + 1))


def chained_in_spite_of_the_other() -> None:
    """The one that comes second may be refused; it tries again in its next round."""
    with suppress(DatabaseError):
        chain.link(SystemActor("test", clock.now()))


def test_the_worker_chains_also_where_nothing_can_be_delivered(
    cast: Cast, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with at(cast.now + timedelta(minutes=LINES, hours=4)):
        log.timeline(cast.actor("kari"), cast.logs["sofia"])
    passes: list[float] = []
    monkeypatch.setattr(worker, "sleep", passes.append)
    worker.run(None, lambda: not passes, heads.Exporter(file))
    assert not SeenLine.select().where(SeenLine.number.is_null()).exists()
    assert found(file) == []


def test_a_line_of_the_file_that_broke_off_is_said_and_stops_nothing(cast: Cast, file: Path) -> None:
    whole = file.read_text()
    file.write_text(whole + whole[:20])
    heads.Exporter(file).round(SystemActor("test", clock.now()))
    assert ["cannot be read" in fault for fault in found(file)] == [True]
    assert file.read_text().startswith(whole)


def forge(act: str, line: AuditLine) -> None:
    """One line of changes, done to as an intruder would."""
    row = AuditLine.select().where(AuditLine.id == line.id).dicts().get()
    mine = AuditLine.id == line.id
    if act == "edited":
        AuditLine.update(account=None, thing=new_id()).where(mine).execute()
    elif act == "deleted":
        AuditLine.delete().where(mine).execute()
    else:
        AuditLine.insert(**(row | {"id": new_id(), "number": None, "digest": None})).execute()


def changes(cast: Cast, file: Path) -> list[AuditLine]:
    """Lines of a log and of the municipality's frame, chained and exported."""
    with at(cast.now + timedelta(minutes=LINES, hours=4)):
        for _ in range(3):
            log.add_note(cast.actor("kari"), cast.logs["sofia"], "Ringte, avtalte ny tid.")
            line = {"account": cast.actor("mona").account_id, "action": Action.UNIT_ADD.value, "thing": new_id()}
            AuditLine.create(log=None, at=clock.now(), **line)
    with at(cast.now + timedelta(minutes=LINES, hours=7)):
        heads.Exporter(file).round(SystemActor("test", clock.now()))
    assert found(file) == []
    of_log = AuditLine.log == cast.logs["sofia"]
    return list(AuditLine.select().where(of_log | AuditLine.log.is_null()).order_by(AuditLine.at, AuditLine.id))


@pytest.mark.parametrize("act", ["edited", "deleted", "inserted"])
def test_each_edit_of_each_line_of_changes_is_found(
    cast: Cast, file: Path, act: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it lies, and with the chain made anew; where the book is not checked nothing is found."""

    def forged(line: AuditLine) -> None:
        forge(act, line)
        AuditLine.update(number=None, digest=None).execute()
        anew()

    there = changes(cast, file)
    assert {line.log_id is None for line in there} == {True, False}
    assert [line.number for line in there if not undone(file, forge, act, line)] == []
    assert [line.number for line in there if not undone(file, forged, line)] == []
    of_changes = {chain.CHANGES.name_of(each) for each in chain.logs(chain.CHANGES)}
    of_reads = [each for each in heads.read(file)[0] if each.log not in of_changes]
    monkeypatch.setattr(chain_checked, "BOOKS", (chain.READS,))
    monkeypatch.setattr(heads, "read", lambda path: (of_reads, []))
    assert undone(file, forge, act, there[-1]) == []


def test_the_two_books_of_a_log_cannot_pass_for_each_other(cast: Cast) -> None:
    """Heads of reads that were exported before changes were chained still say what they said."""
    log_id = cast.logs["sofia"].hex
    assert chain.READS.name_of(log_id) == sha256(log_id.encode()).hexdigest()
    assert len({book.name_of(log) for book in chain.BOOKS for log in (log_id, None)}) == 4
