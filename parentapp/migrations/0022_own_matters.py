"""Text about an adult's own matters. Frozen: write the next number instead."""

from peewee import BigIntegerField, BooleanField, CharField, Database
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("own_matter_choice",
          entry=to("entry", on_delete="CASCADE"), log=to("stafettlogg"), account=to("account"), unit=to("unit"),
          shows=BooleanField(), lang=CharField(max_length=8), at=BigIntegerField(),
          over_at=BigIntegerField(null=True), unique=[("entry", "unit", "at")])
