"""A log of many years: thousands of entries as rows at once, sealed like all others, with what hangs on them."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from peewee import fn

from parentapp.bench.town import APART, LOG, TALK, Place
from parentapp.db import transaction
from parentapp.demo.stage import Stage
from parentapp.demo.stories import sofia
from parentapp.enums import KIND_OF, Delivery, EntryType, Feeling, NoticeKind
from parentapp.models import Entry, Heart, Lysglimt, Message, Notice

RARE = "Vi så en kornkråke."  # what the very oldest one says, and no other
AT_ONCE = 200  # rows in one statement
WRITERS = ("kari", "per.aas", "kari", "erik", "oksana")  # of one entry each, and again
FAMILY = ("erik", "oksana")


def lengthen(stage: Stage, entries: int, place: Place | None = None) -> None:
    """So many entries more, older than all others: notes, some of health, and lysglimt with hearts. In Sofia's log, or
    in another that Oksana and Kari belong to.

    With a notice of each for its readers, not looked at; and a message for every third, which was.
    """
    place = place or Place(stage.logs[LOG], stage.conversations[TALK])
    oldest = Entry.select(fn.MIN(Entry.at)).where(Entry.log == place.log_id).scalar()
    with transaction():
        for first in range(0, entries, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, entries))
            rows = [_entry(stage, place, number, oldest - APART * (entries - number)) for number in numbers]
            glimpses = [row for row in rows if row.type is EntryType.LYSGLIMT]
            messages = [_message(stage, place, row.at) for row in rows[::3]]
            _insert(Entry, rows)
            _insert(Lysglimt, [Lysglimt(entry=row.id, feeling=Feeling.GLAD) for row in glimpses])
            _insert(Heart, [Heart(entry=row.id, account=stage.accounts[who]) for row in glimpses for who in FAMILY])
            _insert(Message, messages)
            _insert(Notice, [*_of_entries(stage, rows), *_of_messages(stage, messages)])


def _insert(table: Any, rows: list[Any]) -> None:
    """All of them with one statement."""
    if rows:
        table.insert_many([row.__data__ for row in rows]).execute()


def _entry(stage: Stage, place: Place, number: int, at: datetime) -> Any:
    who = WRITERS[number % len(WRITERS)]
    type_, texts = (EntryType.LYSGLIMT, sofia.ERIK) if who in FAMILY else (EntryType.NOTE, sofia.KARI)
    row = Entry(log=place.log_id, type=type_, kind=KIND_OF[type_], author=stage.accounts[who], lang="nb", at=at)
    row.health = number % 10 == 2
    row.text = RARE if number == 0 else texts[number % len(texts)]
    return row


def _message(stage: Stage, place: Place, at: datetime) -> Any:
    row = Message(conversation=place.talk_id, log=place.log_id, author=stage.accounts["kari"], lang="nb", at=at)
    row.text = sofia.KARI[0]
    return row


def _of_entries(stage: Stage, rows: list[Any]) -> Iterator[Any]:
    """To Oksana and Kari, of what the other people wrote."""
    for row in rows:
        kind = NoticeKind.LYSGLIMT if row.type is EntryType.LYSGLIMT else NoticeKind.ENTRY
        for reader in (stage.accounts["oksana"], stage.accounts["kari"]):
            if reader != row.author_id:
                yield _notice(reader, kind, row.id, row)


def _of_messages(stage: Stage, messages: list[Any]) -> Iterator[Any]:
    for each in messages:
        notice = _notice(stage.accounts["oksana"], NoticeKind.MESSAGE, each.conversation_id, each)
        notice.seen_at = each.at
        yield notice


def _notice(reader: UUID, kind: NoticeKind, thing: UUID, of: Any) -> Any:
    notice = Notice(account=reader, log=of.log_id, kind=kind, thing=thing, actor=of.author_id, at=of.at)
    notice.delivery, notice.delivered_at = Delivery.SENT, of.at
    return notice
