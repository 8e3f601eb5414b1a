"""Answers that a professional registers: of which day, and how. Frozen: write the next number instead."""

from peewee import BlobField, Database, DateField
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(
        migrator.add_column("consent_decision", "given_on", DateField(null=True)),
        migrator.add_column("consent_decision", "how_sealed", BlobField(null=True)),
    )
