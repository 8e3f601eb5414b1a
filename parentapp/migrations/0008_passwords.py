"""When somebody chose their own password. Frozen: write the next number instead."""

from peewee import BigIntegerField, Database
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(migrator.add_column("account", "password_at", BigIntegerField(null=True)))
