"""Somebody who answers on paper and has no login. Frozen: write the next number instead."""

from peewee import BooleanField, Database
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(migrator.add_column("account", "on_paper", BooleanField(default=False)))
