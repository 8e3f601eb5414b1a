"""Evaluations, meetings, translations, interpreters, «Dette er meg». Frozen: write the next number instead."""

from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    Database,
    DateField,
    SmallIntegerField,
    UUIDField,
)
from playhouse.migrate import SchemaMigrator, migrate

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    migrate(
        migrator.add_column("entry", "edited_at", BigIntegerField(null=True)),
        migrator.add_column("entry", "about_id", to("entry", null=True)),
        migrator.add_column("stafettlogg", "pregnant", BooleanField(default=False)),
        migrator.add_column("message", "ready", CharField(max_length=32, null=True)),
        migrator.add_column("measure", "meeting_id", to("entry", null=True)),
    )
    db.execute_sql("UPDATE stafettlogg SET pregnant = (SELECT pregnant FROM subject WHERE subject.id = subject_id)")
    migrate(migrator.drop_column("subject", "pregnant"))
    table("seen_thing",
          line=to("seen_line", on_delete="CASCADE"), thing=UUIDField(), index=[("thing", "line")])
    table("revision",
          entry=to("entry", on_delete="CASCADE"), log=to("stafettlogg"), text_sealed=BlobField(),
          lang=CharField(max_length=8), look_at=DateField(null=True),
          status=CharField(max_length=32, null=True), changed_by=to("account"), at=BigIntegerField(),
          index=[("entry", "at")])
    table("evaluation",
          entry=to("entry", on_delete="CASCADE", unique=True), measure=to("measure"),
          outcome=CharField(max_length=32), voice=CharField(max_length=32))
    table("withholding",
          entry=to("entry", on_delete="CASCADE", unique=True), log=to("stafettlogg"), decided_by=to("account"),
          reason_sealed=BlobField(), lang=CharField(max_length=8), at=BigIntegerField())
    table("about_me",
          entry=to("entry", on_delete="CASCADE", unique=True), log=to("stafettlogg"),
          topic=CharField(max_length=32))
    table("meeting",
          entry=to("entry", on_delete="CASCADE", unique=True), log=to("stafettlogg"),
          starts=BigIntegerField(), ends=BigIntegerField(), place_sealed=BlobField(null=True),
          link_sealed=BlobField(null=True), cancelled_at=BigIntegerField(null=True),
          changes=SmallIntegerField())
    table("invitation",
          meeting=to("meeting", on_delete="CASCADE"), log=to("stafettlogg"), account=to("account"),
          unit=to("unit", null=True), guest=BooleanField(), guest_until=BigIntegerField(null=True),
          reason_sealed=BlobField(null=True), lang=CharField(max_length=8),
          coming=CharField(max_length=32, null=True), answered_at=BigIntegerField(null=True),
          unique=[("meeting", "account")])
    table("rather_not",
          invitation=to("invitation", on_delete="CASCADE"), log=to("stafettlogg"), author=to("account"),
          text_sealed=BlobField(), lang=CharField(max_length=8), at=BigIntegerField(),
          answer_sealed=BlobField(null=True), answer_lang=CharField(max_length=8, null=True),
          answered_by=to("account", null=True), answered_at=BigIntegerField(null=True),
          unique=[("invitation", "author")])
    table("agenda_point",
          meeting=to("meeting", on_delete="CASCADE"), log=to("stafettlogg"), author=to("account"),
          author_unit=to("unit", null=True), text_sealed=BlobField(), lang=CharField(max_length=8),
          at=BigIntegerField())
    table("statement",
          entry=to("entry", on_delete="CASCADE", unique=True), meeting=to("meeting", on_delete="CASCADE"),
          author=to("account"), voice=CharField(max_length=32), telling=CharField(max_length=32),
          face=CharField(max_length=32, null=True), unique=[("meeting", "author")])
    table("minutes",
          entry=to("entry", on_delete="CASCADE", unique=True),
          meeting=to("meeting", on_delete="CASCADE", unique=True))
    table("qualification",
          account=to("account"), role=CharField(max_length=32), locale=CharField(max_length=8),
          level=CharField(max_length=60), agency=CharField(max_length=60), unique=[("account", "role", "locale")])
    table("translation",
          log=to("stafettlogg"), thing=UUIDField(), field=CharField(max_length=20),
          locale=CharField(max_length=8), digest=BlobField(null=True), state=CharField(max_length=32),
          text_sealed=BlobField(null=True), translator=to("account"), qualification=CharField(max_length=60),
          agency=CharField(max_length=60), until=DateField(),
          asked_by=to("account"), asked_at=BigIntegerField(), written_at=BigIntegerField(null=True),
          ended_at=BigIntegerField(null=True), index=[("thing", "field", "locale")])
    table("interpreter_assignment",
          log=to("stafettlogg"), meeting=to("meeting", on_delete="CASCADE"), interpreter=to("account"),
          reader=to("account"), locale=CharField(max_length=8), qualification=CharField(max_length=60),
          agency=CharField(max_length=60), asked_by=to("account"), asked_at=BigIntegerField(),
          declared_at=BigIntegerField(null=True), conflict_at=BigIntegerField(null=True),
          extended_at=BigIntegerField(null=True), ended_at=BigIntegerField(null=True))
    table("assignment_answer",
          assignment=to("interpreter_assignment", on_delete="CASCADE"), account=to("account"),
          answer=CharField(max_length=32), at=BigIntegerField(), unique=[("assignment", "account")])
    table("last_visit",
          log=to("stafettlogg", on_delete="CASCADE"), account=to("account", on_delete="CASCADE"),
          at=BigIntegerField(), before=BigIntegerField(null=True), unique=[("log", "account")])
