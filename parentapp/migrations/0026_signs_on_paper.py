"""Who has seen that a guardian who is kept out answers on paper. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, Database
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


def up(migrator: SchemaMigrator, db: Database) -> None:
    to = Tables(db).to
    migrate(
        migrator.add_column("block", "paper_by_id", to("account", null=True)),
        migrator.add_column("block", "paper_at", BigIntegerField(null=True)),
        migrator.add_column("block", "paper_how_sealed", BlobField(null=True)),
    )
