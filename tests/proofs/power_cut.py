"""Cuts the power to a recorded writer, again and again, on paper: what a disk would hold at each moment.

Each call by which the writer touched its files is recorded with strace. For a cut, everything that a file was told
before its last sync is there; of anything later each call may be lost, whole, or torn between two sectors, whatever
the order. What is not modelled: a disk that says «synced» and lies, and a directory that forgets a file's name.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from peewee import DatabaseError

from parentapp import db

WRITER = Path(__file__).with_name("writer.py")
SECTOR = 512
CALLS = "pwrite64,write,ftruncate,fsync,fdatasync,unlink,unlinkat"
TRACED = re.compile(r"(?P<name>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
FILE = re.compile(r"^(?P<number>\d+)<(?P<path>[^>]*)>")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(?P<cut>\.\.\.)?')


@dataclass(frozen=True)
class Write:
    file: str
    offset: int
    content: bytes


@dataclass(frozen=True)
class Resize:
    file: str
    size: int


@dataclass(frozen=True)
class Sync:
    file: str


@dataclass(frozen=True)
class Remove:
    file: str


@dataclass(frozen=True)
class Acknowledge:
    number: int


Event = Write | Resize | Sync | Remove | Acknowledge


@dataclass(frozen=True)
class Outcome:
    """What was there after one cut."""

    acknowledged: int
    lost: int
    whole: bool


def record(folder: Path, lines: int, manner: str) -> list[Event]:
    """Lets a writer write `lines` lines into a new database below `folder`; what it did, in order."""
    folder = folder.resolve()
    trace, rows = folder / "trace", folder / "rows.db"
    writer = [sys.executable, str(WRITER), f"sqlite:///{rows}", str(lines), manner]
    strace = ["strace", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(trace)]
    subprocess.run([*strace, *writer], check=True, stdout=subprocess.DEVNULL)
    with trace.open(encoding="ascii") as traced:
        return [event for line in traced for event in _event(line, str(rows))]


def cut(events: list[Event], moment: int, chance: Random, folder: Path) -> Outcome:
    """Lays down below `folder` what a disk would hold if the power went before `events[moment]`, and opens that."""
    happened = events[:moment]
    for file, content in _on_disk(happened, chance).items():
        (folder / Path(file).name).write_bytes(content)
    promised = {event.number for event in happened if isinstance(event, Acknowledge)}
    found, whole = opened(f"sqlite:///{folder / 'rows.db'}")
    return Outcome(len(promised), len(promised - found), whole)


def opened(url: str) -> tuple[set[int], bool]:
    """The numbers of the lines that are there, and whether the database is sound. Ours opens it, as at a restart."""
    database = db.connected(url)
    try:
        with database.connection_context():
            whole = database.execute_sql("PRAGMA integrity_check").fetchall() == [("ok",)]
            lines = database.execute_sql("SELECT number FROM line") if database.table_exists("line") else ()
            return {number for (number,) in lines}, whole
    except DatabaseError:
        return set(), False


def _on_disk(events: list[Event], chance: Random) -> dict[str, bytearray]:
    last_sync = {event.file: place for place, event in enumerate(events) if isinstance(event, Sync)}
    disk: dict[str, bytearray] = {}
    for place, event in enumerate(events):
        if isinstance(event, Remove):
            disk.pop(event.file, None)
        elif isinstance(event, Write | Resize):
            certain = place < last_sync.get(event.file, -1)
            for survivor in [event] if certain else _survivors(event, chance):
                _apply(survivor, disk.setdefault(event.file, bytearray()))
    return disk


def _survivors(event: Write | Resize, chance: Random) -> list[Write | Resize]:
    """What is left of a call that no sync followed."""
    fate = chance.choice(["lost", "whole", "torn"])
    if fate == "torn" and isinstance(event, Write):
        return [sector for sector in _sectors(event) if chance.random() < 0.5]
    return [event] if fate == "whole" else []


def _sectors(write: Write) -> Iterator[Write]:
    place, end = write.offset, write.offset + len(write.content)
    while place < end:
        until = min(end, (place // SECTOR + 1) * SECTOR)
        yield Write(write.file, place, write.content[place - write.offset : until - write.offset])
        place = until


def _apply(event: Write | Resize, content: bytearray) -> None:
    size = event.offset if isinstance(event, Write) else event.size
    content.extend(bytes(max(0, size - len(content))))
    if isinstance(event, Write):
        content[event.offset : event.offset + len(event.content)] = event.content
    else:
        del content[event.size :]


def _event(line: str, rows: str) -> Iterator[Event]:
    """The event of one traced call; none, if it failed or was not about our files."""
    call = TRACED.match(line)
    if not call or int(call["result"]) < 0:
        return
    name, arguments = call["name"], call["arguments"]
    file = FILE.match(arguments)
    if name.startswith("unlink"):
        path = _text(arguments).decode()
    else:
        assert file, line
        path = _unescaped(file["path"]).decode()
    if name == "write" and file and file["number"] == "1":
        yield Acknowledge(int(_text(arguments)))
    elif path.startswith(rows) and not path.endswith("-shm"):  # -shm is made anew after a restart
        yield _file_event(name, path, arguments)


def _file_event(name: str, path: str, arguments: str) -> Event:
    last = arguments.rpartition(", ")[2]
    match name:
        case "pwrite64":
            return Write(path, int(last), _text(arguments))
        case "ftruncate":
            return Resize(path, int(last))
        case "fsync" | "fdatasync":
            return Sync(path)
        case "unlink" | "unlinkat":
            return Remove(path)
    raise AssertionError(f"{name} moves on by itself in the file; where to is not recorded")


def _text(arguments: str) -> bytes:
    text = TEXT.search(arguments)
    assert text, arguments
    assert not text["cut"], "strace left something out"
    return _unescaped(text[1])


def _unescaped(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", "")) if text.startswith("\\x") else text.encode()
