"""Closing a log together. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, BooleanField, CharField, Database
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("closing",
          log=to("stafettlogg"), proposer=to("account"), reason_sealed=BlobField(), lang=CharField(max_length=8),
          proposed_at=BigIntegerField(), ended_at=BigIntegerField(null=True),
          agreed=BooleanField(default=False))
    table("closing_yes", unique=[("closing", "account")],
          closing=to("closing", on_delete="CASCADE"), account=to("account"), unit=to("unit", null=True),
          at=BigIntegerField())
    db.execute_sql('CREATE UNIQUE INDEX "closing_open" ON "closing" ("log_id") WHERE ("ended_at" IS NULL)')
