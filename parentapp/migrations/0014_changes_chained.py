"""Where each line of a change stands in its chain. Frozen: write the next number instead.

Lines that are there already get no number here: the worker's first round chains them, the oldest first.
"""

from peewee import BlobField, Database, IntegerField
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(
        migrator.add_column("audit_line", "number", IntegerField(null=True, index=True)),
        migrator.add_column("audit_line", "digest", BlobField(null=True)),
        migrator.add_index("audit_line", ("log_id", "number"), True),
    )
    db.execute_sql('CREATE UNIQUE INDEX "audit_line_of_no_log" ON "audit_line" ("number") WHERE ("log_id" IS NULL)')
