"""A family asks for a log; what is told of that is about no log. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, BooleanField, CharField, Database, DateField, SmallIntegerField
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("log_wish",
          asker=to("account"), unit=to("unit"), own=BooleanField(), child_sealed=BlobField(),
          born=SmallIntegerField(), text_sealed=BlobField(), lang=CharField(max_length=8),
          asked_at=BigIntegerField(), taken_back_at=BigIntegerField(null=True),
          handed_to=to("account", null=True), handed_by=to("account", null=True),
          handed_at=BigIntegerField(null=True), answer_sealed=BlobField(null=True),
          answer_lang=CharField(max_length=8, null=True), answered_by=to("account", null=True),
          answered_at=BigIntegerField(null=True), log=to("stafettlogg", null=True), until=DateField(null=True),
          index=[("unit", "asked_at")])
    db.execute_sql('CREATE UNIQUE INDEX "log_wish_waiting" ON "log_wish" ("asker_id", "unit_id")'
                   ' WHERE (("answered_at" IS NULL) AND ("taken_back_at" IS NULL))')
    db.execute_sql('CREATE INDEX "audit_line_thing_of_no_log" ON "audit_line" ("thing") WHERE ("log_id" IS NULL)')
    migrate(migrator.drop_not_null("notice", "log_id"))
