"""Pictures on entries: kept in sealed parts, and given to whoever may read the entry."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from peewee import JOIN

from parentapp.access import visible
from parentapp.access.actor import Actor
from parentapp.access.sight import Sight
from parentapp.db import transaction
from parentapp.domain import recording
from parentapp.enums import SeenPage
from parentapp.errors import Hidden
from parentapp.models import Entry, File, FilePart, SeenLine
from parentapp.pictures import MEDIA_TYPE, SMALL, Picture

PART = 2**20  # bytes of one part, before it is sealed
ONE_LOOK = timedelta(minutes=10)  # for so long the line of the page covers the small pictures on it


@dataclass(frozen=True)
class ShownPicture:
    """What a page needs to leave room for a picture, and to tell of it in words."""

    width: int  # points, of the small one
    height: int
    described: str  # may be empty
    lang: str


@dataclass(frozen=True)
class PictureFile:
    """A picture as it is sent to a browser."""

    media_type: str
    body: bytes


def keep(entry: Entry, picture: Picture, described: str) -> None:
    """Hang a picture on an entry that was just made, in its transaction."""
    file = File.create(
        entry=entry.id,
        log=entry.log_id,
        media_type=MEDIA_TYPE,
        size=len(picture.large),
        width=picture.width,
        height=picture.height,
        described=described,
        lang=entry.lang,
        at=entry.at,
    )
    for small, body in ((False, picture.large), (True, picture.small)):
        for position, start in enumerate(range(0, len(body), PART)):
            part = body[start : start + PART]
            FilePart.create(file=file.id, log=entry.log_id, small=small, position=position, part=part)


def joined(query: Any) -> Any:
    """A query of entries with what `shown` needs of each: no question of its own."""
    return query.join_from(Entry, File, JOIN.LEFT_OUTER, on=(File.entry == Entry.id)).select_extend(
        File.id.alias("file_id"),
        File.width.alias("picture_width"),
        File.height.alias("picture_height"),
        File.described_sealed.alias("picture_described"),
        File.lang.alias("picture_lang"),
    )


def shown(row: Any) -> ShownPicture | None:
    """Of one row of such a query; None where no picture hangs on it."""
    if row.file_id is None:
        return None
    file = File(id=row.file_id, log=row.log_id, described_sealed=row.picture_described)
    longest = max(row.picture_width, row.picture_height)
    width, height = (max(1, round(side * min(1, SMALL / longest))) for side in (row.picture_width, row.picture_height))
    return ShownPicture(width, height, file.described, row.picture_lang)


def picture(actor: Actor, entry_id: UUID, *, small: bool) -> PictureFile:
    """The picture on an entry the actor may read: to keep, or the small one of the lists. Raises Hidden."""
    with transaction():
        sight, entry = visible.reach(actor, Entry, entry_id)
        ours = (File.entry == entry.id) & (FilePart.small == small)
        parts = list(FilePart.select(FilePart, File).join(File).where(ours).order_by(FilePart.position))
        if not parts:
            raise Hidden
        if not (small and _on_a_page(sight, entry)):
            page = SeenPage.PICTURE if small else SeenPage.PICTURE_KEPT
            recording.seen_all(sight, recording.of_things(sight, page, [(entry.log_id, entry.id)]))
        return PictureFile(parts[0].file.media_type, b"".join(each.part for each in parts))


def _on_a_page(sight: Sight, entry: Entry) -> bool:
    """Whether a page with this entry was just shown to the actor, and its line written: the picture is a part of it."""
    mine = (SeenLine.account == sight.actor.account_id) & (SeenLine.log == entry.log_id)
    lines = SeenLine.select(SeenLine.things).where(mine & (SeenLine.at > sight.actor.now - ONE_LOOK))
    return any(entry.id in visible.things_of(line) for line in lines)
