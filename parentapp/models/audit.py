"""Who saw what, and who changed what. Only ever appended to."""

from peewee import BlobField, CharField, ForeignKeyField, IntegerField

from parentapp.db import EnumField, Table, UtcField, UuidField
from parentapp.enums import Relation, SeenPage
from parentapp.models.accounts import Account, Unit
from parentapp.models.consents import ConsentRequest
from parentapp.models.log import Stafettlogg
from parentapp.models.talk import Conversation


class SeenLine(Table):
    """One response that showed something of one log.

    `things` holds the ids of what it showed, 16 bytes each: the log's own where the child was named. `number` and
    `digest` are empty until the worker has put it into its log's chain: see `domain.chain`.
    """

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    relation = EnumField(Relation)
    unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    page = EnumField(SeenPage)
    conversation = ForeignKeyField(Conversation, null=True, backref="+", on_delete="RESTRICT")
    request = ForeignKeyField(ConsentRequest, null=True, backref="+", on_delete="RESTRICT")
    things = BlobField()
    at = UtcField()
    number = IntegerField(null=True, index=True)
    digest = BlobField(null=True)

    class Meta:
        indexes = ((("log", "at", "id"), False), (("log", "number"), True))


class SeenThing(Table):
    """One of the things that a line showed, for lines that do not name the child: these stand or fall with them."""

    line = ForeignKeyField(SeenLine, backref="+", on_delete="CASCADE")
    thing = UuidField()

    class Meta:
        indexes = ((("thing", "line"), False),)


class AuditLine(Table):
    """One change: who did what to which thing; without a log, in the municipality's frame.

    `number` and `digest` as of `SeenLine`: see `domain.chain`.
    """

    log = ForeignKeyField(Stafettlogg, null=True, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    action = CharField(max_length=40)
    thing = UuidField()
    at = UtcField()
    number = IntegerField(null=True, index=True)
    digest = BlobField(null=True)

    class Meta:
        indexes = ((("log", "number"), True),)


# Where there is no log, no two lines are alike to the index above.
AuditLine.add_index(AuditLine.number, unique=True, name="audit_line_of_no_log", where=AuditLine.log.is_null())
# What was done to one of these, and who has read it: see `LogWish`.
AuditLine.add_index(AuditLine.thing, name="audit_line_thing_of_no_log", where=AuditLine.log.is_null())
