"""Answers to closing a log that the contact person registers. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, CharField, Database, DateField
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("closing_registered",
          closing=to("closing"), signer=to("account"), answer=CharField(max_length=32), way=CharField(max_length=32),
          given_on=DateField(), language=CharField(max_length=8), how_sealed=BlobField(null=True),
          registered_by=to("account"), at=BigIntegerField())
    migrate(migrator.add_column("closing_yes", "given_on", DateField(null=True)))
