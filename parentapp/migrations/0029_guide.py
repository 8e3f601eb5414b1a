"""Levels that change, the service directory, what is said of a decision. Frozen: write the next number instead."""

from peewee import BigIntegerField, BooleanField, CharField, Database, DateField, SmallIntegerField, TextField
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("level_change", entry=to("entry", on_delete="CASCADE", unique=True), level=SmallIntegerField())
    table("directory_entry",
          unit=to("unit", unique=True), helps_with=TextField(), phone=CharField(max_length=30),
          hours=CharField(max_length=300), reach=CharField(max_length=500), lang=CharField(max_length=8),
          checked_on=DateField(), checked_by=to("account"), at=BigIntegerField())
    migrate(migrator.add_column("handover", "decided", BooleanField(default=False)))
