"""A log that a professional opens: what its concern is about, and logins made for it. Frozen: write the next number."""

from peewee import BigIntegerField, Database, TextField
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("concern",
          entry=to("entry", on_delete="CASCADE", unique=True), life_areas=TextField())
    table("first_login",
          account=to("account", unique=True), log=to("stafettlogg"), made_by=to("account"), at=BigIntegerField())
