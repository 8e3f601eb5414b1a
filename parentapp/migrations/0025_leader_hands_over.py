"""A handover that the leader of the unit asks for. Frozen: write the next number instead."""

from peewee import Database
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    migrate(migrator.add_column("handover", "leader_id", Tables(db).to("account", null=True)))
