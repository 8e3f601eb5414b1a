"""Handing the baton over. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, CharField, Database, DateField
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("handover",
          log=to("stafettlogg"), holder=to("account"), holder_unit=to("unit"), successor=to("account"),
          unit=to("unit"), reason_sealed=BlobField(), words_sealed=BlobField(), worked_sealed=BlobField(null=True),
          lang=CharField(max_length=8), transition=CharField(max_length=32, null=True),
          proposed_at=BigIntegerField(), answer_by=DateField(), answered_at=BigIntegerField(null=True),
          outcome=CharField(max_length=32, null=True), entry=to("entry", null=True, unique=True),
          check_on=DateField(null=True))
    db.execute_sql('CREATE UNIQUE INDEX "handover_open" ON "handover" ("log_id") WHERE ("answered_at" IS NULL)')
