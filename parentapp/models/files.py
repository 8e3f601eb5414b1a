"""Pictures and other files, and the sealed parts they lie in: small enough that one row never is a heavy one."""

from peewee import BlobField, BooleanField, CharField, ForeignKeyField, IntegerField, SmallIntegerField

from parentapp.db import Sealed, SealedBytes, Table, UtcField
from parentapp.models.content import Entry
from parentapp.models.log import Stafettlogg


class File(Table):
    """A picture that is a part of a lysglimt: whoever may read that one may see it, and nobody else."""

    entry = ForeignKeyField(Entry, unique=True, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")  # whose key seals it
    media_type = CharField(max_length=40)
    size = IntegerField()  # bytes, of the large one
    width = IntegerField()  # points
    height = IntegerField()
    described_sealed = BlobField()  # what is seen on it, for whoever cannot see; may be empty
    lang = CharField(max_length=8)
    at = UtcField()

    described = Sealed("described_sealed", owner="log")


class FilePart(Table):
    """A part of a picture, or of the small one that lists show."""

    file = ForeignKeyField(File, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")  # whose key seals it
    small = BooleanField()
    position = SmallIntegerField()
    part_sealed = BlobField()

    part = SealedBytes("part_sealed", owner="log")

    class Meta:
        indexes = ((("file", "small", "position"), True),)


class Attachment(Table):
    """A PDF or a picture that hangs on a note, a concern or minutes: whoever may read that one may have it."""

    entry = ForeignKeyField(Entry, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")  # whose key seals it
    position = SmallIntegerField()  # on its entry, from 0
    media_type = CharField(max_length=40)
    size = IntegerField()  # bytes
    caption_sealed = BlobField()  # what it is, in the words of whoever hung it there; its own name is not kept
    lang = CharField(max_length=8)
    at = UtcField()

    caption = Sealed("caption_sealed", owner="log")

    class Meta:
        indexes = ((("entry", "position"), True),)


class AttachmentPart(Table):
    attachment = ForeignKeyField(Attachment, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")  # whose key seals it
    position = SmallIntegerField()
    part_sealed = BlobField()

    part = SealedBytes("part_sealed", owner="log")

    class Meta:
        indexes = ((("attachment", "position"), True),)
