"""Meetings in full: proposed times, who came and what they did, whom the family brings. Frozen: write the next number
instead.
"""

from peewee import BigIntegerField, BlobField, BooleanField, CharField, Database, TextField
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    migrate(migrator.drop_not_null("meeting", "starts"), migrator.drop_not_null("meeting", "ends"))
    table("proposed_time",
          meeting=to("meeting", on_delete="CASCADE"), log=to("stafettlogg"), starts=BigIntegerField(),
          ends=BigIntegerField(), unique=[("meeting", "starts", "ends")])
    table("time_answer",
          time=to("proposed_time", on_delete="CASCADE"), invitation=to("invitation", on_delete="CASCADE"),
          fits=BooleanField(), at=BigIntegerField(), unique=[("time", "invitation")])
    table("time_wish",
          invitation=to("invitation", on_delete="CASCADE", unique=True), log=to("stafettlogg"),
          text_sealed=BlobField(), lang=CharField(max_length=8), at=BigIntegerField())
    table("support_person",
          meeting=to("meeting", on_delete="CASCADE"), log=to("stafettlogg"), brought_by=to("account"),
          name_sealed=BlobField(), who_sealed=BlobField(), lang=CharField(max_length=8), at=BigIntegerField())
    table("attendance",
          minutes=to("minutes", on_delete="CASCADE"), log=to("stafettlogg"),
          invitation=to("invitation", on_delete="CASCADE", null=True),
          support=to("support_person", on_delete="CASCADE", null=True), roles=TextField(),
          beside_sealed=BlobField(null=True), lang=CharField(max_length=8))
