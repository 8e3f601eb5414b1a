"""A service that has care of a child, and signs in place of the parents. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, Database, DateField
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("care",
          log=to("stafettlogg"), unit=to("unit"), since=DateField(), until=DateField(null=True),
          registered_by=to("account"), verified_how_sealed=BlobField(), at=BigIntegerField())
    migrate(migrator.add_column("consent_decision", "unit_id", to("unit", null=True)))
