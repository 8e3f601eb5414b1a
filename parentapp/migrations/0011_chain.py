"""Where each line of the access log stands in its log's chain. Frozen: write the next number instead.

Lines that are there already get no number here: the worker's first round chains them, the oldest first.
"""

from peewee import BlobField, Database, IntegerField
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(
        migrator.add_column("seen_line", "number", IntegerField(null=True, index=True)),
        migrator.add_column("seen_line", "digest", BlobField(null=True)),
        migrator.add_index("seen_line", ("log_id", "number"), True),
    )
