"""Closing a log together: proposed with words, agreed to by everybody who signs; and opening it again."""

from peewee import BlobField, BooleanField, CharField, DateField, ForeignKeyField

from parentapp.db import EnumField, Sealed, Table, UtcField
from parentapp.enums import Answer, Way
from parentapp.models.accounts import Account, Unit
from parentapp.models.consents import ConsentRequest
from parentapp.models.log import Stafettlogg


class Closing(Table):
    """Somebody proposes to close the log. One at a time for each log is asked about."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    proposer = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    reason_sealed = BlobField()  # what worked, who to call later
    lang = CharField(max_length=8)
    proposed_at = UtcField()
    ended_at = UtcField(null=True)
    agreed = BooleanField(default=False)  # by everybody; ended without it, somebody said no

    reason = Sealed("reason_sealed", owner="log")


class ClosingYes(Table):
    """A yes to it. A no is not kept as such: it ends the proposal."""

    closing = ForeignKeyField(Closing, backref="+", on_delete="CASCADE")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")  # that has care: said in its name
    at = UtcField()
    given_on = DateField(null=True)  # the day of one that the contact person registered

    class Meta:
        indexes = ((("closing", "account"), True),)


class ClosingRegistered(Table):
    """An answer to it on paper or by word of mouth, as it was registered; also one that came too late to count."""

    closing = ForeignKeyField(Closing, backref="+", on_delete="RESTRICT")
    signer = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    answer = EnumField(Answer)
    way = EnumField(Way)
    given_on = DateField()
    language = CharField(max_length=8)
    how_sealed = BlobField(null=True)  # who was there, and who interpreted
    registered_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    at = UtcField()

    how = Sealed("how_sealed", owner="signer")


class Birth(Table):
    """What closed the log of a pregnancy: the child is born. Nothing of it goes to a log about the child."""

    closing = ForeignKeyField(Closing, unique=True, backref="+", on_delete="RESTRICT")
    born_on = DateField()
    way = EnumField(Way)  # in the app: she said it herself; else she told the contact person
    said_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    at = UtcField()


class Reopening(Table):
    """The log was closed from then until now, when a new question about having it was answered with everybody's yes."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    request = ForeignKeyField(ConsentRequest, backref="+", on_delete="RESTRICT")
    closed_at = UtcField()
    at = UtcField()


Closing.add_index(Closing.log, unique=True, name="closing_open", where=Closing.ended_at.is_null())
