"""That the child is born, which closes the log of a pregnancy. Frozen: write the next number instead."""

from peewee import BigIntegerField, CharField, Database, DateField
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("birth",
          closing=to("closing", unique=True), born_on=DateField(), way=CharField(max_length=32),
          said_by=to("account"), at=BigIntegerField())
