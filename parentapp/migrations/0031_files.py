"""Files on notes, concerns and minutes. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, CharField, Database, IntegerField, SmallIntegerField
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("attachment",
          entry=to("entry", on_delete="CASCADE"), log=to("stafettlogg"), position=SmallIntegerField(),
          media_type=CharField(max_length=40), size=IntegerField(), caption_sealed=BlobField(),
          lang=CharField(max_length=8), at=BigIntegerField(), unique=[("entry", "position")])
    table("attachment_part",
          attachment=to("attachment", on_delete="CASCADE"), log=to("stafettlogg"), position=SmallIntegerField(),
          part_sealed=BlobField(), unique=[("attachment", "position")])
