"""Conversations between named people. Never part of what a service sees."""

from peewee import BlobField, CharField, DateField, ForeignKeyField

from parentapp.db import EnumField, Sealed, Table, UtcField, UuidField
from parentapp.enums import ReadyMessage
from parentapp.models.accounts import Account
from parentapp.models.log import Stafettlogg


class Conversation(Table):
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    owner = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")  # the family member whose it is
    started_at = UtcField()
    last_at = UtcField()
    answer_by = DateField(null=True)  # promised; None while nothing waits for an answer
    waiting_since = UtcField(null=True)


class Member(Table):
    conversation = ForeignKeyField(Conversation, backref="+", on_delete="CASCADE")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    joined_at = UtcField()
    left_at = UtcField(null=True)
    read_up_to = UtcField(null=True)  # how far this member has read

    class Meta:
        indexes = ((("conversation", "account"), True),)


class Message(Table):
    conversation = ForeignKeyField(Conversation, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")  # whose key seals it
    author = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    text_sealed = BlobField()
    lang = CharField(max_length=8)
    ready = EnumField(ReadyMessage, null=True)  # then the text is empty, and each reads it in their own language
    about = UuidField(null=True)  # the line of the access log that it asks about
    at = UtcField()

    text = Sealed("text_sealed", owner="log")

    class Meta:
        indexes = ((("conversation", "at", "id"), False),)
