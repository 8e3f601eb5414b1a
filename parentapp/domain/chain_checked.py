"""Whether somebody has changed what was seen or done: the chains, held against the heads that were exported of them.

Found is every edit up to the last exported head. Of what came after it one cannot know whether its end was cut away.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from parentapp.access.actor import SystemActor
from parentapp.db import EPOCH, MICROSECOND, database
from parentapp.domain import chain
from parentapp.domain.chain import BOOKS, READS, Book, Head, Link
from parentapp.models import SeenLine, SeenThing

MINUTE = "%Y-%m-%d %H:%M"
LATE = timedelta(hours=1)  # nothing takes as long from its beginning until its line is in the chain


@dataclass(frozen=True)
class Checked:
    faults: list[str]  # one plain sentence each
    lines: int
    newer: int  # of these, after the last exported head: whether their end was cut away nobody can see


def check(actor: SystemActor, exported: Iterable[Head]) -> Checked:
    """All chains, against all heads ever exported. Reads every line of every book."""
    heads: dict[str, list[Head]] = {}
    for head in sorted(exported, key=lambda each: each.number):
        heads.setdefault(head.log, []).append(head)
    faults, lines, newer = [], 0, 0
    for book in BOOKS:
        for log in chain.logs(book):
            found = list(chain.links(book, log))
            of_log = heads.pop(book.name_of(log), [])
            faults += [f"{_called(book, log)}: {fault}" for fault in _faults(book, log, found, of_log)]
            lines += len(found)
            newer += sum(1 for each in found if _is_newer(each, of_log))
    for name, of_log in heads.items():
        faults.append(f"A log is gone: all its {of_log[-1].number} lines. Among the heads it is {name}.")
    return Checked(faults, lines, newer)


def _called(book: Book, log: str | None) -> str:
    if book is READS:
        return f"Log {log}"
    return f"Changes in log {log}" if log else "Changes outside the logs"


def _faults(book: Book, log: str | None, links: list[Link], heads: list[Head]) -> Iterator[str]:
    yield from _in_itself([each for each in links if each.number is not None])
    yield from _against({each.number: each.digest for each in links}, heads)
    yield from _dated_back(links, heads)
    if book is READS and log:
        yield from _shown_to_nobody(log, links)


def _in_itself(links: list[Link]) -> Iterator[str]:
    before, expected = chain.START, 1
    for each in links:
        if not isinstance(each.number, int) or each.number < expected:
            yield f"a line has a number that it cannot have: {each.number}."
            continue
        if each.number > expected:
            yield f"missing before line {each.number}: {each.number - expected} line(s), from number {expected}."
        elif each.follows(before) != each.digest:
            yield f"line {each.number} is not as it was written, or is not the one that stood there."
        before, expected = each.digest, each.number + 1


def _against(digests: dict[Any, Any], heads: list[Head]) -> Iterator[str]:
    """The first head that the chain does not agree with: the later ones follow from it."""
    for head in heads:
        if head.number not in digests:
            yield f"line {head.number} was there when its head was exported at {head.at:{MINUTE}} UTC, and is gone."
            return
        if digests[head.number] != head.digest:
            yield (
                f"line {head.number} is not the one of the head exported at {head.at:{MINUTE}} UTC: "
                "something up to it was changed, and the chain made anew."
            )
            return


def _dated_back(links: list[Link], heads: list[Head]) -> Iterator[str]:
    """What is dated before the last head and came after it was put there by somebody else."""
    for each in links if heads else []:
        at = each.content[-1]
        if isinstance(at, int) and _is_newer(each, heads) and EPOCH + at * MICROSECOND < heads[-1].at - LATE:
            yield f"a line came after line {heads[-1].number}, but is dated long before it (id {each.content[0]})."


def _shown_to_nobody(log: str, links: list[Link]) -> Iterator[str]:
    """A line that does not name the child is shown by its rows in `SeenThing`: without them the family misses it."""
    rows = SeenThing.select(SeenThing.line, SeenThing.thing).join(SeenLine).where(SeenLine.log == log)
    there: dict[str, list[str]] = {}
    for line, thing in database.execute(rows):
        there.setdefault(chain.plain(line), []).append(chain.plain(thing))
    for each in links:
        id_, things = each.content[0], str(each.content[8])
        alone = [] if things.startswith(log) else [things[at : at + 32] for at in range(0, len(things), 32)]
        if sorted(there.get(id_, [])) != sorted(alone):
            yield f"what line {each.number} showed is not as it was written beside it: the family may not see the line."


def _is_newer(link: Link, heads: list[Head]) -> bool:
    return not heads or not isinstance(link.number, int) or link.number > heads[-1].number
