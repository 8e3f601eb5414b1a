"""Pictures and the parts they lie in. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, BooleanField, CharField, Database, IntegerField, SmallIntegerField
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("file",
          entry=to("entry", on_delete="CASCADE", unique=True), log=to("stafettlogg"),
          media_type=CharField(max_length=40), size=IntegerField(), width=IntegerField(), height=IntegerField(),
          described_sealed=BlobField(), lang=CharField(max_length=8), at=BigIntegerField())
    table("file_part",
          file=to("file", on_delete="CASCADE"), log=to("stafettlogg"), small=BooleanField(),
          position=SmallIntegerField(), part_sealed=BlobField(), unique=[("file", "small", "position")])
