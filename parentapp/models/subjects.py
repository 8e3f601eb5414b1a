"""Whom a log is about."""

from peewee import BlobField, BooleanField, DateField, ForeignKeyField

from parentapp.db import Sealed, Table
from parentapp.models.accounts import Account


class Subject(Table):
    """The child, young person or pregnant woman."""

    account = ForeignKeyField(Account, null=True, unique=True, backref="+", on_delete="RESTRICT")
    name_sealed = BlobField()
    born = DateField()
    protected = BooleanField(default=False)

    name = Sealed("name_sealed", owner="id")
