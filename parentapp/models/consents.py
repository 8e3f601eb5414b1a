"""Requests for consent and the answers to them: a history that only ever grows."""

from peewee import BlobField, CharField, DateField, ForeignKeyField, SmallIntegerField

from parentapp.db import EnumField, EnumSetField, Sealed, Table, UtcField
from parentapp.enums import Answer, Kind, ServiceKind, Way
from parentapp.models.accounts import Account, LoginSession, Municipality, Unit
from parentapp.models.log import Stafettlogg


class ConsentRequest(Table):
    """A question to the family. Without a unit it asks about having the log at all."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    kinds = EnumSetField(Kind)
    purpose_sealed = BlobField()
    lang = CharField(max_length=8)
    months = SmallIntegerField()
    text_version = CharField(max_length=16)
    child_heard_at = UtcField(null=True)
    child_view_sealed = BlobField(null=True)  # what a child who is heard, but does not sign, thinks
    asked_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    asked_at = UtcField()
    replaced_at = UtcField(null=True)

    purpose = Sealed("purpose_sealed", owner="log")
    child_view = Sealed("child_view_sealed", owner="log")


class ConsentDecision(Table):
    """One signer's answer. Never edited, never deleted."""

    request = ForeignKeyField(ConsentRequest, backref="+", on_delete="RESTRICT")
    signer = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")  # that has care: answered in its name
    answer = EnumField(Answer)
    kinds = EnumSetField(Kind)
    until = DateField(null=True)  # the last day a yes counts
    language = CharField(max_length=8)
    text_version = CharField(max_length=16)
    way = EnumField(Way)
    registered_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    given_on = DateField(null=True)  # the day of an answer on paper or by word of mouth
    how_sealed = BlobField(null=True)  # who was there, and who interpreted
    session = ForeignKeyField(LoginSession, null=True, backref="+", on_delete="SET NULL")
    at = UtcField()

    how = Sealed("how_sealed", owner="signer")


class AgePolicy(Table):
    """From `valid_from`: the ages for being heard, co-signing and deciding alone. Confirmed by the municipality."""

    municipality = ForeignKeyField(Municipality, backref="+", on_delete="CASCADE")
    service = EnumField(ServiceKind)
    valid_from = DateField()
    heard = SmallIntegerField()
    co_signs = SmallIntegerField()
    alone = SmallIntegerField()

    class Meta:
        indexes = ((("municipality", "service", "valid_from"), True),)
