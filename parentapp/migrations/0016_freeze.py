"""Freezing a log. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, BooleanField, CharField, Database
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("freeze",
          log=to("stafettlogg"), pressed_by=to("account"), unit=to("unit", null=True), reason_sealed=BlobField(),
          lang=CharField(max_length=8), spoken=BooleanField(), at=BigIntegerField(),
          until=BigIntegerField(), index=[("log", "until")])
    table("freeze_confirmation",
          freeze=to("freeze", on_delete="CASCADE"), log=to("stafettlogg"), account=to("account"),
          unit=to("unit", null=True), reason_sealed=BlobField(), lang=CharField(max_length=8), at=BigIntegerField(),
          unique=[("freeze", "account")])
