"""When somebody was shown the two picture questions. Frozen: write the next number instead."""

from peewee import BigIntegerField, Database
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(migrator.add_column("account", "pictures_shown_at", BigIntegerField(null=True)))
