"""That a service has care waits for a second person. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, Database, DateField
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("care_waiting",
          log=to("stafettlogg"), unit=to("unit"), since=DateField(), registered_by=to("account"),
          verified_how_sealed=BlobField(), at=BigIntegerField(), seconded_by=to("account", null=True),
          seconded_how_sealed=BlobField(null=True), answered_at=BigIntegerField(null=True))
