"""Messages that ask why something was read. Frozen: write the next number instead."""

from peewee import Database
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.db import UuidField


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(migrator.add_column("message", "about", UuidField(null=True)))
