"""Opening a closed log again. Frozen: write the next number instead."""

from peewee import BigIntegerField, Database
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("reopening",
          log=to("stafettlogg"), request=to("consent_request"), closed_at=BigIntegerField(), at=BigIntegerField())
