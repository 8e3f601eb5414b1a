"""Freezing a log: for a time nobody but its services, and whom it is about, is let in."""

from peewee import BlobField, BooleanField, CharField, ForeignKeyField

from parentapp.db import Sealed, Table, UtcField
from parentapp.models.accounts import Account, Unit
from parentapp.models.log import Stafettlogg


class Freeze(Table):
    """One professional has pressed. It holds while `until` is to come: see `access.freezing`."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    pressed_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    reason_sealed = BlobField()
    lang = CharField(max_length=8)
    spoken = BooleanField()  # with the safe parent, before; else there was none to warn
    at = UtcField()
    until = UtcField()  # far away once two have confirmed; now, when somebody ends it

    reason = Sealed("reason_sealed", owner="log")

    class Meta:
        indexes = ((("log", "until"), False),)


class FreezeConfirmation(Table):
    """Another professional says why it must last."""

    freeze = ForeignKeyField(Freeze, backref="+", on_delete="CASCADE")
    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")  # whose key seals it
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    reason_sealed = BlobField()
    lang = CharField(max_length=8)
    at = UtcField()

    reason = Sealed("reason_sealed", owner="log")

    class Meta:
        indexes = ((("freeze", "account"), True),)
