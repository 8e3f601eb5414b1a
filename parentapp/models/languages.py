"""Translations of what people wrote, who asked for them, and interpreters for one meeting."""

from peewee import BlobField, CharField, DateField, ForeignKeyField

from parentapp.db import EnumField, Sealed, Table, UtcField, UuidField
from parentapp.enums import Answer, Relation, TranslationState
from parentapp.models.accounts import Account
from parentapp.models.log import Stafettlogg
from parentapp.models.meetings import Meeting


class Qualification(Table):
    """What the municipality has registered an interpreter or a translator for. It gives no sight of any log."""

    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    role = EnumField(Relation)  # interpreter or translator: two roles, never one permission
    locale = CharField(max_length=8)
    level = CharField(max_length=60)  # «statsautorisert tolk»
    agency = CharField(max_length=60)

    class Meta:
        indexes = ((("account", "role", "locale"), True),)


class Translation(Table):
    """Of one text (an object's field) into one language, made from the version whose digest it holds.

    One at a time is worked on; those of before stay. Whether one is current follows from the digest.
    """

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    thing = UuidField()  # the entry, point of an agenda, … whose text it is
    field = CharField(max_length=20)
    locale = CharField(max_length=8)
    digest = BlobField(null=True)  # keyed, of the text it was made from; None until there is a draft
    state = EnumField(TranslationState, default=TranslationState.ASKED)
    text_sealed = BlobField(null=True)
    translator = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    qualification = CharField(max_length=60)  # as registered when they were asked
    agency = CharField(max_length=60)
    until = DateField()  # the last day the translator sees it
    asked_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    asked_at = UtcField()
    written_at = UtcField(null=True)
    ended_at = UtcField(null=True)  # stopped: the translator sees nothing more of it

    text = Sealed("text_sealed", owner="log")

    class Meta:
        indexes = ((("thing", "field", "locale"), False),)


class InterpreterAssignment(Table):
    """One interpreter, one meeting, one person interpreted for. When it opens and closes follows from the meeting."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    meeting = ForeignKeyField(Meeting, backref="+", on_delete="CASCADE")
    interpreter = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    reader = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")  # the family member interpreted for
    locale = CharField(max_length=8)
    qualification = CharField(max_length=60)
    agency = CharField(max_length=60)
    asked_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    asked_at = UtcField()
    declared_at = UtcField(null=True)  # said to have no conflict of interest
    conflict_at = UtcField(null=True)  # said to have one, which ended it
    extended_at = UtcField(null=True)
    ended_at = UtcField(null=True)  # before its time, by whomever


class AssignmentAnswer(Table):
    """What somebody in the family says to an interpreter. One no, or a yes taken back, is enough to end it."""

    assignment = ForeignKeyField(InterpreterAssignment, backref="+", on_delete="CASCADE")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    answer = EnumField(Answer)
    at = UtcField()

    class Meta:
        indexes = ((("assignment", "account"), True),)


class LastVisit(Table):
    """When somebody last read «Kort fortalt», so that the next time it tells what has changed."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="CASCADE")
    account = ForeignKeyField(Account, backref="+", on_delete="CASCADE")
    at = UtcField()
    before = UtcField(null=True)  # the visit before, shown for the rest of the day

    class Meta:
        indexes = ((("log", "account"), True),)
