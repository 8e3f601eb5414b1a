"""Guardians by court judgment that wait for a second person, and why a guardian's time ended. Frozen: write the next
number instead.
"""

from peewee import BigIntegerField, BlobField, BooleanField, Database, DateField
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("judged_guardian",
          log=to("stafettlogg"), account=to("account"), signs=BooleanField(), since=DateField(),
          verified_by=to("account"), verified_how_sealed=BlobField(), at=BigIntegerField(),
          seconded_by=to("account", null=True), seconded_how_sealed=BlobField(null=True),
          answered_at=BigIntegerField(null=True))
    migrate(
        migrator.add_column("guardian", "ended_by_id", to("account", null=True)),
        migrator.add_column("guardian", "ended_why_sealed", BlobField(null=True)),
    )
