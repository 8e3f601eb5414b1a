"""Files on entries: kept in sealed parts, told of in lists, taken home. Never taken away: nothing is lost here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from peewee import SqliteDatabase, fn

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.attaching import may_attach as lets_attach
from parentapp.access.facts import LogFacts
from parentapp.access.sight import Sight
from parentapp.db import database, transaction
from parentapp.documents import PDF, Document
from parentapp.domain import locking, recording
from parentapp.enums import EntryType, SeenPage
from parentapp.errors import Conflict
from parentapp.i18n import N_
from parentapp.models import Attachment, AttachmentPart, Entry

MOST = 5  # on one entry
ROOM = 500 * 2**20  # bytes of all files on one log's entries
PART = 2**20  # bytes of one part, before it is sealed

TOO_MANY = N_("Det er plass til fem filer her. Skriv et nytt notat for de andre.")
FULL = N_("Det er ikke plass til flere filer i denne loggen. Teksten kan du legge inn uten fil.")

BETWEEN, FILES = ":", ","


class NoRoom(Conflict):
    """There are too many files already, on the entry or in the log."""


@dataclass(frozen=True)
class Chosen:
    """A file to hang on an entry, and what it is, in the words of whoever hangs it there."""

    document: Document
    caption: str


@dataclass(frozen=True)
class ShownFile:
    """What an entry tells of a file on it."""

    id: UUID
    is_pdf: bool  # else a picture
    size: int  # bytes
    caption: str
    lang: str


@dataclass(frozen=True)
class Taken:
    """A file as it is sent to a browser, part by part: it is not held a second time as a whole."""

    media_type: str
    parts: tuple[bytes, ...]


def keep(actor: Actor, entry: Entry, files: Sequence[Chosen]) -> None:
    """Hang them on the actor's entry, in the transaction in which it is written or changed. Raises NoRoom."""
    if not files:
        return
    a = Attachment
    there = a.select(fn.COUNT(a.id)).where(a.entry == entry.id).scalar()
    held = a.select(fn.COALESCE(fn.SUM(a.size), 0)).where(a.log == entry.log_id).scalar()
    if there + len(files) > MOST:
        raise NoRoom(TOO_MANY)
    if held + sum(len(each.document.body) for each in files) > ROOM:
        raise NoRoom(FULL)
    for position, each in enumerate(files, start=there):
        _keep(actor, entry, position, each)


def _keep(actor: Actor, entry: Entry, position: int, chosen: Chosen) -> None:
    body = chosen.document.body
    file = Attachment.create(
        entry=entry.id,
        log=entry.log_id,
        position=position,
        media_type=chosen.document.media_type,
        size=len(body),
        caption=chosen.caption,
        lang=actor.locale,
        at=actor.now,
    )
    for number, start in enumerate(range(0, len(body), PART)):
        part = body[start : start + PART]
        AttachmentPart.create(attachment=file.id, log=entry.log_id, position=number, part=part)


def listed() -> Any:
    """A column of a query of entries, `files`: what hangs on each, for `shown`. No question of its own."""
    a, sqlite = Attachment, isinstance(database.obj, SqliteDatabase)
    sealed = fn.HEX(a.caption_sealed) if sqlite else fn.ENCODE(a.caption_sealed, "hex")
    known = (a.position, a.id, a.media_type, a.size, a.lang)
    said: Any = known[0].cast("text")
    for each in (*(each.cast("text") for each in known[1:]), sealed):
        said = said.concat(BETWEEN).concat(each)
    together = fn.GROUP_CONCAT(said, FILES) if sqlite else fn.STRING_AGG(said, FILES)
    return a.select(together.coerce(False)).where(a.entry == Entry.id).alias("files")


def shown(row: Any) -> tuple[ShownFile, ...]:
    """Of one row with such a column, `files`, in the order they were hung there."""
    said = [each.split(BETWEEN) for each in (row.files or "").split(FILES) if each]
    return tuple(_file(row.log_id, *each[1:]) for each in sorted(said, key=lambda each: int(each[0])))


def may_attach(sight: Sight, log: LogFacts, row: Any) -> bool:
    """Whether the actor may hang files on this row: not on locked minutes, nor with other eyes."""
    locked = row.type is EntryType.MINUTES and locking.is_locked(row.at, sight.actor.now)
    return not locked and not sight.borrowed and lets_attach(sight, log, row)


def _file(log_id: UUID, id_: str, media_type: str, size: str, lang: str, sealed: str) -> ShownFile:
    file = Attachment(id=UUID(id_), log=log_id, caption_sealed=bytes.fromhex(sealed))
    return ShownFile(file.id, media_type == PDF, int(size), file.caption, lang)


def take(actor: Actor, file_id: UUID) -> Taken:
    """A file on an entry that the actor may read. Raises Hidden."""
    with transaction():
        sight, file = visible.reach(actor, Attachment, file_id)
        rows = AttachmentPart.select().where(AttachmentPart.attachment == file.id).order_by(AttachmentPart.position)
        parts = tuple(each.part for each in rows.iterator())
        recording.seen_all(sight, recording.of_things(sight, SeenPage.FILE_KEPT, [(file.log_id, file.entry_id)]))
        return Taken(file.media_type, parts)
