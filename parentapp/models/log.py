"""The stafettlogg itself: who holds the baton, who takes part, who is away, who asks for another contact person."""

from peewee import BlobField, BooleanField, CharField, DateField, ForeignKeyField, IntegerField

from parentapp.db import Sealed, Table, UtcField
from parentapp.models.accounts import Account, Municipality, Unit
from parentapp.models.subjects import Subject


class Stafettlogg(Table):
    """The log that follows one child. Exactly one holder, always.

    Its state is never stored: asked until `opened_at`, closed from `closed_at` until it is opened again,
    resting while the yes to the log itself is not in effect, else open (see access.consent).
    """

    municipality = ForeignKeyField(Municipality, backref="+", on_delete="RESTRICT")
    subject = ForeignKeyField(Subject, backref="+", on_delete="RESTRICT")
    pregnant = BooleanField(default=False)  # about her pregnancy: here she decides alone, whatever her age
    level = IntegerField()  # when it was asked for; what it is now follows from the entries: see `domain.levels`
    holder = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    holder_unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    deputy = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    deputy_unit = ForeignKeyField(Unit, null=True, backref="+", on_delete="RESTRICT")
    opener = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    asked_at = UtcField()
    opened_at = UtcField(null=True)
    closed_at = UtcField(null=True)


class Participation(Table):
    """A professional who takes part through a unit. Sees something only while that unit's consent is in effect."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    since = UtcField()
    until = UtcField(null=True)

    class Meta:
        indexes = ((("log", "account"), False),)


class StafettholderPeriod(Table):
    """Who has held the baton, and when."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")
    since = UtcField()
    until = UtcField(null=True)


class Absence(Table):
    """A professional is away from and including `since` until and including `until`."""

    account = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    since = DateField()
    until = DateField()


class ContactRequest(Table):
    """«Be om en annen kontaktperson»: for its asker and whoever leads the unit, as it is led on the day of reading."""

    log = ForeignKeyField(Stafettlogg, backref="+", on_delete="RESTRICT")
    asker = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    about = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")  # the contact person of that day
    unit = ForeignKeyField(Unit, backref="+", on_delete="RESTRICT")  # through which that one held the baton
    text_sealed = BlobField()  # empty where no reason was given
    lang = CharField(max_length=8)
    asked_at = UtcField()
    taken_back_at = UtcField(null=True)
    answer_sealed = BlobField(null=True)
    answer_lang = CharField(max_length=8, null=True)
    answered_by = ForeignKeyField(Account, null=True, backref="+", on_delete="RESTRICT")
    answered_at = UtcField(null=True)
    until = DateField(null=True)  # the last day the leader can read again what was asked and answered

    text = Sealed("text_sealed", owner="log")
    answer = Sealed("answer_sealed", owner="log")
