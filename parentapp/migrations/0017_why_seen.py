"""Messages that ask why something was read. Frozen: write the next number instead."""

from peewee import Database, UUIDField
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(migrator.add_column("message", "about", UUIDField(null=True)))
