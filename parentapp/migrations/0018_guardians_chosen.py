"""What a young person decides about guardians, and guardians who come back. Frozen: write the next number instead."""

from peewee import BigIntegerField, CharField, Database, DateField
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables

JUDGED = "court_judgment"


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("guardian_choice",
          log=to("stafettlogg"), guardian=to("account"), chosen_by=to("account"), answer=CharField(max_length=32),
          until=DateField(null=True), language=CharField(max_length=8), text_version=CharField(max_length=16),
          session=to("login_session", on_delete="SET NULL", null=True), at=BigIntegerField(),
          replaced_at=BigIntegerField(null=True))
    migrate(
        migrator.drop_index("guardian", "guardian_log_id_account_id"),
        migrator.add_index("guardian", ("log_id", "account_id")),
        migrator.add_column("guardian", "ended_at", BigIntegerField(null=True)),
        migrator.add_column("judged_guardian", "basis", CharField(max_length=32, default=JUDGED)),
    )
