"""Requests for another contact person. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, CharField, Database, DateField
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("contact_request",
          log=to("stafettlogg"), asker=to("account"), about=to("account"), unit=to("unit"),
          text_sealed=BlobField(), lang=CharField(max_length=8), asked_at=BigIntegerField(),
          taken_back_at=BigIntegerField(null=True), answer_sealed=BlobField(null=True),
          answer_lang=CharField(max_length=8, null=True), answered_by=to("account", null=True),
          answered_at=BigIntegerField(null=True), until=DateField(null=True))
