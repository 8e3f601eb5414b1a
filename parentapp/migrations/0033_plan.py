"""Goals and measures from the phrase bank. Frozen: write the next number instead."""

from peewee import BlobField, Database
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(
        migrator.add_column("entry", "phrase_sealed", BlobField(null=True)),
        migrator.add_column("revision", "phrase_sealed", BlobField(null=True)),
    )
