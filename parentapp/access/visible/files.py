"""Which files an actor may know exist."""

from typing import Any

from parentapp.access.sight import Sight
from parentapp.access.visible.timeline import may_read
from parentapp.models import Attachment, Entry


def attachments(sight: Sight) -> Any:
    """Those that hang on what the actor may read: a file follows its entry, in and out of sight."""
    return Attachment.select().where(Attachment.entry.in_(Entry.select(Entry.id).where(may_read(sight))))
