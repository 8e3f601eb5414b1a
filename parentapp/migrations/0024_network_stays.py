"""When the young person said that a network person is to stay. Frozen: write the next number instead."""

from peewee import BigIntegerField, Database
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(migrator.add_column("network_person", "kept_at", BigIntegerField(null=True)))
