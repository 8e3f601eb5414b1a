"""A family that asks a unit for a log. No log stands behind it: what is written is sealed with the asker's own key."""

from peewee import BlobField, BooleanField, CharField, DateField, ForeignKeyField, SmallIntegerField

from parentapp.db import Sealed, Table, UtcField
from parentapp.models.accounts import Account, Unit
from parentapp.models.log import Stafettlogg


class LogWish(Table):
    """«Be om en stafettlogg»: for its asker, whoever leads the unit, and whoever there is to talk with the family."""

    asker = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    own = BooleanField()  # about the asker
    child_sealed = BlobField()  # the first name
    born = SmallIntegerField()  # the year
    text_sealed = BlobField()
    lang = CharField(max_length=8)
    asked_at = UtcField()
    taken_back_at = UtcField(null=True)
    handed_to = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    handed_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    handed_at = UtcField(null=True)
    answer_sealed = BlobField(null=True)  # why there will be none; empty where one was opened
    answer_lang = CharField(max_length=8, null=True)
    answered_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    answered_at = UtcField(null=True)
    log = ForeignKeyField(Stafettlogg, null=True, backref="+", on_delete="RESTRICT")  # that was opened from it
    until = DateField(null=True)  # the last day the leader can read again what was asked and answered

    child = Sealed("child_sealed", owner="asker")
    text = Sealed("text_sealed", owner="asker")
    answer = Sealed("answer_sealed", owner="asker")

    class Meta:
        indexes = ((("unit", "asked_at"), False),)


# One at a time waits, of one person at one unit.
LogWish.add_index(
    LogWish.asker,
    LogWish.unit,
    unique=True,
    name="log_wish_waiting",
    where=LogWish.answered_at.is_null() & LogWish.taken_back_at.is_null(),
)
