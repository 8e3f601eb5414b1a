"""How somebody in the family saw it, beside an entry, and the answer. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, CharField, Database, ForeignKeyField
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("version",
          entry=to("entry", on_delete="CASCADE"), log=to("stafettlogg"),
          answers=ForeignKeyField("self", null=True, unique=True, backref="+", on_delete="RESTRICT"),
          author=to("account"), author_unit=to("unit", null=True), text_sealed=BlobField(),
          lang=CharField(max_length=8), at=BigIntegerField(), index=[("entry", "at")])
