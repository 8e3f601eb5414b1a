"""Reminders: of which day, how many days before, and from nobody. Frozen: write the next number instead."""

from peewee import Database, DateField, SmallIntegerField
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(
        migrator.drop_not_null("notice", "actor_id"),
        migrator.add_column("notice", "day", DateField(null=True)),
        migrator.add_column("notice", "step", SmallIntegerField(null=True)),
        migrator.add_index("notice", ("account_id", "kind", "thing", "day", "step"), True),
    )
