"""The service directory: what a unit says about itself to everybody. Public information, so nothing is sealed."""

from peewee import CharField, DateField, ForeignKeyField, TextField

from parentapp.db import Table, UtcField
from parentapp.models.accounts import Account, Unit


class DirectoryEntry(Table):
    """Of one unit. Who keeps it right follows from who leads the unit today."""

    unit = ForeignKeyField(Unit, unique=True, backref="+", on_delete="RESTRICT")
    helps_with = TextField()
    phone = CharField(max_length=30)  # empty where there is none
    hours = CharField(max_length=300)
    reach = CharField(max_length=500)  # how one gets in touch
    lang = CharField(max_length=8)
    checked_on = DateField()
    checked_by = ForeignKeyField(Account, backref="+", on_delete="RESTRICT")
    at = UtcField()  # when the words were last changed
