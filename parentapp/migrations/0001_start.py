"""The first tables, as they were then. Frozen: change nothing here, write the next number instead."""

from peewee import (
    BigIntegerField,
    BlobField,
    BooleanField,
    CharField,
    Database,
    DateField,
    IntegerField,
    SmallIntegerField,
    TextField,
    UUIDField,
)
from playhouse.migrate import SchemaMigrator

from parentapp.migrations import Tables


# fmt: off
def up(migrator: SchemaMigrator, db: Database) -> None:
    tables = Tables(db)
    table, to = tables.make, tables.to
    table("municipality",
          name=CharField(max_length=100), reply_days=IntegerField(), invented=BooleanField())
    table("unit",
          municipality=to("municipality"), name=CharField(max_length=100),
          service=CharField(max_length=32))
    table("account",
          municipality=to("municipality"), username_hash=BlobField(unique=True),
          password_hash=TextField(), name_sealed=BlobField(), phone_sealed=BlobField(null=True),
          phone_hash=BlobField(null=True, unique=True), locale=CharField(max_length=8),
          needs_interpreter=BooleanField(), portrait=IntegerField(),
          administers=to("municipality", null=True), created_at=BigIntegerField(),
          disabled_at=BigIntegerField(null=True))
    table("employment",
          account=to("account"), unit=to("unit"), title=CharField(max_length=60), leads=BooleanField(),
          since=DateField(), until=DateField(null=True))
    table("login_session",
          account=to("account", on_delete="CASCADE"), token_hash=BlobField(unique=True),
          kind=CharField(max_length=32), created_at=BigIntegerField(), used_at=BigIntegerField(),
          ended_at=BigIntegerField(null=True))
    table("throttle",
          key_hash=BlobField(unique=True), since=BigIntegerField(), tries=IntegerField())
    table("draft",
          account=to("account", on_delete="CASCADE"), address=CharField(max_length=200),
          fields_sealed=BlobField(), created_at=BigIntegerField(), unique=[("account", "address")])
    table("client_key",
          account=to("account", on_delete="CASCADE"), key=UUIDField(), digest=BlobField(),
          result=CharField(max_length=300), created_at=BigIntegerField(), unique=[("account", "key")])
    table("subject",
          account=to("account", null=True, unique=True), name_sealed=BlobField(), born=DateField(),
          pregnant=BooleanField(), protected=BooleanField())
    table("stafettlogg",
          municipality=to("municipality"), subject=to("subject"), level=IntegerField(),
          holder=to("account"), holder_unit=to("unit"), deputy=to("account", null=True),
          deputy_unit=to("unit", null=True), opener=to("account"), asked_at=BigIntegerField(),
          opened_at=BigIntegerField(null=True), closed_at=BigIntegerField(null=True))
    table("guardian",
          account=to("account"), basis=CharField(max_length=32), signs=BooleanField(),
          verified_by=to("account"), verified_how_sealed=BlobField(), since=DateField(),
          until=DateField(null=True), log=to("stafettlogg"), unique=[("log", "account")])
    table("network_person",
          account=to("account"), invited_by=to("account"), since=DateField(),
          until=DateField(null=True), log=to("stafettlogg"), unique=[("log", "account")])
    table("block",
          account=to("account"), blocked_by=to("account"), blocked_at=BigIntegerField(),
          log=to("stafettlogg"), unique=[("log", "account")])
    table("participation",
          log=to("stafettlogg"), account=to("account"), unit=to("unit"), since=BigIntegerField(),
          until=BigIntegerField(null=True), index=[("log", "account")])
    table("stafettholder_period",
          log=to("stafettlogg"), account=to("account"), unit=to("unit"), since=BigIntegerField(),
          until=BigIntegerField(null=True))
    table("absence",
          account=to("account"), since=DateField(), until=DateField())
    table("entry",
          log=to("stafettlogg"), type=CharField(max_length=32), kind=CharField(max_length=32),
          health=BooleanField(), audience=CharField(max_length=32), addressee=to("account", null=True),
          author=to("account"), author_unit=to("unit", null=True), text_sealed=BlobField(),
          lang=CharField(max_length=8), at=BigIntegerField(), index=[("log", "at", "id")])
    table("lysglimt",
          entry=to("entry", on_delete="CASCADE", unique=True),
          feeling=CharField(max_length=32, null=True))
    table("heart",
          entry=to("entry", on_delete="CASCADE"), account=to("account", on_delete="CASCADE"),
          unique=[("entry", "account")])
    table("goal",
          entry=to("entry", on_delete="CASCADE", unique=True), life_area=CharField(max_length=32),
          position=SmallIntegerField())
    table("measure",
          entry=to("entry", on_delete="CASCADE", unique=True), goal=to("goal"), owner=to("account"),
          owner_unit=to("unit", null=True), starts=DateField(), look_at=DateField(),
          status=CharField(max_length=32))
    table("hiding",
          entry=to("entry", on_delete="CASCADE"), guardian=to("account", on_delete="CASCADE"),
          at=BigIntegerField(), unique=[("entry", "guardian")])
    table("consent_request",
          log=to("stafettlogg"), unit=to("unit", null=True), kinds=TextField(),
          purpose_sealed=BlobField(), lang=CharField(max_length=8), months=SmallIntegerField(),
          text_version=CharField(max_length=16), child_heard_at=BigIntegerField(null=True),
          child_view_sealed=BlobField(null=True), asked_by=to("account"), asked_at=BigIntegerField(),
          replaced_at=BigIntegerField(null=True))
    table("consent_decision",
          request=to("consent_request"), signer=to("account"), answer=CharField(max_length=32),
          kinds=TextField(), until=DateField(null=True), language=CharField(max_length=8),
          text_version=CharField(max_length=16), way=CharField(max_length=32),
          registered_by=to("account", null=True),
          session=to("login_session", on_delete="SET NULL", null=True), at=BigIntegerField())
    table("age_policy",
          municipality=to("municipality", on_delete="CASCADE"), service=CharField(max_length=32),
          valid_from=DateField(), heard=SmallIntegerField(), co_signs=SmallIntegerField(),
          alone=SmallIntegerField(), unique=[("municipality", "service", "valid_from")])
    table("conversation",
          log=to("stafettlogg"), owner=to("account"), started_at=BigIntegerField(),
          last_at=BigIntegerField(), answer_by=DateField(null=True),
          waiting_since=BigIntegerField(null=True))
    table("member",
          conversation=to("conversation", on_delete="CASCADE"), account=to("account"),
          joined_at=BigIntegerField(), left_at=BigIntegerField(null=True),
          read_up_to=BigIntegerField(null=True), unique=[("conversation", "account")])
    table("message",
          conversation=to("conversation", on_delete="CASCADE"), log=to("stafettlogg"),
          author=to("account"), text_sealed=BlobField(), lang=CharField(max_length=8),
          at=BigIntegerField(), index=[("conversation", "at", "id")])
    table("notice",
          account=to("account", on_delete="CASCADE"), log=to("stafettlogg", on_delete="CASCADE"),
          kind=CharField(max_length=32), thing=UUIDField(), actor=to("account", on_delete="CASCADE"),
          at=BigIntegerField(), seen_at=BigIntegerField(null=True), delivery=CharField(max_length=32),
          delivered_at=BigIntegerField(null=True), index=[("account", "at"), ("delivery", "at")])
    table("seen_line",
          log=to("stafettlogg"), account=to("account"), relation=CharField(max_length=32),
          unit=to("unit", null=True), page=CharField(max_length=32),
          conversation=to("conversation", null=True), request=to("consent_request", null=True),
          things=BlobField(), at=BigIntegerField(), index=[("log", "at", "id")])
    table("audit_line",
          log=to("stafettlogg", null=True), account=to("account", null=True),
          action=CharField(max_length=40), thing=UUIDField(), at=BigIntegerField())
