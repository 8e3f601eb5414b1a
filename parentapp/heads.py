"""The file to which the heads of the chains are exported: one line of JSON each, only ever added to."""

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import BinaryIO

from parentapp import clock
from parentapp.access.actor import SystemActor
from parentapp.domain import chain, chain_checked
from parentapp.domain.chain import Head

EVERY = 60.0  # seconds between two exports


class Exporter:
    """Chains what is new, and exports the heads that have moved: every minute, and all of them at the start."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._next = 0.0
        self._known: dict[str, int] = {}  # the number last exported of each chain

    def round(self, actor: SystemActor) -> None:
        """Nothing until it is time again. Raises OSError where the file cannot be written."""
        if monotonic() < self._next:
            return
        while chain.link(actor):
            pass
        moved = [head for head in chain.heads(actor) if head.number != self._known.get(head.log)]
        append(self._path, moved)
        self._known |= {head.log: head.number for head in moved}
        self._next = monotonic() + EVERY


def append(path: Path, heads: Iterable[Head]) -> None:
    """On the disk when this returns; a line that a power cut broke off is left as it is. Raises OSError."""
    lines = [json.dumps({**vars(head), "at": head.at.isoformat()}) for head in heads]
    if not lines:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        if file.seek(0, os.SEEK_END) and _last_byte(file) != b"\n":
            file.write(b"\n")
        file.write("".join(f"{line}\n" for line in lines).encode())
        file.flush()
        os.fsync(file.fileno())


def read(path: Path) -> tuple[list[Head], list[str]]:
    """All heads ever exported, the oldest first, and a sentence for each line that cannot be read."""
    heads, faults = [], []
    for number, line in enumerate(path.read_text(errors="replace").splitlines() if path.exists() else [], 1):
        head = _head(line)
        if head:
            heads.append(head)
        else:
            faults.append(f"Line {number} of {path} cannot be read. Compare it with the copy kept elsewhere.")
    return heads, faults


def verified(path: Path) -> tuple[list[str], list[str]]:
    """What is wrong with the lines of reads and of changes, and what else there is to say: one plain sentence each."""
    exported, faults = read(path)
    found = chain_checked.check(SystemActor("verify-audit", clock.now()), exported)
    faults += found.faults
    if found.lines and not exported:
        faults.append(f"No exported head in {path}: a chain that was made anew could not be told from the true one.")
    told = [
        f"Lines of reads and changes: {found.lines}. Exported heads: {len(exported)}.",
        f"Newer than the last exported head of their log: {found.newer}. Whether some of the newest were cut away, "
        "put in, or changed before they came into the chain, nobody can see.",
    ]
    return faults, told if faults else ["All is as it was written.", *told]


def _last_byte(file: BinaryIO) -> bytes:
    file.seek(-1, os.SEEK_END)
    return file.read(1)


def _head(line: str) -> Head | None:
    try:
        said = json.loads(line)
        at = datetime.fromisoformat(said["at"])
        return Head(str(said["log"]), int(said["number"]), str(said["digest"]), at) if at.tzinfo else None
    except (ValueError, KeyError, TypeError):
        return None
