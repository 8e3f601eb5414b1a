"""Network persons by the family's yes; why somebody is kept out. Frozen: write the next number instead."""

from peewee import BigIntegerField, BlobField, BooleanField, CharField, Database
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("network_proposal",
          log=to("stafettlogg"), proposer=to("account"), username_hash=BlobField(), name_sealed=BlobField(),
          closeness=CharField(max_length=32), at=BigIntegerField(), ended_at=BigIntegerField(null=True))
    table("network_answer", unique=[("proposal", "account")],
          proposal=to("network_proposal", on_delete="CASCADE"), account=to("account"), yes=BooleanField(),
          at=BigIntegerField())
    migrate(migrator.add_column("block", "reason_sealed", BlobField(null=True)))
    db.execute_sql('DROP INDEX "network_person_log_id_account_id"')
    db.execute_sql(
        'CREATE UNIQUE INDEX "network_running" ON "network_person" ("log_id", "account_id") WHERE ("until" IS NULL)'
    )
