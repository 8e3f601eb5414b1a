"""The log as the child's individual plan, and who coordinates it. Frozen: write the next number instead."""

from peewee import BigIntegerField, CharField, Database, DateField
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("individual_plan",
          log=to("stafettlogg"), asked_by=to("account"), asked_at=BigIntegerField(),
          decided_by=CharField(max_length=32, null=True), decided_on=DateField(null=True),
          began_at=BigIntegerField(null=True), ended_at=BigIntegerField(null=True))
    table("coordinator",
          plan=to("individual_plan"), log=to("stafettlogg"), account=to("account"), unit=to("unit"),
          asked_by=to("account"), asked_at=BigIntegerField(), accepted_at=BigIntegerField(null=True),
          ended_at=BigIntegerField(null=True))
    for name, of, where in (("individual_plan", "log_id", "ended_at"), ("coordinator", "plan_id", "ended_at")):
        db.execute_sql(f'CREATE UNIQUE INDEX "{name}_open" ON "{name}" ("{of}") WHERE ("{where}" IS NULL)')
