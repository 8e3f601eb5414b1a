"""Who invited whom to a meeting, and a parent's own words beside the child's that they heard at work. Frozen: write the
next number instead.
"""

from peewee import Database
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    to = Tables(db).to
    migrate(
        migrator.add_column("invitation", "invited_by_id", to("account", null=True)),
        migrator.drop_index("statement", "statement_meeting_id_author_id"),
        migrator.add_index("statement", ("meeting_id", "author_id", "voice"), True),
    )
