"""In a log of thousands the few entries of one sort are found at once, and so are the few notices of one sort.

Frozen: write the next number instead.
"""

from peewee import Database
from playhouse.migrate import SchemaMigrator, migrate


def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(
        migrator.add_index("entry", ("log_id", "type", "at", "id"), False),
        migrator.add_index("notice", ("account_id", "kind", "seen_at"), False),
    )
